"""Whether a record may stand where it stands: README.md section 4, in its order, up to the device's chain.

The same rule runs at the server and on every device (P18). What is inside is opened by envelope.py and judged by
authorship.py, on devices alone.
"""

from collections.abc import Iterable

from sync.chain import Head, extend
from sync.envelope import Record, is_signed_by
from sync.errors import Damaged, Suspicious, SyncError
from sync.membership import Membership


def accept(record: Record, state: Membership, head: Head, last_ctl: int, *, verify: bool = True) -> Head:
    """The device's head after `record`. `last_ctl`: the control entry that its record before named, 0 at first.

    Raises Suspicious CTL_UNKNOWN (the record waits for the control chain), CHAIN_GAP or CHAIN_FORKED, and Damaged for
    the rest. Without `verify` the signature is taken on trust: for a device's own records on its own socket (P21).
    """
    header = record.header
    if header.space != state.space:
        raise Damaged("SPACE_MISMATCH")
    n = state.at(header.ctl)
    if n is None:
        raise Suspicious("CTL_UNKNOWN")
    if n < last_ctl:
        raise Damaged("CTL_BACK")
    if state.is_closed_at(n):
        raise Damaged("SPACE_CLOSED")
    device = state.device(header.device)
    if device is None or device.admitted_n > n:
        raise Damaged("AUTHOR_UNKNOWN")
    if not state.is_active(header.device, n) or _is_beyond(record, device.final):
        raise Damaged("AUTHOR_REMOVED")
    if header.epoch != state.epoch_at(n) or state.is_rotation_due_at(n):
        raise Damaged("EPOCH_WRONG")
    if not state.may_write(header.device, header.by, n):
        raise Damaged("NOT_ALLOWED")
    if verify and not is_signed_by(record, device.ed):
        raise Damaged("SIGNATURE_BAD")
    return extend(head, record)


def furthest(records: Iterable[Record], state: Membership, head: Head, last_ctl: int) -> Head:
    """How far these lead behind the device's head, one after another, each of them as `accept` has it.

    So it is all that an honest server can have of the device: not whatever somebody says that a device has said.
    """
    behind: dict[bytes, list[Record]] = {}
    for record in records:
        behind.setdefault(record.header.prev, []).append(record)
    last, open_ends = head, [(head, last_ctl)]
    while open_ends:
        end, ctl = open_ends.pop()
        last = max(last, end, key=lambda each: each.seq)
        for record in behind.get(end.hash, ()):
            try:
                after = accept(record, state, end, ctl)
            except SyncError:
                continue
            open_ends.append((after, state.at(record.header.ctl) or 0))
    return last


def _is_beyond(record: Record, final: tuple[int, bytes] | None) -> bool:
    """Whether a removed device's record is not one of those that count."""
    if final is None:
        return False
    seq, head = final
    return record.header.seq > seq or (record.header.seq == seq and record.hash != head)
