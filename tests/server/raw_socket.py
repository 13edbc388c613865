"""A client's side of a WebSocket, byte by byte: its handshake, its frames, and what a server's bytes say."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from struct import pack, unpack
from typing import NamedTuple

from websockets.speedups import apply_mask

CLOSE = 0x88
HANDSHAKE = (
    "GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{more}\r\n"
)


class Heard(NamedTuple):
    """A frame of the server's."""

    first: int  # its first byte: FIN, reserved bits, opcode
    payload: bytes


def masked(payload: bytes, first: int = 0x82, mask: bytes = b"\x01\x02\x03\x04", size: int | None = None) -> bytes:
    """A client's frame; `size` may lie about the payload."""
    size = len(payload) if size is None else size
    if size < 126:
        head = pack("!BB", first, 0x80 | size)
    elif size < 0x10000:
        head = pack("!BBH", first, 0x80 | 126, size)
    else:
        head = pack("!BBQ", first, 0x80 | 127, size)
    return head + mask + apply_mask(payload, mask)


def close_frame(code: int, reason: bytes = b"") -> bytes:
    """A client's close frame."""
    return masked(pack("!H", code) + reason, CLOSE)


@contextmanager
def raw(port: int, after: bytes = b"", more: str = "") -> Iterator[socket.socket]:
    """A socket that has sent a handshake, and `after` it in the same breath."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        client.sendall(HANDSHAKE.format(more=more).encode() + after)
        yield client


def head_of(client: socket.socket) -> bytes:
    """The answer to the handshake."""
    head = b""
    while b"\r\n\r\n" not in head:
        head += client.recv(1)
    return head


def rest_of(client: socket.socket) -> bytes:
    """Everything until the server closes."""
    received = bytearray()
    while chunk := client.recv(65_536):
        received += chunk
    return bytes(received)


def frames_in(received: bytes) -> list[Heard]:
    """The frames of a server, all whole and unmasked."""
    frames, at = list[Heard](), 0
    while at < len(received):
        first, size, at = received[at], received[at + 1], at + 2
        if size == 126:
            (size,), at = unpack("!H", received[at : at + 2]), at + 2
        elif size == 127:
            (size,), at = unpack("!Q", received[at : at + 8]), at + 8
        assert len(received) >= at + size, "a frame was torn"
        frames.append(Heard(first, received[at : at + size]))
        at += size
    return frames


def close_code(frames: bytes) -> int:
    """The code of a close frame at the start."""
    assert frames[0] == CLOSE, frames
    return int(unpack("!H", frames[2:4])[0])
