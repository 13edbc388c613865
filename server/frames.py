"""Where one WebSocket frame ends and the next begins (RFC 6455, 5.2).

Frames that are whole, masked, unfragmented and binary are opened here; everything else, errors included, belongs to the
`websockets` package's protocol object, which must only ever be given whole frames or bytes that are sure to fail.
"""

from collections import deque
from collections.abc import Iterator
from enum import Enum
from struct import pack, unpack_from
from typing import Final

from websockets.speedups import apply_mask

PLAIN_BINARY: Final = 0x82  # FIN set, no reserved bit, opcode 2
MASKED: Final = 0x80
MIDDLING: Final = b"\x82\xfe"  # plain, binary, masked, with its length in two bytes
OPCODES: Final = frozenset((0, 1, 2, 8, 9, 10))


class Part(Enum):
    """What a piece of the stream is."""

    MESSAGE = "message"  # the unmasked payload of one plain binary frame
    FRAME = "frame"  # one whole frame of another kind, as received
    REFUSED = "refused"  # unmasked, over-long or unknown: the protocol object fails on it, whatever follows


class FrameCutter:
    """Cuts a stream of bytes into frames of at most `max_bytes` payload; holds no more than one unfinished frame.

    `opens_plain` must be false while a fragmented message is open or the socket is closing: then a plain frame is an
    error or of no interest, and only the protocol object knows which. A fragmented message also lowers `max_bytes`.
    """

    __slots__ = ("_buffer", "_wanted_bytes", "max_bytes", "opens_plain")

    def __init__(self, max_bytes: int) -> None:
        self.opens_plain = True
        self._buffer = bytearray()
        self.max_bytes = max_bytes
        self._wanted_bytes = 2  # not looked at before, so that a trickled frame costs no more than one sent at once

    def plain(self, received: bytes, at: int) -> tuple[bytes, int]:
        """The message that begins at `at`, and where it ends, if it is as nearly all are: in one whole plain frame of
        middling size, of which `cut` would make the same. Otherwise it ends where it begins, and is for `cut`.
        """
        size_at, body_at, end = at + 2, at + 8, len(received)
        if body_at > end or received[at:size_at] != MIDDLING or self._buffer or not self.opens_plain:
            return b"", at
        after = body_at + (received[size_at] << 8 | received[size_at + 1])
        if after > end or after - body_at > self.max_bytes:
            return b"", at
        return apply_mask(received[body_at:after], received[body_at - 4 : body_at]), after

    def cut(self, received: bytes) -> Iterator[tuple[Part, bytes]]:
        """The pieces that `received` completes, in order. Must be drawn to its end before it is called again."""
        buffer = self._buffer
        buffer += received
        at, end = 0, len(buffer)
        if end < self._wanted_bytes:
            return
        self._wanted_bytes = 2
        while end - at >= 2:
            first, second = buffer[at], buffer[at + 1]
            head, size = 6, second & 0x7F
            is_sound = bool(second & MASKED) and first & 0x0F in OPCODES
            if size > 125:
                head = 8 if size == 126 else 14
            if is_sound and end - at < head:
                self._wanted_bytes = head
                break
            if is_sound and head > 6:
                size = int(unpack_from("!H" if head == 8 else "!Q", buffer, at + 2)[0])
            if not is_sound or size > self.max_bytes:
                rest = bytes(buffer[at:])
                at = end
                yield Part.REFUSED, rest
                break
            body, after = at + head, at + head + size
            if after > end:
                self._wanted_bytes = head + size
                break
            if first == PLAIN_BINARY and self.opens_plain:
                yield Part.MESSAGE, apply_mask(buffer[body:after], buffer[body - 4 : body])
            else:
                yield Part.FRAME, bytes(buffer[at:after])
            at = after
        del buffer[:at]


def binary_frame(payload: bytes) -> bytes:
    """`payload` as one unmasked binary frame, ready for any number of sockets that have no extension."""
    size = len(payload)
    if size < 126:
        return b"\x82" + size.to_bytes(1, "big") + payload
    if size < 0x10000:
        return pack("!BBH", PLAIN_BINARY, 126, size) + payload
    return pack("!BBQ", PLAIN_BINARY, 127, size) + payload


def next_write(queue: deque[bytes | memoryview], most_bytes: int) -> bytes | memoryview:
    """Takes the first of `queue`, and whatever can be joined to it without having more than `most_bytes`."""
    first = queue.popleft()
    if not queue or len(first) >= most_bytes:
        return first
    chunks, size = [first], len(first)
    while queue and size + len(queue[0]) <= most_bytes:
        chunks.append(queue.popleft())
        size += len(chunks[-1])
    return b"".join(chunks)
