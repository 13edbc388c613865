"""Records that wait for the control chain or for others. Anyone can make one, so all that come for one place wait."""

from dataclasses import dataclass

from sync.envelope import Record


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that cannot be used, and why."""

    record: bytes
    code: str


class Waiting:
    """By device and seq; nothing is thrown away but what is taken out."""

    def __init__(self) -> None:
        self._places: dict[bytes, dict[int, list[Record]]] = {}

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

    def has(self, record: Record) -> bool:
        """Whether this very record waits."""
        return any(record.raw == each.raw for each in self.at(record.header.device, record.header.seq))

    def add(self, record: Record) -> None:
        """It waits, once."""
        if not self.has(record):
            self._places.setdefault(record.header.device, {}).setdefault(record.header.seq, []).append(record)

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
