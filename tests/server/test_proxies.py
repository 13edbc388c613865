"""Kith behind nginx, haproxy and Caddy, configured as server/README.md prints it: all that is promised there."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from email.message import Message as Headers
from email.parser import BytesParser

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from sync.limits import LIMITS
from sync.messages import Drain, Eph, Pull, Records
from sync.presence import Bye, PresenceHeader, seal
from tests.relay_process import RelayProcess, relay_process
from tests.server.proxies import CONNECTIONS, KINDS, NAME, ORIGIN, Certificate, Proxy, Times, proxies, rest_of
from tests.server.talking import Conversation, Device, push, start_space

BY_PROXY = {"date", "server", "connection", "keep-alive"}  # headers that are a proxy's own affair
SILENCE_S = 4  # for the 75 seconds of the README
FULL_BYTES = 63_424  # padded and sealed, the most that a record may be
WAIT_S = 60
SHOWN_OUT_S = 40  # less than Debian's own time-outs


@dataclass
class Stranger:
    """Something else than Kith behind the proxies: it remembers what it is asked, and answers badly."""

    asked: list[str] = field(default_factory=list)
    _door: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def port(self) -> int:
        return int(self._door.getsockname()[1])

    def run(self) -> None:
        with suppress(OSError):  # the end
            while True:
                client, _ = self._door.accept()
                with client, suppress(OSError):
                    head = b""
                    while b"\r\n\r\n" not in head and (chunk := client.recv(65_536)):
                        head += chunk
                    self.asked.append(head.decode())
                    if b"/silence" not in head:
                        client.sendall(
                            b'HTTP/1.1 200 OK\r\nClear-Site-Data: "storage"\r\nX-Kept: yes\r\n'
                            b"Content-Length: 2\r\nConnection: close\r\n\r\nok"
                        )

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()


@dataclass
class Stage:
    """Each proxy four times: before a relay that pings every second, one that pings too late, and twice a stranger."""

    relay: RelayProcess
    stranger: Stranger
    lively: dict[str, Proxy]
    sleepy: dict[str, Proxy]
    strange: dict[str, Proxy]
    hasty: dict[str, Proxy]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("proxies")
    certificate, stranger = Certificate.make(folder), Stranger()
    answering = threading.Thread(target=stranger.run)
    answering.start()
    limits = {"sockets_per_address": 3, "sockets_per_device": 20, "spaces_per_address_per_hour": 100}
    with ExitStack() as stack:
        stack.callback(answering.join)
        stack.callback(stranger.close)
        relays = []
        for ping_s in (0, LIMITS.ping_s):
            settings = {"KITH_LIMITS": json.dumps({**limits, "ping_s": ping_s})}
            relays.append(stack.enter_context(relay_process({"KITH_ORIGIN": ORIGIN, "KITH_PROXIES": "1", **settings})))
        before = [(relay.port, Times(silence_s=SILENCE_S)) for relay in relays]
        before += [(stranger.port, Times()), (stranger.port, Times(header_s=2))]
        lively, sleepy, strange, hasty = stack.enter_context(proxies(folder, certificate, before))
        yield Stage(relays[0], stranger, lively, sleepy, strange, hasty)


@pytest.fixture(params=KINDS)
def proxy(stage: Stage, request: pytest.FixtureRequest) -> Proxy:
    """One of the three, before a relay."""
    return stage.lively[request.param]


@pytest.fixture(params=KINDS)
def strange(stage: Stage, request: pytest.FixtureRequest) -> Proxy:
    """One of the three, before the stranger, who has been asked nothing yet."""
    stage.stranger.asked.clear()
    return stage.strange[request.param]


def presence(tablet: Device, n: int) -> Eph:
    header = PresenceHeader(tablet.space.id, tablet.id, 0, bytes(16), n)
    return seal(header, Bye(), tablet.space.epoch_key)


def test_full_records_and_a_full_page_of_them_pass_both_ways(proxy: Proxy) -> None:
    _, tablet = start_space()
    records = tablet.records(4, size=FULL_BYTES)
    assert LIMITS.record_bytes - 2_048 < len(records[0].raw) <= LIMITS.record_bytes
    with tablet.connect(proxy, creates=True)[0] as first, tablet.connect(proxy)[0] as second:
        assert len(push(first, *records).stored) == 4
        page = second.ask(Pull(1), Records)
    assert page == Records(tuple((n, record.raw) for n, record in enumerate(records, 1)), end=True)


def test_presence_and_records_arrive_one_by_one_and_nothing_is_held_back(proxy: Proxy) -> None:
    _, tablet = start_space()
    with tablet.connect(proxy, creates=True)[0] as first, tablet.connect(proxy)[0] as second:
        second.ask(Pull(1), Records)
        for n in range(1, 11):
            moved, record = presence(tablet, n), tablet.record()
            first.say(moved)
            assert second.hear(Eph) == moved
            push(first, record)
            assert second.hear(Records).records == ((n, record.raw),)


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", f"http://{NAME}", f"{ORIGIN}.example"])
def test_only_the_public_origin_gets_a_socket(proxy: Proxy, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused, proxy.dial_from(origin, {}):
        pass
    assert refused.value.response.status_code == 403


def test_callers_are_told_apart_whatever_they_claim(proxy: Proxy) -> None:
    one, other = replace(proxy, caller="127.0.0.2"), replace(proxy, caller="127.0.0.3")
    with ExitStack() as stack:
        for n in range(3):
            stack.enter_context(Conversation(one, forwarded_for=f"10.0.0.{n}"))
        with pytest.raises(InvalidStatus) as refused:
            Conversation(one, forwarded_for="10.0.0.9")
        assert refused.value.response.status_code == 429
        stack.enter_context(Conversation(other, forwarded_for="127.0.0.2"))


def test_what_arrives_names_the_caller_once_and_the_name_that_was_asked_for(strange: Proxy, stage: Stage) -> None:
    head = "GET /sync HTTP/1.1\r\nX-Forwarded-For: 10.0.0.1\r\nX-Forwarded-For: 10.0.0.2"
    replace(strange, caller="127.0.0.4").ask(head)
    (asked,) = stage.stranger.asked
    headers = headers_of(asked.encode())
    assert headers.get_all("X-Forwarded-For") == ["127.0.0.4"]
    assert headers.get_all("Host") == [NAME]


def test_nothing_that_empties_a_browser_gets_through(strange: Proxy) -> None:
    answer = headers_of(strange.ask("GET / HTTP/1.1"))
    assert answer["X-Kept"] == "yes"
    assert answer["Clear-Site-Data"] is None


@pytest.mark.parametrize("accepted", ["Accept-Encoding: gzip", "Accept-Encoding: identity", "Accept: */*"])
@pytest.mark.parametrize("path", ["/", "/manifest.json", "/healthz", "/not-there"])
def test_every_header_of_ours_arrives_unchanged_and_once(proxy: Proxy, stage: Stage, path: str, accepted: str) -> None:
    head = f"GET {path} HTTP/1.1\r\n{accepted}"
    with socket.create_connection(("127.0.0.1", stage.relay.port), WAIT_S) as direct:
        direct.sendall(f"{head}\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        ours = rest_of(direct)
    answer = proxy.ask(head)
    assert listed(headers_of(answer)) == listed(headers_of(ours))
    assert answer.partition(b"\r\n\r\n")[2] == ours.partition(b"\r\n\r\n")[2]
    assert headers_of(answer)["Strict-Transport-Security"]


def test_plain_http_leads_to_https(proxy: Proxy) -> None:
    with socket.create_connection(("127.0.0.1", proxy.plain_port), timeout=WAIT_S) as client:
        client.sendall(f"GET /join HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        answer = rest_of(client)
    assert answer.split()[1] in (b"301", b"308")
    assert headers_of(answer)["Location"] in (f"{ORIGIN}/join", f"{ORIGIN}:{proxy.port}/join")


def test_8_kib_of_headers_pass_and_more_do_not(strange: Proxy, stage: Stage) -> None:
    assert strange.ask(with_headers(7_500)).split()[1] == b"200"
    assert len(stage.stranger.asked) == 1
    assert strange.ask(with_headers(9_500)).split()[1] in (b"400", b"431")
    assert len(stage.stranger.asked) == 1


def test_who_sends_no_whole_request_or_no_tls_is_shown_out_and_kith_hears_nothing(stage: Stage) -> None:
    stage.stranger.asked.clear()
    with ExitStack() as stack:
        here: dict[socket.socket, str] = {}
        for proxy in stage.hasty.values():
            for client, name in ((proxy.secure(), "slow"), (proxy.secure(), "silent"), (proxy.reach(), "without TLS")):
                here[stack.enter_context(client)] = f"{name} before {proxy.kind}"
        deadline, trickled = time.monotonic() + SHOWN_OUT_S, b"GET / HTTP/1.1\r\nX: "
        while here:
            assert time.monotonic() < deadline, list(here.values())
            here = {client: name for client, name in here.items() if stays(client)}
            for client in (client for client, name in here.items() if name.startswith("slow")):
                with suppress(OSError):  # it may have been shown out meanwhile
                    client.sendall(trickled)
            trickled = b"x"
    assert stage.stranger.asked == []


def stays(client: socket.socket) -> bool:
    """Whether the other side has not ended within a moment; if it answers, then with a refusal."""
    client.settimeout(0.05)
    try:
        answer = client.recv(65_536)
    except TimeoutError:
        return True
    except OSError:
        return False
    assert answer[:12] in (b"", b"HTTP/1.1 408", b"HTTP/1.1 400")
    return answer != b""


@pytest.mark.parametrize("kind", ["nginx", "haproxy"])
def test_one_address_has_so_many_connections_and_others_still_come_in(stage: Stage, kind: str) -> None:
    greedy = replace(stage.lively[kind], caller="127.0.0.5")
    other = replace(greedy, caller="127.0.0.6")
    _, tablet = start_space()
    with ExitStack() as stack:
        for _ in range(CONNECTIONS):
            stack.enter_context(tablet.connect(greedy, creates=True)[0])
        try:
            answer = greedy.ask("GET /healthz HTTP/1.1")
        except OSError:
            answer = b""
        assert answer[:12] in (b"", b"HTTP/1.1 429")
        stack.enter_context(tablet.connect(other)[0])


def test_nothing_of_a_request_is_told_even_when_it_goes_wrong(strange: Proxy) -> None:
    caller = replace(strange, caller="127.0.0.77")
    for head in ("GET /sync?whisper HTTP/1.1", "GET /silence?whisper HTTP/1.1", "GET /silence?whis\x01per HTTP/1.1"):
        assert caller.ask(head)
    assert caller.ask(f"GET /sync?whisper HTTP/1.1\r\n{'X' * 9_500}: 1")
    with socket.create_connection(("127.0.0.1", caller.plain_port), WAIT_S, (caller.caller, 0)) as client:
        client.sendall(b"GET /sync?whisper HTTP/1.1\r\nHost: kith.example.org\r\nConnection: close\r\n\r\n")
        assert rest_of(client)
    told = caller.told()
    assert [word for word in ("whis", "/sync", "/silence", "127.0.0.77") if word in told] == []


def test_a_ping_outlasts_every_time_out_and_without_it_the_proxy_ends_the_socket(stage: Stage) -> None:
    """A socket that says something, and hears nothing, needs the ping as much as one that is quiet."""
    with ExitStack() as stack:
        quiet, talking, unpinged = (
            {kind: new_conversation(stack, place[kind]) for kind in KINDS}
            for place in (stage.lively, stage.lively, stage.sleepy)
        )
        deadline, alive = time.monotonic() + WAIT_S, set(KINDS)
        n = 0
        while alive:
            assert time.monotonic() < deadline, f"{alive} did not end what it heard nothing of"
            n += 1
            for tablet, conversation in talking.values():
                conversation.say(presence(tablet, n))
            alive = {kind for kind in alive if is_open(unpinged[kind][1])}
        for kind in KINDS:
            for tablet, conversation in (quiet[kind], talking[kind]):
                assert push(conversation, tablet.record()).stored, kind


def new_conversation(stack: ExitStack, proxy: Proxy) -> tuple[Device, Conversation]:
    _, tablet = start_space()
    return tablet, stack.enter_context(tablet.connect(proxy, creates=True)[0])


def is_open(conversation: Conversation) -> bool:
    """Whether it has not ended within a moment."""
    try:
        return conversation.hears_nothing(0.05)
    except ConnectionClosed:
        return False


def test_the_farewell_arrives_and_the_same_proxy_leads_back(stage: Stage) -> None:
    with ExitStack() as stack:
        talks = [new_conversation(stack, stage.lively[kind]) for kind in KINDS]
        for tablet, conversation in talks:
            push(conversation, tablet.record())
        assert stage.relay.stop() == 0
        for _, conversation in talks:
            conversation.hear(Drain)
            with pytest.raises(ConnectionClosed) as closed:
                conversation.hear_any()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1012
        stage.relay.start()
        for kind, (tablet, _) in zip(KINDS, talks, strict=True):
            back, welcome = tablet.connect(stage.lively[kind])
            stack.enter_context(back)
            assert welcome.head_position == 1
            push(back, tablet.record())


def headers_of(head: bytes) -> Headers:
    """The headers of a request or an answer."""
    return BytesParser().parsebytes(head.split(b"\r\n\r\n")[0].partition(b"\r\n")[2], headersonly=True)


def listed(headers: Headers) -> list[tuple[str, str]]:
    """Each as often as it is there, but for those that are a proxy's own affair."""
    return sorted((name.lower(), value) for name, value in headers.items() if name.lower() not in BY_PROXY)


def with_headers(size_bytes: int) -> str:
    """The head of a request that has about so many bytes."""
    return "GET / HTTP/1.1" + "".join(f"\r\nX-{n:03}: {'x' * 90}" for n in range(size_bytes // 99))
