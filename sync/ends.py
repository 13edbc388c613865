"""Whether an entry that removes a device leaves it all that is known to have been stored of it (P17)."""

from sync.belonging import Membership
from sync.envelope import parse
from sync.errors import Suspicious
from sync.record_log import RecordLog


def check_ends(state: Membership, log: RecordLog, own: bytes, own_stored_seq: int) -> None:
    """`state` is that after the entry. Raises Suspicious FINAL_BACK, and says so among the log's alarms.

    A device that goes on under new keys says itself which of its records stand (P22).
    """
    newest = state.devices[-1]
    for gone in state.devices:
        has_gone_on = newest.admitted_n == state.n and newest.replaces == gone.ix
        if gone.removed_n != state.n or gone.final is None or has_gone_on:
            continue
        seq, last = gone.final
        held = log.held.get(gone.id, [])
        known = own_stored_seq if gone.id == own else len(held)
        if known > seq or (0 < seq <= known and parse(held[seq - 1]).hash != last):
            log.alarms.add("FINAL_BACK")
            raise Suspicious("FINAL_BACK")
