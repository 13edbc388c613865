"""Whether an entry that removes a device leaves it all that is known to have been stored of it (P17)."""

from collections.abc import Mapping

from sync.belonging import Membership
from sync.envelope import parse
from sync.errors import Suspicious
from sync.record_log import RecordLog
from sync.rights import Device


def check_ends(state: Membership, log: RecordLog, own: bytes, own_stored_seq: int, shown: Mapping[bytes, int]) -> bool:
    """`state` is that after the entry; `shown`: how much of each device the server has had since it was restored last.

    Whether it cuts off what a restored server need not have known: that is told, and stands no longer. Raises
    Suspicious FINAL_BACK where it did know. Both are among the log's alarms.
    """
    gone = [known for known in state.devices if known.removed_n == state.n]
    known_seqs = {known.id: min(log.length(known.id), shown.get(known.id, 0)) for known in gone}
    _check(gone, state, log, known_seqs | {own: own_stored_seq})
    others = [known for known in gone if known.id != own and not _has_gone_on(state, known)]
    if any(_is_another(known, log) for known in others):
        log.alarms.add("FINAL_BACK")
        raise Suspicious("FINAL_BACK")
    is_cut = any(known.final and log.length(known.id) > known.final[0] for known in others)
    if is_cut:
        log.alarms.add("FINAL_BACK")
    return is_cut


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


def _is_another(gone: Device, log: RecordLog) -> bool:
    """Whether its end is not the record that is held in that place: no restore makes that."""
    seq, last = gone.final or (0, bytes(32))
    held = log.held.get(gone.id, [])
    return 0 < seq <= len(held) and parse(held[seq - 1]).hash != last


def _has_gone_on(state: Membership, gone: Device) -> bool:
    """It says itself, under new keys, which of its records stand (P22)."""
    return any(known.replaces == gone.ix and known.admitted_n == gone.removed_n for known in state.devices)
