"""What one device has said, in order: the rule for extending its chain of records.

The same rule runs in the server, in the tests and, as chain.ts, in the browser. Vectors: vectors/chain.json.
"""

from dataclasses import dataclass

from sync.envelope import Record
from sync.errors import Suspicious


@dataclass(frozen=True, slots=True)
class Head:
    """The last record that is held from a device."""

    seq: int = 0
    hash: bytes = bytes(32)


def extend(head: Head, record: Record) -> Head:
    """The head after `record`; the same head when it is that very record, sent again because an ACK was lost.

    Raises Suspicious CHAIN_GAP when records are missing before it, CHAIN_FORKED when it contradicts what is held.
    """
    seq = record.header.seq
    if (seq, record.hash) == (head.seq, head.hash):
        return head
    if seq > head.seq + 1:
        raise Suspicious("CHAIN_GAP", f"expected {head.seq + 1}")
    if seq <= head.seq or record.header.prev != head.hash:
        raise Suspicious("CHAIN_FORKED", f"at {seq}")
    return Head(seq, record.hash)
