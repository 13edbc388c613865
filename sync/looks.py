"""Asking the server, while live, whether all has come that it has by now."""

from typing import Final

from sync.messages import Ctl, CtlPull

_BEYOND: Final = 2**40  # no control chain is ever so long


class Looks:
    """Each is a question that the server answers behind all else that it had to say."""

    def __init__(self) -> None:
        self._begun = 0
        self._over = 0

    @property
    def is_open(self) -> bool:
        """Whether one has not been answered."""
        return self._over < self._begun

    def begin(self) -> CtlPull:
        """One more."""
        self._begun += 1
        return CtlPull(_BEYOND + self._begun)

    def give_up(self) -> None:
        """The socket has gone: nobody answers."""
        self._over = self._begun

    def take(self, ctl: Ctl) -> bool:
        """Whether this is the answer to a look, and to nothing else: what the server had before it has come."""
        if ctl.from_n <= _BEYOND:
            return False
        self._over = max(self._over, ctl.from_n - _BEYOND)
        return True
