"""TLS for a client that reads and writes in two threads, which OpenSSL does not bear: here one thread does both."""

import socket
import ssl
import threading
from contextlib import suppress
from select import select

_PIECE_BYTES = 65_536


def through(secure: ssl.SSLSocket) -> socket.socket:
    """A plain socket whose bytes go in and out through `secure`, which ends with it."""
    near, far = socket.socketpair()
    threading.Thread(target=_carry, args=(far, secure), daemon=True).start()
    return near


def _carry(plain: socket.socket, secure: ssl.SSLSocket) -> None:
    secure.setblocking(False)
    with plain, secure, suppress(OSError, EOFError):  # either side may end at any time, and then so does the other
        while True:
            ready = select([plain, secure], [], [])[0]
            if secure in ready:
                _receive(secure, plain)
            if plain in ready:
                _send(_some(plain.recv(_PIECE_BYTES)), secure)


def _receive(secure: ssl.SSLSocket, plain: socket.socket) -> None:
    """All that has come, also what no longer shows at the socket."""
    with suppress(ssl.SSLWantReadError):
        while True:
            plain.sendall(_some(secure.recv(_PIECE_BYTES)))


def _send(chunk: bytes, secure: ssl.SSLSocket) -> None:
    while chunk:
        try:
            chunk = chunk[secure.send(chunk) :]
        except ssl.SSLWantWriteError:
            select([], [secure], [])


def _some(chunk: bytes) -> bytes:
    if not chunk:
        raise EOFError
    return chunk
