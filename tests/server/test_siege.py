"""Killed at any single write of its database, or refused every write from any one on, a relay loses nothing."""

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.tables import SCHEMA
from sync.errors import Refused
from tests.nest import NestRelay, nest_relay
from tests.siege import FREELY, Pair, besiege, besiege_start, starve
from tests.strace import CALLS, attached, refusing

LANES = 2
HUNGRY_LANES = 5  # who is told to wait leaves the processor to others
FRESH, LEFT_BEHIND, STORY = 40, 12, 70  # fewer points than these, and the siege is not what it was


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[NestRelay]:
    with nest_relay(tmp_path / "relay", FREELY) as nest:
        yield nest


def test_0_acknowledged_records_and_entries_are_lost_at_every_write_of_a_story(tmp_path: Path) -> None:
    def besiege_lane(lane: int) -> int:
        with nest_relay(tmp_path / f"relay{lane}", FREELY) as relay:
            relay.start()
            return sum(besiege(relay, tmp_path, call, lane + 1, LANES).points for call in CALLS)

    with ThreadPoolExecutor(LANES) as pool:
        points = sum(pool.map(besiege_lane, range(LANES)))
    assert points >= STORY


def test_0_edits_are_lost_when_the_disk_is_full_from_any_write_on_and_then_has_room(tmp_path: Path) -> None:
    def starve_lane(lane: int) -> int:
        with nest_relay(tmp_path / f"relay{lane}", FREELY) as relay:
            relay.start()
            return sum(starve(relay, tmp_path, call, lane + 1, HUNGRY_LANES).points for call in CALLS)

    with ThreadPoolExecutor(HUNGRY_LANES) as pool:
        points = sum(pool.map(starve_lane, range(HUNGRY_LANES)))
    assert points >= STORY


def test_0_starts_fail_after_a_start_was_killed_at_any_write(relay: NestRelay) -> None:
    def has_begun(stored: sqlite3.Connection) -> None:
        assert stored.execute("SELECT schema FROM server").fetchall() == [(SCHEMA,)]

    assert sum(besiege_start(relay, call, None, has_begun).points for call in CALLS) >= FRESH


def test_0_acknowledged_records_are_lost_at_every_write_that_takes_a_log_in(relay: NestRelay, tmp_path: Path) -> None:
    relay.start()
    pair = Pair(tmp_path / "pair", relay.origin)
    for device in pair.story():
        assert device.sync() or not device.device.replica.state
    relay.kill()
    left_behind = shutil.copytree(relay.stored.parent, tmp_path / "left behind")
    points = sum(besiege_start(relay, call, left_behind, pair.check_stored).points for call in CALLS)
    assert points >= LEFT_BEHIND
    pair.close()


def test_a_relay_that_starts_on_a_full_disk_is_read_from_and_stores_once_there_is_room(
    relay: NestRelay, tmp_path: Path
) -> None:
    relay.start()
    pair = Pair(tmp_path / "pair", relay.origin)
    for device in pair.story():
        device.sync()
    relay.kill()
    for device in pair.devices:
        device.go_offline()
    relay.launch(halted=True)
    with attached(relay, refusing("pwrite64", "ENOSPC", 1)):
        relay.send_signal(signal.SIGCONT)
        relay.await_answer()
        for device in pair.staying:
            assert device.sync()
        pair.devices[0].set("meta", "meeting", "Tuesday", 1)
        with pytest.raises(Refused, match="STORE_FAILED"):
            pair.devices[0].sync(2)
    for device in pair.staying:
        device.sync()
    pair.check_convergence()
    pair.close()
