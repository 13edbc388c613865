"""Whether a record may stand where it stands: README.md section 4, in its order, up to the device's chain.

The same rule runs at the server and on every device (P18). What is inside is opened by envelope.py and judged by
authorship.py, on devices alone.
"""

from sync.chain import Head, extend
from sync.envelope import Record, is_signed_by
from sync.errors import Damaged, Suspicious
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
    device = state.device(header.device)
    if device is None or device.admitted_n > n:
        raise Damaged("AUTHOR_UNKNOWN")
    if header.epoch != state.epoch_at(n):
        raise Damaged("EPOCH_WRONG")
    if not state.may_write(header.device, header.by):
        raise Damaged("NOT_ALLOWED")
    if verify and not is_signed_by(record, device.ed):
        raise Damaged("SIGNATURE_BAD")
    return extend(head, record)
