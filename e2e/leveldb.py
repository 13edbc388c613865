"""Reading what Chromium's LevelDB files hold, without LevelDB: logs put together again, tables decompressed.

IndexedDB and local storage of Chromium stand in LevelDB. Its logs (`.log`) are plain but cut into pieces of at most
32 KiB; its tables (`.ldb`) are compressed with Snappy, where a word may be split by a copy and no longer be found by a
plain look. Made for looking through files, not for restoring them: checksums are not checked.
"""

import struct
from collections.abc import Iterator
from typing import Final

TABLE_MAGIC: Final = 0xDB4775248B80FB57
FOOTER_BYTES: Final = 48
TRAILER_BYTES: Final = 5  # kind of compression, checksum
SNAPPY: Final = 1
LOG_BLOCK_BYTES: Final = 32 * 1024
LOG_HEADER_BYTES: Final = 7
LARGEST_BLOCK_BYTES: Final = 64 * 1024 * 1024


class Unreadable(ValueError):
    """These bytes are not what they were taken for."""


def is_table(content: bytes) -> bool:
    """Whether a file's content is a LevelDB table."""
    return len(content) >= FOOTER_BYTES and struct.unpack_from("<Q", content, len(content) - 8)[0] == TABLE_MAGIC


def table_blocks(content: bytes) -> Iterator[bytes]:
    """The data blocks of a table, decompressed. Raises Unreadable."""
    _, after_meta = _handle(content, len(content) - FOOTER_BYTES)
    index, _ = _handle(content, after_meta)
    for _, value in _entries(_block(content, *index)):
        handle, _ = _handle(value, 0)
        yield from (key + kept for key, kept in _entries(_block(content, *handle)))


def log_records(content: bytes) -> Iterator[bytes]:
    """The records of a log, each put together from its pieces."""
    parts: list[bytes] = []
    for block_at in range(0, len(content), LOG_BLOCK_BYTES):
        block = content[block_at : block_at + LOG_BLOCK_BYTES]
        at = 0
        while at + LOG_HEADER_BYTES <= len(block):
            length, kind = struct.unpack_from("<HB", block, at + 4)
            if kind == 0 and length == 0:
                break  # the rest of the block is padding
            parts.append(block[at + LOG_HEADER_BYTES : at + LOG_HEADER_BYTES + length])
            at += LOG_HEADER_BYTES + length
            if kind in {1, 4}:  # whole, or last piece
                yield b"".join(parts)
                parts = []
    if parts:
        yield b"".join(parts)


def torn_at(content: bytes) -> int | None:
    """Where a log ends in a piece that was not written to its end; None where there is none."""
    at = 0
    while at < len(content):
        room = LOG_BLOCK_BYTES - at % LOG_BLOCK_BYTES
        if room < LOG_HEADER_BYTES:
            at += room
            continue
        end = at + LOG_HEADER_BYTES
        if end <= len(content):
            end += struct.unpack_from("<H", content, at + 4)[0]
        if end > len(content):
            return at
        at = end
    return None


def torn(content: bytes) -> bytes:
    """A log whose writer was killed between the header of one more piece and what belongs to it."""
    room = LOG_BLOCK_BYTES - len(content) % LOG_BLOCK_BYTES
    padding = bytes(room) if room < LOG_HEADER_BYTES else b""
    return content + padding + b"torn" + struct.pack("<HB", 256, 1)


def uncompressed(content: bytes) -> bytes:
    """What a Snappy block holds. Raises Unreadable."""
    size, at = _varint(content, 0)
    if size > LARGEST_BLOCK_BYTES:
        raise Unreadable("larger than any block")
    found = bytearray()
    try:
        while at < len(content) and len(found) < size:
            at = _take(content, at, found)
    except IndexError:
        raise Unreadable("the block ends too early") from None
    if len(found) != size:
        raise Unreadable("another length than the block says")
    return bytes(found)


def _take(content: bytes, at: int, found: bytearray) -> int:
    """Adds one element, a literal or a copy of what was found before; where the next begins."""
    tag = content[at]
    at += 1
    if tag & 3 == 0:
        length = tag >> 2
        if length >= 60:
            extra = length - 59
            length = int.from_bytes(content[at : at + extra], "little")
            at += extra
        found += content[at : at + length + 1]
        return at + length + 1
    if tag & 3 == 1:
        length, back = 4 + (tag >> 2 & 7), (tag >> 5) << 8 | content[at]
        at += 1
    else:
        size = 2 if tag & 3 == 2 else 4
        length, back = 1 + (tag >> 2), int.from_bytes(content[at : at + size], "little")
        at += size
    if not 0 < back <= len(found):
        raise Unreadable("a copy of what is not there")
    start = len(found) - back
    again = found[start : start + length]  # shorter where the copy goes on into what it has just written
    found += (again * -(-length // back))[:length]
    return at


def _block(content: bytes, offset: int, size: int) -> bytes:
    kind_at = offset + size
    if kind_at + TRAILER_BYTES > len(content):
        raise Unreadable("a block outside the file")
    block = content[offset:kind_at]
    return uncompressed(block) if content[kind_at] == SNAPPY else block


def _entries(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys with their values. A key is stored as what differs from the one before."""
    restarts = struct.unpack_from("<I", block, len(block) - 4)[0]
    end = len(block) - 4 - 4 * restarts
    at, key = 0, b""
    while at < end:
        shared, at = _varint(block, at)
        fresh, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + fresh]
        at += fresh
        yield key, block[at : at + length]
        at += length


def _handle(content: bytes, at: int) -> tuple[tuple[int, int], int]:
    offset, at = _varint(content, at)
    size, at = _varint(content, at)
    return (offset, size), at


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(content) and shift < 64:
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise Unreadable("a number without an end")
