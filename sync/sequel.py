"""Records as a device brings them: nearly each is like the one before, but for seq, prev and what is sealed or signed.

Where all else is the same, byte by byte, it is not read again: the relay lives on this. Whatever is not so is for
envelope.py, and tests/sync/test_sequel.py holds the two together.
"""

from hashlib import sha256
from typing import Final, NamedTuple

from sync import envelope
from sync.encoding import head
from sync.envelope import HASHED, Header, Record

_SEQ_AT: Final = 37  # in a header: behind its own head, version and kind, and two ids with a byte of length
_LEAST: Final = {2: 24, 3: 0x100, 5: 0x10000}  # the seq that needs so many bytes, of those that are looked at here
_DIGEST: Final = b"\x58\x20"  # 32 bytes follow
_SIGNATURE: Final = b"\x58\x40"  # 64 bytes follow, the last ones


class _Mould(NamedTuple):
    """What records have in common that differ in seq, prev, body and signature, and where these stand."""

    size: int
    least_seq: int
    before: bytes  # up to the first byte of seq, which says how many there are
    behind: bytes  # from prev up to the body
    header_at: int
    prev_at: int
    behind_at: int
    header_end: int
    body_at: int
    body_end: int
    header: Header


class Reader:
    """Reads records, each as `envelope.parse` does, and quicker when it is like the one before."""

    __slots__ = ("_mould",)

    def __init__(self) -> None:
        self._mould: _Mould | None = None

    def parse(self, data: bytes) -> Record:
        """As envelope.parse."""
        record = None if self._mould is None else _cast(self._mould, data)
        if record is None:
            record = envelope.parse(data)
            self._mould = _mould_of(record)
        return record


def _mould_of(record: Record) -> _Mould | None:
    """None for a record with a seq of a size that is not looked at here."""
    raw, header = record.raw, record.header
    seq_size = len(head(0, header.seq))
    least_seq = _LEAST.get(seq_size)
    if least_seq is None:
        return None
    header_at = len(head(4, 3)) + len(head(2, len(record.header_bytes)))
    header_end = header_at + len(record.header_bytes)
    seq_at = header_at + _SEQ_AT
    prev_at = seq_at + seq_size + len(_DIGEST)
    behind_at, body_end = prev_at + 32, len(raw) - 64 - len(_SIGNATURE)
    body_at = body_end - len(record.body)
    return _Mould(
        len(raw), least_seq, raw[: seq_at + 1], raw[behind_at:body_at], header_at, prev_at, behind_at, header_end,
        body_at, body_end, header,
    )  # fmt: skip


def _cast(mould: _Mould, data: bytes) -> Record | None:
    """None for what does not fit into the mould."""
    size, least_seq, before, behind, header_at, prev_at, behind_at, header_end, body_at, body_end, like = mould
    if len(data) != size or not data.startswith(before) or not data.startswith(behind, behind_at):
        return None
    signature_at = body_end + 2
    seq = int.from_bytes(data[len(before) : prev_at - 2], "big")
    if seq < least_seq or data[prev_at - 2 : prev_at] != _DIGEST or data[body_end:signature_at] != _SIGNATURE:
        return None
    kind, space, device, _, _, epoch, ctl, by, seen = like
    header = Header(kind, space, device, seq, data[prev_at:behind_at], epoch, ctl, by, seen)
    body = data[body_at:body_end]
    hashed = HASHED + data[1:header_end] + _DIGEST + sha256(body).digest() + data[body_end:]
    return Record(header, data[header_at:header_end], body, data[signature_at:], data, sha256(hashed).digest())
