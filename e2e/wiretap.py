"""A wiretap: a TCP proxy between browser and server that keeps every byte of both directions.

What browsers send over a WebSocket is masked with four changing bytes, so that nothing could be found in it as it
stands: `said` takes the masks off.
"""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

READ_BYTES: Final = 64 * 1024
MASKED: Final = 0x80


class Conversation:
    """One connection: what the browser sent, and what it was answered."""

    def __init__(self) -> None:
        self.from_browser = bytearray()
        self.from_server = bytearray()

    def said(self) -> Iterator[bytes]:
        """Both directions as they went over the wire, then what the browser's frames hold without their masks."""
        yield bytes(self.from_browser)
        yield bytes(self.from_server)
        head, ended, frames = bytes(self.from_browser).partition(b"\r\n\r\n")
        if ended and b"upgrade: websocket" in head.lower():
            yield b"".join(unmasked(frames))


def unmasked(frames: bytes) -> Iterator[bytes]:
    """The contents of a run of WebSocket frames. A last one that was cut off counts too."""
    at = 0
    while at + 2 <= len(frames):
        mask_follows, size = frames[at + 1] & MASKED, frames[at + 1] & 0x7F
        at += 2
        for marker, form in ((126, ">H"), (127, ">Q")):
            if size == marker:
                (size,) = struct.unpack_from(form, frames, at)
                at += struct.calcsize(form)
                break
        mask = frames[at : at + 4] if mask_follows else bytes(4)
        at += 4 if mask_follows else 0
        content = frames[at : at + size]
        at += size
        repeated = (mask * (len(content) // 4 + 1))[: len(content)]
        yield (int.from_bytes(content) ^ int.from_bytes(repeated)).to_bytes(len(content))


class Wiretap:
    """Listens on a port of 127.0.0.1 and passes everything on to another, keeping what passes."""

    def __init__(self, listener: socket.socket, to_port: int) -> None:
        self.conversations: list[Conversation] = []
        self._listener, self._to_port = listener, to_port

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def said(self) -> Iterator[bytes]:
        """Everything that passed so far."""
        for conversation in self.conversations:
            yield from conversation.said()

    def listen(self) -> None:
        """Takes connections until the listener is closed."""
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:  # closed: the test is over
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._to_port))
            except OSError:  # the server is gone, and so is this connection
                browser.close()
                continue
            conversation = Conversation()
            self.conversations.append(conversation)
            threading.Thread(target=_converse, args=(conversation, browser, server), daemon=True).start()


def _converse(conversation: Conversation, browser: socket.socket, server: socket.socket) -> None:
    """Carries both ways until one side ends."""
    with browser, server:
        back = threading.Thread(target=_carry, args=(server, browser, conversation.from_server), daemon=True)
        back.start()
        _carry(browser, server, conversation.from_browser)
        back.join()


def _carry(source: socket.socket, target: socket.socket, kept: bytearray) -> None:
    """Carries bytes one way until that side ends."""
    try:
        with suppress(OSError):  # one side was killed, as tests do
            while received := source.recv(READ_BYTES):
                kept += received
                target.sendall(received)
    finally:
        for end in (source, target):
            with suppress(OSError):  # the other direction did it already
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wiretap(to_port: int, port: int = 0) -> Iterator[Wiretap]:
    """A wiretap in front of a server's port, ended afterwards."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        tap = Wiretap(listener, to_port)
        threading.Thread(target=tap.listen, daemon=True).start()
        yield tap
        listener.shutdown(socket.SHUT_RDWR)
