"""Turns on gevent's hub, not monkey-patched: conversations are greenlets, and what must block is a thread's (P36)."""

from collections.abc import Callable
from typing import TypeVar

import gevent
from gevent.event import Event

T = TypeVar("T")


class HubBell:
    """A bell of the hub that made it."""

    def __init__(self, answer: Callable[[], None]) -> None:
        self._watcher = gevent.get_hub().loop.async_()
        self._watcher.start(answer)
        self.ring: Callable[[], None] = self._watcher.send

    def take_down(self) -> None:
        self._watcher.stop()
        self._watcher.close()


class Hub:
    """The turns of the hub in whose thread it is asked."""

    def bell(self, answer: Callable[[], None]) -> HubBell:
        return HubBell(answer)

    def soon(self, work: Callable[[], None]) -> None:
        gevent.get_hub().loop.run_callback(work)

    def signal(self) -> Event:
        return Event()

    def pause(self, seconds: float) -> None:
        gevent.sleep(seconds)

    def apart(self, work: Callable[[], T]) -> T:
        done: T = gevent.get_hub().threadpool.apply(work)
        return done
