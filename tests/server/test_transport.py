"""The WebSocket transport under flask-sock, over real sockets: nothing is torn or lost, and bad frames end well."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.server.echo import MAX_BYTES, open_sockets
from tests.server.raw_socket import HANDSHAKE, close_code, close_frame, frames_in, head_of, masked, raw, rest_of


@contextmanager
def dialled(port: int) -> Iterator[ClientConnection]:
    with connect(f"ws://127.0.0.1:{port}/sync", max_size=None, ping_interval=None) as connection:
        yield connection


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, MAX_BYTES])
def test_a_message_of_any_size_comes_back_whole(port: int, size: int) -> None:
    message = os.urandom(size)
    with dialled(port) as connection:
        connection.send(message)
        assert connection.recv(timeout=10) == message


def test_3000_messages_keep_their_order(port: int) -> None:
    with dialled(port) as connection:
        for n in range(3000):
            connection.send(n.to_bytes(4, "big"))
        heard = [connection.recv(timeout=10) for _ in range(3000)]
    assert heard == [n.to_bytes(4, "big") for n in range(3000)]


def test_fragments_with_a_ping_between_make_one_message(port: int) -> None:
    frames = masked(b"one ", 0x02) + masked(b"?", 0x89) + masked(b"two ", 0x00) + masked(b"three", 0x80)
    with raw(port) as client:
        head_of(client)
        client.sendall(frames + masked(b"\x03\xe8", 0x88))
        assert rest_of(client) == b"\x8a\x01?" + b"\x82\x0done two three" + b"\x88\x02\x03\xe8"


def test_a_frame_trickled_byte_by_byte_and_several_at_once(port: int) -> None:
    with raw(port) as client:
        head_of(client)
        for byte in masked(b"slowly"):
            client.sendall(bytes([byte]))
        client.sendall(masked(b"a") + masked(b"b") + masked(b"\x03\xe8", 0x88))
        assert rest_of(client) == b"\x82\x06slowly\x82\x01a\x82\x01b\x88\x02\x03\xe8"


def test_frames_sent_before_the_answer_are_not_lost(port: int) -> None:
    with raw(port, masked(b"early") + masked(b"\x03\xe8", 0x88)) as client:
        head_of(client)
        assert rest_of(client) == b"\x82\x05early\x88\x02\x03\xe8"


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (masked(b"x", 0xC2), 1002),  # a reserved bit: compression was not agreed
        (b"\x82\x01x", 1002),  # not masked
        (masked(b"x", 0x80), 1002),  # a continuation of nothing
        (masked(b"x", 0x02) + masked(b"y"), 1002),  # a message inside a message
        (masked(b"x" * 126, 0x89), 1002),  # a control frame too long
        (masked(b"", size=MAX_BYTES + 1), 1009),
        (masked(b"text", 0x81), 1003),
        (masked(b"", 0x02) + masked(b"", 0x00) * 70, 1008),  # endless fragments
    ],
)
def test_bad_frames_close_with_their_code(port: int, frame: bytes, code: int) -> None:
    with raw(port) as client:
        head_of(client)
        client.sendall(frame)
        assert close_code(client.recv(100)) == code


def test_bytes_after_the_close_are_not_read_as_http(port: int) -> None:
    with raw(port) as client:
        head_of(client)
        client.sendall(masked(b"\x03\xe8", 0x88) + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert rest_of(client) == b"\x88\x02\x03\xe8"


def test_compression_is_offered_and_not_taken(port: int) -> None:
    with raw(port, more="Sec-WebSocket-Extensions: permessage-deflate\r\n") as client:
        head = head_of(client).lower()
    assert head.startswith(b"http/1.1 101")
    assert b"extensions" not in head


@pytest.mark.parametrize(
    "change", [("Sec-WebSocket-Key: AAAA", "X: "), ("Version: 13", "Version: 12"), ("HTTP/1.1", "HTTP/1.0")]
)
def test_a_bad_handshake_is_refused_over_http(port: int, change: tuple[str, str]) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(HANDSHAKE.format(more="").replace(*change).encode())
        assert int(client.recv(12)[9:12]) in (400, 505)


@pytest.mark.parametrize("more", ["Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"])
def test_an_upgrade_with_a_body_is_refused(port: int, more: str) -> None:
    with raw(port, more=more) as client:
        assert client.recv(12) == b"HTTP/1.1 400"


def test_a_slow_reader_gets_every_byte_in_order(port: int) -> None:
    with raw(port) as client:
        head_of(client)
        client.sendall(masked(b"flood 12 300000"))
        time.sleep(0.5)
        received = b""
        while len(received) < 12 * 300_010:
            received += client.recv(1_000_000)
    frames = [received[at : at + 300_010] for at in range(0, len(received), 300_010)]
    assert frames == [b"\x82\x7f" + (300_000).to_bytes(8, "big") + bytes([n]) * 300_000 for n in range(12)]


def test_a_reader_that_never_reads_is_cut_and_the_others_go_on(port: int) -> None:
    with raw(port) as stuck, dialled(port) as other:
        head_of(stuck)
        started, worst_s = time.monotonic(), 0.0
        for _ in range(20):
            other.send(b"flood 5 300000")
            asked = time.monotonic()
            for _ in range(5):
                assert len(other.recv(timeout=10)) == 300_000
            worst_s = max(worst_s, time.monotonic() - asked)
        assert worst_s < 2
        deadline = started + 15
        while open_sockets(port) != 1:
            assert time.monotonic() < deadline, "the stuck reader was kept"
            time.sleep(0.1)
        received = rest_of_cut(stuck)
    frames = [received[at : at + 300_010] for at in range(0, len(received) - 300_010, 300_010)]
    assert all(frame[:10] == b"\x82\x7f" + (300_000).to_bytes(8, "big") for frame in frames), "a frame was torn"


def test_for_a_reader_that_is_behind_only_the_newest_of_each_sender_waits_and_the_last_is_heard(port: int) -> None:
    with socket.socket() as late, dialled(port) as other:
        late.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        late.settimeout(60)
        late.connect(("127.0.0.1", port))
        late.sendall(HANDSHAKE.format(more="").encode())
        head_of(late)
        other.send(b"flood 12 300000")
        for _ in range(12):
            other.recv(timeout=60)
        other.send(b"latest 25")
        assert [other.recv(timeout=60) for _ in range(25)] == [bytes([n]) for n in range(25)], "one that reads has all"
        other.send(b"crowd 70")
        assert [other.recv(timeout=60) for _ in range(71)][-1] == b"7 lost"
        received = b""
        while len(received) < 12 * 300_010 + 64 * 3:
            received += late.recv(1_000_000)
        late.sendall(close_frame(1000))
        frames = frames_in(received + rest_of(late))
    assert [len(frame.payload) for frame in frames[:12]] == [300_000] * 12
    assert [frame.payload for frame in frames[12:]] == [
        bytes([24]),
        *(bytes([n]) for n in range(63)),
        (1000).to_bytes(2, "big"),
    ]


def test_a_reader_that_fell_behind_is_told_why(port: int) -> None:
    with raw(port) as late, dialled(port) as other:
        head_of(late)
        for _ in range(12):
            other.send(b"flood 5 300000")
            for _ in range(5):
                other.recv(timeout=10)
        received = rest_of_cut(late)
    assert len(received) < 60 * 300_010
    told = received.rpartition(b"\x82\x04slow")[2]
    assert close_code(told) == 1013


def rest_of_cut(client: socket.socket) -> bytes:
    received = b""
    try:
        while chunk := client.recv(1_000_000):
            received += chunk
    except ConnectionResetError:
        pass  # the end of a socket that was cut
    return received


def test_the_other_side_going_away_ends_the_socket(port: int) -> None:
    before = open_sockets(port)
    with raw(port) as client:
        head_of(client)
        assert open_sockets(port) == (before or 0) + 1
    deadline = time.monotonic() + 5
    while open_sockets(port) != before:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_clean_close_is_answered(port: int) -> None:
    with dialled(port) as connection:
        connection.close(1000, "bye")
        with pytest.raises(ConnectionClosed) as closed:
            connection.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1000
