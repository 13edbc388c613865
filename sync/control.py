"""Writing entries of the control chain. What may be written is decided by membership.py alone."""

from collections.abc import Sequence

from sync import entry as entries
from sync.card import CardKeys
from sync.encoding import Item, encode
from sync.entry import SUITE, NewDevice
from sync.joining import Invitation
from sync.keys import DeviceKeys, Randomness, commitment, device_id, wrap, wrap_info
from sync.membership import Membership


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
) -> bytes:
    """The entry that makes a space: its first device, whom that lists, and cards with their holders."""
    devices = [(author.signing.public, author.box.public, listed), *((new.ed, new.x, new.members) for new in more)]
    papers = [(card.device.signing.public, card.device.box.public, holder) for card, holder in cards]
    everyone = [(ed, x) for ed, x, _ in [*devices, *papers]]
    wraps = [
        (ix, wrap(epoch_key, x, wrap_info(nonce, 0, bytes(32), device_id(ed, x)), randomness))
        for ix, (ed, x) in enumerate(everyone)
    ]

    def header(space: bytes, macs: Sequence[bytes]) -> Item:
        with_macs = [(*paper, mac) for paper, mac in zip(papers, macs, strict=True)]
        payload = (SUITE, nonce, member_count, devices, with_macs, (commitment(epoch_key), wraps))
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


def _wrap(state: Membership, ed: bytes, x: bytes, epoch_key: bytes, randomness: Randomness) -> bytes:
    info = wrap_info(state.nonce, state.epoch_at(state.n), state.head, device_id(ed, x))
    return wrap(epoch_key, x, info, randomness)


def _header(state: Membership, author: DeviceKeys, op: str, payload: Item, ts: int) -> Item:
    return (1, state.space, state.n + 1, state.head, author.id, ts, op, payload)


def _next(state: Membership, author: DeviceKeys, op: str, payload: Item, ts: int) -> bytes:
    return entries.sign(_header(state, author, op, payload, ts), author.signing)
