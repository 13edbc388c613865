"""What an entry of the control chain does, read into types. Whether it may is for admission.py and removal.py."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from sync.encoding import Item
from sync.errors import Malformed
from sync.keys import WRAP_BYTES
from sync.shape import array, ascending, flag, octets, octets_or_none, whole

SUITE: Final = 1

Wraps: TypeAlias = tuple[tuple[int, bytes], ...]  # device index, the epoch key for it
Heads: TypeAlias = tuple[tuple[int, int, bytes], ...]  # device index, seq, record hash

PREV_BOX_BYTES: Final = 60


@dataclass(frozen=True, slots=True)
class NewDevice:
    """Public keys, and who may write on the device."""

    ed: bytes
    x: bytes
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewCard:
    """Public keys of a key card, whose it is, and the proof that whoever holds the secret can check."""

    ed: bytes
    x: bytes
    holder: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class Genesis:
    nonce: bytes
    members: int  # how many
    devices: tuple[NewDevice, ...]
    cards: tuple[NewCard, ...]
    commitment: bytes
    wraps: Wraps
    predecessor: bytes | None = None  # the space that this one takes the place of


@dataclass(frozen=True, slots=True)
class Invite:
    sign: bytes
    box: bytes
    members: tuple[int, ...]
    expires: int  # unix seconds, judged by the server when JOIN arrives


@dataclass(frozen=True, slots=True)
class Admit:
    request: bytes | None
    device: NewDevice
    wraps: Wraps
    heads: Heads  # what the approver had


@dataclass(frozen=True, slots=True)
class AddCard:
    card: NewCard
    wrap: bytes


@dataclass(frozen=True, slots=True)
class Revoke:
    invite: bytes  # its id


@dataclass(frozen=True, slots=True)
class Turn:
    ix: int
    members: tuple[int, ...]  # who may write on the device from now on


@dataclass(frozen=True, slots=True)
class Rotate:
    """A new generation of the space's key, and the one before it for those who come later."""

    commitment: bytes
    prev_box: bytes
    wraps: Wraps


@dataclass(frozen=True, slots=True)
class Remove:
    devices: tuple[int, ...]  # as named: what goes with them is for removal.py
    members: tuple[int, ...]
    final: Heads  # the last record of each removed device that has any
    rotation: Rotate | None


@dataclass(frozen=True, slots=True)
class Replace:
    """A device that goes on under new keys, because two of it were about."""

    ed: bytes
    x: bytes
    wraps: Wraps
    final: tuple[int, int, bytes] | None


@dataclass(frozen=True, slots=True)
class Close:
    successor: bytes | None
    erase: bool


@dataclass(frozen=True, slots=True)
class Reopen:
    pass


Operation: TypeAlias = Genesis | Invite | Admit | AddCard | Revoke | Turn | Remove | Rotate | Replace | Close | Reopen


def read(op: str, payload: Item) -> Operation:
    """The operation of this name. Raises Malformed, also for one that is not known here."""
    reader = _READERS.get(op)
    if reader is None:
        raise Malformed("an operation that is not known")
    return reader(payload)


def _genesis(payload: Item) -> Genesis:
    fields = array(payload)
    suite, nonce, members, devices, cards, epoch = array(fields[:6], 6)
    predecessor = octets(array(fields[6:], 1)[0], 16) if len(fields) > 6 else None
    whole(suite, SUITE, SUITE)
    commitment, wraps = array(epoch, 2)
    new_devices = tuple(_device(device) for device in array(devices))
    if not new_devices:
        raise Malformed("a space without a device")
    new_cards = tuple(_card(array(card, 4)) for card in array(cards))
    bound = octets(commitment, 32)
    return Genesis(octets(nonce, 16), whole(members, 1), new_devices, new_cards, bound, _wraps(wraps), predecessor)


def _invite(payload: Item) -> Invite:
    sign_public, box_public, listed, expires = array(payload, 4)
    return Invite(octets(sign_public, 32), octets(box_public, 32), _members(listed), whole(expires))


def _admit(payload: Item) -> Admit:
    request, device, wraps, heads = array(payload, 4)
    return Admit(octets_or_none(request), _device(device), _wraps(wraps), _heads(heads))


def _add_card(payload: Item) -> AddCard:
    *card, wrap = array(payload, 5)
    return AddCard(_card(tuple(card)), octets(wrap, WRAP_BYTES))


def _revoke(payload: Item) -> Revoke:
    (invite,) = array(payload, 1)
    return Revoke(octets(invite, 16))


def _turn(payload: Item) -> Turn:
    ix, members = array(payload, 2)
    return Turn(whole(ix), _members(members))


def _remove(payload: Item) -> Remove:
    devices, members, final, rotation = array(payload, 4)
    named = tuple(whole(ix) for ix in array(devices)), tuple(whole(member) for member in array(members))
    if not any(named):
        raise Malformed("nothing to remove")
    block = None if rotation is None else _rotate(rotation)
    return Remove(ascending(named[0]), ascending(named[1]), _heads(final), block)


def _rotate(payload: Item) -> Rotate:
    commitment, prev_box, wraps = array(payload, 3)
    return Rotate(octets(commitment, 32), octets(prev_box, PREV_BOX_BYTES), _wraps(wraps))


def _replace(payload: Item) -> Replace:
    keys, wraps, final = array(payload, 3)
    ed, x = array(keys, 2)
    last = None if final is None else _head(final)
    return Replace(octets(ed, 32), octets(x, 32), _wraps(wraps), last)


def _close(payload: Item) -> Close:
    successor, erase = array(payload, 2)
    return Close(octets_or_none(successor, 16), flag(erase))


def _reopen(payload: Item) -> Reopen:
    array(payload, 0)
    return Reopen()


def _members(item: Item) -> tuple[int, ...]:
    members = ascending(tuple(whole(member) for member in array(item)))
    if not members:
        raise Malformed("a device of nobody")
    return members


def _device(item: Item) -> NewDevice:
    ed, x, members = array(item, 3)
    return NewDevice(octets(ed, 32), octets(x, 32), _members(members))


def _card(fields: tuple[Item, ...]) -> NewCard:
    ed, x, holder, mac = fields
    return NewCard(octets(ed, 32), octets(x, 32), whole(holder), octets(mac, 32))


def _wraps(item: Item) -> Wraps:
    pairs = tuple(array(pair, 2) for pair in array(item))
    return tuple((whole(ix), octets(wrap, WRAP_BYTES)) for ix, wrap in pairs)


def _heads(item: Item) -> Heads:
    heads = tuple(_head(part) for part in array(item))
    ascending(tuple(ix for ix, _, _ in heads))
    return heads


def _head(item: Item) -> tuple[int, int, bytes]:
    ix, seq, head = array(item, 3)
    return whole(ix), whole(seq, 1), octets(head, 32)


_READERS: Final[dict[str, Callable[[Item], Operation]]] = {
    "genesis": _genesis,
    "invite": _invite,
    "admit": _admit,
    "card": _add_card,
    "revoke": _revoke,
    "turn": _turn,
    "remove": _remove,
    "rotate": _rotate,
    "replace": _replace,
    "close": _close,
    "reopen": _reopen,
}
