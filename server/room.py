"""The devices that are connected to one space, and which of them hears of a new record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from server.frames import binary_frame
from sync import bulk


class Listener(Protocol):
    """A device that is connected."""

    device: bytes
    is_of_owner: bool  # of the owner alone, a card too
    is_live: bool  # has caught up: new records come unasked
    position: int  # of the last record that it has been told of

    def hear(self, frame: bytes) -> None: ...
    def hear_presence(self, frame: bytes, sender: "Listener") -> None: ...
    def make_way(self) -> None: ...
    def show_out(self) -> None: ...


@dataclass(slots=True)
class Room:
    """The devices that are connected to one space."""

    space: bytes
    position: int = 0  # of the last record that was handed on
    listeners: dict[Listener, None] = field(default_factory=dict)  # in the order in which they came

    def who_makes_way(self, coming: Listener) -> Listener | None:
        """Whose place `coming` may have: the oldest of the device that has most, itself included. Where nobody has two
        the owner's own devices and cards have that of the oldest other, and others have none.
        """
        counts = Counter(listener.device for listener in self.listeners)
        counts[coming.device] += 1
        most = max(counts.values())
        if most > 1:
            crowded = coming.device if counts[coming.device] == most else counts.most_common(1)[0][0]
            return next(listener for listener in self.listeners if listener.device == crowded)
        others = (listener for listener in self.listeners if not listener.is_of_owner)
        return next(others, None) if coming.is_of_owner else None

    def hand_on(self, appended: Sequence[tuple[int, bytes]], besides: Listener) -> None:
        """Records committed in this order, to all that have caught up; one frame for those who lack them all."""
        first, last = appended[0][0], appended[-1][0]
        self.position = max(self.position, last)
        shared: bytes | None = None
        for listener in self.listeners:
            if listener is besides or not listener.is_live or listener.position >= last:
                continue
            if listener.position >= first:  # a PULL has just told it of some of these
                fresh = [record for record in appended if record[0] > listener.position]
                listener.hear(binary_frame(bulk.records(fresh, end=True)))
            else:
                shared = shared or binary_frame(bulk.records(appended, end=True))
                listener.hear(shared)
            listener.position = last
        if besides.is_live:
            besides.position = max(besides.position, last)
