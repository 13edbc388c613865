"""Somebody's device in a simulation: what it has on its disk, its line to the relay, and the document on its screen."""

from collections.abc import Callable
from random import Random
from typing import Final

from pydantic import JsonValue

from server.headless_document import HeadlessDocument
from sync.device import Device
from sync.envelope import By, parse
from sync.errors import SyncError
from sync.surroundings import Surroundings
from tests.simulation.relay import ORIGIN, Line, Relay

START_S: Final = 1_764_547_200


class Clock:
    """What a tablet takes the time to be; it may be wrong by years."""

    def __init__(self) -> None:
        self.now_s = START_S

    def __call__(self) -> int:
        return self.now_s


class Tablet:
    """Verbs are what people and bad luck do. What `kept` holds survives everything."""

    def __init__(self, name: str, relay: Relay, chance: Random, make: Callable[[Surroundings], Device]) -> None:
        self.name = name
        self.clock = Clock()
        self.line: Line | None = None
        self.kept: list[bytes] = []  # facts on its disk
        self.saved: list[bytes] = []  # updates that its people wrote, on its disk
        self.noticed: set[str] = set()  # codes that it has told its people, or refused a frame for
        self.missed: list[str] = []  # lies that were proved to it, and that it has not noticed
        self.is_over = False  # it no longer belongs, or has stopped for good
        self.relay, self._chance = relay, chance
        self.device = make(self._around())
        self._shared = self._fresh_document([])
        self.keep()

    def keep(self) -> None:
        """Everything it knows is on its disk."""
        self.kept.extend(self.device.take_facts())
        self._shared.apply(self.device.take_updates())
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

    def crash(self, *, before_disk: bool = False) -> None:
        """Only what is on the disk is left."""
        if not before_disk:
            self.keep()
        self.come_back_as(self.kept)

    def come_back_as(self, facts: list[bytes]) -> None:
        """The device that this disk makes; an older copy of a disk makes an older device."""
        if self.line is not None:
            self.relay.hang_up(self.line)
            self.line = None
        self.kept = list(facts)
        self.device = Device.load(self._around(), self.kept)
        self._shared = self._fresh_document(self.device.take_updates())

    def whole(self) -> bytes:
        return self._shared.whole()

    def plain(self) -> dict[str, object]:
        return self._shared.plain()

    def _receive(self, line: Line, frame: bytes, proves: str) -> None:
        was_live = self.device.phase == "live"
        try:
            frames = self.device.receive(frame)
        except SyncError as error:
            self.noticed.add(error.code)
            self.keep()
            self.hang_up()
        else:
            self._send(frames)
            self.relay.heard(line, frame)
        if proves and proves not in self.noticed:
            self.missed.append(proves)
        if self.device.phase == "live" and not was_live:
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

    def _look_for_what_was_held_back(self) -> None:
        """At the end of the stream: a record that it holds says what its author had seen."""
        log, state = self.device.replica.log, self.device.replica.state
        if state is None or log.aside or log.is_waiting:
            return
        seen = [each for held in log.held.values() for raw in held for each in parse(raw).header.seen]
        known = {device.ix: log.length(device.id) for device in state.devices}
        if any(seq > known.get(ix, 0) for ix, seq in seen) and "OMISSION" not in self.device.alarms:
            self.missed.append("OMISSION")

    def _write(self, by: By, updates: list[bytes]) -> None:
        for update in updates:
            frames = self.device.write(by, update)
            self.saved.append(update)
            self._send(frames)

    def _send(self, frames: list[bytes]) -> None:
        self.keep()
        if self.line is not None:
            self.line.to_relay.extend(frames)

    def _around(self) -> Surroundings:
        return Surroundings(ORIGIN, self._chance.randbytes, self.clock)

    def _fresh_document(self, updates: list[bytes]) -> HeadlessDocument:
        while True:
            drawn = self._chance.getrandbits(32)
            if self.device.replica.log.authors.owner_of_client(drawn) is None:
                return HeadlessDocument(drawn, updates, self.clock)
