"""`kith doctor` finds what is wrong, says what to do in a sentence, and finds nothing where nothing is wrong."""

import resource
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.config import Settings
from server.database import NAME
from server.doctor import examine, folder, open_files
from server.store import Store
from server.tables import SCHEMA
from tests.server.test_backup_of_server import kith

HTTPS = "https://kith.example.org"


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Path]:
    """A database with much in it."""
    path = tmp_path / "data"
    Store(path).close()
    with closing(sqlite3.connect(path / NAME)) as connection:
        connection.executemany(
            "INSERT INTO space (space, created) VALUES (randomblob(16), ?)", [(1_700_000_000,)] * 2_000
        )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    yield path
    shutil.rmtree(path)


def settings_for(path: Path, **changes: str | int) -> Settings:
    (path.parent / "static").mkdir(exist_ok=True)
    (path.parent / "static" / "index.html").touch()
    return Settings.model_validate({"data": path, "static": path.parent / "static", **changes})


def found(path: Path, **changes: str | int) -> str:
    return "\n".join(examine(settings_for(path, **changes), time.time()))


def test_nothing_is_wrong_where_nothing_is(stored: Path, tmp_path: Path) -> None:
    assert found(stored) == ""
    assert found(tmp_path / "not yet") == ""
    assert found(stored, origin=HTTPS, proxies=1) == ""
    assert found(stored, origin=HTTPS, proxies=1, metrics="127.0.0.1:9464") == ""
    assert found(stored, metrics="[::1]:9464") == ""


@pytest.mark.parametrize(
    ("changes", "says", "cure"),
    [
        ({"origin": "http://192.168.1.20:8000"}, "plain http", "TLS proxy"),
        ({"host": "0.0.0.0"}, "only http://localhost:8000", "set KITH_ORIGIN"),
        ({"origin": HTTPS}, "KITH_PROXIES is 0", "set KITH_PROXIES=1"),
        ({"proxies": 1}, "anybody may claim any address", "KITH_PROXIES=0"),
        ({"origin": HTTPS, "proxies": 1, "host": "0.0.0.0"}, "may claim any address", "let only the proxy reach"),
        ({"metrics": "0.0.0.0:9464"}, "to whoever reaches port 9464", "set KITH_METRICS=127.0.0.1:9464"),
        ({"metrics": "[::]:9464"}, "told on ::", "set KITH_METRICS=127.0.0.1:9464"),
    ],
)
def test_an_address_that_will_not_do(stored: Path, changes: dict[str, str | int], says: str, cure: str) -> None:
    (line,) = found(stored, **changes).splitlines()
    assert says in line
    assert cure in line


def test_a_folder_that_others_may_read_and_one_that_cannot_be_written(stored: Path) -> None:
    stored.chmod(0o755)
    assert "chmod 700" in found(stored)
    stored.chmod(0o700)
    assert "cannot be written" in "\n".join(folder(Path("/proc")))


def test_a_full_disk(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.doctor.FREE_BYTES", shutil.disk_usage(stored).total + 1)
    assert "make room" in found(stored)


def test_too_few_open_files() -> None:
    assert "ulimit" in "\n".join(open_files(1024))
    assert list(open_files(resource.RLIM_INFINITY)) == []


@pytest.mark.parametrize("now", [0, 1_400_000_000, 2_147_483_647])
def test_a_clock_that_is_off(stored: Path, now: int) -> None:
    assert "set the clock" in "\n".join(examine(settings_for(stored), now))


def test_a_database_of_a_later_kith(stored: Path) -> None:
    with closing(sqlite3.connect(stored / NAME)) as connection:
        connection.execute("UPDATE server SET schema = ?", (SCHEMA + 1,))
        connection.commit()
    assert f"of version {SCHEMA + 1}" in found(stored)
    told = kith("serve", "--port", "1", "--data", str(stored))
    assert told.returncode == 1
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("damage", ["a page", "the head", "the end"])
def test_a_damaged_database_is_found_and_said_at_start_and_never_taken_for_an_empty_one(
    stored: Path, damage: str
) -> None:
    path = stored / NAME
    written = bytearray(path.read_bytes())
    if damage == "a page":
        middle = len(written) // 4096 // 2 * 4096
        written[middle : middle + 4096] = bytes(range(256)) * 16
    elif damage == "the head":
        written[:100] = bytes(100)
    else:
        del written[len(written) // 2 :]
    path.write_bytes(written)
    assert "The database is damaged" in found(stored)
    told = kith("serve", "--port", "1", "--data", str(stored))
    assert told.returncode == 1
    assert "is damaged" in told.stderr
    assert "kith restore FILE" in told.stderr
    assert "Traceback" not in told.stderr
    told = kith("doctor", "--data", str(stored))
    assert told.returncode == 1
    assert "kith restore" in told.stdout
    told = kith("backup", str(stored.parent / "backup"), "--data", str(stored))
    assert told.returncode == 1
    assert not (stored.parent / "backup").exists()
    assert path.read_bytes() == written


def test_the_command_says_that_all_is_well(stored: Path) -> None:
    told = kith("doctor", "--data", str(stored))
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("All is well")
