"""One caller who opens, says or leaves unread as much as they can: it costs them, and nobody else."""

import json
import re
import resource
import signal
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from server.config import Settings
from server.doorway import Doorway
from sync import messages
from sync.messages import Ack, Eph, Nack, Pull, Push, Records
from sync.presence import Bye, PresenceHeader, seal
from tests.server.raw_socket import masked
from tests.server.talking import Conversation, push, start_space
from tests.server.watching import Watched, answer, watched_relay

MIB = 1_048_576
TIGHT = {
    "header_s": 2,
    "half_open_per_address": 100,
    "sockets": 3,
    "message_toll_bytes": 32_768,
    "question_toll_bytes": 32_768,
    "queue_wait_s": 1,
    "queue_out_bytes": 64 * MIB,
}
GENEROUS = {"in_bytes_per_s": 10**9, "records_per_min": 10**9, "records_burst": 10**9}  # nothing but queues protects it
WAIT_S = 60


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    """A relay with little room."""
    with watched_relay(KITH_LIMITS=json.dumps(TIGHT)) as running:
        yield running


@pytest.fixture(scope="module")
def generous() -> Iterator[Watched]:
    """A relay that holds nobody back."""
    with watched_relay(KITH_LIMITS=json.dumps(GENEROUS)) as running:
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


def test_1000_who_come_in_one_breath_need_not_knock_twice(watched: Watched) -> None:
    allow_files(2_000)
    with ExitStack() as stack:
        watched.relay.send_signal(signal.SIGSTOP)  # it is busy, and lets nobody in
        stack.callback(watched.relay.send_signal, signal.SIGCONT)
        for _ in range(1000):
            stack.enter_context(socket.create_connection(("127.0.0.1", watched.relay.port), timeout=WAIT_S))


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


def test_20000_requests_in_one_breath_keep_nobody_else_waiting(watched: Watched) -> None:
    port, answers = watched.relay.port, bytearray()
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT_S) as eager:

        def send() -> None:
            with suppress(OSError):  # nobody waits for the last answers
                eager.sendall(b"GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20_000)

        def read() -> None:
            with suppress(OSError):
                while chunk := eager.recv(65_536):
                    answers.extend(chunk)

        threads = [threading.Thread(target=work) for work in (send, read)]
        for thread in threads:
            thread.start()
        while not answers:
            time.sleep(0.001)
        assert answer(port, "/healthz") == (200, "ok\n")
        answered = answers.count(b"HTTP/1.1 404")
        with suppress(OSError):
            eager.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()
    assert 0 < answered < 20_000


def test_where_few_files_may_be_open_most_of_them_are_for_sockets() -> None:
    for open_files, half_open, sockets in ((65_536, 1_024, 8_192), (4_096, 1_024, 3_008), (1_024, 256, 704)):
        limits = Settings().with_room_for(open_files).limits
        assert (limits.half_open, limits.sockets) == (half_open, sockets)
    few = Settings().with_room_for(64).limits
    assert (few.half_open, few.sockets) == (16, 1)


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


def test_who_sends_too_fast_is_not_read_for_a_while_and_loses_nothing(watched: Watched) -> None:
    with start_space()[1].connect(watched.relay, creates=True)[0] as fast:
        for _ in range(150):  # of which 128 are free
            fast.say(Pull(1))
        assert all(fast.hear(Records).end for _ in range(150))
        assert watched.value("kith_held_back_total") > 0
        assert watched.value("kith_sockets", "welcomed") == 1


def test_pings_are_counted_as_messages_are(watched: Watched) -> None:
    with start_space()[1].connect(watched.relay, creates=True)[0] as fast:
        before = watched.value("kith_held_back_total")
        pongs = [fast.socket.ping() for _ in range(300)]
        assert all(pong.wait(WAIT_S) for pong in pongs)
        assert watched.value("kith_held_back_total") > before


def test_a_reader_that_takes_nothing_is_cut_though_its_queue_is_not_full(watched: Watched) -> None:
    _, tablet = start_space()
    with ExitStack() as stack:
        stuck = stack.enter_context(tablet.connect(watched.relay, creates=True)[0])
        push(stuck, *tablet.records(4, size=60_000))
        for _ in range(110):  # the client stops reading once 16 messages wait for it
            stuck.say(Pull(1))
        await_value(watched, "kith_sockets_cut_total", "stuck", 1)
        await_value(watched, "kith_queue_out_bytes", "", 0)
        assert stack.enter_context(tablet.connect(watched.relay)[0]).ask(Pull(1), Records).end
        stuck.socket.socket.shutdown(socket.SHUT_RDWR)


def await_value(watched: Watched, name: str, word: str, value: float) -> None:
    """Waits until a metric says so."""
    deadline = time.monotonic() + WAIT_S
    while watched.value(name, word) != value:
        assert time.monotonic() < deadline, watched.text()
        time.sleep(0.05)


def test_a_socket_whose_pushes_wait_for_the_disk_is_not_read_further(generous: Watched) -> None:
    _, tablet = start_space()
    with (
        tablet.connect(generous.relay, creates=True)[0] as eager,
        closing(sqlite3.connect(generous.relay.stored)) as held,
    ):
        pushes = [Push(tuple(record.raw for record in tablet.records(4, size=60_000))) for _ in range(24)]
        held.execute("BEGIN IMMEDIATE")

        def send() -> None:
            for each in pushes:
                eager.say(each)

        sending = threading.Thread(target=send)
        sending.start()
        for _ in range(20):
            assert generous.value("kith_queue_in_requests") <= 5
            time.sleep(0.02)
        assert answer(generous.relay.port, "/healthz")[0] == 200
        held.rollback()
        sending.join()
        assert all(isinstance(eager.hear_any(), Ack | Nack) for _ in pushes)


def test_a_flood_of_20_megabytes_by_one_who_never_reads_leaves_16_at_most_in_memory(generous: Watched) -> None:
    relay = generous.relay
    space, tablet = start_space()
    header = PresenceHeader(space.id, tablet.id, 0, bytes(16), 1)
    presence = messages.to_bytes(Eph(seal(header, Bye(), space.epoch_key).header, bytes(800)))
    with tablet.connect(relay, creates=True)[0] as flooding:
        record = tablet.record()
        push(flooding, record)
        frames = masked(messages.to_bytes(Push((record.raw,)))) + masked(presence) * 2 + masked(b"", 0x89)
        before = resident_bytes(relay.pid, "VmRSS")
        Path(f"/proc/{relay.pid}/clear_refs").write_text("5")  # from now on VmHWM is the most there was
        connection = flooding.socket.socket
        with suppress(OSError):  # it may be put out
            for _ in range(20_000_000 // len(frames * 10)):
                connection.sendall(frames * 10)
        await_quiet(generous)
        assert resident_bytes(relay.pid, "VmHWM") - before < 16 * MIB
        connection.shutdown(socket.SHUT_RDWR)
    await_value(generous, "kith_sockets", "welcomed", 0)
    assert resident_bytes(relay.pid, "VmRSS") - before < 16 * MIB


def await_quiet(watched: Watched) -> None:
    """Waits until nothing more is read or written: two looks at everything that is counted show the same."""
    seen, now = "", watched.text()
    while seen != now:
        time.sleep(0.3)
        seen, now = now, watched.text()


def resident_bytes(pid: int, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024
