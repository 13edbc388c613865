"""`kith restore`: a backup becomes the database, and the devices bring back what it lacks.

The new database has a new incarnation, by which every device knows that the server has been restored: it pulls
everything again and offers what is missing. What was closed since stays closed.
"""

import argparse
import os
import sqlite3
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from time import gmtime, strftime, time
from typing import Final, NamedTuple

from server import soundness, tables, tombstones
from server.copying import unseal
from server.database import NAME
from server.holding import hold
from server.newcomer import newcomer
from server.operating import Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.tombstones import Tombstone

_BESIDE: Final = ("-wal", "-shm")


class Restored(NamedTuple):
    spaces: int
    closed: int  # that the backup held open
    kept: Path | None  # the database that was there before
    was_readable: bool  # whether that one could say what was closed


def restore(folder: Path, backup: Path, now: int) -> Restored:
    """Puts the database of a backup into `folder`. When this raises, nothing has changed there.

    Raises FolderInUse while a server runs, StoreDamaged, StoreTooNew, OSError.
    """
    current = folder / NAME
    with hold(folder):
        with newcomer(current) as coming:
            unseal(backup, coming)
            with soundness.understood(), closing(sqlite3.connect(coming, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode=DELETE")
                connection.execute("PRAGMA secure_delete=ON")
                soundness.check_pages(connection)
                tables.prepare(connection)
                soundness.check_rows(connection)
                found, was_readable = _closed_since(folder, current)
                closed = _renew(connection, found, now)
                spaces = int(connection.execute("SELECT count(*) FROM space").fetchone()[0])
            tombstones.keep(folder, found)
            kept = _keep(current, now) if current.exists() else None
        _give_to_owner(folder)
    return Restored(spaces, closed, kept, was_readable)


def _closed_since(folder: Path, current: Path) -> tuple[list[Tombstone], bool]:
    """Every tombstone that is known here, and whether the database that is to be replaced could be asked."""
    remembered = tombstones.in_file(folder)
    if not current.exists():
        return remembered, True
    try:
        with closing(open_stored(current)) as connection:
            return [*remembered, *tombstones.in_database(connection)], True
    except sqlite3.Error:
        return remembered, False


def _renew(connection: sqlite3.Connection, known: list[Tombstone], now: int) -> int:
    """Closes what was closed, and makes it another database; how many spaces that closed."""
    connection.execute("BEGIN IMMEDIATE")
    closed = sum(tombstones.put_back(connection, tombstone, now) for tombstone in known)
    connection.execute("UPDATE server SET incarnation = randomblob(8), restored = ?", (now,))
    connection.execute("COMMIT")
    return closed


def _keep(current: Path, now: int) -> Path:
    """Another name for the database that is there, which keeps its own until it is replaced: one is always there.

    Its log must be gone by then, or it would be taken for a part of the new one.
    """
    stamp = strftime("%Y-%m-%d-%H%M%S", gmtime(now))
    first = current.with_name(f"{current.name}.before-{stamp}")
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    kept = next(name for name in chain([first], others) if not name.exists())
    try:
        with closing(open_stored(current, writes=True)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        pass  # damaged: it is kept as it is, with its log beside it
    for end in _BESIDE:
        beside = current.with_name(current.name + end)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + end))
    os.link(current, kept)
    return kept


def _give_to_owner(folder: Path) -> None:
    """Whoever restores as root would leave files that the server may not write."""
    if os.geteuid() == 0:
        owner = folder.stat()
        for path in folder.iterdir():
            os.chown(path, owner.st_uid, owner.st_gid)


def add_to(subparsers: Subparsers) -> None:
    """`kith restore`."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup in the place of the database",
        description="Puts a backup in the place of the database, which is kept beside it. Stop the server first.",
    )
    parser.add_argument("file", type=Path, help="what kith backup has written")
    add_folder(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file

    def work() -> None:
        restored = restore(folder_of(arguments), file, int(time()))
        say(f"Restored: {restored.spaces} spaces. Devices bring back what is missing when they next come.")
        if restored.kept is not None:
            say(f"What was there before is in {restored.kept}. Delete it when all is well.")
        if restored.closed:
            say(f"{restored.closed} spaces that were closed since the backup are closed again.")
        if not restored.was_readable:
            say("The database that was there cannot be read: what was closed in its last hour may be open again.")

    return attempt("restore", work)
