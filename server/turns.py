"""What the relay needs of whatever runs its conversations: they take turns, and a turn lasts until it waits.

So nothing that the conversations share needs a lock, and what happens in a room happens in one order for everyone.
`server/hub.py` is how the relay runs; tests/server/threaded.py does the same with threads and one lock.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Bell(Protocol):
    """Calls for a turn from outside."""

    def ring(self) -> None:
        """For any thread, in a turn or not; it does not wait. The answer comes soon, once however often it rang."""

    def take_down(self) -> None:
        """It will not be answered any more."""


class Signal(Protocol):
    """What a conversation may wait for. Set and cleared in turns only."""

    def set(self) -> None: ...
    def clear(self) -> None: ...
    def wait(self) -> object:
        """Gives the turn away until it is set."""


class Turns(Protocol):
    def bell(self, answer: Callable[[], None]) -> Bell:
        """A bell that is answered by calling `answer` in a turn. It must not wait."""

    def soon(self, work: Callable[[], None]) -> None:
        """Has `work` called in a turn of its own, once those have had theirs who are due. It must not wait."""

    def signal(self) -> Signal: ...
    def pause(self, seconds: float) -> None:
        """Gives the turn away for so long."""

    def apart(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises. It has no turn meanwhile: the others have theirs."""
