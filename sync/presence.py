"""Who is here and what their hands do: sealed, never stored, dropped first (P29). Nothing durable follows from it.

Vectors: vectors/presence.json.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.encoding import Item, decode, encode
from sync.envelope import By
from sync.errors import Damaged, Malformed
from sync.keys import presence_key
from sync.limits import LIMITS
from sync.messages import Eph
from sync.padding import pad_presence, unpad_presence
from sync.shape import array, ascending, octets, text, whole

_FARTHEST: Final = 1_000_000  # thousandths of the outer ring's radius


@dataclass(frozen=True, slots=True)
class PresenceHeader:
    """What everyone may know about a frame. A session is one connection of one device."""

    space: bytes
    device: bytes
    epoch: int
    session: bytes
    counter: int  # from 1, rising within the session


@dataclass(frozen=True, slots=True)
class Here:
    """My nonce, and the nonces heard from others: whoever finds their own in it knows that this session is live."""

    nonce: bytes
    heard: tuple[tuple[bytes, bytes], ...]  # session, its nonce


@dataclass(frozen=True, slots=True)
class Hand:
    """One finger on the map."""

    pointer: int
    kind: str
    entity: str
    ring: str | None
    angle: int | None  # tenths of a degree
    x: int  # thousandths of the outer ring's radius, from the middle
    y: int


@dataclass(frozen=True, slots=True)
class Hands:
    by: By
    hands: tuple[Hand, ...]  # all of them; none when they are lifted


@dataclass(frozen=True, slots=True)
class Typing:
    by: By
    entity: str
    field: str


@dataclass(frozen=True, slots=True)
class Have:
    """What has been applied here: "on Jo's tablet too"."""

    heads: tuple[tuple[int, int], ...]  # device index, seq


@dataclass(frozen=True, slots=True)
class Bye:
    pass


Presence: TypeAlias = Here | Hands | Typing | Have | Bye


def seal(header: PresenceHeader, presence: Presence, epoch_key: bytes) -> Eph:
    """The frame that says `presence`. Raises Damaged TOO_LARGE."""
    h = header
    header_bytes = encode((1, h.space, h.device, h.epoch, h.session, h.counter))
    parse_header(header_bytes)
    key = presence_key(epoch_key, h.session, h.device)
    box = AESGCM(key).encrypt(_nonce(h.counter), pad_presence(encode(_items(presence))), header_bytes)
    if len(header_bytes) + len(box) > LIMITS.eph_bytes:
        raise Damaged("TOO_LARGE")
    return Eph(header_bytes, box)


def parse_header(header_bytes: bytes) -> PresenceHeader:
    """The header in these bytes. Raises Malformed."""
    version, space, device, epoch, session, counter = array(decode(header_bytes), 6)
    whole(version, 1, 1)
    return PresenceHeader(octets(space, 16), octets(device, 16), whole(epoch), octets(session, 16), whole(counter, 1))


def open_frame(frame: Eph, space: bytes, epoch: int, epoch_key: bytes, last_counter: int) -> Presence:
    """What the frame says. `last_counter` is the last heard in its session, 0 at first.

    Raises Damaged: MALFORMED, SPACE_MISMATCH, EPOCH_WRONG, COUNTER_BACK or DECRYPT_BAD, in this order.
    """
    if len(frame.header) + len(frame.box) > LIMITS.eph_bytes:
        raise Malformed("a frame too large")
    header = parse_header(frame.header)
    if header.space != space:
        raise Damaged("SPACE_MISMATCH")
    if header.epoch != epoch:
        raise Damaged("EPOCH_WRONG")
    if header.counter <= last_counter:
        raise Damaged("COUNTER_BACK")
    key = presence_key(epoch_key, header.session, header.device)
    try:
        plain = AESGCM(key).decrypt(_nonce(header.counter), frame.box, frame.header)
        return _parse(decode(unpad_presence(plain)))
    except (InvalidTag, ValueError, Malformed) as error:
        raise Damaged("DECRYPT_BAD") from error


def _nonce(counter: int) -> bytes:
    return counter.to_bytes(12, "big")


def _items(presence: Presence) -> Item:
    match presence:
        case Here(nonce, heard):
            return "here", nonce, heard
        case Hands(by, hands):
            return "hands", by, [(h.pointer, h.kind, h.entity, h.ring, h.angle, h.x, h.y) for h in hands]
        case Typing(by, entity, field):
            return "typing", by, entity, field
        case Have(heads):
            return "have", heads
        case Bye():
            return ("bye",)
        case _:
            assert_never(presence)


def _parse(item: Item) -> Presence:
    kind, *fields = array(item) or (None,)
    match kind, fields:
        case "here", [nonce, heard]:
            pairs = tuple(array(pair, 2) for pair in array(heard))
            return Here(octets(nonce, 16), tuple((octets(one, 16), octets(two, 16)) for one, two in pairs))
        case "hands", [by, hands]:
            return Hands(_by(by), tuple(_hand(array(hand, 7)) for hand in array(hands)))
        case "typing", [by, entity, field]:
            return Typing(_by(by), text(entity), text(field))
        case "have", [heads]:
            pairs = tuple(array(pair, 2) for pair in array(heads))
            found = tuple((whole(ix), whole(seq, 1)) for ix, seq in pairs)
            ascending(tuple(ix for ix, _ in found))
            return Have(found)
        case "bye", []:
            return Bye()
        case _:
            raise Malformed("a presence that is not known")


def _by(item: Item) -> By:
    return "both" if item == "both" else whole(item)


def _hand(fields: tuple[Item, ...]) -> Hand:
    pointer, kind, entity, ring, angle, x, y = fields
    return Hand(
        pointer=whole(pointer),
        kind=text(kind),
        entity=text(entity),
        ring=None if ring is None else text(ring),
        angle=None if angle is None else whole(angle, 0, 3599),
        x=whole(x, -_FARTHEST, _FARTHEST),
        y=whole(y, -_FARTHEST, _FARTHEST),
    )
