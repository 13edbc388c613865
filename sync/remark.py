"""What a record may say about the log itself, instead of changing the document: README.md section 4, kinds 2, 3 and 5.

Only form is judged here. Vectors: vectors/envelope.json.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from sync.encoding import Item
from sync.errors import Malformed
from sync.limits import LIMITS
from sync.shape import array, ascending, flag, octets, text, whole

Cover: TypeAlias = tuple[int, int, bytes]  # device index, seq, record hash

# Said by the device that goes on for the record's author: from this one on its words are said anew (P23).
SAID_ANEW: Final = "SAID_ANEW"
_FORMAT: Final = "s1"
MOST_PARTS: Final = -(-LIMITS.snapshot_bytes // LIMITS.snapshot_part_bytes)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of a snapshot, which stand in a row in their device's chain.

    The first says what the snapshot is of; in the others position is 0, covers and digest are empty.
    """

    index: int  # from 0
    count: int
    position: int  # the first that is not in it
    covers: tuple[Cover, ...]  # the heads whose records are in it
    digest: bytes
    piece: bytes


@dataclass(frozen=True, slots=True)
class Attest:
    """A device has built the state anew from the log, up to what a snapshot covers."""

    ix: int  # of the snapshot's device
    first_seq: int  # of its first part
    last_hash: bytes  # of the record with its last part
    digest: bytes  # of what was built
    ok: bool  # whether the snapshot opens, and is the same


@dataclass(frozen=True, slots=True)
class Notice:
    """A record is set aside at the device that says so (P23). A code that is not known here is kept as it came."""

    ix: int  # of the record's device
    seq: int
    hash: bytes
    code: str


Remark: TypeAlias = Part | Attest | Notice


def parse_part(items: tuple[Item, ...]) -> Part:
    """Raises Malformed."""
    form, index, count, position, covers, digest, piece = array(items, 7)
    if form != _FORMAT:
        raise Malformed("a snapshot in a form that is not known")
    total = whole(count, 1, MOST_PARTS)
    place = whole(index, 0, total - 1)
    heads = tuple(_cover(head) for head in array(covers))
    ascending(tuple(ix for ix, _, _ in heads))
    if place > 0 and heads:
        raise Malformed("a later part of a snapshot that says what it is of")
    found = octets(piece)
    if not 0 < len(found) <= LIMITS.snapshot_part_bytes:
        raise Malformed("a part of a snapshot that is empty or too large")
    at = whole(position, 1) if place == 0 else whole(position, 0, 0)
    return Part(place, total, at, heads, octets(digest, 32 if place == 0 else 0), found)


def parse_attest(items: tuple[Item, ...]) -> Attest:
    """Raises Malformed."""
    ix, first_seq, last_hash, digest, ok = array(items, 5)
    return Attest(whole(ix), whole(first_seq, 1), octets(last_hash, 32), octets(digest, 32), flag(ok))


def parse_notice(items: tuple[Item, ...]) -> Notice:
    """Raises Malformed."""
    ix, seq, record_hash, code = array(items, 4)
    if not text(code):
        raise Malformed("a notice without a code")
    return Notice(whole(ix), whole(seq, 1), octets(record_hash, 32), text(code))


def remark_items(remark: Remark) -> tuple[Item, ...]:
    """What stands in the payload behind schema and time."""
    match remark:
        case Part(index, count, position, covers, digest, piece):
            return _FORMAT, index, count, position, covers, digest, piece
        case Attest(ix, first_seq, last_hash, digest, ok):
            return ix, first_seq, last_hash, digest, ok
        case Notice(ix, seq, record_hash, code):
            return ix, seq, record_hash, code


def _cover(item: Item) -> Cover:
    ix, seq, record_hash = array(item, 3)
    return whole(ix), whole(seq, 1), octets(record_hash, 32)
