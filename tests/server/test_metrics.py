"""What is counted, who may read it, and when the server says that it is ready."""

import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from server import metrics
from sync.messages import Err, Nack, Pull, Push, Records
from tests.server.raw_socket import HANDSHAKE, head_of
from tests.server.talking import Conversation, push, start_space
from tests.server.watching import SAMPLE, Watched, answer, watched_relay
from tests.sources import ROOT

CLOSED_FOR_NOW = b"\x88\x02\x03\xf4"  # 1012


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    with watched_relay() as running:
        yield running


@pytest.fixture
def stopping() -> Iterator[Watched]:
    """One that its test may stop."""
    with watched_relay() as running:
        yield running


def test_what_happens_is_counted_and_nobody_is_named(watched: Watched) -> None:
    relay = watched.relay
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first, Conversation(relay):
        records = tablet.records(3)
        push(first, *records)
        late = tablet.records(2)[1]
        first.ask(Push((late.raw,)), Nack)
        first.ask(Push((b"nonsense",) * 101), Err)
        assert first.ask(Pull(1), Records).end
        assert watched.value("kith_sockets", "welcomed") == 1
        assert watched.value("kith_sockets", "called") == 1
    assert watched.value("kith_records_stored_total") == 3
    assert watched.value("kith_record_bytes_stored_total") == sum(len(record.raw) for record in records)
    assert watched.value("kith_spaces_created_total") == 1
    assert watched.value("kith_push_refused_total", "SEQ_GAP") == 1
    assert watched.value("kith_messages_refused_total", "TOO_LARGE") == 1
    assert watched.value("kith_commit_seconds_count") == watched.value("kith_commits_total", "done") >= 2
    assert watched.value("kith_commit_seconds_bucket", "+Inf") == watched.value("kith_commit_seconds_count")
    assert watched.value("kith_ready") == 1
    text = watched.text()
    for secret in (space.id.hex()[:8], tablet.id.hex()[:8], "127.0.0.1", str(relay.port)):
        assert secret not in text


def test_the_text_is_one_that_prometheus_reads(watched: Watched) -> None:
    """A HELP and a TYPE before the samples of each, sums that only grow, and a last line that ends."""
    text = watched.text()
    assert text.endswith("\n")
    told = dict[str, str]()
    for line in text.splitlines():
        if heading := re.fullmatch(r"# (HELP|TYPE) (kith_\w+) (.+)", line):
            told[heading[2]] = heading[3]
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        name = re.sub(r"_(bucket|sum|count)$", "", sample[1])
        assert told.get(name) in ("counter", "gauge", "histogram"), line
        assert (told[name] == "counter") == name.endswith("_total"), line
        assert (sample[2] == "le") == sample[1].endswith("_bucket"), line
    assert set(told) == {metric.name for metric in metrics.ALL}


def test_a_histogram_counts_each_value_once_and_in_every_larger_bucket() -> None:
    histogram = metrics.Histogram("kith_x", "x", (1, 10))
    for value in (0.5, 1, 2, 10, 11):
        histogram.observe(value)
    assert list(histogram.lines()) == [
        'kith_x_bucket{le="1"} 2',
        'kith_x_bucket{le="10"} 4',
        'kith_x_bucket{le="+Inf"} 5',
        "kith_x_sum 24.500000",
        "kith_x_count 5",
    ]


def test_the_public_address_tells_no_metrics_and_their_own_tells_nothing_else(watched: Watched) -> None:
    assert answer(watched.relay.port, "/metrics")[0] in (307, 404)
    for path in ("/", "/healthz", "/sync", "/metrics/"):
        assert answer(watched.port, path)[0] == 404


def test_a_server_that_stops_is_not_ready_from_the_first_moment_and_lets_nobody_new_in(stopping: Watched) -> None:
    relay = stopping.relay
    assert answer(relay.port, "/readyz") == (200, "ready\n")
    with socket.create_connection(("127.0.0.1", relay.port), timeout=10) as client:
        client.sendall(HANDSHAKE.format(more=f"Origin: {relay.origin}\r\n").encode())
        head_of(client)  # and then does not answer the close, so that the relay waits
        relay.send_signal(signal.SIGTERM)
        told = client.recv(4096)
        while CLOSED_FOR_NOW not in told:
            told += client.recv(4096)
        assert answer(relay.port, "/readyz") == (503, "not ready\n")
        assert answer(relay.port, "/healthz")[0] == 200
        assert stopping.value("kith_ready") == 0
        with pytest.raises(InvalidStatus) as refused:
            Conversation(relay)
        assert refused.value.response.status_code == 503
        assert refused.value.response.headers["Retry-After"] == "10"
        assert stopping.value("kith_callers_refused_total", "DRAIN") == 1
    assert relay.ended() == 0


def test_every_metric_is_told_in_the_readme() -> None:
    text = Path(ROOT / "server/README.md").read_text()
    rows = "\n".join(re.findall(r"^\| (`kith_.+?) \|", text, re.MULTILINE))
    assert set(re.findall(r"`(kith_\w+)`", rows)) == {metric.name for metric in metrics.ALL}


def test_every_metric_is_one_that_is_counted() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "server").glob("*.py") if path.name != "metrics.py")
    names = [name for name, value in vars(metrics).items() if value in metrics.ALL]
    assert len(names) == len(metrics.ALL)
    assert [name for name in names if f"metrics.{name}." not in sources] == []
