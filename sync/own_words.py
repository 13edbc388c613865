"""What people write on this device, on its way into records: kept as drafts, sealed in order, and said anew (P23)."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sync.acquaintance import Acquaintance
from sync.authorship import check
from sync.envelope import UPDATE, By, Payload, Record, is_signed_by, kind_of, parse, seal
from sync.errors import Damaged, Malformed, Suspicious
from sync.ground import Ground
from sync.keys import DeviceKeys
from sync.limits import LIMITS
from sync.membership import Membership
from sync.next_record import next_header
from sync.padding import padme
from sync.record_log import RecordLog
from sync.remark import SAID_ANEW, Notice, Remark
from sync.rights import Device
from sync.yjs_update import read

SCHEMA: Final = 1
_AROUND_BYTES: Final = 4096  # more than a header and a step of padding ever take


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that is kept here and not yet sealed."""

    by: By
    ts: int
    update: bytes


@dataclass(frozen=True, slots=True)
class Announced:
    """A notice that goes before everything else."""

    ts: int
    notice: Notice


class OwnWords(Acquaintance):
    """The part of a replica that speaks. What nobody could read of it is `owed`, and nothing is sealed before that."""

    def __init__(self, keys: DeviceKeys) -> None:
        super().__init__()
        self.keys = keys
        self.state: Membership | None = None
        self.epoch_keys: tuple[bytes, ...] = ()  # from epoch 0 to the newest that this device can open
        self.log = RecordLog()
        self.drafts: list[Draft] = []
        self.unsaid: list[Draft] = []  # drafts that this device may not, or can not, say
        self.has_forked = False  # there are two of this device, and both have been believed (P22)
        self.fails_from = 0  # the first of this device's own records that cannot be used, as it has found itself (P23)
        self.owed: tuple[bytes, int] | None = None  # the device that this one goes on for, and the same of it
        self.seen_before: list[bytes] | None = None  # updates by another branch, on which drafts may rest (P19)
        self.written_since = 0  # drafts, the last ones: they rest on what is there
        self.beginnings = 0  # how often all updates have been given from the first one on
        self._own_there = 0  # of its own records, how many the server says that it has
        self._told: dict[int, int] = {}  # what this device's records have said that it had seen
        self._updates: list[bytes] = []
        self._sealed: dict[int, Draft] = {}  # of its own records, by seq: also what a record does not open to
        self._announced: Announced | None = None  # what its next record is to say
        self._has_false_alarms: set[bytes] = set()  # devices whose notices are not looked into again

    @property
    def me(self) -> Device | None:
        """This device, once it belongs."""
        return self.state.device(self.keys.id) if self.state else None

    @property
    def epoch_key(self) -> bytes | None:
        """The key of the newest epoch; none while this device cannot open it."""
        if self.state is None or self.state.epoch >= len(self.epoch_keys):
            return None
        return self.epoch_keys[self.state.epoch]

    @property
    def ground(self) -> Ground | None:
        """What records stand on here; none before this device belongs."""
        return Ground(self.state, self.epoch_keys) if self.state and self.epoch_keys else None

    def draft(self, by: By, ts: int, update: bytes) -> None:
        """An edit by this hand. Raises Damaged TOO_LARGE, NOT_ALLOWED or ACTOR_WRONG if no record could carry it."""
        if padme(len(update)) + _AROUND_BYTES > LIMITS.record_bytes:
            raise Damaged("TOO_LARGE")
        if self.state is not None and not self.state.may_write(self.keys.id, by, self.state.n):
            raise Damaged("NOT_ALLOWED")
        check(update, by, self.keys.id, self.log.authors)
        self.keep_draft(by, ts, update)

    def keep_draft(self, by: By, ts: int, update: bytes) -> None:
        """An edit that was checked by the rules of its time: what was kept once is not refused later."""
        with suppress(Malformed):
            self.log.authors.learn(self.keys.id, read(update))
        self.drafts.append(Draft(by, ts, update))
        self._updates.append(update)
        self.written_since += 1
        self._note("draft", by, ts, update)

    def seal_next(self, nonce: bytes) -> Record | None:
        """The oldest draft as this device's next record; none if nothing is to be sealed, or not yet."""
        if self._announced is not None and self.me is not None:
            return self._seal_remark(self.me.members[0], self._announced.ts, self._announced.notice, nonce)
        may = self._may_seal() if self.drafts else None
        if may is None:
            return None
        for draft in list(self.drafts):
            header = next_header(UPDATE, draft.by, *may, self.log, self._told, (each.by for each in self.drafts))
            if header is not None:
                payload, key = Payload(SCHEMA, draft.ts, draft.update), self.epoch_keys[header.epoch]
                self.hold_sealed(record := seal(header, payload, key, self.keys.signing, nonce), may[0])
                return record
            self.leave_unsaid()
        return None

    def say(self, by: By, ts: int, remark: Remark, nonce: bytes) -> None:
        """A record about the log itself, behind all that was written; nothing where that is not sealed yet."""
        if not self.drafts and self._announced is None:
            self._seal_remark(by, ts, remark, nonce)

    def leave_unsaid(self) -> None:
        """The oldest draft is kept, and will not be sealed: the device has been turned meanwhile."""
        self.unsaid.append(self.drafts.pop(0))
        self._note("unsaid")

    def hold_sealed(self, record: Record, state: Membership) -> None:
        """The oldest draft, as it was sealed."""
        self._note("sealed", record.raw)
        draft = self._sealed[record.header.seq] = self.drafts.pop(0)
        self._told.update(record.header.seen)
        self.log.hold(record, Payload(SCHEMA, draft.ts, None), state)

    def hold_said(self, record: Record, state: Membership) -> None:
        """A record of this device's that changes nothing."""
        self._note("said", record.raw)
        self._told.update(record.header.seen)
        self._announced = None
        self.log.hold(record, Ground(state, self.epoch_keys).open(record), state)

    @property
    def is_in_doubt(self) -> bool:
        """Whether somebody has said that they cannot use a record held here, and nobody has looked yet."""
        return bool(self._doubting())

    def look(self) -> None:
        """Judge the whole log anew by the rules of today, as a reader would that has just come.

        So nobody's word alone brings a device to go on under other keys: a notice of a good record costs one such look.
        """
        ground, doubting, own = self.ground, self._doubting(), self.keys.id
        if ground is None or not doubting:
            return
        length = self.log.length(own)
        good = self.log.judged_afresh(ground).length(own)
        if good < length:
            self.find_failing(good + 1)
        else:
            self._has_false_alarms |= doubting

    def find_failing(self, seq: int) -> None:
        """From this own record on nobody can use what this device said: it says nothing more until it is another."""
        self._note("fails", seq)
        self.fails_from = seq
        if not self.may_go_on:
            self.log.alarms.add("NOT_SENT")

    @property
    def may_go_on(self) -> bool:
        """Whether this device may go on as another for a record that fails: not one time after the other for ever."""
        return self.state is not None and self.me is not None and self.state.successions(self.me.ix) < LIMITS.repairs

    def owes(self) -> tuple[list[bytes], list[Draft]] | None:
        """What all others have, as updates, and what this device had said or written that is not among it."""
        ground = self.ground
        if self.owed is None or ground is None:
            return None
        old, first = self.owed
        tail = list[Draft]()
        for seq, record in enumerate(self.log.records(old)[first - 1 :], first):
            if seq in self._sealed:
                tail.append(self._sealed[seq])
                continue
            with suppress(Damaged):
                payload = ground.open(record)
                if payload.update is not None:
                    tail.append(Draft(record.header.by, payload.ts, payload.update))
        return self.log.judged_afresh(ground).take_updates(), [*tail, *self.drafts]

    def say_anew(self, edits: Sequence[Draft], ts: int) -> None:
        """What was owed, as new edits: in the place of what nobody could use, in the document and in the log."""
        ground = self.ground
        if self.owed is None or ground is None:
            raise Damaged("NOT_ALLOWED", "nothing is owed")
        old, first = self.owed
        self._note("said anew", ts, tuple((each.by, each.ts, each.update) for each in edits))
        name, known = parse(self.log.held[old][first - 1]).hash, ground.state.device(old)
        self._announced = Announced(ts, Notice(known.ix if known else 0, first, name, SAID_ANEW))
        self.owed = None
        self._begin_anew(ground, (), edits)
        self.log.alarms.add(SAID_ANEW)
        self._sealed.clear()

    def unrooted(self) -> tuple[list[bytes], int] | None:
        """What all have, and the first draft that nobody could use any more (P19); none if all can be used.

        It rests on words which stand nowhere, and whoever wrote them may never say them again. Or somebody else whose
        words rested on it has made anew, in the same place, what it makes.
        """
        ground = self.ground
        if self.seen_before is None or ground is None:
            return None
        log = self.log.judged_afresh(ground)
        for at, draft in enumerate(self.drafts):
            try:
                update = check(draft.update, draft.by, self.keys.id, log.authors)
            except (Damaged, Suspicious):
                return [*log.take_updates(), *(each.update for each in self.drafts[:at])], at
            log.authors.learn(self.keys.id, update)
        self.seen_before = None
        return None

    def say_upon(self, at: int, edits: Sequence[Draft]) -> None:
        """The drafts from this one on, as new edits upon what all have: in the document, and in the log to come."""
        ground = self.ground
        if ground is None:
            raise Damaged("NOT_ALLOWED", "nothing to say it upon")
        self._note("said upon", at, tuple((each.by, each.ts, each.update) for each in edits))
        self.seen_before = None
        self._begin_anew(ground, tuple(self.drafts[:at]), edits)

    def _begin_anew(self, ground: Ground, kept: Sequence[Draft], edits: Sequence[Draft]) -> None:
        self.log = self.log.judged_afresh(ground)
        self._begin_with(kept)
        for edit in edits:
            try:
                update = check(edit.update, edit.by, self.keys.id, self.log.authors)
            except (Damaged, Suspicious):
                self.unsaid.append(edit)
                continue
            self.log.authors.learn(self.keys.id, update)
            self.drafts.append(edit)
            self._updates.append(edit.update)

    def _begin_with(self, drafts: Sequence[Draft]) -> None:
        """The document begins anew, with what stands in the log and these."""
        self.drafts[:] = drafts
        self._updates[:] = self.log.take_updates()
        self.beginnings += 1
        for draft in drafts:
            with suppress(Malformed):
                self.log.authors.learn(self.keys.id, read(draft.update))
            self._updates.append(draft.update)

    def _again(self, said: Iterable[tuple[Record, Payload]]) -> None:
        """Own records that stand no longer, as the first drafts."""
        again = list(said)
        for record, _ in again:
            self._sealed.pop(record.header.seq, None)
        self.drafts[:0] = [
            Draft(record.header.by, payload.ts, payload.update)
            for record, payload in again
            if payload.update is not None
        ]

    def _doubting(self) -> set[bytes]:
        """The devices that give notice of a record of this device's own, and have not been found wrong before."""
        state, me = self.state, self.me
        if state is None or me is None or self.fails_from or self.owed:
            return set()
        held = self.log.held.get(me.id, [])
        about = self.log.notices.about(me.ix)
        said = {ix for ix, seq, name in about if seq <= len(held) and parse(held[seq - 1]).hash == name}
        return {state.devices[ix].id for ix in said} - self._has_false_alarms

    def _seal_remark(self, by: By, ts: int, remark: Remark, nonce: bytes) -> Record | None:
        may, behind = self._may_seal(), [draft.by for draft in self.drafts]
        header = next_header(kind_of(remark), by, *may, self.log, self._told, behind) if may else None
        if may is None or header is None or not (behind or header.ctl == may[0].head[:16]):
            return None
        record = seal(header, Payload(SCHEMA, ts, None, remark), self.epoch_keys[-1], self.keys.signing, nonce)
        self.hold_said(record, may[0])
        return record

    def _is_place_taken(self) -> bool:
        """Whether its next record has come, said in a life that it does not remember, and waits."""
        me, seq = self.me, self.log.length(self.keys.id) + 1
        if me is None or seq > self._own_there:
            return False
        return any(is_signed_by(record, me.ed) for record in self.log.waiting.at(me.id, seq))

    def _may_seal(self) -> tuple[Membership, Device] | None:
        state, me = self.state, self.me
        is_stopped = self.has_forked or self.fails_from > 0 or self.owed is not None or self._is_place_taken()
        if state is None or me is None or not me.is_active or self.epoch_key is None or is_stopped:
            return None
        return None if state.is_rotation_due_at(state.n) or state.is_closed_at(state.n) else (state, me)
