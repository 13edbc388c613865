"""Opening plain frames beside the protocol object gives what the protocol object alone gives, whatever arrives."""

import os
from itertools import pairwise
from struct import pack

from hypothesis import example, given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import OPEN
from websockets.server import ServerProtocol
from websockets.speedups import apply_mask

from server.frames import binary_frame
from server.incoming import FRAGMENTS, Incoming

MAX_BYTES = 70_000


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


def opened() -> ServerProtocol:
    return ServerProtocol(state=OPEN, max_size=MAX_BYTES)


def code_of(protocol: ServerProtocol) -> int | None:
    return None if protocol.close_sent is None else int(protocol.close_sent.code)


def heard_alone(stream: bytes) -> tuple[list[bytes], int | None, bytes]:
    """Messages, close code and answers (closing apart) of the protocol object on its own, by the relay's two rules."""
    protocol, messages, parts = opened(), list[bytes](), list[bytes]()
    for at in range(len(stream)):
        protocol.receive_data(stream[at : at + 1])
        for frame in protocol.events_received():
            assert isinstance(frame, Frame)
            if protocol.state is not OPEN:
                continue
            if frame.opcode is Opcode.TEXT:
                protocol.send_close(1003, "binary messages only")
            elif frame.opcode in (Opcode.BINARY, Opcode.CONT):
                parts.append(bytes(frame.data))
                if frame.fin:
                    messages.append(b"".join(parts))
                    parts = []
                elif len(parts) >= FRAGMENTS:
                    protocol.send_close(1008, "too many fragments")
    return messages, code_of(protocol), b"".join(protocol.data_to_send())


def heard_beside(pieces: list[bytes]) -> tuple[list[bytes], int | None, bytes]:
    protocol = opened()
    incoming = Incoming(protocol, MAX_BYTES)
    messages = [message for piece in pieces for message in incoming.receive(piece)]
    return messages, code_of(protocol), b"".join(protocol.data_to_send())


FRAMES = st.one_of(
    st.binary(max_size=300).map(masked),
    st.sampled_from([125, 126, 127, 65_535, 65_536]).map(
        lambda size: masked(b"kith" * (size // 4) + b"k" * (size % 4))
    ),
    st.builds(masked, st.binary(max_size=130), st.integers(0, 255), st.binary(min_size=4, max_size=4)),
    st.builds(masked, st.binary(max_size=9), st.sampled_from([0x02, 0x00, 0x80, 0x89, 0x8A, 0x88, 0x81, 0x01, 0xC2])),
    st.builds(
        masked, st.binary(max_size=5), st.just(0x82), st.just(b"abcd"), st.sampled_from([5, MAX_BYTES + 1, 2**63])
    ),
    st.binary(max_size=20),
)


@given(st.lists(FRAMES, max_size=8), st.data())
@example([masked(b"part", 0x02), masked(b"whole"), masked(b"after")], None)
@example([masked(b"a", 0x02), masked(b"", 0x89), masked(b"b", 0x80), masked(b"c")], None)
def test_any_stream_cut_anywhere_means_the_same(frames: list[bytes], data: st.DataObject | None) -> None:
    stream = b"".join(frames)
    cuts = [] if data is None else sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    ends = [0, *cuts, len(stream)]
    pieces = [stream[start:end] for start, end in pairwise(ends)]
    assert heard_beside(pieces) == heard_alone(stream)


def test_a_large_frame_in_tiny_pieces_costs_one_look_a_piece() -> None:
    frame = masked(os.urandom(60_000))
    incoming = Incoming(opened(), MAX_BYTES)
    pieces = [frame[at : at + 10] for at in range(0, len(frame), 10)]
    assert sum(len(list(incoming.receive(piece))) for piece in pieces) == 1


def test_frames_that_leave_are_what_the_protocol_object_would_send() -> None:
    for size in (0, 1, 125, 126, 65_535, 65_536, 100_000):
        protocol, payload = opened(), os.urandom(size)
        protocol.send_binary(payload)
        assert binary_frame(payload) == b"".join(protocol.data_to_send())
