"""Waiting for a socket to have something to read: what gevent's own waiting does, but for one who waits all the time.

Its watcher is started once, where gevent starts and stops it, and makes a place to wait at, for each message.
"""

from typing import Final

import gevent

_READABLE: Final = 1  # libev's EV_READ


class Readiness:
    """Of one descriptor, for one greenlet of the hub's thread."""

    def __init__(self, descriptor: int) -> None:
        self._hub = gevent.get_hub()
        self._watcher = self._hub.loop.io(descriptor, _READABLE)
        self._waiting: gevent.Greenlet | None = None

    def wait(self) -> None:
        """Until something is there, or the other side is gone."""
        if not self._watcher.active:
            self._watcher.start(self._wake)
        self._waiting = gevent.getcurrent()
        try:
            self._hub.switch()
        finally:
            self._waiting = None

    def close(self) -> None:
        self._watcher.stop()
        self._watcher.close()

    def _wake(self) -> None:
        if self._waiting is not None:
            self._waiting.switch()
        else:
            self._watcher.stop()  # whoever reads is busy, and the loop must not go round for it meanwhile
