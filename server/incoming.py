"""What a client's bytes mean, without a socket: messages out, and everything else into the protocol object.

The protocol object gets whole frames only, or bytes that it is sure to fail on; `server/frames.py` opens plain messages
beside it. tests/server/test_incoming.py holds the two together to what the protocol object alone would have done.
"""

from collections.abc import Callable, Iterator
from typing import Final

from websockets.frames import CloseCode, Frame, Opcode
from websockets.protocol import OPEN
from websockets.server import ServerProtocol

from server.frames import FrameCutter, Part

FRAGMENTS: Final = 64  # most in one message: empty ones are free to send but not to keep


class Incoming:
    """Reads messages of at most `max_bytes` beside `protocol`, whose handshake is done."""

    def __init__(self, protocol: ServerProtocol, max_bytes: int) -> None:
        self._protocol = protocol
        self._cutter = FrameCutter(max_bytes)
        self._max_bytes = max_bytes
        self._fragments: list[bytes] = []
        self.uncommon = 0  # frames that were no plain messages, so far

    def take_at_once(self, received: bytes, deal: Callable[[bytes], bool]) -> bytes:
        """What is left of `received` behind the plain messages at its beginning that `deal` says it has dealt with. It
        is for `receive`, and nothing else may come in between.
        """
        at, message, after = 0, *self._cutter.plain(received, 0)
        while after > at and self._protocol.state is OPEN and deal(message):
            at, message, after = after, *self._cutter.plain(received, after)
        return received[at:]

    def receive(self, received: bytes) -> Iterator[bytes]:
        """The binary messages that `received` completes; to be drawn to its end, and those behind one upon which we
        close are to be passed over. What the protocol object has to send afterwards (pongs, closing) is its own to say.
        A text message (1003) and too many fragments (1008) close.
        """
        protocol, cutter = self._protocol, self._cutter
        for part, content in cutter.cut(received):
            if part is Part.MESSAGE:
                yield content
            else:
                self.uncommon += 1
                protocol.receive_data(content)
                yield from self._take_events()
                cutter.max_bytes = self._max_bytes - (protocol.current_size or 0)
            cutter.opens_plain = protocol.state is OPEN and protocol.current_size is None

    def _take_events(self) -> Iterator[bytes]:
        protocol = self._protocol
        for frame in protocol.events_received():
            if protocol.state is not OPEN or not isinstance(frame, Frame):
                continue
            if frame.opcode is Opcode.TEXT:
                protocol.send_close(CloseCode.UNSUPPORTED_DATA, "binary messages only")
            elif frame.opcode in (Opcode.BINARY, Opcode.CONT):
                self._fragments.append(bytes(frame.data))
                if protocol.current_size is None:
                    message, self._fragments = b"".join(self._fragments), []
                    yield message
                elif len(self._fragments) >= FRAGMENTS:
                    protocol.send_close(CloseCode.POLICY_VIOLATION, "too many fragments")
