"""`kith doctor`: finds the common mistakes before people do, and says what to do about each.

It asks nobody: no network, only the settings, the disk, the database and the clock; and, with --url, that address.
"""

import argparse
import os
import resource
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryFile
from time import time
from typing import Final

from pydantic import ValidationError

from server import passage, soundness
from server.config import Settings, from_environment
from server.database import NAME
from server.operating import Subparsers, add_folder, open_stored, say, say_faults
from server.soundness import StoreDamaged
from server.tables import SCHEMA
from sync.limits import DAY_S

FREE_BYTES: Final = 512 * 1024 * 1024
OPEN_FILES: Final = 4_096
_OTHERS: Final = 0o077
_CLOCK_S: Final = 300  # what two clocks may differ by
_YEARS_S: Final = 10 * 365 * DAY_S


def examine(settings: Settings, now: float) -> Iterator[str]:
    """Each thing that is wrong, with what to do about it."""
    yield from address(settings)
    yield from doors(settings)
    yield from folder(settings.data)
    yield from database(settings.data / NAME)
    yield from clock(settings, now)
    yield from open_files(resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    if not (settings.static / "index.html").is_file():
        yield f"The web app is not in {settings.static}: build it with bin/run."


def address(settings: Settings) -> Iterator[str]:
    """What browsers will not do, or what leaves people outside."""
    if not settings.is_local and not settings.is_usable_elsewhere:
        yield (
            f"{settings.public_origin} is plain http on a network, where browsers give the app no encryption: "
            "put a TLS proxy in front and set KITH_ORIGIN to its https address."
        )
    if _is_far(settings.host) and settings.is_local:
        yield (
            f"The server listens on {settings.host}, but only {settings.public_origin} may open it: set KITH_ORIGIN to "
            "the https address that browsers show."
        )
    if settings.is_usable_elsewhere and settings.proxies == 0:
        yield (
            "KITH_ORIGIN is https but KITH_PROXIES is 0, so everybody seems to come from the proxy and shares one "
            "limit: set KITH_PROXIES=1, or how many proxies are in front."
        )
    if settings.proxies > 0 and not settings.is_usable_elsewhere:
        yield (
            "KITH_PROXIES is set but KITH_ORIGIN names no https proxy, so anybody may claim any address: set "
            "KITH_PROXIES=0, or KITH_ORIGIN to the proxy's address."
        )


def doors(settings: Settings) -> Iterator[str]:
    """What other machines can reach that only this one should."""
    if settings.proxies > 0 and _is_far(settings.host):
        yield (
            f"The server listens on {settings.host} and believes a proxy (KITH_PROXIES), so whoever else reaches port "
            f"{settings.port} may claim any address: let only the proxy reach this port, or set KITH_HOST=127.0.0.1."
        )
    if settings.metrics_address is not None and _is_far(settings.metrics_address[0]):
        host, port = settings.metrics_address
        yield (
            f"The metrics are told on {host} to whoever reaches port {port}: set KITH_METRICS=127.0.0.1:{port}, or let "
            "only the machine that gathers them reach this port."
        )


def _is_far(host: str) -> bool:
    """Whether other machines reach what listens there."""
    return host not in ("127.0.0.1", "::1", "localhost")


def folder(path: Path) -> Iterator[str]:
    """Room, rights and who it belongs to."""
    if not path.is_dir():
        above = next((parent for parent in path.absolute().parents if parent.is_dir()), Path("/"))
        if not os.access(above, os.W_OK | os.X_OK):
            yield f"{path} is not there and cannot be made: make it, for the user that the server runs as."
        return
    try:
        with TemporaryFile(dir=path):
            pass
    except OSError as error:
        yield f"{path} cannot be written ({error.strerror}): give it to the user that the server runs as."
    found = path.stat()
    if stat.S_IMODE(found.st_mode) & _OTHERS:
        yield f"Others on this machine may look into {path}: chmod 700 {path}"
    if any(file.stat().st_uid != found.st_uid for file in path.glob("kith.*")):
        yield f"Files in {path} belong to somebody else than the folder does: chown -R them to the server's user."
    free_bytes = disk_usage(path).free
    if free_bytes < FREE_BYTES:
        yield f"Only {free_bytes // 1_000_000} MB are free where {path} is: make room, or people cannot save."


def database(path: Path) -> Iterator[str]:
    """Whether this Kith can read it, every page and every row."""
    if not path.exists():
        return
    cure = "stop the server, copy the folder to a safe place, then kith restore the last backup."
    try:
        with soundness.understood(), closing(open_stored(path)) as connection:
            soundness.check_pages(connection)
            soundness.check_kind(connection)
            schema = next(connection.execute("SELECT schema FROM server"), (SCHEMA,))[0]
            if schema > SCHEMA:
                yield f"The database is of version {schema} and this Kith knows {SCHEMA}: install the later Kith again."
                return
            soundness.check_rows(connection)
    except StoreDamaged as error:
        yield f"The database is damaged ({error}): {cure}"
    except (OSError, sqlite3.Error) as error:
        yield f"The database cannot be opened ({error}): look at who may read {path}."


def clock(settings: Settings, now: float) -> Iterator[str]:
    """Whether it is earlier than something that has happened, or much later than anything."""
    newest = max(_last_times(settings))
    if now < newest - _CLOCK_S:
        yield f"The clock says {_day(now)}, but something here was written on {_day(newest)}: set the clock."
    elif now > newest + _YEARS_S:
        yield f"The clock says {_day(now)}, ten years after anything here was written: set the clock."


def open_files(hard_limit: int) -> Iterator[str]:
    """Every device is an open file."""
    if hard_limit != resource.RLIM_INFINITY and hard_limit < OPEN_FILES:
        yield f"Only {hard_limit} files may be open at once: raise it, with ulimit -Hn or LimitNOFILE=65536 in systemd."


def _last_times(settings: Settings) -> Iterator[float]:
    here = Path(__file__).parent
    yield from (file.stat().st_mtime for file in here.glob("*.py"))
    path = settings.data / NAME
    if not path.exists():
        return
    yield path.stat().st_mtime
    try:
        with closing(open_stored(path)) as connection:
            query = "SELECT max((SELECT max(received) FROM control), coalesce((SELECT max(received) FROM record), 0))"
            yield float(connection.execute(query).fetchone()[0] or 0)
    except sqlite3.Error:
        return  # said of the database


def _day(unix: float) -> str:
    return datetime.fromtimestamp(unix, UTC).strftime("%-d %B %Y, %H:%M UTC")


def add_to(subparsers: Subparsers) -> None:
    """`kith doctor`."""
    parser = subparsers.add_parser(
        "doctor",
        help="look for what is wrong here",
        description="Looks at settings, disk, database and clock, and says what to do. Changes nothing. Run it with "
        "the settings and as the user of the server.",
    )
    add_folder(parser)
    parser.add_argument("--url", help="also look at the way there, through the proxy: https://kith.example.org")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    given = {"KITH_DATA": str(arguments.data)} if arguments.data else {}
    try:
        settings = from_environment({**os.environ, **given})
    except ValidationError as error:
        say_faults(error)
        return 1
    found = list(examine(settings, time()))
    if arguments.url:
        found += passage.walk(arguments.url)
    for finding in found:
        say(finding)
    if not found:
        say(f"All is well: {settings.public_origin}, {settings.data}")
    return 1 if found else 0
