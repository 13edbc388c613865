"""One caller who opens, says or leaves unread as much as they can: it costs them, and nobody else."""

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection

import pytest
from websockets.exceptions import InvalidStatus

from server.doorway import Doorway
from tests.server.talking import Conversation, start_space
from tests.server.watching import Watched, answer, watched_relay

TIGHT = '{"header_s": 2, "half_open_per_address": 100, "sockets": 3}'
WAIT_S = 60


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    """A relay with little room."""
    with watched_relay(KITH_LIMITS=TIGHT) as running:
        yield running


class Guest:
    def __init__(self) -> None:
        self.is_cut = False

    def cut(self) -> None:
        self.is_cut = True


def test_who_has_waited_longest_makes_way_first_of_the_same_address() -> None:
    doorway = Doorway(4, 2)
    a, b, c, d, e, f = guests = [Guest() for _ in range(6)]
    for guest, address in ((a, "1"), (b, "2"), (c, "2")):
        doorway.arrive(guest, address)
    doorway.stir(a)
    doorway.arrive(d, "2")
    assert [guest.is_cut for guest in guests] == [False, True, False, False, False, False]
    doorway.arrive(e, "3")
    doorway.arrive(f, "4")
    assert [guest.is_cut for guest in guests] == [False, True, True, False, False, False]
    for guest in guests:
        doorway.leave(guest)
    assert len(doorway) == 0


def test_1000_half_open_connections_take_100_places_and_keep_nobody_waiting(watched: Watched) -> None:
    port = watched.relay.port
    allow_files(2_000)
    with ExitStack() as stack:
        for n in range(1000):
            half = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=WAIT_S))
            half.sendall((b"", b"G", b"GET / HTTP/1.1\r\nHost: loc")[n % 3])
        assert answer(port, "/healthz") == (200, "ok\n")
        assert watched.value("kith_connections") <= 100
        assert watched.value("kith_connections_cut_total", "crowded") >= 900


def allow_files(count: int) -> None:
    """This process may have so many files open: the usual limit of 1,024 is too close."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))


def test_headers_that_trickle_in_are_cut_and_a_connection_that_rests_between_requests_is_not(watched: Watched) -> None:
    port = watched.relay.port
    resting = HTTPConnection("127.0.0.1", port, timeout=WAIT_S)
    resting.request("GET", "/healthz")
    resting.getresponse().read()
    before = watched.value("kith_connections_cut_total", "late")
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        deadline = time.monotonic() + WAIT_S
        while not is_over(slow):
            slow.sendall(b"X: y\r\n")
            assert time.monotonic() < deadline
    assert watched.value("kith_connections_cut_total", "late") == before + 1
    kept = resting.sock
    resting.request("GET", "/healthz")
    assert resting.getresponse().read() == b"ok\n"
    assert resting.sock is kept
    resting.close()


def is_over(client: socket.socket) -> bool:
    """Whether the other side has ended the connection, by the next tenth of a second."""
    try:
        return client.recv(1_000) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_sockets_are_counted_in_all(watched: Watched) -> None:
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(Conversation(watched.relay))
        with pytest.raises(InvalidStatus) as refused:
            Conversation(watched.relay)
        assert refused.value.response.status_code == 503
        assert refused.value.response.headers["Retry-After"] == "10"
        assert watched.value("kith_callers_refused_total", "FULL") == 1
    while watched.value("kith_sockets", "called"):
        pass
    with start_space()[1].connect(watched.relay, creates=True)[0]:
        assert watched.value("kith_sockets", "welcomed") == 1
