"""A seeded schedule: three devices of one space, and more than sixty things that people and bad luck do to them.

Twenty schedules live in one house: one real relay, which is killed and started again at ticks that the house draws. At
each tick every schedule does one thing. Everything that is done, every key and every id follows from the seed; only the
order in which one machine's sockets and processes get their turn does not.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Timer
from typing import Final

from sync.card import CardSecret
from sync.device import Device
from sync.envelope import By
from sync.errors import Refused
from sync.joining import from_link
from sync.surroundings import Surroundings
from tests.frail_device import GONE, FrailClient, PowerCut
from tests.relay_process import RelayProcess

HOUSE: Final = 20
TICKS: Final = 72
KILLS: Final = 3
LONGEST_OUTAGE: Final = 6
# Twenty houses' pairs come from one address in a few minutes, which is what these limits are there to slow down.
ROOMY: Final = {
    "KITH_LIMITS": json.dumps(
        {
            "records_per_min": 1_000_000,
            "records_burst": 1_000_000,
            "spaces_per_address_per_hour": 1_000_000,
            "sockets_per_address": 1_000,
        }
    ),
    "KITH_LOG": "warning",
}
HANDS: Final[tuple[tuple[By, ...], ...]] = ((0, 1, "both"), (0,), (1,))
NAMES: Final = ("tablet", "phone", "desk")
SAME: Final = (
    ("people/nan", "name"),
    ("people/nan", "relation"),
    ("people/sol", "name"),
    ("goals/swim", "order"),
    ("steps/ask", "goal"),
    ("meta", "meeting"),
    ("meta", "name/0"),
    ("people/nan", "a field of tomorrow"),
)
TEXTS: Final = (("goals/swim", "title"), ("steps/ask", "what"), ("steps/ask", "went"))


@dataclass
class Saved:
    """What the verbs said was kept."""

    values: dict[str, str] = field(default_factory=dict)  # every value is written once: the value, where
    words: dict[str, tuple[str, str]] = field(default_factory=dict)  # words in texts: the words, entity and field


class Schedule:
    """One seed at work in `folder`. `story` is what happened, for whoever has to find out why."""

    def __init__(self, seed: int, relay: RelayProcess, folder: Path) -> None:
        self.seed, self.relay = seed, relay
        self.chance = Random(f"kith schedule {seed}")
        self.saved = Saved()
        self.story: list[str] = []
        self.card = CardSecret.new(self.chance.randbytes)
        self.paths = [folder / f"{seed} {name}" for name in NAMES]
        self.devices: list[FrailClient] = []
        self._added = ["people/nan", "people/sol"]
        self._written = 0

    def found(self) -> None:
        """A shared tablet begins; the owner's phone comes by card, the other's desk by link and approval."""
        tablet = self._begin(0, lambda around: Device.start(around, cards=[(self.card, 0)]))
        tablet.add("people", "nan", {"name": "Nan"}, 0)
        tablet.add("people", "sol", {"name": "Sol"}, "both")
        tablet.add("goals", "swim", {"title": "Swim. "}, 1)
        tablet.add("steps", "ask", {"what": "Ask. ", "went": ""}, "both")
        tablet.sync()
        self._begin(1, lambda around: Device.open_card(around, self.card)).sync()
        invitation = tablet.invite((1,))
        tablet.sync()
        link = from_link(tablet.link(invitation) or "")
        desk = self._begin(2, lambda around: Device.join(around, link, "Jo"))
        if desk.sync():
            raise AssertionError("let in unasked")
        tablet.sync()
        for request in list(tablet.requests()):
            tablet.approve(request)
        tablet.sync()
        if not desk.sync():
            raise AssertionError("not let in")

    def tick(self) -> None:
        """One thing happens to one device."""
        ix = self.chance.choices((0, 1, 2), (4, 3, 3))[0]
        act = self.chance.choices([act for _, act in ACTS], [weight for weight, _ in ACTS])[0]
        self.story.append(f"{len(self.story)} {NAMES[ix]} {act.__name__.strip('_')}")
        try:
            act(self, ix)
        except PowerCut:
            self._note("power cut")
            self._comes_back(ix)
        except GONE as error:
            self._note(f"gone: {error!r}")
        except Refused as refusal:
            if refusal.code not in {"INTERNAL", "STORE_FAILED", "SLOW"}:
                raise
            self._note(refusal.code)

    def settle(self) -> None:
        """Everybody is back and says and hears everything."""
        for _ in range(2):
            for device in self.devices:
                device.file.cut_in = None
                try:
                    device.sync()
                except GONE as error:  # a line that was cut without the device's knowing
                    self._note(f"gone at the end: {error!r}")
                    device.sync()

    def close(self) -> None:
        for device in self.devices:
            device.close()

    def _begin(self, ix: int, make: Callable[[Surroundings], Device]) -> FrailClient:
        device = FrailClient.begun(self.paths[ix], self.relay.origin, self.chance, make)
        self.devices.append(device)
        return device

    def _note(self, what: str) -> None:
        self.story[-1] += f" ({what})"

    def _fresh_value(self) -> str:
        self._written += 1
        tail = self.chance.choice(("", "", "", " 👩🏾‍🌾", " ß𝄞", "x" * self.chance.randint(200, 20_000)))
        return f"{self.seed}.{self._written}{tail}"

    def _write(self, ix: int) -> None:
        entity, name = self.chance.choice(SAME)
        if self.chance.random() < 0.35:
            entity, name = self.chance.choice(self._added), self.chance.choice(("name", "relation", "face"))
        value, by = self._fresh_value(), self.chance.choice(HANDS[ix])
        try:
            self.devices[ix].set(entity, name, value, by)
        except KeyError:
            self._note(f"{entity} has not come yet")
        else:
            self.saved.values[value] = f"{entity} {name}"
            self._note(f"{entity} {name} = {value[:20]}")

    def _write_on(self, ix: int) -> None:
        """Several at once, so that one PUSH holds them or a crash parts them."""
        for _ in range(self.chance.randint(2, 6)):
            self._write(ix)

    def _add(self, ix: int) -> None:
        value = self._fresh_value()
        entity = f"{self.seed}-{self._written}"
        self.devices[ix].add("people", entity, {"name": value}, self.chance.choice(HANDS[ix]))
        self._added.append(f"people/{entity}")
        self.saved.values[value] = f"people/{entity} name"

    def _type(self, ix: int) -> None:
        self._written += 1
        words, (entity, name) = f"<{self.seed}.{self._written} 👋>", self.chance.choice(TEXTS)
        self.devices[ix].write_text(entity, name, words, self.chance.choice(HANDS[ix]))
        self.saved.words[words] = (entity, name)

    def _link(self, ix: int) -> None:
        entity, person = self.chance.choice(("goals/swim", "steps/ask")), self.chance.choice(("nan", "sol"))
        on, by = self.chance.random() < 0.6, self.chance.choice(HANDS[ix])
        self.devices[ix].set(entity, f"people/{person}", on, by)

    def _sync(self, ix: int) -> None:
        self.devices[ix].sync()

    def _listen(self, ix: int) -> None:
        self.devices[ix].listen(0)

    def _hear_a_little(self, ix: int) -> None:
        self.devices[ix].hears(self.chance.randint(1, 7))

    def _hear_a_little_and_crash(self, ix: int) -> None:
        frames = self.chance.randint(1, 7)
        try:
            self.devices[ix].hears(frames)
        finally:
            self._crash(ix)

    def _go_offline(self, ix: int) -> None:
        self.devices[ix].go_offline()

    def _lose_the_line(self, ix: int) -> None:
        self.devices[ix].loses_its_socket(reset=self.chance.random() < 0.5)

    def _crash(self, ix: int) -> None:
        self.devices[ix].dies(reset=self.chance.random() < 0.5)
        self._comes_back(ix)

    def _lose_power_soon(self, ix: int) -> None:
        self.devices[ix].file.cut_in = self.chance.randint(1, 12)

    def _say_twice(self, ix: int) -> None:
        self.devices[ix].says_twice = self.chance.randint(1, 3)

    def _invite(self, ix: int) -> None:
        self.devices[ix].invite((0,) if ix == 1 else (1,))

    def _comes_back(self, ix: int) -> None:
        self.devices[ix].dies(reset=self.chance.random() < 0.5)
        self.devices[ix] = FrailClient.reloaded(self.paths[ix], self.relay.origin, self.chance)


ACTS: Final[list[tuple[int, Callable[[Schedule, int], None]]]] = [
    (26, Schedule._write),
    (6, Schedule._write_on),
    (4, Schedule._add),
    (7, Schedule._type),
    (3, Schedule._link),
    (20, Schedule._sync),
    (5, Schedule._listen),
    (8, Schedule._hear_a_little),
    (3, Schedule._hear_a_little_and_crash),
    (4, Schedule._go_offline),
    (5, Schedule._lose_the_line),
    (4, Schedule._crash),
    (4, Schedule._lose_power_soon),
    (4, Schedule._say_twice),
    (1, Schedule._invite),
]


class Outages:
    """When the relay of a house dies, and for how many ticks."""

    def __init__(self, house: int, relay: RelayProcess) -> None:
        self._chance = Random(f"kith house {house}")
        self._relay = relay
        self._deaths = set(self._chance.sample(range(4, TICKS - 2), KILLS))
        self._up_at: int | None = None
        self._timer: Timer | None = None

    def before(self, tick: int) -> None:
        if self._up_at is not None and tick >= self._up_at:
            self.end()
        if tick in self._deaths and self._up_at is None:
            self._up_at = tick + self._chance.randint(1, LONGEST_OUTAGE)
            # in the middle of what the devices do in this tick
            self._timer = Timer(self._chance.random() * 0.1, self._relay.kill)
            self._timer.start()

    def end(self) -> None:
        """It is there again."""
        if self._timer is not None:
            self._timer.join()
            self._relay.start()
        self._timer = self._up_at = None
