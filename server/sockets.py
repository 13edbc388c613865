"""What a conversation needs of its socket. `server/transport.py` is the relay's. All of it is for turns only."""

from collections.abc import Callable
from typing import Protocol


class Socket(Protocol):
    """A WebSocket whose upgrade is done."""

    at_once: Callable[[bytes], bool] | None  # offered a message first: it must not wait, and says whether it took it
    on_slow: Callable[[], None] | None  # called once, when a reader has let its queue fill and is being dropped
    on_uncommon: Callable[[int], None] | None  # told how many frames came that were no plain messages; it may wait
    budget_bytes: int | None  # how much may still be received; None: as much as they like

    @property
    def heard_at(self) -> float:
        """When something last came, in seconds of time.monotonic."""

    @property
    def queued_bytes(self) -> int:
        """What waits for the other side to read."""

    @property
    def is_behind(self) -> bool:
        """Whether the other side reads more slowly than is sent."""

    @property
    def close_code(self) -> int | None:
        """With which code this side has begun to close, if it has."""

    @property
    def took_at(self) -> float | None:
        """While the other side is behind, when it last took something, in seconds of time.monotonic."""

    def run(self, on_message: Callable[[bytes], None]) -> None:
        """Hands on each binary message, one at a time, until the other side is gone."""

    def send(self, message: bytes) -> None:
        """Queues a message; a closed socket swallows it. Never waits."""

    def send_frame(self, frame: bytes) -> None:
        """Queues a frame made by `frames.binary_frame`, which may be shared with other sockets. Never waits."""

    def send_latest(self, sender: object, frame: bytes) -> bool:
        """The same for a frame that the next one of its sender makes worthless: for a reader that is behind only the
        newest of each is kept, of so many senders. Whether one is lost by that, an older one or this. Never waits.
        """

    def wait_until_read(self, most_bytes: int) -> None:
        """Waits until no more than `most_bytes` are queued, or the socket has ended."""

    def ping(self) -> None: ...

    def close(self, code: int = ..., reason: str = ...) -> None:
        """Starts the closing handshake, behind what is queued."""

    def cut(self) -> None:
        """Ends the connection now."""


class Transport(Protocol):
    """Makes a socket of a WSGI request, and answers the handshake. It may raise an HTTPException instead."""

    def __call__(
        self, environ: dict[str, object], *, max_bytes: int, queue_bytes: int, queue_frames: int
    ) -> Socket: ...
