"""`kith backup` and `kith restore`: a file is whole or refused, and devices bring back what a restored server lacks."""

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server import tombstones
from server.client import Client
from server.copying import back_up
from server.database import NAME
from server.holding import FolderInUse, hold
from server.restoring import restore
from server.soundness import StoreDamaged
from server.tables import SCHEMA, StoreTooNew
from sync import control
from sync.chain import Head
from sync.joining import Invitation
from sync.messages import CtlAck, CtlAppend, Err, Nack, Pull, Push, Records
from tests.nest import NestRelay, nest_relay
from tests.server.talking import push, start_space
from tests.siege import FREELY, Pair
from tests.sources import ROOT
from tests.strace import killing, run_under

NOW = 1_800_000_000
RESTORE_POINTS = 10


def kith(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
    command = [sys.executable, "-m", "server", *arguments]
    environment.update(settings)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[NestRelay]:
    with nest_relay(tmp_path / "relay", FREELY) as nest:
        nest.start()
        yield nest


@pytest.fixture
def pair(relay: NestRelay, tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path / "pair", relay.origin)
    for device in made.meeting():
        device.sync()
    yield made
    made.close()


def incarnation(folder: Path) -> bytes:
    with closing(sqlite3.connect(folder / NAME)) as stored:
        return bytes(stored.execute("SELECT incarnation FROM server").fetchone()[0])


def test_a_backup_while_the_server_runs_and_people_write(relay: NestRelay, pair: Pair, tmp_path: Path) -> None:
    tablet, *_ = pair.devices
    is_over = threading.Event()

    def write() -> None:
        for n in range(200):
            if is_over.is_set():
                return
            tablet.set("meta", f"x{n}", n, 1)

    writer = threading.Thread(target=write)
    writer.start()
    files = [tmp_path / f"backup{n}" for n in range(3)]
    for file in files:
        told = kith("backup", str(file), "--data", str(relay.stored.parent))
        assert (told.returncode, told.stderr) == (0, "")
    is_over.set()
    writer.join()
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        folder = tmp_path / f"restored from {file.name}"
        restored = restore(folder, file, NOW)
        assert (restored.spaces, restored.kept, restored.closed) == (1, None, 0)
    assert sorted(path.name for path in tmp_path.glob(".backup*")) == []


def test_a_backup_never_overwrites(relay: NestRelay, tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("something dear")
    told = kith("backup", str(tmp_path / "backup"), "--data", str(relay.stored.parent))
    assert (told.returncode, told.stderr) == (1, f"kith backup: File exists ({tmp_path / 'backup'}).\n")
    assert (tmp_path / "backup").read_text() == "something dear"


def test_a_restored_server_gets_back_from_its_devices_what_it_lacks(
    relay: NestRelay, pair: Pair, tmp_path: Path
) -> None:
    data, file = relay.stored.parent, tmp_path / "backup"
    back_up(data, file)
    tablet, desk, phone = pair.devices
    for device in (tablet, desk):
        device.set("meta", "meeting", "Tuesday", 1)
        device.sync()
    phone.sync()
    later = Client.join(tmp_path / "later", tablet.link(invite(tablet)) or "", "Lou")
    later.sync()
    tablet.sync()
    tablet.approve(next(iter(tablet.requests())))
    tablet.sync()
    assert later.sync()
    refused = kith("restore", str(file), "--data", str(data))
    assert refused.returncode == 1
    assert "stop it first" in refused.stderr
    relay.stop()
    before = incarnation(data)
    told = kith("restore", str(file), "--data", str(data))
    assert (told.returncode, told.stderr) == (0, "")
    assert incarnation(data) != before
    (kept,) = data.glob(f"{NAME}.before-*")
    assert kept.name in told.stdout
    relay.start()
    for device in (phone, tablet, desk, later, phone, tablet, desk):  # the phone, which wrote none of it, is first
        device.sync()
    pair.devices.append(later)
    pair.check_convergence()
    with closing(sqlite3.connect(relay.stored)) as stored, closing(sqlite3.connect(kept)) as replaced:
        pair.check_stored(stored)
        ask = "SELECT device, seq, hash FROM record JOIN device ON number = author ORDER BY device, seq"
        assert stored.execute(ask).fetchall() == replaced.execute(ask).fetchall()


def invite(tablet: Client) -> Invitation:
    invitation = tablet.invite((1,))
    tablet.sync()
    return invitation


@pytest.mark.usefixtures("pair")
def test_0_of_400_flipped_bits_and_cut_ends_are_restored(relay: NestRelay, tmp_path: Path) -> None:
    file, folder = tmp_path / "backup", tmp_path / "restored"
    back_up(relay.stored.parent, file)
    restore(folder, file, NOW)
    whole, there = file.read_bytes(), (folder / NAME).read_bytes()
    chance = random.Random(1)
    for n in range(400):
        at = chance.randrange(len(whole))
        damaged = bytearray(whole)
        if n % 4:
            damaged[at] ^= 1 << chance.randrange(8)
        else:
            del damaged[at:]
        file.write_bytes(damaged)
        with pytest.raises(StoreDamaged):
            restore(folder, file, NOW)
    assert sorted(path.name for path in folder.iterdir()) == [NAME]
    assert (folder / NAME).read_bytes() == there


@pytest.mark.usefixtures("pair")
def test_a_plain_copy_is_taken_when_it_is_whole_and_one_of_a_later_version_never(
    relay: NestRelay, tmp_path: Path
) -> None:
    relay.stop()
    copy = tmp_path / "copy"
    with closing(sqlite3.connect(relay.stored)) as stored:
        stored.execute("PRAGMA journal_mode=DELETE")
    shutil.copyfile(relay.stored, copy)
    assert restore(tmp_path / "restored", copy, NOW).spaces == 1
    with closing(sqlite3.connect(copy)) as stored:
        stored.execute("UPDATE record SET record = randomblob(300) WHERE rowid = 2")
        stored.commit()
    with pytest.raises(StoreDamaged):
        restore(tmp_path / "restored", copy, NOW)
    with closing(sqlite3.connect(copy)) as stored:
        stored.execute("UPDATE server SET schema = ?", (SCHEMA + 1,))
        stored.commit()
    with pytest.raises(StoreTooNew):
        restore(tmp_path / "restored", copy, NOW)
    (tmp_path / "poem").write_bytes(b"roses are red\n" * 4096)
    with pytest.raises(StoreDamaged):
        restore(tmp_path / "restored", tmp_path / "poem", NOW)


@pytest.mark.usefixtures("pair")
def test_a_restore_killed_at_any_step_leaves_the_old_database_or_the_new_one_and_can_be_done_again(
    relay: NestRelay, tmp_path: Path
) -> None:
    data, file, points = relay.stored.parent, tmp_path / "backup", 0
    back_up(data, file)
    relay.kill()
    left = shutil.copytree(data, tmp_path / "left")
    command = [sys.executable, "-m", "server", "restore", str(file), "--data", str(data)]
    for call, step in {"rename": 1, "link": 1, "unlink": 1, "fsync": 1, "ftruncate": 1, "pwrite64": 15}.items():
        nth = 1
        while True:
            shutil.rmtree(data)
            shutil.copytree(left, data)
            status = run_under(command, killing(call, nth), [call])
            with closing(sqlite3.connect(data / NAME)) as stored:
                assert stored.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert stored.execute("SELECT count(*) FROM record").fetchone() == (7,)
            if status == 0:
                break
            assert status == -signal.SIGKILL
            assert restore(data, file, NOW).spaces == 1
            points, nth = points + 1, nth + step
    assert points >= RESTORE_POINTS


def test_one_folder_has_one_server(relay: NestRelay) -> None:
    with pytest.raises(FolderInUse), hold(relay.stored.parent):
        pass
    told = kith("serve", "--port", "1", "--data", str(relay.stored.parent))
    assert told.returncode == 1
    assert "stop it first" in told.stderr


@pytest.mark.parametrize("is_readable", [True, False])
def test_what_was_closed_since_the_backup_stays_closed(relay: NestRelay, tmp_path: Path, *, is_readable: bool) -> None:
    data, file = relay.stored.parent, tmp_path / "backup"
    (old, tablet), (young, other) = start_space(), start_space()
    endings = [
        control.close(space.state, space.card.keys().device, None, erase=space is old, ts=0) for space in (old, young)
    ]
    with tablet.connect(relay, creates=True)[0] as at_tablet:
        push(at_tablet, *tablet.records(3))
        back_up(data, file)
        at_tablet.ask(CtlAppend(endings[0]), CtlAck)
    with other.connect(relay, creates=True)[0] as at_other:
        at_other.ask(CtlAppend(endings[1]), CtlAck)
    relay.restart()  # whatever is closed is remembered beside the database, at a start and every hour
    while not (data / tombstones.FILE).exists():
        time.sleep(0.01)
    relay.stop()
    if not is_readable:
        relay.stored.write_bytes(b"rust" * 10_000)
    restored = restore(data, file, NOW)
    assert (restored.spaces, restored.closed, restored.was_readable) == (2, 2, is_readable)
    relay.start()
    with tablet.connect(relay)[0] as at_tablet, other.connect(relay)[0] as at_other:
        assert at_tablet.ask(Pull(1), Records) == Records((), end=True)
        for space, device, conversation in ((old, tablet, at_tablet), (young, other, at_other)):
            device.head = Head()
            assert conversation.ask(Push((device.record().raw,)), Nack).code == "SPACE_CLOSED"
            space.add(endings.pop(0))
            late = control.rotate(space.state, device.keys, space.epoch_key, 0, os.urandom)
            assert conversation.ask(CtlAppend(late), Err).code == "SPACE_CLOSED"
    told = kith("spaces", "--data", str(data))
    assert "2 spaces, 0 records" in told.stdout
    assert sorted(word for word in told.stdout.split() if word in {"purged", "closed"}) == ["closed", "purged"]


def test_what_was_erased_does_not_come_back_by_a_second_restore(relay: NestRelay, tmp_path: Path) -> None:
    """The second backup holds another history: that of before the first restore, in which nobody erased anything."""
    data, first, second = relay.stored.parent, tmp_path / "first", tmp_path / "second"
    space, tablet = start_space()
    rotations = [control.rotate(space.state, tablet.keys, space.epoch_key, 0, os.urandom) for _ in range(2)]
    with tablet.connect(relay, creates=True)[0] as at_tablet:
        push(at_tablet, *tablet.records(3))
        back_up(data, first)
        at_tablet.ask(CtlAppend(rotations[0]), CtlAck)
        back_up(data, second)
    relay.stop()
    restore(data, first, NOW)
    relay.start()
    space.add(rotations[1])
    erasing = control.close(space.state, space.card.keys().device, None, erase=True, ts=0)
    with tablet.connect(relay)[0] as at_tablet:
        at_tablet.ask(CtlAppend(rotations[1]), CtlAck)
        at_tablet.ask(CtlAppend(erasing), CtlAck)
    relay.stop()
    for file in (second, first, second):
        assert restore(data, file, NOW).closed == 1
        with closing(sqlite3.connect(data / NAME)) as stored:
            assert stored.execute("SELECT count(*) FROM record").fetchone() == (0,)
            assert stored.execute("SELECT is_erased, purged FROM space").fetchall() == [(1, NOW)]
            chain = [bytes(entry) for (entry,) in stored.execute("SELECT entry FROM control ORDER BY n")]
            assert chain == [space.entries[0], rotations[1], erasing]
            assert stored.execute("SELECT count(*) FROM device").fetchone() == (2,)
    assert len(list(data.glob(f"{NAME}.before-*"))) == 4


def test_what_was_purged_does_not_come_back(relay: NestRelay, tmp_path: Path) -> None:
    data, file = relay.stored.parent, tmp_path / "backup"
    space, tablet = start_space()
    ending = control.close(space.state, space.card.keys().device, None, erase=False, ts=0)
    with tablet.connect(relay, creates=True)[0] as at_tablet:
        push(at_tablet, *tablet.records(3))
        at_tablet.ask(CtlAppend(ending), CtlAck)
    relay.stop()
    back_up(data, file)
    assert kith("purge", "--data", str(data)).stdout.startswith("0 spaces purged")
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as stored:
        stored.execute("UPDATE space SET closed = 0")
    assert kith("purge", "--data", str(data)).stdout.endswith("Say yes to delete them: Nothing was deleted.\n")
    assert kith("purge", "--yes", "--data", str(data)).stdout.startswith(f"purged {space.id.hex()}\n1 spaces purged")
    for _ in range(2):
        restore(data, file, NOW)
        with closing(sqlite3.connect(data / NAME)) as stored:
            assert stored.execute("SELECT count(*) FROM record").fetchone() == (0,)
            assert stored.execute("SELECT purged IS NOT NULL FROM space").fetchone() == (1,)


def test_the_days_until_a_purge_are_those_that_the_server_has(relay: NestRelay) -> None:
    space, tablet = start_space()
    ending = control.close(space.state, space.card.keys().device, None, erase=False, ts=0)
    with tablet.connect(relay, creates=True)[0] as at_tablet:
        at_tablet.ask(CtlAppend(ending), CtlAck)
    relay.stop()
    command = ("purge", "--yes", "--data", str(relay.stored.parent))
    assert kith(*command).stdout.startswith("0 spaces purged")
    assert kith(*command, KITH_LIMITS="{}}").stderr.startswith("KITH_LIMITS: ")
    assert kith(*command, KITH_LIMITS='{"closed_days": 0}').stdout.startswith(f"purged {space.id.hex()}")


def test_spaces_are_told_by_number_and_size(relay: NestRelay, pair: Pair) -> None:
    told = kith("spaces", "--data", str(relay.stored.parent))
    state = pair.devices[0].device.replica.state
    assert state is not None
    heads, row, sums = told.stdout.splitlines()
    assert heads.split()[:5] == ["space", "entries", "devices", "records", "kB"]
    assert row.split()[:4] == [state.space.hex(), str(state.n + 1), "4", "7"]
    assert sums.startswith("1 spaces, 7 records")
    assert kith("purge", "--data", str(relay.stored.parent)).stdout.startswith("0 spaces purged")
    assert "Ann" not in told.stdout
