"""The header of the record with which a device goes on: behind its last, and saying what it has seen since that."""

from collections.abc import Iterable, Mapping

from sync.belonging import Membership
from sync.envelope import By, Header
from sync.record_log import RecordLog
from sync.rights import Device


def next_header(
    kind: int, by: By, state: Membership, me: Device, log: RecordLog, told: Mapping[int, int], behind: Iterable[By] = ()
) -> Header | None:
    """`told`: by device index, the head that this device's records so far have said that it has seen.

    It names the newest control entry under which this hand may write here: a device that was turned says what was
    written before as it was meant, as long as nothing that it has said names a later one. So it leaves room for the
    hands in which is written what waits `behind` it. None if there is none.
    """
    first, hands = log.last_ctl(me.id), {by, *behind} if me.turned else {by}
    newest = {hand: n for hand in hands if (n := _newest(state, me, hand, first, state.n)) is not None}
    if by not in newest:
        return None
    n = _newest(state, me, by, first, min(newest.values()))
    n = newest[by] if n is None else n
    head, heads = log.head(me.id), [(ix, seq) for ix, seq, _ in log.heads(state) if ix != me.ix]
    seen = tuple((ix, seq) for ix, seq in heads if told.get(ix) != seq)
    ctl = state.hashes[n][:16]
    return Header(kind, state.space, me.id, head.seq + 1, head.hash, state.epoch_at(n), ctl, by, seen)


def _newest(state: Membership, me: Device, by: By, first: int, last: int) -> int | None:
    """The newest of these entries under which this hand may write here."""
    return next((n for n in range(last, first - 1, -1) if _may_write(state, me, by, n)), None)


def _may_write(state: Membership, me: Device, by: By, n: int) -> bool:
    is_good = state.is_active(me.id, n) and not state.is_closed_at(n) and not state.is_rotation_due_at(n)
    return is_good and state.may_write(me.id, by, n)
