"""A photograph as pieces, each small enough for one record (P38): README.md section 5, "Photographs".

A piece is sealed under a key that the document holds, and travels in an update like any other: it writes the piece, and
takes it away again in the same breath. So the log carries it, and no document holds it. Vectors: vectors/pieces.json.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.encoding import tagged
from sync.envelope import By
from sync.errors import Damaged, Malformed
from sync.limits import LIMITS
from sync.yjs_update import read

ROOT: Final = "pieces"  # of the document: what stands there is gone as soon as it was written
_TAG_BYTES: Final = 16
_KEY_BYTES: Final = 32
_LAST_TIME: Final = 2**31 - 1  # Yjs writes larger numbers in another form


def seal(plain: bytes, key: bytes) -> tuple[bytes, ...]:
    """The pieces of a photograph, in order, of nearly one size. `key` is for this alone. Raises Damaged TOO_LARGE."""
    if not 0 < len(plain) <= LIMITS.photograph_bytes:
        raise Damaged("TOO_LARGE")
    count = -(-len(plain) // (LIMITS.photograph_piece_bytes - _TAG_BYTES))
    size = -(-len(plain) // count)
    cut = [plain[at : at + size] for at in range(0, len(plain), size)]
    return tuple(seal_piece(piece, key, index, len(cut)) for index, piece in enumerate(cut))


def seal_piece(plain: bytes, key: bytes, index: int, count: int) -> bytes:
    """One of `count` pieces, bound to its place among them."""
    return AESGCM(key).encrypt(_nonce(index), plain, _bound(index, count))


def name_of(piece: bytes) -> str:
    """What the document calls a sealed piece by: nothing else has this name."""
    return sha256(tagged("piece-name", (piece,))).hexdigest()


def opened(found: Mapping[str, bytes], names: Sequence[str], key: bytes) -> bytes | None:
    """The photograph of the pieces of these names, in order; None while one has not come. Raises Damaged PIECES_BAD."""
    pieces = [found.get(name) for name in names]
    come = [piece for piece in pieces if piece is not None]
    if len(come) < len(pieces):
        return None
    if not names or len(key) != _KEY_BYTES or [name_of(piece) for piece in come] != list(names):
        raise Damaged("PIECES_BAD", "other pieces than it says")
    try:
        plain = [AESGCM(key).decrypt(_nonce(at), piece, _bound(at, len(come))) for at, piece in enumerate(come)]
    except (InvalidTag, ValueError) as error:
        raise Damaged("PIECES_BAD", "another key, or another order") from error
    return b"".join(plain)


def written(client: int, clock: int, piece: bytes, by: By, at: int) -> bytes:
    """The update with this piece in it, and nothing else. Nobody has used `client` from `clock` on."""
    hand = b"\x77" + _text(by) if isinstance(by, str) else b"\x7d" + _signed(by)
    register = b"\x75\x03\x74" + _sized(piece) + hand + b"\x7d" + _signed(min(at, _LAST_TIME))
    # an item of values at a key of a root, one value of it; then the same item among what is deleted
    item = b"\x28\x01" + _text(ROOT) + _text(name_of(piece)) + b"\x01" + register
    place = _number(client) + _number(clock)
    return b"\x01\x01" + place + item + b"\x01" + _number(client) + b"\x01" + _number(clock) + b"\x01"


def pieces_in(update: bytes) -> dict[str, bytes]:
    """The pieces that an update brings, by their names; what only says that it is one is none. Raises Malformed."""
    values = [value for item in read(update).items if item.parent == ROOT and item.key for value in item.values[:1]]
    pieces = [value[0] for value in values if isinstance(value, list) and len(value) == 3]
    return {name_of(piece): piece for piece in pieces if isinstance(piece, bytes)}


def _bound(index: int, count: int) -> bytes:
    return tagged("piece", (index, count))


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")


def _text(text: str) -> bytes:
    return _sized(text.encode())


def _sized(found: bytes) -> bytes:
    return _number(len(found)) + found


def _number(value: int) -> bytes:
    if value < 0:
        raise Malformed("a number below nothing")
    found = bytearray()
    while value > 0x7F:
        found.append(0x80 | value & 0x7F)
        value >>= 7
    return bytes((*found, value))


def _signed(value: int) -> bytes:
    """As lib0 writes a whole number that may be below nothing: six bits, then seven at a time."""
    if value < 0:
        raise Malformed("a number below nothing")
    if value <= 0x3F:
        return bytes((value,))
    return bytes((0x80 | value & 0x3F,)) + _number(value >> 6)
