"""Waiting for something to become true, never for time to pass."""

import time
from collections.abc import Callable
from typing import Final, TypeVar

Found = TypeVar("Found")

LIMIT_S: Final = 40
PAUSE_S: Final = 0.05


def eventually(look: Callable[[], Found], what: str, limit_s: float = LIMIT_S, pause_s: float = PAUSE_S) -> Found:
    """The first answer of `look` that is true. Raises AssertionError with `what` was awaited and seen last.

    Where a look is long, so is the pause: what is waited for needs the machine too.
    """
    deadline = time.monotonic() + limit_s
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {limit_s} s for {what}; last seen: {seen!r}")
        time.sleep(pause_s)
