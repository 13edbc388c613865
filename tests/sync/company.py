"""A pair and their devices around a relay in memory, with verbs of people."""

from itertools import count
from typing import Final

from pycrdt import Doc, Map

from sync.card import CardSecret
from sync.device import Device
from sync.envelope import By
from sync.joining import from_link
from sync.membership import replay
from sync.surroundings import Surroundings
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import randomness
from tests.sync.honest_relay import HonestRelay, Line, Space

SOON: Final = 1764600000
_CLIENTS = count(5000)


class Company:
    """A shared tablet that has just begun, with the owner's card on the table."""

    def __init__(self, name: str, relay: HonestRelay | None = None) -> None:
        self.relay = relay or HonestRelay()
        self.draw = randomness(name)
        self.around = Surroundings(HonestRelay.origin, self.draw, lambda: 1764547200)
        self.owner_card = CardSecret.new(self.draw)
        self.tablet = Device.start(self.around, cards=[(self.owner_card, 0)])
        self._documents: dict[tuple[int, int], Doc[Map[object]]] = {}
        self.meets(self.tablet)

    @property
    def space(self) -> Space:
        """What the relay has."""
        return next(iter(self.relay.spaces.values()))

    def meets(self, device: Device) -> None:
        """The device meets the relay, until all is quiet."""
        self.relay.connect(device)
        self.relay.run()

    def parts(self, device: Device) -> None:
        """The device goes away."""
        self.relay.disconnect(device)

    def does(self, device: Device, frames: list[bytes], *, runs: bool = True) -> None:
        """What the device has to send goes, if it is connected."""
        self.relay.keep(device)
        line = self.line_of(device)
        if line is not None:
            self.relay.deliver(line, frames)
        if runs:
            self.relay.run()

    def line_of(self, device: Device) -> Line | None:
        return next((line for line in self.relay.lines if line.device is device), None)

    def says(self, device: Device, key: str, by: By, *, runs: bool = True) -> None:
        """Someone writes something under a key."""
        update = Scribe(next(_CLIENTS)).write(set_value(key, [f"{key} by {by}", by, 1]))
        self.does(device, device.write(by, update), runs=runs)

    def reads(self, device: Device) -> set[str]:
        """The keys under which the device can read something."""
        doc = self.document_of(device)
        for update in device.take_updates():
            doc.apply_update(update)
        meta = doc.get("meta", type=Map).to_py()
        return set(meta or {})

    def document_of(self, device: Device) -> Doc[Map[object]]:
        """What `reads` has read into."""
        return self._documents.setdefault((id(device), device.beginnings), Doc[Map[object]]())

    def by_card(self, card: CardSecret, listed: tuple[int, ...] | None = None) -> Device:
        """A fresh device, let in by a card."""
        device = Device.open_card(self.around, card, listed)
        self.meets(device)
        return device

    def joins(self, host: Device, listed: tuple[int, ...], name: str = "Jo") -> Device:
        """A fresh device, invited and approved by another."""
        invitation, frames = host.invite(listed, SOON)
        self.does(host, frames)
        link = host.link_of(invitation)
        if link is None:
            raise AssertionError(f"no link for {listed}")
        device = Device.join(self.around, from_link(link), name)
        self.meets(device)
        self.does(host, host.approve(next(iter(host.requests))))
        self.meets(device)
        return device

    def with_desk(self) -> tuple[Device, Device, int]:
        """The owner's phone and the other's desk, and how long the chain is by then."""
        phone = self.by_card(self.owner_card)
        desk = self.joins(self.tablet, (1,))
        self.says(desk, "before", 1)
        return phone, desk, len(self.space.entries)

    def goes_back(self, length: int) -> None:
        """The relay is restored from when it had so many entries; nobody is connected."""
        for line in list(self.relay.lines):
            self.parts(line.device)
        space = self.space
        del space.entries[length:]
        space.state = replay(space.entries)
        names = {entry[:16] for entry in space.state.hashes}
        space.records = [raw for raw in space.records if any(name in raw for name in names)]
        self.relay.incarnation = b"restored"

    def hears_welcome_and_is_cut_off(self, device: Device) -> Device:
        """It hears CHALLENGE, and then WELCOME, after which it is not heard any more; and starts again."""
        self.hears_welcome(device)
        again = Device.load(self.around, self.relay.keep(device))
        self.parts(device)
        return again

    def hears_welcome(self, device: Device) -> list[bytes]:
        """It meets the relay, and has nothing but CHALLENGE and WELCOME yet; what it says to that is kept from it."""
        line = self.relay.connect(device)
        self.relay.deliver(line, device.receive(line.inbox.popleft()))
        frames = device.receive(line.inbox.popleft())
        self.relay.keep(device)
        return frames
