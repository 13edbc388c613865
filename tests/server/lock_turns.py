"""Turns among threads: whoever holds the one lock has the turn. server/turns.py says what each of these does."""

import threading
from collections.abc import Callable
from functools import partial
from time import sleep
from typing import TypeVar

T = TypeVar("T")


class LockBell:
    """Answered by a thread of its own, once it has the lock: whoever rings may have it, and does not wait."""

    def __init__(self, turn: threading.Lock, answer: Callable[[], None]) -> None:
        self._turn, self._answer = turn, answer
        self._rung, self._is_up = threading.Event(), True
        threading.Thread(target=self._listen, daemon=True).start()

    def ring(self) -> None:
        self._rung.set()

    def take_down(self) -> None:
        self._is_up = False
        self._rung.set()

    def _listen(self) -> None:
        while self._is_up:
            self._rung.wait()
            self._rung.clear()
            with self._turn:
                if self._is_up:
                    self._answer()


class LockSignal:
    """Whoever waits has put the lock down."""

    def __init__(self, turn: threading.Lock) -> None:
        self._is_set, self._changed = False, threading.Condition(turn)

    def set(self) -> None:
        self._is_set = True
        self._changed.notify_all()

    def clear(self) -> None:
        self._is_set = False

    def wait(self) -> None:
        while not self._is_set:
            self._changed.wait()


class LockTurns:
    """Whoever holds the lock has the turn."""

    def __init__(self) -> None:
        self.turn = threading.Lock()

    def bell(self, answer: Callable[[], None]) -> LockBell:
        return LockBell(self.turn, answer)

    def soon(self, work: Callable[[], None]) -> None:
        threading.Thread(target=self._take_turn, args=(work,)).start()

    def _take_turn(self, work: Callable[[], None]) -> None:
        with self.turn:
            work()

    def signal(self) -> LockSignal:
        return LockSignal(self.turn)

    def pause(self, seconds: float) -> None:
        self.apart(partial(sleep, seconds))

    def apart(self, work: Callable[[], T]) -> T:
        self.turn.release()
        try:
            return work()
        finally:
            self.turn.acquire()
