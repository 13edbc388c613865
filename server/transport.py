"""One WebSocket under flask-sock, on gevent's pywsgi without monkey-patching (set as `flask_sock.Server` in app.py).

The handshake, control frames, fragments, errors and closing belong to the `websockets` package's protocol object. One
loop reads. Writing never blocks: what the kernel does not take at once waits, in order, in one bounded queue that a
writable watcher empties. All of it runs on the hub's thread, and no step between two writes can switch greenlets, so
frames cannot mix. Frames sent within one turn of the hub (those of one commit) leave in one write.
"""

import os
from collections import deque
from collections.abc import Callable
from socket import IPPROTO_TCP, SHUT_RDWR, SHUT_WR, SO_SNDBUF, SOL_SOCKET, TCP_NODELAY
from time import monotonic
from typing import Final

import gevent
from gevent.event import Event
from websockets.frames import CloseCode
from websockets.protocol import OPEN

from server.frames import binary_frame, next_write
from server.handshake import shake_hands
from server.incoming import Incoming
from server.listening import BREATH_S, TURN_S, HttpConnection
from server.reader import Reader

SLICE_BYTES: Final = 4_096  # that are looked at in one go: 700 pings, which take a few turns
KERNEL_BYTES: Final = 262_144  # that may wait in the kernel, which would take megabytes before anybody seems slow
WRITE_BYTES: Final = 262_144  # most that is joined into one write
CLOSING_S: Final = 3  # how long the other side may take to close
LATEST: Final = 64  # senders of whom a frame may wait: more than a space has sockets at once
WRITABLE: Final = 2  # libev's EV_WRITE


class WebSocket:
    """A socket whose upgrade is done. `max_bytes` bounds a message, `queue_bytes` and `queue_frames` what may wait.

    `on_slow` is called once, when a reader has let its queue fill: what waited is dropped by then, and what is sent in
    the call still goes out, before the close. Raises BadHandshake when the request is no sound handshake.
    """

    mode = "kith"  # flask-sock asks, and answers nothing over HTTP for a mode that it does not know

    def __init__(self, environ: dict[str, object], *, max_bytes: int, queue_bytes: int, queue_frames: int) -> None:
        http = environ["kith.connection"]
        if not isinstance(http, HttpConnection):
            raise TypeError("a WebSocket needs server.listening's HTTP connection")
        self.on_slow: Callable[[], None] | None = None
        self.on_uncommon: Callable[[int], None] | None = None
        self.at_once: Callable[[bytes], bool] | None = None
        self._turn_began_at = self._looked_at = monotonic()
        self.budget_bytes: int | None = None  # how much may still be received; None: as much as they like
        self._protocol, answer = shake_hands(environ, max_bytes)
        self._incoming = Incoming(self._protocol, max_bytes)
        self._socket, early = http.take_over()
        self._socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        self._socket.setsockopt(SOL_SOCKET, SO_SNDBUF, KERNEL_BYTES)
        self._descriptor = self._socket.fileno()  # never blocks; asked directly, for gevent's own way to it is long
        self._reader = Reader(self._descriptor, self._deal)
        self._loop = gevent.get_hub().loop
        self._writable = self._loop.io(self._descriptor, WRITABLE)
        self._closing = self._loop.timer(CLOSING_S)
        self._is_blocked = self._is_flush_due = self._is_ended = self._is_eof_due = self._is_slow = False
        self._queue: deque[bytes | memoryview] = deque([answer])
        self._queued_bytes = len(answer)
        self._queue_bytes, self._queue_frames = queue_bytes, queue_frames
        self._drained: Event | None = None  # while somebody waits for it
        self._early = early
        self._took_at = 0.0
        self._latest: dict[object, bytes] = {}  # what waits only for as long as nothing newer comes

    @property
    def heard_at(self) -> float:
        return self._reader.heard_at

    @property
    def is_open(self) -> bool:
        return self._protocol.state is OPEN and not self._is_ended

    @property
    def queued_bytes(self) -> int:
        return self._queued_bytes

    @property
    def is_behind(self) -> bool:
        """Whether the other side reads more slowly than is sent."""
        return self._is_blocked

    @property
    def close_code(self) -> int | None:
        sent = self._protocol.close_sent
        return None if sent is None or self._protocol.close_rcvd_then_sent else sent.code

    @property
    def took_at(self) -> float | None:
        return self._took_at if self._is_blocked else None

    def run(self, on_message: Callable[[bytes], None]) -> None:
        """Reads until the other side is gone, handing on each binary message; it waits while `on_message` does.

        Anything raised by `on_message` passes through, the connection ended.
        """
        try:
            self._drain()
            received = self._early or self._read()
            while received:
                if self._is_within_budget(len(received)):
                    for at in range(0, len(received), SLICE_BYTES):
                        self._take(received[at : at + SLICE_BYTES], on_message)
                elif self.is_open:
                    self._protocol.fail(CloseCode.MESSAGE_TOO_BIG, "too much")
                    self._pump()
                received = self._read()
        finally:
            self._end()

    def _take(self, received: bytes, on_message: Callable[[bytes], None]) -> None:
        protocol = self._protocol
        for message in self._incoming.receive(received):
            if protocol.writes:
                self._pump()  # a pong that came before the message leaves before its answer
            if protocol.state is OPEN:  # what one message has closed, the next does not reach
                on_message(message)
            self._give_way()
        if self._incoming.uncommon:
            self._pump()
            count, self._incoming.uncommon = self._incoming.uncommon, 0
            if self.on_uncommon is not None:
                self.on_uncommon(count)
            self._give_way()

    def send(self, message: bytes) -> None:
        """Queues `message` as a binary frame; a closed socket swallows it."""
        self.send_frame(binary_frame(message))

    def send_frame(self, frame: bytes) -> None:
        """Queues a frame made by `binary_frame`, which may be shared with other sockets."""
        if self._protocol.state is OPEN and not self._is_ended:
            self._put(frame)

    def send_latest(self, sender: object, frame: bytes) -> bool:
        """As send_frame; but for a reader that is behind only the newest frame of each sender waits, behind all else.

        Whether one is lost by that: an older one of the sender's, or this one where LATEST others wait.
        """
        if not self._is_blocked:
            self.send_frame(frame)
            return False
        is_newer, is_full = sender in self._latest, len(self._latest) >= LATEST
        if is_newer or not is_full:
            self._latest[sender] = frame
        return is_newer or is_full

    def wait_until_read(self, most_bytes: int) -> None:
        """Waits until no more than `most_bytes` are queued, or the socket has ended."""
        while self._queued_bytes > most_bytes and not self._is_ended:
            self._drained = Event()
            self._drained.wait()
        self._drained = None

    def ping(self) -> None:
        if self.is_open:
            self._protocol.send_ping(b"")
            self._pump()

    def close(self, code: int = CloseCode.NORMAL_CLOSURE, reason: str = "") -> None:
        """Starts the closing handshake; the other side has CLOSING_S to finish it. Does nothing on a closed socket."""
        if self.is_open:
            self._protocol.send_close(code, reason)
            self._pump()

    def cut(self) -> None:
        """Ends the connection now."""
        if not self._is_ended:
            try:
                self._socket.shutdown(SHUT_RDWR)  # wakes the reading loop
            except OSError:
                return  # the other side was quicker, and the loop is on its way out

    def _give_way(self) -> None:
        """A flood of data, or of what is dear to read, would otherwise never let the others have their turn."""
        self._looked_at = monotonic()
        if self._looked_at - self._turn_began_at > TURN_S:
            gevent.sleep(BREATH_S)
            self._turn_began_at = monotonic()

    def _is_within_budget(self, size: int) -> bool:
        if self.budget_bytes is not None:
            self.budget_bytes -= size
            return self.budget_bytes >= 0
        return True

    def _read(self) -> bytes:
        received = self._reader.read()
        if self.heard_at - self._looked_at > BREATH_S:
            self._turn_began_at = self.heard_at  # it waited, and the others had theirs
        return received

    def _deal(self, received: bytes) -> bytes:
        """Deals at once with what can be, and returns the rest."""
        return received if self.at_once is None else self._incoming.take_at_once(received, self.at_once)

    def _pump(self) -> None:
        """Queues what the protocol object has to say, and gives the other side CLOSING_S once closing has begun."""
        for content in self._protocol.data_to_send():
            if content:
                self._put(content)
            else:
                self._is_eof_due = True
        if self._is_eof_due:
            self._flush_soon()
        if self._protocol.close_expected() and not self._closing.active:
            self._closing.start(self.cut)

    def _put(self, frame: bytes) -> None:
        self._queue.append(frame)
        self._queued_bytes += len(frame)
        if self._queued_bytes > self._queue_bytes or len(self._queue) > self._queue_frames:
            if not self._is_blocked:
                self._drain()
            if self._queued_bytes > self._queue_bytes or len(self._queue) > self._queue_frames:
                self._fall_behind()
        self._flush_soon()

    def _flush_soon(self) -> None:
        if not self._is_flush_due and not self._is_blocked and not self._is_ended:
            self._is_flush_due = True
            self._loop.run_callback(self._flush)

    def _flush(self) -> None:
        self._is_flush_due = False
        if not self._is_blocked:
            self._drain()

    def _drain(self) -> None:
        """Writes what the kernel takes; what is left waits for the writable watcher."""
        while self._queue and not self._is_ended:
            chunk = next_write(self._queue, WRITE_BYTES)
            try:
                sent = os.write(self._descriptor, chunk)
            except BlockingIOError:
                sent = 0
            except OSError:
                self._queue.clear()
                self._queued_bytes = 0
                self.cut()
                break
            self._queued_bytes -= sent
            if sent < len(chunk):
                self._queue.appendleft(memoryview(chunk)[sent:])
                if not self._is_blocked:
                    self._is_blocked = True
                    self._took_at = monotonic()
                    self._writable.start(self._unblock)
                return
        if self._is_eof_due and not self._is_ended:
            self._is_eof_due = False
            try:
                self._socket.shutdown(SHUT_WR)
            except OSError:
                self.cut()
        if self._drained is not None:
            self._drained.set()

    def _unblock(self) -> None:
        self._writable.stop()
        self._is_blocked = False
        self._drain()
        if self._latest and not self._is_blocked:
            latest, self._latest = self._latest, {}
            for frame in latest.values():
                self.send_frame(frame)

    def _fall_behind(self) -> None:
        """Drops what waits behind the write under way, says why, and closes."""
        if self._is_slow or not self.is_open:
            return
        self._is_slow = True
        self._latest.clear()
        under_way = [self._queue[0]] if isinstance(self._queue[0], memoryview) else []
        self._queue = deque(under_way)
        self._queued_bytes = sum(map(len, under_way))
        if self.on_slow is not None:
            self.on_slow()
        self.close(CloseCode.TRY_AGAIN_LATER, "slow")

    def _end(self) -> None:
        if not self._is_ended:
            self._protocol.receive_eof()
            self._is_ended = True
            self._reader.close()
            for watcher in (self._writable, self._closing):
                watcher.stop()
                watcher.close()
            self._queue.clear()
            self._latest.clear()
            self._queued_bytes = 0
            if self._drained is not None:
                self._drained.set()
