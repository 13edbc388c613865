"""What a pure device is given by whoever drives it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sync.keys import Randomness

Now: TypeAlias = Callable[[], int]  # unix seconds


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a pure device is given: the address that it signs for, randomness, and the time."""

    origin: str
    randomness: Randomness
    now: Now
