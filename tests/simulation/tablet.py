"""Somebody's device in a simulation: what it has on its disk, its line to the relay, and the document on its screen."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from pydantic import JsonValue

from server.headless_document import HeadlessDocument
from sync import messages as m
from sync.device import Device
from sync.envelope import By, Record, is_signed_by, open_payload, parse
from sync.errors import Damaged, SyncError
from sync.surroundings import Surroundings
from tests.simulation.lies import Proof
from tests.simulation.relay import ORIGIN, Line, Relay

START_S: Final = 1_764_547_200
_NAMES: Final = re.compile(rb"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Of a tablet's disk."""

    facts: list[bytes]
    saved: list[bytes]  # by then
    only_stored: dict[bytes, bytes]  # what of that was not on this disk either
    records: tuple[bytes, ...]  # everybody's


class Clock:
    """What a tablet takes the time to be; it may be wrong by years."""

    def __init__(self) -> None:
        self.now_s = START_S

    def __call__(self) -> int:
        return self.now_s


class Tablet:
    """Verbs are what people and bad luck do. What `kept` holds survives everything."""

    def __init__(
        self,
        name: str,
        relay: Relay,
        chance: Random,
        make: Callable[[Surroundings], Device],
        kept: Sequence[bytes] = (),
    ) -> None:
        self.name = name
        self.clock = Clock()
        self.line: Line | None = None
        self.kept = list(kept)  # facts on its disk
        self.saved: list[bytes] = []  # updates that its people wrote, on its disk
        self.noticed: set[str] = set()  # codes that it has told its people, or refused a frame for
        self.missed: list[str] = []  # lies that were proved to it, and that it has not noticed
        self.copy: Copy | None = None
        self.only_stored: dict[bytes, bytes] = {}  # of what was saved: updates whose records no disk of its own has
        self.is_about_to_crash = False
        self.is_behind_itself = False  # its disk is an older one, and it has not been live since
        self.is_twin = False  # there are two of this device
        self.is_over = False  # it no longer belongs, or has stopped for good
        self._to_notice: bytes | None = None  # the life of a relay that has less than before, once its chain has come
        self.relay, self._chance = relay, chance
        self.device = make(self._around())
        self._beginnings, self._drafted = self.device.beginnings, list[bytes]()  # what was not sealed then
        self._shared = self._fresh_document([])
        self.keep()

    def keep(self) -> None:
        """Everything it knows is on its disk."""
        self.kept.extend(self.device.take_facts())
        updates = self.device.take_updates()
        if self.device.beginnings != self._beginnings:
            self._beginnings, self._shared = self.device.beginnings, self._fresh_document([])
            self._has_reworded()
        self._drafted = [draft.update for draft in self.device.replica.drafts]
        self._shared.apply(updates)
        self.noticed |= self.device.alarms

    def add(self, root: str, id_: str, values: dict[str, JsonValue], by: By) -> None:
        self._write(by, self._shared.add(root, id_, values, by))

    def set(self, entity: str, field: str, value: JsonValue, by: By) -> None:
        """Raises KeyError when the entity has not come yet."""
        self._write(by, self._shared.set(entity, field, value, by))

    def write_text(self, entity: str, field: str, words: str, by: By) -> None:
        """Raises KeyError when the entity has not come yet."""
        self._write(by, self._shared.write_text(entity, field, words))

    def does(self, act: Callable[[Device], list[bytes]]) -> None:
        """Anything else that a device does; what it says goes out if there is a line. Raises SyncError."""
        self._send(act(self.device))

    def connect(self) -> None:
        if self.line is None and not self.is_over:
            self.line = self.relay.connect(self.name)
            self._send(self.device.connected())

    def hang_up(self) -> None:
        if self.line is not None:
            self.relay.hang_up(self.line)
            self.line = None
            self.device.disconnected()

    def look(self) -> None:
        if self.line is not None:
            self._send(self.device.look())

    def hear(self, most: int) -> bool:
        """Frames on this line, to and fro, at most so many; whether anything went."""
        went = False
        for _ in range(most):
            line = self.line
            if line is None:
                break
            if line.to_relay:
                self.relay.hear(line, line.to_relay.popleft())
            elif line.to_tablet:
                self._receive(line, *line.to_tablet.popleft())
            elif not line.is_open:
                self.hang_up()
            else:
                break
            went = True
        return went

    def crash(self) -> None:
        """Only what is on the disk is left: all that was done, unless it was about to crash."""
        if not self.is_about_to_crash:
            self.keep()
        self.is_about_to_crash = False
        self.come_back_as(self.kept)

    def says(self, record: Record) -> list[bytes]:
        """The update in this record, if this device, or one that it goes on for, wrote it."""
        replica = self.device.replica
        state, known = replica.state, replica.me
        names = set[bytes]()
        while state is not None and known is not None:
            names.add(known.id)
            known = state.device_at(known.replaces) if known.replaces is not None else None
        if record.header.device not in names or record.header.epoch >= len(replica.epoch_keys):
            return []
        try:
            update = open_payload(record, replica.epoch_keys[record.header.epoch]).update
        except Damaged:  # of a branch that has another key in this epoch
            return []
        return [update] if update is not None else []

    def forget_what_nobody_has(self, stored: Collection[bytes]) -> None:
        """The relay has gone back to these records: what else was on no disk of this tablet's may be lost."""
        lost = [update for update, raw in self.only_stored.items() if raw not in stored]
        for update in lost:
            del self.only_stored[update]
            self.saved.remove(update)

    def copy_disk(self) -> None:
        """Nothing happens to this tablet; but its disk may come back."""
        self.keep()
        records = self.device.replica.log.everything()
        self.copy = Copy(list(self.kept), list(self.saved), dict(self.only_stored), records)

    @property
    def copied(self) -> tuple[bytes, ...]:
        """Records that may come back with an older disk."""
        return self.copy.records if self.copy else ()

    @property
    def on_its_way(self) -> list[bytes]:
        """Records that it has not taken in yet, also of a relay that has gone back since."""
        frames = [m.parse(frame) for frame, _ in self.line.to_tablet] if self.line else []
        return [raw for frame in frames if isinstance(frame, m.Records) for _, raw in frame.records]

    def come_back_as(self, facts: list[bytes]) -> None:
        """The device that this disk makes; an older copy of a disk makes an older device."""
        if self.line is not None:
            self.relay.hang_up(self.line)
            self.line = None
        self.kept, self._to_notice = list(facts), None
        self.device = Device.load(self._around(), self.kept)
        self._beginnings = self.device.beginnings
        self._drafted = [draft.update for draft in self.device.replica.drafts]
        self._shared = self._fresh_document(self.device.take_updates())

    def whole(self) -> bytes:
        return self._shared.whole()

    def plain(self) -> dict[str, object]:
        return self._shared.plain()

    def _receive(self, line: Line, frame: bytes, proves: Proof) -> None:
        was_live, is_refused = self.device.phase == "live", False
        try:
            frames = self.device.receive(frame)
        except SyncError as error:
            is_refused = True
            self.noticed.add(error.code)
            self.keep()
            self.hang_up()
        else:
            if not self._send(frames):
                return
            self.relay.heard(line, frame)
        if not (is_refused or self._shows(frame, proves)):
            self.missed.append(proves)
        if self.device.phase == "live" and not was_live:
            self.is_behind_itself = self.is_behind_itself and not self._has_all_its_own
            # Not where it was restored meanwhile, and says so.
            is_due = self._to_notice is not None and self._to_notice == self.device.replica.incarnation
            if is_due and not (self._may_be_purged or "ROLLBACK" in self.noticed):
                self.missed.append("ROLLBACK")
            self._to_notice = None
            self._has_again()
            self._look_for_what_was_held_back()
        if self.device.wants_reconnect:
            is_waiting = self.device.phase == "waiting"
            self.hang_up()
            if not is_waiting:
                self.connect()
        refusal = self.device.refusal
        if refusal is not None:
            self.noticed.add(refusal.code)
        me = self.device.replica.me
        if (me is not None and not me.is_active) or (refusal is not None and refusal.code == "DEVICE_REMOVED"):
            self.is_over = True
            self.hang_up()

    def _shows(self, frame: bytes, proves: Proof) -> bool:
        """Whether this tablet has taken a frame in as one that proves this: lies.py."""
        replica, message = self.device.replica, m.parse(frame)
        if proves == "refused" and isinstance(message, m.Ctl):
            return message.from_n + len(message.entries) > len(replica.entries)  # behind a gap nothing is looked at
        if proves == "aside" and isinstance(message, m.Records):
            held = {raw for line in replica.log.held.values() for raw in line}
            return not any(self.relay.is_false(raw) and raw in held for _, raw in message.records)
        if proves == "ROLLBACK" and isinstance(message, m.Welcome) and message.control_length > len(replica.entries):
            self._to_notice = message.incarnation  # it may have been closed meanwhile, and purged
            return True
        return proves in ("", *self.noticed) or (proves == "ROLLBACK" and self._may_be_purged)

    @property
    def _has_all_its_own(self) -> bool:
        """Whether it holds as much of itself as the relay has: of what comes back to it, some may have been altered."""
        log, replica = self.relay.log, self.device.replica
        return log is None or replica.log.length(replica.keys.id) >= log.head(replica.keys.id).seq

    @property
    def _may_be_purged(self) -> bool:
        state = self.device.replica.state
        return state is not None and state.is_closed_at(state.n)

    def _has_reworded(self) -> None:
        """What rested on words that stand nowhere any more is said upon others (P19). No register is lost by it."""
        replica = self.device.replica
        sealed = [update for record in replica.log.records(replica.keys.id) for update in self.says(record)]
        now = Counter((*(draft.update for draft in (*replica.drafts, *replica.unsaid)), *sealed))
        gone = Counter(self._drafted) - now
        if gone:
            said = [name for update in gone if b"<" not in update for name in _NAMES.findall(update)]
            self.missed += [f"{name!r}, reworded" for name in said if not any(name in update for update in now)]
            self.saved = [*(Counter(self.saved) - gone).elements(), *(now - Counter((*self._drafted, *self.saved)))]

    def _has_again(self) -> None:
        """What of its own has come back from the relay is on its disk, and no longer to be excused."""
        log = self.device.replica.log
        held = {raw for line in log.held.values() for raw in line} if self.only_stored else set[bytes]()
        self.only_stored = {update: raw for update, raw in self.only_stored.items() if raw not in held}

    def _look_for_what_was_held_back(self) -> None:
        """At the end of the stream: a record that it has says what its author had seen, and which entry it had."""
        log, state = self.device.replica.log, self.device.replica.state
        if state is None or log.aside:
            return
        held = {raw for line in log.held.values() for raw in line}
        waiting = [parse(raw) for raw in log.everything() if raw not in held]
        authors = {device.id: device.ed for device in state.devices}
        unknown = [record for record in waiting if state.at(record.header.ctl) is None]
        is_short = any(is_signed_by(record, authors.get(record.header.device, b"")) for record in unknown)
        if not waiting:
            seen = [each for raw in held for each in parse(raw).header.seen]
            length = {device.ix: log.length(device.id) for device in state.devices}
            final = {device.ix: device.final[0] for device in state.devices if device.final is not None}
            is_short = any(min(seq, final.get(ix, seq)) > length.get(ix, 0) for ix, seq in seen)
        if is_short and "OMISSION" not in self.device.alarms:
            self.missed.append("OMISSION")

    def _write(self, by: By, updates: list[bytes]) -> None:
        for update in updates:
            if not self._send(self.device.write(by, update)):
                return
            self.saved.append(update)

    def _send(self, frames: list[bytes]) -> bool:
        """Whether it came to that; frames go out after what they follow from is on the disk."""
        if self.is_about_to_crash:
            self.crash()
            return False
        self.keep()
        if self.line is not None:
            self.line.to_relay.extend(frames)
        return True

    def _around(self) -> Surroundings:
        return Surroundings(ORIGIN, self._chance.randbytes, self.clock)

    def _fresh_document(self, updates: list[bytes]) -> HeadlessDocument:
        while True:
            drawn = self._chance.getrandbits(32)
            if self.device.replica.log.authors.owner_of_client(drawn) is None:
                return HeadlessDocument(drawn, updates, self.clock)
