"""PUSH, ACK and RECORDS, of which there are thousands a second: a shorter way to and from the same bytes.

messages.py is what they must agree with; tests/sync/test_plain_record.py holds the two together.
"""

from collections.abc import Sequence
from typing import Final

from sync.encoding import head

_PUSH: Final = b"\x82\x0d"  # an array of two, the first of which says PUSH
_ACK: Final = b"\x82\x0e"
_RECORDS: Final = b"\x83\x0c"
_STORED: Final = b"\x83\x50"  # an array of three, the first of which has 16 bytes
_MOST: Final = 23  # what an array counts in its first byte


def plain_push(data: bytes) -> tuple[bytes, ...] | None:
    """The records of a PUSH of at most 23; none when it is not sound, or they are of other than usual sizes."""
    end, at = len(data), 3
    if end <= at or data[:2] != _PUSH:
        return None
    found: list[bytes] = []
    while at + 3 <= end:
        kind, size = data[at], data[at + 1]
        at += 2
        if kind == 0x59:  # two bytes of length
            size = size << 8 | data[at]
            at += 1
            if size < 0x100:
                return None
        elif kind != 0x58 or size < 24:
            return None
        found.append(data[at : at + size])
        at += size
    return tuple(found) if at == end and data[2] - 0x80 == len(found) <= _MOST else None


def ack(stored: Sequence[tuple[bytes, int, int]]) -> bytes:
    """ACK of device, seq and position each."""
    parts = [_ACK, head(4, len(stored))]
    for device, seq, position in stored:
        parts += (_STORED, device, head(0, seq), head(0, position))
    return b"".join(parts)


def records(positioned: Sequence[tuple[int, bytes]], *, end: bool) -> bytes:
    """RECORDS of position and record each."""
    parts = [_RECORDS, head(4, len(positioned))]
    for position, record in positioned:
        parts += (b"\x82", head(0, position), head(2, len(record)), record)
    parts.append(b"\xf5" if end else b"\xf4")
    return b"".join(parts)
