"""Reading from a socket on gevent's hub, for one greenlet that reads all the time, and is woken only when it is needed.

The watcher is started once, where gevent's own waiting starts and stops it each time. What can be dealt with at once
is, in the loop itself: two changes of greenlet are a tenth of what a record costs.
"""

import os
from collections.abc import Callable
from time import monotonic
from typing import Final

import gevent

READ_BYTES: Final = 65_536
_READABLE: Final = 1  # libev's EV_READ


class Reader:
    """Of one descriptor. `deal` gets what has come, must not wait, and returns what is left of it for `read`."""

    def __init__(self, descriptor: int, deal: Callable[[bytes], bytes]) -> None:
        self.heard_at = monotonic()
        self._descriptor, self._deal = descriptor, deal
        self._hub = gevent.get_hub()
        self._watcher = self._hub.loop.io(descriptor, _READABLE)
        self._waiting: gevent.Greenlet | None = None
        self._left = b""

    def read(self) -> bytes:
        """Waits for what cannot be dealt with at once; nothing when the other side is gone, however that came."""
        if not self._watcher.active:
            self._watcher.start(self._wake)
        self._waiting = gevent.getcurrent()
        try:
            self._hub.switch()
        finally:
            self._waiting = None
        left, self._left = self._left, b""
        return left

    def close(self) -> None:
        self._watcher.stop()
        self._watcher.close()

    def _wake(self) -> None:
        if self._waiting is None:
            self._watcher.stop()  # whoever reads is busy, and the loop must not go round for it meanwhile
            return
        try:
            received = os.read(self._descriptor, READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            received = b""  # reset, cut or timed out: to the conversation it is all the same
        self.heard_at = monotonic()
        try:
            self._left = self._deal(received)
        except Exception as error:  # noqa: BLE001  # it is the reader's to fail, and not the loop's
            self._waiting.throw(error)
        else:
            if self._left or not received:
                self._waiting.switch()
