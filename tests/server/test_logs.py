"""The log tells of events with opaque ids, and of nothing else."""

import logging
import os
import re
import socket
from pathlib import Path
from typing import get_args

import pytest

from server import logs
from sync.messages import Err, Nack, Push
from tests.relay_process import RelayProcess
from tests.server.talking import Conversation, push, start_space
from tests.sources import ROOT

LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (DEBUG|INFO|WARNING|ERROR) (\w+\.\w+)((?: \w+=\S+)*)")
ID = re.compile(r"[0-9a-f]{8}")
NUMBER = re.compile(r"\d+")


def lines_of(relay: RelayProcess) -> list[re.Match[str]]:
    """The lines after what `kith serve` said to whoever started it."""
    text = relay.log.read_text()
    lines = text[text.index("server.started") :].splitlines()[1:]
    found = [LINE.fullmatch(line) for line in lines]
    assert None not in found, lines
    return [match for match in found if match is not None]


def test_a_days_log_holds_events_and_opaque_ids_only(own_relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(own_relay, creates=True)[0] as first:
        push(first, tablet.record())
        late = tablet.records(2)[1]
        first.ask(Push((late.raw,)), Nack)
    with Conversation(own_relay) as conversation:
        conversation.socket.send(b"Annie's secret")
        conversation.hear(Err)
    for nonsense in (
        b"GET /Annie?token=sesame HTTP/1.1\r\nX: Annie\r\n\r\n",
        b"Annie's secret\r\n\r\n",
        b"\x00\xff\r\n",
    ):
        with socket.create_connection(("127.0.0.1", own_relay.port), timeout=10) as client:
            client.sendall(nonsense)
            client.recv(1_000)
    own_relay.stop()

    events = set()
    for match in lines_of(own_relay):
        events.add(match[2])
        for pair in match[3].split():
            key, _, value = pair.partition("=")
            known = key in {"code", "error", "at"} or NUMBER.fullmatch(value) or ID.fullmatch(value)
            assert known, match[0]
    assert events <= set(get_args(logs.Event))
    assert {"space.created", "device.welcomed", "push.refused", "message.refused", "socket.closed"} <= events
    log = own_relay.log.read_bytes()
    for secret in (b"Annie", b"sesame", b"127.0.0.1", space.id.hex().encode(), tablet.id.hex().encode()):
        assert secret not in log


def test_a_fault_says_where_and_never_what(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger("kith"), "propagate", True)
    caplog.set_level(logging.INFO, "kith")
    try:
        raise ValueError("Annie's secret")
    except ValueError as error:
        logs.fail("conversation.failed", error, space=bytes(16))
    logs.tell("space.created", space=os.urandom(16), n=3, code="A b\nc=d")
    fault, event = (record.getMessage() for record in caplog.records)
    assert re.fullmatch(r"conversation\.failed space=00000000 error=ValueError at=test_logs\.py:\d+", fault)
    assert re.fullmatch(r"space\.created space=[0-9a-f]{8} n=3 code=A\?b\?c\?d", event)


def test_every_event_is_told_in_the_readme() -> None:
    told = set(re.findall(r"^\| `(\w+\.\w+)`", Path(ROOT / "server/README.md").read_text(), re.MULTILINE))
    assert told == set(get_args(logs.Event))


def test_every_event_is_one_that_happens() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "server").glob("*.py") if path.name != "logs.py")
    assert [event for event in get_args(logs.Event) if f'"{event}"' not in sources] == []
