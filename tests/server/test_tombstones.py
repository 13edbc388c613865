"""What was closed is remembered beside the database, through damage, full disks and errors of the database."""

import os
import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import gevent
import pytest

from server import purge, serving, store, tombstones
from server.config import Settings
from server.fact_file import FactFile, read_facts
from server.relay import Relay
from server.store import Reading, Writing
from server.tombstones import Tombstone
from sync.errors import Damaged

CLOSED = 5


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[Relay]:
    made = Relay(Settings(data=tmp_path))
    yield made
    made.close()


@contextmanager
def full_disk(most_bytes: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def tombstone(ix: int) -> Tombstone:
    return Tombstone(bytes([ix]) * 16, CLOSED, tuple(os.urandom(300) for _ in range(10)))


def closed_space(relay: Relay, ix: int) -> None:
    """A closed space with two entries, as far as the tables go."""

    def add(connection: Writing) -> None:
        space = bytes([ix]) * 16
        store.add_space(connection, space, 0)
        for n in range(2):
            store.add_entry(connection, space, n, os.urandom(32), 0, 0, os.urandom(100))
        purge.close_space(connection, space, CLOSED, is_erased=False)

    relay.writer.write(add)


def until(folder: Path, count: int) -> None:
    """Waits until so many are remembered."""
    with gevent.Timeout(60):
        while len(tombstones.in_file(folder)) < count:
            gevent.sleep(0.01)


@pytest.mark.parametrize("at", [0, 3, 5, 9, 3_000])
def test_of_20_tombstones_one_flipped_bit_costs_at_most_one_and_the_database_brings_it_back(
    tmp_path: Path, at: int
) -> None:
    every = [tombstone(ix) for ix in range(20)]
    tombstones.keep(tmp_path, every)
    file = tmp_path / tombstones.FILE
    damaged = bytearray(file.read_bytes())
    damaged[at + 3 * len(damaged) // 20] ^= 1
    file.write_bytes(damaged)
    assert len(tombstones.in_file(tmp_path)) == 19
    assert file.read_bytes() == damaged, "who only reads changes nothing"
    tombstones.keep(tmp_path, every)
    assert sorted(tombstones.in_file(tmp_path)) == sorted(every)


def test_a_device_does_not_begin_with_a_fact_that_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "facts"
    with closing(FactFile(path)) as file:
        file.append([b"one", b"two", b"three"])
    damaged = bytearray(path.read_bytes())
    damaged[-15] ^= 1  # in "two"
    path.write_bytes(damaged)
    with pytest.raises(Damaged, match="FILE_BAD"):
        FactFile(path)
    assert path.read_bytes() == damaged


def test_what_a_full_disk_did_not_take_goes_before_what_comes_next(tmp_path: Path) -> None:
    path = tmp_path / "facts"
    with closing(FactFile(path)) as file:
        file.append([b"a" * 100])
        with full_disk(path.stat().st_size + 50):
            for fact in (b"b", b"c"):
                with pytest.raises(OSError, match="File too large"):
                    file.append([fact * 100])
        file.append([b"d" * 100])
        assert file.facts == [fact * 100 for fact in (b"a", b"b", b"c", b"d")]
    assert read_facts(path).facts == [fact * 100 for fact in (b"a", b"b", b"c", b"d")]


def test_an_error_of_the_database_ends_no_purging(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PURGE_S", 0.01)
    folder = relay.settings.data
    closed_space(relay, 1)
    relay.writer.write(lambda connection: connection.execute("ALTER TABLE control RENAME TO lost") and None)
    purging = gevent.spawn(serving.purge_hourly, relay)
    gevent.sleep(0.1)
    assert tombstones.in_file(folder) == []
    relay.writer.write(lambda connection: connection.execute("ALTER TABLE lost RENAME TO control") and None)
    until(folder, 1)
    closed_space(relay, 2)
    until(folder, 2)
    purging.kill()


def test_a_space_that_has_ended_is_read_once(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    entries = store.entries

    def noticed(connection: Reading, space: bytes, from_n: int) -> list[bytes]:
        read.append(space)
        return entries(connection, space, from_n)

    monkeypatch.setattr(store, "entries", noticed)
    remembrance = tombstones.Remembrance(relay.settings.data)
    for ix in (1, 2):
        closed_space(relay, ix)
        for _ in range(3):
            relay.store.read(remembrance.catch_up)
    assert read == [bytes([1]) * 16, bytes([2]) * 16]
    (relay.settings.data / tombstones.FILE).unlink()
    relay.store.read(remembrance.catch_up)
    assert len(tombstones.in_file(relay.settings.data)) == 2
