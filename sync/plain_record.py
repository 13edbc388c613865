"""A record as nearly all of them come, read in one step: the relay lives on this.

What is taken here is taken by encoding.py and envelope.py, with the same result; whatever else comes is theirs to read
or to refuse. tests/sync/test_plain_record.py holds the two together over records that were changed in every place.
"""

import re
from typing import Final, TypeAlias

# Whole numbers in their one form, up to 2**53 - 1 (RFC 8949 section 4.2.1).
_WHOLE: Final = (
    rb"(?:[\x00-\x17]|\x18[\x18-\xff]|\x19[\x01-\xff].|\x1a(?:[\x01-\xff].|\x00[\x01-\xff])..|\x1b\x00[\x00-\x1f](?!\x00\x00).{6}"
    rb"|\x1b\x00[\x01-\x1f]\x00\x00.{4})"
)
_PLAIN: Final = re.compile(
    rb"\x83(?:\x58([\x18-\xff])|\x59([\x01-\xff].))"  # three items; how long the header is
    rb"\x8a\x01([\x01-\x05])\x50(.{16})\x50(.{16})(" + _WHOLE + rb")\x58\x20(.{32})"  # kind, space, device, seq, prev
    rb"(" + _WHOLE + rb")\x50(.{16})(?:(" + _WHOLE + rb")|\x64both)"  # epoch, ctl, by
    rb"([\x80-\x97])((?:\x82(" + _WHOLE + rb")(" + _WHOLE + rb"))*)"  # seen
    rb"(?:\x58([\x18-\xff])|\x59([\x01-\xff].))",  # how long the body is
    re.DOTALL,
)
_PAIR: Final = re.compile(rb"\x82(" + _WHOLE + rb")(" + _WHOLE + rb")", re.DOTALL)
_SIGNATURE: Final = b"\x58\x40"  # 64 bytes follow
_SIGNATURE_BYTES: Final = 66


# The fields of a header, in their order (by: none for "both"), and where the parts stand in the record's bytes: the
# header from and to, the body from and to; there the signature's two bytes of length begin.
PlainRecord: TypeAlias = tuple[
    int, bytes, bytes, int, bytes, int, bytes, int | None, tuple[tuple[int, int], ...], int, int, int, int
]


def read(data: bytes) -> PlainRecord | None:
    """What stands in a record that is sound and plain; none for every other."""
    match = _PLAIN.match(data)
    if match is None:
        return None
    (
        short, long, kind, space, device, seq, prev, epoch, ctl, by, count, pairs, last_ix, last_seq,
        short_body, long_body,
    ) = match.groups()  # fmt: skip
    body_at = match.end()
    header_at, header_size = (3, short[0]) if short else (4, int.from_bytes(long, "big"))
    head_size, body_size = (2, short_body[0]) if short_body else (3, int.from_bytes(long_body, "big"))
    header_end, body_end = body_at - head_size, body_at + body_size
    if header_end - header_at != header_size or body_end + _SIGNATURE_BYTES != len(data) or seq == b"\0":
        return None
    if data[body_end : body_end + 2] != _SIGNATURE:
        return None
    seen: tuple[tuple[int, int], ...] = ()
    if pairs:
        is_one = len(pairs) == 1 + len(last_ix) + len(last_seq) and last_seq != b"\0"
        seen = ((_whole(last_ix), _whole(last_seq)),) if is_one else _pairs(pairs)
    if count[0] - 0x80 != len(seen) or (pairs and not seen):
        return None
    return (
        kind[0], space, device, _whole(seq), prev, _whole(epoch), ctl, None if by is None else _whole(by), seen,
        header_at, header_end, body_at, body_end,
    )  # fmt: skip


def _whole(encoded: bytes) -> int:
    return encoded[0] if len(encoded) == 1 else int.from_bytes(encoded[1:], "big")


def _pairs(encoded: bytes) -> tuple[tuple[int, int], ...]:
    """The heads that moved; none when they are not in rising order, or one of them is no head."""
    pairs, last = list[tuple[int, int]](), -1
    for match in _PAIR.finditer(encoded):
        ix, seq = _whole(match[1]), _whole(match[2])
        if ix <= last or seq < 1:
            return ()
        pairs.append((ix, seq))
        last = ix
    return tuple(pairs)
