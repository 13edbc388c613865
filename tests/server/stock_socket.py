"""Stock simple-websocket as a Socket of ours: a thread of its own writes, so that sending never waits.

What stock cannot do, and the tests name: hear what came before the handshake was answered, refuse a bad one over HTTP,
keep from compression, keep the frames of two threads apart when the kernel takes a part of one, bound what it has
received, and keep silent once it has closed (its server then answers the request that the WebSocket was).
"""

import socket
from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Thread, Timer
from time import monotonic
from typing import NamedTuple, Protocol

from simple_websocket import ConnectionClosed, Server

from server.frames import binary_frame
from tests.server.lock_turns import LockTurns

CLOSING_S = 3
LOOK_S = 0.5  # stock may forget to wake its reader when it closes by itself
BEHIND_BYTES = 65_536


class Stock(Protocol):
    """What is used of `simple_websocket.Server`, which has no types."""

    connected: bool
    sock: socket.socket

    def receive(self, timeout: float) -> bytes | str | None: ...
    def send(self, message: bytes) -> None: ...
    def close(self, code: int, reason: str) -> None: ...


class Farewell(NamedTuple):
    code: int
    reason: str


class StockSocket:
    """server/sockets.py says what each of these does."""

    mode = "werkzeug"  # flask-sock asks

    def __init__(
        self,
        turns: LockTurns,
        ping_s: int,
        environ: dict[str, object],
        *,
        max_bytes: int,
        queue_bytes: int,
        queue_frames: int,
    ) -> None:
        self.at_once: Callable[[bytes], bool] | None = None  # left aside: here each socket has a thread that may wait
        self.on_slow: Callable[[], None] | None = None
        self.on_uncommon: Callable[[int], None] | None = None  # never called: stock tells of no ping and no fragment
        self.budget_bytes: int | None = None
        self.close_code: int | None = None
        self._handed_at = 0.0
        self._stock: Stock = Server(environ, ping_interval=ping_s, max_message_size=max_bytes)
        self._turns = turns
        self._queue: deque[bytes | Farewell] = deque()
        self._queue_bytes, self._queue_frames = queue_bytes, queue_frames
        self._queued_bytes = 0
        self._is_closing = self._is_ended = False
        self._something, self._drained = turns.signal(), turns.signal()

    @property
    def heard_at(self) -> float:
        """Now: stock tells of no pong, and ends by itself where one is missing."""
        return monotonic()

    @property
    def queued_bytes(self) -> int:
        return self._queued_bytes

    @property
    def is_behind(self) -> bool:
        return self._queued_bytes > BEHIND_BYTES

    @property
    def took_at(self) -> float | None:
        return self._handed_at if self.is_behind else None

    def run(self, on_message: Callable[[bytes], None]) -> None:
        Thread(target=self._write, daemon=True).start()
        try:
            while True:
                message = self._turns.apart(self._read)
                if self._is_closing:
                    continue
                if isinstance(message, str):
                    self.close(1003, "binary messages only")
                elif self._is_within_budget(len(message)):
                    on_message(message)
                else:
                    self.close(1009, "too much")
        except (ConnectionClosed, OSError):
            pass
        finally:
            self._is_ended = True
            self._something.set()
            self._drained.set()

    def send(self, message: bytes) -> None:
        self.send_frame(binary_frame(message))

    def send_frame(self, frame: bytes) -> None:
        if not self._is_closing and not self._is_ended:
            self._queue.append(frame)
            self._queued_bytes += len(frame)
            if self._queued_bytes > self._queue_bytes or len(self._queue) > self._queue_frames:
                self._fall_behind()
            self._something.set()

    def send_latest(self, sender: object, frame: bytes) -> bool:  # noqa: ARG002  # nothing waits for its sender here
        if self.is_behind:
            return True
        self.send_frame(frame)
        return False

    def wait_until_read(self, most_bytes: int) -> None:
        while self._queued_bytes > most_bytes and not self._is_ended:
            self._drained.clear()
            self._drained.wait()

    def ping(self) -> None:
        """Nothing: stock pings by itself."""

    def close(self, code: int = 1000, reason: str = "") -> None:
        if not self._is_closing and not self._is_ended:
            self._is_closing, self.close_code = True, code
            self._queue.append(Farewell(code, reason))
            self._something.set()
            timer = Timer(CLOSING_S, self.cut)
            timer.daemon = True
            timer.start()

    def cut(self) -> None:
        try:
            self._stock.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def _is_within_budget(self, size: int) -> bool:
        if self.budget_bytes is not None:
            self.budget_bytes -= size
            return self.budget_bytes >= 0
        return True

    def _fall_behind(self) -> None:
        self._queue.clear()
        self._queued_bytes = 0
        if self.on_slow is not None:
            tell, self.on_slow = self.on_slow, None
            tell()
        self.close(1013, "slow")

    def _read(self) -> bytes | str:
        """The next message; raises ConnectionClosed once there will be none."""
        while True:
            message = self._stock.receive(LOOK_S)
            if message is not None:
                return message

    def _write(self) -> None:
        with self._turns.turn:
            while not self._is_ended:
                while self._queue and not self._is_ended:
                    item, self._handed_at = self._queue.popleft(), monotonic()
                    self._turns.apart(partial(self._hand_over, item))
                    if isinstance(item, bytes):
                        self._queued_bytes = max(0, self._queued_bytes - len(item))  # what waited may have been dropped
                    self._drained.set()
                self._something.clear()
                self._something.wait()

    def _hand_over(self, item: bytes | Farewell) -> None:
        try:
            if isinstance(item, Farewell):
                self._stock.close(item.code, item.reason)
            else:
                self._stock.send(_payload(item))
        except (ConnectionClosed, OSError):
            return  # the reading loop hears of it too


def _payload(frame: bytes) -> bytes:
    """What `binary_frame` has put into a frame."""
    return frame[{126: 4, 127: 10}.get(frame[1], 2) :]
