"""Is a database whole? SQLite knows its pages; the hashes that stand beside every entry and record know the rest."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from sync import entry as entries
from sync import envelope
from sync.errors import Damaged

_STEPS: Final = 10_000  # of SQLite's machine between two looks at the clock


class StoreDamaged(Exception):  # names in this tree say what is the matter
    """The file is not what was written to it."""


def check_pages(connection: sqlite3.Connection, most_s: float | None = None) -> None:
    """Reads every page, but no longer than `most_s`. Raises StoreDamaged."""
    if most_s is not None:
        until_s = monotonic() + most_s
        connection.set_progress_handler(lambda: monotonic() > until_s, _STEPS)
    check = "integrity_check" if most_s is None else "quick_check"
    try:
        with understood():
            found = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except InterruptedError:
        return
    finally:
        connection.set_progress_handler(None, 0)
    if found != "ok":
        raise StoreDamaged(found)


def check_kind(connection: sqlite3.Connection) -> None:
    """Whether this is a database of Kith's at all, or an empty one. Raises StoreDamaged."""
    with understood():
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if names and ("server" not in names or not connection.execute("SELECT 1 FROM server").fetchone()):
            raise StoreDamaged("it is not a database of Kith's")


def check_rows(connection: sqlite3.Connection) -> None:
    """Whether every entry and every record is the one that its hash was made of. Raises StoreDamaged."""
    try:
        with understood():
            for hash_, raw in connection.execute("SELECT hash, entry FROM control"):
                if entries.parse(raw).hash != hash_:
                    raise StoreDamaged("an entry of a control chain has changed")
            for hash_, raw in connection.execute("SELECT hash, record FROM record"):
                if envelope.parse(raw).hash != hash_:
                    raise StoreDamaged("a record has changed")
    except Damaged as error:
        raise StoreDamaged("an entry or a record cannot be read any more") from error


@contextmanager
def understood() -> Iterator[None]:
    """What SQLite cannot read is StoreDamaged; a disk or a lock that is in the way stays what it is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise InterruptedError from error
        raise
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(str(error)) from error
