"""Records that wait for the control chain or for others. Anyone can make one, so all that come for one place wait."""

from dataclasses import dataclass

from sync.envelope import Record, parse
from sync.errors import Malformed
from sync.membership import Membership


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that cannot be used, and why."""

    record: bytes
    code: str


class Waiting:
    """By device and seq; nothing is thrown away but what is taken out."""

    def __init__(self) -> None:
        self._places: dict[bytes, dict[int, list[Record]]] = {}
        self._unjudged: dict[bytes, list[Record]] = {}  # by the entry that they name

    def __bool__(self) -> bool:
        return any(self._places.values())

    @property
    def devices(self) -> list[bytes]:
        """Those of which something waits, or has waited."""
        return list(self._places)

    @property
    def all(self) -> list[Record]:
        """Each device's in the order of their places."""
        return [record for device in self._places for record in self.of(device)]

    def of(self, device: bytes) -> list[Record]:
        """What waits of a device, in the order of its places."""
        return [record for _, row in sorted(self._places.get(device, {}).items()) for record in row]

    def at(self, device: bytes, seq: int) -> list[Record]:
        """What waits in this place."""
        return self._places.get(device, {}).get(seq, [])

    def add(self, record: Record) -> None:
        """It waits, once."""
        if not self._has(record):
            self._places.setdefault(record.header.device, {}).setdefault(record.header.seq, []).append(record)

    def add_unjudged(self, record: Record) -> None:
        """The same for one whose entry has not come: nobody can tell yet whether it is forged."""
        self.add(record)
        self._unjudged.setdefault(record.header.ctl, []).append(record)

    def take_named(self, state: Membership) -> list[Record]:
        """Those whose entry has come since; they wait no more.

        A forged one may claim a place that never comes: it must be judged now, and not when its turn is.
        """
        come = [ctl for ctl in self._unjudged if state.at(ctl) is not None]
        named = [record for ctl in come for record in self._unjudged.pop(ctl) if self._has(record)]
        for record in named:
            self.remove(record)
        return named

    def remove(self, record: Record) -> None:
        """It waits no more; others in its place do."""
        places = self._places.get(record.header.device, {})
        left = [each for each in places.pop(record.header.seq, []) if each.raw != record.raw]
        if left:
            places[record.header.seq] = left

    def take(self, device: bytes, seq: int) -> list[Record]:
        """What waits in this place; it waits no more."""
        return self._places.get(device, {}).pop(seq, [])

    def take_all(self, device: bytes) -> list[Record]:
        """The same for every place of a device."""
        return [record for _, row in sorted(self._places.pop(device, {}).items()) for record in row]

    def take_up_to(self, device: bytes, seq: int) -> list[Record]:
        """The same for all places up to this one."""
        return [
            record
            for at in [at for at in self._places.get(device, {}) if at <= seq]
            for record in self.take(device, at)
        ]

    def _has(self, record: Record) -> bool:
        return any(record.raw == each.raw for each in self.at(record.header.device, record.header.seq))


def names_nothing(raw: bytes, state: Membership) -> bool:
    """Whether a record names an entry that is not in this chain."""
    try:
        return state.at(parse(raw).header.ctl) is None
    except Malformed:
        return False
