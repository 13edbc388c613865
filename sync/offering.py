"""What the server lacks of other devices, as after a restore: one PUSH, of one device's records, at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sync.envelope import parse
from sync.limits import LIMITS
from sync.messages import Ack, Nack, Push

_PASSING: Final = frozenset(("RATE", "STORE_FAILED", "INTERNAL", "SLOW"))


@dataclass(frozen=True, slots=True)
class Offer:
    """Some records of one device, up to this seq."""

    device: bytes
    seq: int
    push: Push


class Offering:
    """An offer is there until the server has it, or says that it takes no more of that device."""

    def __init__(self) -> None:
        self._offers: list[Offer] = []
        self._is_on_its_way = False

    @property
    def is_empty(self) -> bool:
        """Whether the server has all that it may be given."""
        return not self._offers

    def begin(self, lacking: Iterable[tuple[bytes, list[bytes]]]) -> None:
        """This is what the server lacks, by device, in place of what it was thought to lack before."""
        self._is_on_its_way = False
        self._offers = [
            Offer(device, parse(push.records[-1]).header.seq, push)
            for device, records in lacking
            for push in batches(records)
        ]

    def next(self) -> list[Push]:
        """What to send now."""
        if self._is_on_its_way or not self._offers:
            return []
        self._is_on_its_way = True
        return [self._offers[0].push]

    def pause(self) -> None:
        """What was sent may have been dropped: it goes again."""
        self._is_on_its_way = False

    def acknowledged(self, ack: Ack) -> None:
        """The server has these records, whoever brought them."""
        stored = {device: seq for device, seq, _ in sorted(ack.stored, key=lambda row: row[1])}
        self._drop([offer for offer in self._offers if offer.seq <= stored.get(offer.device, 0)])

    def refused(self, nack: Nack) -> bool:
        """The server has not taken a record; whether it may take it later. If not, none of that device is offered."""
        if nack.code in _PASSING:
            self.pause()
            return True
        self._drop([offer for offer in self._offers if offer.device == nack.device])
        return False

    def _drop(self, gone: list[Offer]) -> None:
        if self._offers and self._offers[0] in gone:
            self._is_on_its_way = False
        self._offers = [offer for offer in self._offers if offer not in gone]


def batches(records: Iterable[bytes]) -> Iterator[Push]:
    """As many records as one PUSH takes."""
    batch: list[bytes] = []
    for raw in records:
        if len(batch) == LIMITS.push_records or sum(map(len, batch)) + len(raw) > LIMITS.push_bytes:
            yield Push(tuple(batch))
            batch = []
        batch.append(raw)
    if batch:
        yield Push(tuple(batch))
