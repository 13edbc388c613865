"""Opening plain frames beside the protocol object gives what the protocol object alone gives, whatever arrives."""

import os
from itertools import count, pairwise
from typing import Self

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import OPEN
from websockets.server import ServerProtocol

from server.frames import binary_frame
from server.incoming import FRAGMENTS, Incoming
from tests.server.conformance import SMALL
from tests.server.raw_socket import close_frame, masked

MAX_BYTES = 70_000


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


def heard_beside(pieces: list[bytes], each: int) -> tuple[list[bytes], int | None, bytes]:
    """Where of the plain messages that may be dealt with at once each so-manieth is not; 1: none is."""
    protocol, messages, offers = opened(), list[bytes](), count(1)
    incoming = Incoming(protocol, MAX_BYTES)

    def deal(message: bytes) -> bool:
        if next(offers) % each == 0:
            return False
        messages.append(message)
        return True

    for piece in pieces:
        messages += incoming.receive(incoming.take_at_once(piece, deal))
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
    st.sampled_from([case.says for case in SMALL.values()]),
)


@given(st.lists(FRAMES, max_size=8), st.data())
@example([masked(b"part", 0x02), masked(b"whole"), masked(b"after")], None)
@example([masked(b"part", 0x02), close_frame(1000), masked(b"whole")], None)
@example([close_frame(1000), masked(b"whole"), masked(b"", 0x89), masked(b"text", 0x81)], None)
@example([masked(b"text", 0x81), masked(b"whole"), close_frame(1000), masked(b"whole")], None)
@example([masked(b"a", 0x02), masked(b"", 0x89), masked(b"b", 0x80), masked(b"c")], None)
def test_any_stream_cut_anywhere_means_the_same(frames: list[bytes], data: st.DataObject | None) -> None:
    stream = b"".join(frames)
    cuts = [] if data is None else sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    ends = [0, *cuts, len(stream)]
    pieces = [stream[start:end] for start, end in pairwise(ends)]
    for each in (1, 2, 3, 1_000):
        assert heard_beside(pieces, each) == heard_alone(stream)


class Counted(bytearray):
    """A buffer that counts what is copied into it and out of it, and how often it is looked at."""

    copied_bytes = looks = 0

    def __iadd__(self, more: bytes) -> Self:  # type: ignore[override]
        Counted.copied_bytes += len(more)
        return super().__iadd__(more)

    def __add__(self, more: bytes) -> bytearray:  # type: ignore[override]
        Counted.copied_bytes += len(self) + len(more)
        return super().__add__(more)

    def __getitem__(self, at: "int | slice[int, int, None]") -> int | bytearray:  # type: ignore[override]
        Counted.looks += 1
        piece: int | bytearray = super().__getitem__(at)
        Counted.copied_bytes += len(piece) if isinstance(piece, bytearray) else 0
        return piece


@pytest.mark.parametrize("first", [0x82, 0x02])
def test_a_frame_of_60000_bytes_that_trickles_in_is_copied_at_most_three_times(
    monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr("server.frames.bytearray", Counted, raising=False)
    Counted.copied_bytes = Counted.looks = 0
    frame = masked(os.urandom(60_000), first) + masked(b"", 0x80 if first == 0x02 else 0x82)
    incoming = Incoming(opened(), MAX_BYTES)
    heard = [message for at in range(len(frame)) for message in incoming.receive(frame[at : at + 1])]
    assert len(heard) == (1 if first == 0x02 else 2)
    assert len(frame) <= Counted.copied_bytes <= 3 * len(frame)
    assert Counted.looks < 30, "it waits for as many bytes as it knows to be missing"


def test_frames_that_leave_are_what_the_protocol_object_would_send() -> None:
    for size in (0, 1, 125, 126, 65_535, 65_536, 100_000):
        protocol, payload = opened(), os.urandom(size)
        protocol.send_binary(payload)
        assert binary_frame(payload) == b"".join(protocol.data_to_send())
