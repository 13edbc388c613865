"""Devices that have stopped by a rule, and for no other reason: their people are told, and keep all that they wrote."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from sync.encoding import decode
from sync.entry import parse
from sync.envelope import Record, is_signed_by, open_payload
from sync.envelope import parse as parse_record
from sync.errors import Damaged, Malformed
from sync.facts import replay
from sync.membership import Membership
from sync.operation import Close, Remove, Revoke, Turn
from sync.shape import array, octets
from tests.simulation.tablet import Tablet
from tests.simulation.world import World

# FORK_CONTROL: its chain went another way than the server's, which was restored (then only if what its branch took
#   from somebody would be given back to them), was rolled back, or showed two faces (P19).
# FINAL_BACK: on a server that had lost records somebody was removed, with fewer than this one has verified (P17): what
#   people wrote since may rest on them, and would come to nobody who does not hold them.
# CTL_CONFLICT: it holds a removal that the server has lost, and whoever was removed has written more there since; or
#   the server, which was rolled back and does not say so, lacks words that nobody but they still have: the entry can no
#   longer be given back, and what was sealed after it names it (P17). It is told, and goes on alone.
# DEVICE_UNKNOWN: it was let in on a branch that was lost, and must be invited anew.
KINDS: Final = ("FORK_CONTROL", "FINAL_BACK", "CTL_CONFLICT", "DEVICE_UNKNOWN")


def stops_by_rule(world: World, tablet: Tablet) -> str | None:
    """The rule; none for a device that goes on, or that has no business to stop."""
    log, replica, refusal = world.relay.log, tablet.device.replica, tablet.device.refusal
    ours, me = replica.entries, replica.me
    if log is None or me is None or not world.has_gone_back:
        return None
    size = min(len(ours), len(log.entries))
    parted = next((n for n in range(size) if ours[n] != log.entries[n]), size)
    has_parted = parted < size
    if refusal is not None and refusal.code in {"CTL_CONFLICT", "CTL_UNKNOWN"}:
        is_ahead = parted == len(log.entries) < len(ours)
        if is_ahead and isinstance(parse(ours[parted]).operation, Remove) and _may_conflict(world, tablet, parted):
            return "CTL_CONFLICT"
    if tablet.device.is_settled:
        return None
    if refusal is not None and refusal.code == "DEVICE_UNKNOWN":
        return "DEVICE_UNKNOWN" if log.state.device(replica.keys.id) is None and me.admitted_n >= parted else None
    if "FINAL_BACK" in tablet.device.alarms and _is_cut_off(log.state, parted, tablet):
        return "FINAL_BACK"
    may_stop = world.has_lied_about_the_chain or any(_takes_away(raw) for raw in ours[parted:])
    return "FORK_CONTROL" if "FORK_CONTROL" in tablet.device.alarms and has_parted and may_stop else None


def _may_conflict(world: World, tablet: Tablet, n: int) -> bool:
    """Whether the relay may refuse this removal: a restored one only if it has other or more than what was removed."""
    log, state = world.relay.log, tablet.device.replica.state
    if log is None or state is None or not log.is_restored:
        return True
    gone = [known for known in state.devices if known.removed_n == n and not known.paper]
    ends = [(log.head(known.id), *(known.final or (0, bytes(32)))) for known in gone]
    return any(head.seq >= seq and (head.seq, head.hash) != (seq, last) for head, seq, last in ends)


def _is_cut_off(state: Membership, parted: int, tablet: Tablet) -> bool:
    """Whether somebody has been removed since with less than this one has verified."""
    held = tablet.device.replica.log.held
    since = [known for known in state.devices if known.removed_n is not None and known.removed_n >= parted]
    ends = [(held.get(known.id, []), *known.final) for known in since if known.final is not None]
    return any(
        len(raws) > seq or (len(raws) == seq > 0 and parse_record(raws[-1]).hash != end) for raws, seq, end in ends
    )


def waits_for_them_alone(tablet: Tablet, stopped: Sequence[Tablet]) -> bool:
    """Whether nothing waits here but what was said by those who have stopped, under entries that they alone have.

    A lying relay has shown it, and taken back what it names: that it is missing is true, and nobody can mend it.
    """
    state, log = tablet.device.replica.state, tablet.device.replica.log
    waiting = [record for known in state.devices for record in log.waiting.of(known.id)] if state else []
    return all(_is_lost_with(record, stopped) for record in waiting)


def missing_of(tablet: Tablet) -> set[tuple[bytes, int]]:
    """Device and seq of what a record that is held here says that its author had seen, or an entry that somebody had
    said by their end, and is not held.

    So whoever has stopped goes on saying that something is missing, and it is true: nothing more comes to them. So does
    whoever goes on with a relay that has lost what they alone have who have gone since.
    """
    state, log = tablet.device.replica.state, tablet.device.replica.log
    if state is None:
        return set()
    length = {known.ix: log.length(known.id) for known in state.devices}
    final = {known.ix: known.final[0] for known in state.devices if known.final is not None}
    seen = [each for known in state.devices for record in log.records(known.id) for each in record.header.seen]
    ends = {*final.items(), *((ix, min(seq, final.get(ix, seq))) for ix, seq in seen)}
    return {(state.devices[ix].id, seq) for ix, end in ends for seq in range(length[ix] + 1, end + 1)}


def waits_for_an_entry(tablet: Tablet) -> bool:
    """Whether what waits here, signed by whoever said it, names an entry that has not come to this device."""
    state, log = tablet.device.replica.state, tablet.device.replica.log
    known = state.devices if state else ()
    return any(
        state is not None and state.at(record.header.ctl) is None and is_signed_by(record, author.ed)
        for author in known
        for record in log.waiting.of(author.id)
    )


def kept_records(tablet: Tablet) -> set[tuple[bytes, int]]:
    """Device and seq of all that this disk has ever taken in."""
    facts = [array(decode(fact)) for fact in tablet.kept]
    raws = [octets(fact[-1]) for fact in facts if fact[0] in ("record", "sealed", "said", "adopt")]
    records = [record for raw in raws if (record := _parsed(raw))]
    return {(record.header.device, record.header.seq) for record in records}


def _is_lost_with(record: Record, stopped: Sequence[Tablet]) -> bool:
    authors = [each.device.replica for each in stopped if each.device.replica.keys.id == record.header.device]
    return any(each.state is not None and each.state.at(record.header.ctl) is not None for each in authors)


def lost_from_disk(tablet: Tablet) -> int:
    """How many of the edits that were kept here, and on no older disk, are not found again on this very disk."""
    replica = replay(tablet.kept)
    found = Counter(draft.update for draft in (*replica.drafts, *replica.unsaid))
    for raw in replica.log.everything():
        found.update(_updates_in(raw, replica.epoch_keys))
    return (Counter(tablet.saved) - found - Counter(tablet.only_stored.keys())).total()


def _takes_away(raw: bytes) -> bool:
    return isinstance(parse(raw).operation, (Remove, Turn, Revoke, Close))


def _updates_in(raw: bytes, epoch_keys: tuple[bytes, ...]) -> list[bytes]:
    record = _parsed(raw)
    if record is None:
        return []
    for key in epoch_keys:
        try:
            update = open_payload(record, key).update
        except Damaged:
            continue
        return [update] if update is not None else []
    return []


def _parsed(raw: bytes) -> Record | None:
    try:
        return parse_record(raw)
    except Malformed:
        return None
