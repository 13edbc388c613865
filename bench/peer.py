"""One end of a WebSocket that costs its process little: messages are framed before the clock starts, and every one that
comes back is compared with what it must be."""

import os
import socket
from dataclasses import dataclass
from struct import pack, unpack_from
from time import perf_counter
from typing import Final

from websockets.speedups import apply_mask

READ_BYTES: Final = 262_144
WAIT_S: Final = 10
BINARY: Final = 0x82  # as a frame begins that is whole
CLOSE: Final = 0x88
PING: Final = 0x89
PONG: Final = 0x8A


@dataclass(frozen=True, slots=True)
class Script:
    """What one peer says. `frames[i]` is message i as it is sent; its acknowledgement holds `acks[i]`, and what the
    other peer of the room receives holds `bodies[i]`, in order, each once."""

    frames: list[bytes]
    acks: list[bytes]
    bodies: list[bytes]


class Unexpected(Exception):
    """A server sent what it should not, sent it twice or out of order, or nothing."""


class HungUp(Unexpected):
    """The server ended the connection."""


def masked_frame(payload: bytes, kind: int = BINARY) -> bytes:
    """One frame, as clients send it."""
    size, mask = len(payload), os.urandom(4)
    if size < 126:
        head = pack("!BB", kind, 0x80 | size)
    else:
        head = pack("!BBH", kind, 0xFE, size) if size < 65_536 else pack("!BBQ", kind, 0xFF, size)
    return head + mask + apply_mask(payload, mask)


class Peer:
    """A connection to `path` on a port of this machine, from one of its addresses. Blocking until `start`."""

    def __init__(self, port: int, path: str, origin: str, address: str = "127.0.0.1") -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), WAIT_S, (address, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sent = self.acked = self.heard = 0
        self.sent_at: list[float] = []
        self.is_pinged = False
        self._received = bytearray()
        self._noise: tuple[bytes, ...] = ()
        key = "AAAAAAAAAAAAAAAAAAAAAA=="
        request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: {origin}\r\nUpgrade: websocket\r\n"
        request += f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        self.socket.sendall(request.encode())
        while b"\r\n\r\n" not in self._received:
            self._receive()
        head, _, rest = bytes(self._received).partition(b"\r\n\r\n")
        if b" 101 " not in head:
            raise Unexpected(head.decode())
        self._received = bytearray(rest)

    def say(self, payload: bytes) -> None:
        self.socket.sendall(masked_frame(payload))

    def answer_ping(self) -> None:
        if self.is_pinged:
            self.is_pinged = False
            self.socket.sendall(masked_frame(b"", PONG))

    def arrived(self) -> list[bytes]:
        """The messages that are there now; at least one byte of them must be."""
        self._receive()
        messages, at = list[bytes](), 0
        while True:
            payload, end = self._cut(at)
            if not end:
                break
            at = end
            if payload:
                messages.append(payload)
        del self._received[:at]
        return messages

    def hear(self) -> bytes:
        """The next message."""
        while True:
            payload, end = self._cut(0)
            if end:
                del self._received[:end]
                if payload:
                    return payload
            else:
                self._receive()

    def start(self, script: Script, other: "Peer", bodies: list[bytes], noise: tuple[bytes, ...]) -> None:
        """From now on `push` and `take`; messages that begin with `noise` mean nothing here."""
        self._script, self._other, self._bodies, self._noise = script, other, bodies, noise
        self.socket.setblocking(False)

    @property
    def left(self) -> int:
        return len(self._script.frames) - self.sent

    @property
    def is_settled(self) -> bool:
        """Whether all that was sent here has been acknowledged, and has arrived at the other peer."""
        return self.acked == self.sent == self._other.heard

    def push(self, count: int) -> None:
        """Sends the next `count` messages."""
        end = self.sent + count
        chunk = b"".join(self._script.frames[self.sent : end])
        self.sent_at += [perf_counter()] * count
        if self.socket.send(chunk) != len(chunk):
            raise Unexpected("the server does not read")
        self.sent = end

    def take(self, delays: list[float]) -> None:
        """Reads what is there and checks it. Adds to `delays` how long each delivery was on its way, in seconds."""
        for payload in self.arrived():
            self._check(payload, delays)

    def _check(self, payload: bytes, delays: list[float]) -> None:
        found = 0
        place = payload.find(self._script.acks[self.acked]) if self.acked < self.sent else -1
        while place >= 0:
            found += 1
            self.acked += 1
            if self.acked == self.sent:
                break
            place = payload.find(self._script.acks[self.acked], place + 1)
        other = self._other
        place = payload.find(self._bodies[self.heard]) if self.heard < other.sent else -1
        while place >= 0:
            found += 1
            delays.append(perf_counter() - other.sent_at[self.heard])
            self.heard += 1
            if self.heard == other.sent:
                break
            place = payload.find(self._bodies[self.heard], place + 1)
        if not found and not payload.startswith(self._noise):
            raise Unexpected(f"{payload[:80]!r} after {self.acked} acknowledgements and {self.heard} deliveries")

    def _receive(self) -> None:
        received = self.socket.recv(READ_BYTES)
        if not received:
            raise HungUp("the server hung up")
        self._received += received

    def _cut(self, at: int) -> tuple[bytes, int]:
        """The message at `at` and where it ends; 0 when it is not whole, empty for a ping."""
        buffer, there = self._received, len(self._received) - at
        if there < 2:
            return b"", 0
        first, size, head = buffer[at], buffer[at + 1], 2
        if size > 125:
            head = 4 if size == 126 else 10
            if there < head:
                return b"", 0
            size = int(unpack_from("!H" if head == 4 else "!Q", buffer, at + 2)[0])
        if there < head + size:
            return b"", 0
        if first == CLOSE:
            raise HungUp(f"closed: {bytes(buffer[at + head : at + head + size])!r}")
        if first not in (BINARY, PING):
            raise Unexpected(f"a frame of kind {first:#x}: {bytes(buffer[at : at + 80])!r}")
        self.is_pinged |= first == PING
        return bytes(buffer[at + head : at + head + size]) if first == BINARY else b"", at + head + size
