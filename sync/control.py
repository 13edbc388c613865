"""Writing entries of the control chain. What may be written is decided by membership.py alone."""

from collections.abc import Sequence
from typing import Final

from sync import entry as entries
from sync.card import CardKeys
from sync.encoding import Item, encode
from sync.joining import Invitation
from sync.keys import DeviceKeys, Randomness, commitment, device_id, seal_prev, wrap, wrap_info
from sync.membership import Membership
from sync.operation import SUITE, Heads, NewDevice
from sync.removal import closure
from sync.rights import Device

_KEY_BYTES: Final = 32


def genesis(
    author: DeviceKeys,
    listed: tuple[int, ...],
    member_count: int,
    cards: Sequence[tuple[CardKeys, int]],
    epoch_key: bytes,
    nonce: bytes,
    ts: int,
    randomness: Randomness,
    more: Sequence[NewDevice] = (),
    predecessor: bytes | None = None,
) -> bytes:
    """The entry that makes a space: its first device, whom that lists, cards with their holders, what was before it."""
    devices = [(author.signing.public, author.box.public, listed), *((new.ed, new.x, new.members) for new in more)]
    papers = [(card.device.signing.public, card.device.box.public, holder) for card, holder in cards]
    everyone = [(ed, x) for ed, x, _ in [*devices, *papers]]
    wraps = [
        (ix, wrap(epoch_key, x, wrap_info(nonce, 0, bytes(32), device_id(ed, x)), randomness))
        for ix, (ed, x) in enumerate(everyone)
    ]

    def header(space: bytes, macs: Sequence[bytes]) -> Item:
        with_macs = [(*paper, mac) for paper, mac in zip(papers, macs, strict=True)]
        before = () if predecessor is None else (predecessor,)
        payload = (SUITE, nonce, member_count, devices, with_macs, (commitment(epoch_key), wraps), *before)
        return (1, space, 0, bytes(32), author.id, ts, "genesis", payload)

    blank = encode(header(bytes(16), [bytes(32) for _ in papers]))
    macs = [card.proof(blank) for card, _ in cards]
    space = entries.space_id(encode(header(bytes(16), macs)))
    return entries.sign(header(space, macs), author.signing)


def invite(
    state: Membership, author: DeviceKeys, invitation: Invitation, listed: tuple[int, ...], expires: int, ts: int
) -> bytes:
    """The entry that invites a device which will list these members. `expires` in unix seconds."""
    payload = (invitation.sign.public, invitation.box.public, listed, expires)
    return _next(state, author, "invite", payload, ts)


def admit(
    state: Membership,
    author: DeviceKeys,
    request: bytes | None,
    new: NewDevice,
    epoch_key: bytes,
    heads: Sequence[tuple[int, int, bytes]],
    ts: int,
    randomness: Randomness,
) -> bytes:
    """The entry that admits a device; with no request when the author is a card. `heads` is what the author has."""
    wrapped = _wrap(state, new.ed, new.x, epoch_key, randomness)
    payload = (request, (new.ed, new.x, new.members), ((len(state.devices), wrapped),), heads)
    return _next(state, author, "admit", payload, ts)


def card(
    state: Membership,
    author: DeviceKeys,
    keys: CardKeys,
    holder: int,
    epoch_key: bytes,
    ts: int,
    randomness: Randomness,
) -> bytes:
    """The entry that gives a member a key card."""
    ed, x = keys.device.signing.public, keys.device.box.public
    wrapped = _wrap(state, ed, x, epoch_key, randomness)
    blank = encode(_header(state, author, "card", (ed, x, holder, bytes(32), wrapped), ts))
    return _next(state, author, "card", (ed, x, holder, keys.proof(blank), wrapped), ts)


def revoke(state: Membership, author: DeviceKeys, invite_id: bytes, ts: int) -> bytes:
    """The entry that takes an invitation back."""
    return _next(state, author, "revoke", (invite_id,), ts)


def turn(state: Membership, author: DeviceKeys, ix: int, members: tuple[int, ...], ts: int) -> bytes:
    """The entry that makes a shared device that of these members alone."""
    return _next(state, author, "turn", (ix, members), ts)


def remove(
    state: Membership,
    author: DeviceKeys,
    devices: Sequence[int],
    members: Sequence[int],
    heads: Heads,
    epoch_key: bytes,
    ts: int,
    randomness: Randomness,
) -> bytes:
    """The entry that removes devices, cards and members by index, and whatever goes with them.

    `heads` is the last record of each device, as the server has it. The space gets a new key in the same entry, unless
    the author is one of those who go.
    """
    going = closure(state, devices, members)
    final = tuple(head for head in heads if head[0] in going.devices)
    me = state.device(author.id)
    is_leaving = me is not None and me.ix in going.devices
    rotation = None if is_leaving else _rotation(state, going.remaining(state), epoch_key, randomness)
    return _next(state, author, "remove", (tuple(sorted(devices)), tuple(sorted(members)), final, rotation), ts)


def rotate(state: Membership, author: DeviceKeys, epoch_key: bytes, ts: int, randomness: Randomness) -> bytes:
    """The entry that gives the space a new key. `epoch_key` is that of the epoch before."""
    return _next(state, author, "rotate", _rotation(state, state.active, epoch_key, randomness), ts)


def replace_device(
    state: Membership,
    author: DeviceKeys,
    new: DeviceKeys,
    final: tuple[int, int, bytes] | None,
    epoch_key: bytes,
    ts: int,
    randomness: Randomness,
) -> bytes:
    """The entry with which a device goes on under new keys. `final` is its last record, as the server has it."""
    ed, x = new.signing.public, new.box.public
    wraps = ((len(state.devices), _wrap(state, ed, x, epoch_key, randomness)),)
    return _next(state, author, "replace", ((ed, x), wraps, final), ts)


def close(state: Membership, author: DeviceKeys, successor: bytes | None, *, erase: bool, ts: int) -> bytes:
    """The entry that closes the space, for ever if it is to be erased."""
    return _next(state, author, "close", (successor, erase), ts)


def reopen(state: Membership, author: DeviceKeys, ts: int) -> bytes:
    """The entry that opens a closed space again."""
    return _next(state, author, "reopen", (), ts)


def _rotation(state: Membership, everyone: Sequence[Device], before: bytes, randomness: Randomness) -> Item:
    epoch, new_key = state.epoch + 1, randomness(_KEY_BYTES)
    box = seal_prev(new_key, before, state.space, epoch, state.head, randomness)
    wraps = tuple(
        (known.ix, wrap(new_key, known.x, wrap_info(state.nonce, epoch, state.head, known.id), randomness))
        for known in everyone
    )
    return (commitment(new_key), box, wraps)


def _wrap(state: Membership, ed: bytes, x: bytes, epoch_key: bytes, randomness: Randomness) -> bytes:
    info = wrap_info(state.nonce, state.epoch, state.head, device_id(ed, x))
    return wrap(epoch_key, x, info, randomness)


def _header(state: Membership, author: DeviceKeys, op: str, payload: Item, ts: int) -> Item:
    return (1, state.space, state.n + 1, state.head, author.id, ts, op, payload)


def _next(state: Membership, author: DeviceKeys, op: str, payload: Item, ts: int) -> bytes:
    return entries.sign(_header(state, author, op, payload, ts), author.signing)
