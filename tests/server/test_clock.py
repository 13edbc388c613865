"""A server whose clock is wrong, or jumps, locks nobody out and changes no order: the real process, its clock bent."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.client import Client
from server.database import NAME
from sync import control
from sync.card import CardSecret
from sync.messages import CtlAck, CtlAppend
from tests.relay_process import RelayProcess, free_port
from tests.server.talking import push, start_space
from tests.siege import FREELY, Pair

BENDER = "*/faketime/libfaketime.so.1"  # of Debian's package faketime
TRUE, THEN, LATER = "+0", "@1970-01-01 00:00:10", "@2038-01-19 03:14:05"  # three seconds before 32 bits are full


class BentRelay(RelayProcess):
    """Believes in whatever time was last `set`; the time that only measures goes on as it should."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, free_port(), FREELY)
        self._clock = folder / "clock"
        bender = next(Path("/usr/lib").glob(BENDER))
        told = {"LD_PRELOAD": bender, "FAKETIME_TIMESTAMP_FILE": self._clock, "FAKETIME_NO_CACHE": 1}
        self.before = ["env", *(f"{name}={value}" for name, value in told.items()), "FAKETIME_DONT_FAKE_MONOTONIC=1"]

    def set(self, clock: str) -> None:
        self._clock.write_text(clock + "\n")


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[BentRelay]:
    bent = BentRelay(tmp_path)
    yield bent
    bent.end()


def received(relay: RelayProcess) -> list[int]:
    """When each record came, by its position."""
    with closing(sqlite3.connect(relay.stored.parent / NAME)) as stored:
        rows = stored.execute("SELECT position, received FROM record ORDER BY rowid").fetchall()
    assert [position for position, _ in rows] == list(range(1, len(rows) + 1))
    return [at for _, at in rows]


def leave(relay: RelayProcess, pair: Pair) -> None:
    """Everyone goes, and the relay starts anew."""
    for device in pair.devices:
        device.go_offline()
    relay.kill()
    relay.start()


def test_two_people_begin_and_meet_on_a_server_that_believes_in_1970(relay: BentRelay, tmp_path: Path) -> None:
    relay.set(THEN)
    relay.start()
    pair = Pair(tmp_path / "pair", relay.origin)
    for device in pair.meeting():
        device.sync()
    pair.check_convergence()
    assert max(received(relay)) < 1_000
    relay.set(TRUE)
    leave(relay, pair)
    for device in pair.devices:
        device.set("meta", "meeting", "Tuesday", 1 if device is not pair.devices[2] else 0)
        device.sync()
    for device in pair.devices:
        device.sync()
    pair.check_convergence()
    pair.close()


def test_a_clock_that_is_years_ahead_purges_nothing_that_was_closed(relay: BentRelay) -> None:
    relay.set(TRUE)
    relay.start()
    space, tablet = start_space()
    owner = space.card.keys().device
    with tablet.connect(relay, creates=True)[0] as at_tablet:
        push(at_tablet, *tablet.records(3))
        at_tablet.ask(CtlAppend(space.add(control.close(space.state, owner, None, erase=False, ts=0))), CtlAck)
    relay.set(LATER)
    for _ in range(3):
        relay.restart()
    relay.stop()  # commits what was queued at the start
    assert len(received(relay)) == 3
    relay.start()
    with tablet.connect(relay)[0] as at_tablet:
        at_tablet.ask(CtlAppend(space.add(control.reopen(space.state, owner, 0))), CtlAck)
        push(at_tablet, tablet.record())


def test_nobody_is_locked_out_by_a_clock_that_jumps_to_2038_and_1970(relay: BentRelay, tmp_path: Path) -> None:
    relay.set(TRUE)
    relay.start()
    pair = Pair(tmp_path / "pair", relay.origin)
    for device in pair.meeting():
        device.sync()
    tablet, desk, phone = pair.devices
    for turn, clock in enumerate((LATER, THEN, TRUE)):
        relay.set(clock)
        for device in (tablet, desk, phone):
            if turn % 2:
                device.go_offline()
            device.set("meta", f"n{turn}", turn, 0 if device is phone else 1)
            device.sync()
        card = CardSecret.new(secrets.token_bytes)
        phone.keep_card(card)
        phone.sync()
        pair.devices.append(Client.open_card(tmp_path / f"another{turn}", relay.origin, card))
        pair.devices[-1].sync()
        leave(relay, pair)
    times = received(relay)
    assert max(times) >= 2**31 - 3
    assert times != sorted(times)
    for device in pair.devices * 2:
        device.sync()
    pair.check_convergence()
    relay.set(TRUE)
    invitation = tablet.invite((1,))
    tablet.sync()
    late = Client.join(tmp_path / "late", tablet.link(invitation) or "", "Lou")
    late.sync()
    tablet.sync()
    tablet.approve(next(iter(tablet.requests())))
    tablet.sync()
    assert late.sync()
    pair.devices.append(late)
    pair.check_convergence()
    pair.close()
