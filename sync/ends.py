"""Whether an entry that removes a device leaves it all that is known to have been stored of it (P17)."""

from sync.belonging import Membership
from sync.envelope import parse
from sync.errors import Suspicious
from sync.record_log import RecordLog
from sync.rights import Device


def check_ends(state: Membership, log: RecordLog, own: bytes, own_stored_seq: int) -> None:
    """`state` is that after the entry. Raises Suspicious FINAL_BACK, and says so among the log's alarms."""
    gone = [known for known in state.devices if known.removed_n == state.n]
    _check(gone, state, log, {own: own_stored_seq})


def check_ends_of_branch(state: Membership, parted: int, log: RecordLog, own: bytes) -> None:
    """The same for another branch, from this entry on: what others wrote may rest on the words that it cuts off.

    What a restored server has of this device itself is not known, and if it was removed it has ended anyway.
    """
    gone = [known for known in state.devices if known.removed_n is not None and known.removed_n >= parted]
    _check(gone, state, log, {own: 0})


def _check(gone: list[Device], state: Membership, log: RecordLog, known_seqs: dict[bytes, int]) -> None:
    for device in gone:
        if device.final is None or _has_gone_on(state, device):
            continue
        seq, last = device.final
        held = log.held.get(device.id, [])
        known = known_seqs.get(device.id, len(held))
        if known > seq or (0 < seq <= known and parse(held[seq - 1]).hash != last):
            log.alarms.add("FINAL_BACK")
            raise Suspicious("FINAL_BACK")


def _has_gone_on(state: Membership, gone: Device) -> bool:
    """It says itself, under new keys, which of its records stand (P22)."""
    return any(known.replaces == gone.ix and known.admitted_n == gone.removed_n for known in state.devices)
