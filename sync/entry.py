"""One entry of the control chain, read into types. What it may do is for membership.py.

`[header bytes, signature]`; the header is read once and its bytes are kept, never encoded again.
"""

from dataclasses import dataclass
from hashlib import sha256

from sync import operation
from sync.encoding import Item, decode, encode, tagged
from sync.errors import Malformed
from sync.keys import SigningKey
from sync.limits import LIMITS
from sync.operation import Operation
from sync.shape import array, octets, text, whole


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it came."""

    space: bytes
    n: int
    prev: bytes
    author: bytes
    ts: int
    operation: Operation
    header_bytes: bytes
    signature: bytes
    raw: bytes
    hash: bytes


def parse(data: bytes) -> Entry:
    """The entry in these bytes. Raises Malformed, also for an operation that is not known here."""
    if len(data) > LIMITS.entry_bytes:
        raise Malformed("an entry too large")
    parts = array(decode(data), 2)
    header_bytes, signature = octets(parts[0]), octets(parts[1], 64)
    version, space, n, prev, author, ts, op, payload = array(decode(header_bytes), 8)
    whole(version, 1, 1)
    return Entry(
        space=octets(space, 16),
        n=whole(n),
        prev=octets(prev, 32),
        author=octets(author, 16),
        ts=whole(ts),
        operation=operation.read(text(op), payload),
        header_bytes=header_bytes,
        signature=signature,
        raw=data,
        hash=sha256(tagged("control-hash", (header_bytes, signature))).digest(),
    )


def signed(header_bytes: bytes) -> bytes:
    """What the author of an entry signs."""
    return tagged("control", header_bytes)


def sign(header: Item, key: SigningKey) -> bytes:
    """The entry with this header. Raises Malformed if nobody could read it."""
    header_bytes = encode(header)
    return parse(encode((header_bytes, key.sign(signed(header_bytes))))).raw


def space_id(header_bytes: bytes) -> bytes:
    """The id of the space that this genesis header makes: over the header with its space zeroed (P1)."""
    version, _, *rest = array(decode(header_bytes), 8)
    return sha256(tagged("space", (version, bytes(16), *rest))).digest()[:16]


def covered_by_card(header_bytes: bytes) -> bytes:
    """What a card's proof is made over: the header with every proof zeroed and, in genesis, its space too (P2)."""
    version, space, n, prev, author, ts, op, payload = array(decode(header_bytes), 8)
    fields = array(payload)
    if op == "genesis":
        cards = tuple((*array(card, 4)[:3], bytes(32)) for card in array(fields[4]))
        space, fields = bytes(16), (*fields[:4], cards, *fields[5:])
    else:
        fields = (*fields[:3], bytes(32), *fields[4:])
    return tagged("card-mac", (version, space, n, prev, author, ts, op, fields))
