"""Spaces that were closed stay closed, also when a backup from before is put back (P34).

A tombstone is a closed space's whole control chain: it holds keys and no word, and everyone can check that its owner
closed it. A small file beside the database remembers them, in case the database itself can no longer be read.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from server import purge, store
from server.fact_file import FactFile, read_facts
from server.store import Reading, Writing
from sync.encoding import Item, decode, encode
from sync.errors import Damaged
from sync.membership import Membership, apply, begin, replay
from sync.shape import array, octets, whole

FILE: Final = "kith.closed"


class Tombstone(NamedTuple):
    space: bytes
    closed: int  # when the entry that closes it arrived, in unix seconds
    chain: tuple[bytes, ...]
    is_purged: bool = False  # its records were deleted here


class _Mark(NamedTuple):
    """What a tombstone is made of, and by which it is seen that it would be another by now."""

    space: bytes
    closed: int
    is_purged: int
    last_n: int


class Remembrance:
    """The file in `folder` kept up with the database: each space is read when it has ended, and not every hour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._marks: frozenset[_Mark] = frozenset()

    def catch_up(self, connection: Reading) -> None:
        """Remembers what has ended since the last call; it waits for the disk.

        Raises OSError, sqlite3.Error, Malformed for a file that a later Kith has written.
        """
        if not (self._folder / FILE).exists():
            self._marks = frozenset()
        marks = _marks(connection)
        keep(self._folder, (_read_one(connection, mark) for mark in sorted(marks - self._marks)))
        self._marks = marks


def in_database(connection: Reading) -> list[Tombstone]:
    """Of every space that is closed here; none in a file from before spaces could be closed."""
    columns = {str(row[1]) for row in connection.execute("PRAGMA table_info(space)")}
    return [_read_one(connection, mark) for mark in sorted(_marks(connection))] if "closed" in columns else []


def in_file(folder: Path) -> list[Tombstone]:
    """Those that are remembered beside the database."""
    return list(_read(folder).values())


def keep(folder: Path, tombstones: Iterable[Tombstone]) -> None:
    """Remembers them beside the database, on the disk when this returns. Raises OSError.

    One that has been damaged there is remembered anew.
    """
    coming = list(tombstones)
    known = _read(folder) if coming else {}
    fresh = [tombstone for tombstone in coming if known.get(tombstone.space) != tombstone]
    if fresh:
        with closing(FactFile(folder / FILE, skips_holes=True)) as file:
            file.append([encode(tuple(tombstone)) for tombstone in fresh])


def put_back(connection: Writing, tombstone: Tombstone, now: int) -> bool:
    """Closes a space that is open here, as its owner did, inside the caller's transaction; whether there was need.

    What was closed for ever takes the place of every other chain of its space, and keeps no record; so does what was
    purged where it was closed. A chain that is another one, or that went on (the space was opened again), is else left.
    """
    space, closed, chain, was_purged = tombstone
    stored = store.entries(connection, space, 0)
    try:
        state = replay(chain, space)
    except Damaged:
        return False
    is_behind = stored == list(chain[: len(stored)])
    if not state.is_closed_at(state.n) or not (is_behind or state.is_erased):
        return False
    is_new = len(stored) != len(chain) or not is_behind
    if is_new:
        if not is_behind:
            _remove(connection, space)
        _extend(connection, len(stored) if is_behind else 0, chain, closed)
        purge.close_space(connection, space, closed, is_erased=state.is_erased)
    if state.is_erased or was_purged:
        purge.purge(connection, space, now)
    return is_new


def _remove(connection: Writing, space: bytes) -> None:
    """All of it, for the chain of the same space that stands in its place."""
    purge.purge(connection, space, 0)
    connection.execute("DELETE FROM device WHERE space = ?", (space,))
    connection.execute("DELETE FROM control WHERE space = ?", (space,))
    connection.execute("DELETE FROM space WHERE space = ?", (space,))


def _marks(connection: Reading) -> frozenset[_Mark]:
    query = """SELECT space, closed, purged IS NOT NULL, (SELECT max(n) FROM control WHERE control.space = space.space)
               FROM space WHERE closed IS NOT NULL"""
    return frozenset(_Mark(*row) for row in connection.execute(query))


def _read_one(connection: Reading, mark: _Mark) -> Tombstone:
    chain = tuple(store.entries(connection, mark.space, 0))
    return Tombstone(mark.space, mark.closed, chain, bool(mark.is_purged))


def _extend(connection: Writing, length: int, chain: tuple[bytes, ...], received: int) -> None:
    """Adds the entries behind the first `length`, with the devices that they admit."""
    before: Membership | None = None
    for n, raw in enumerate(chain):
        after = apply(before, raw) if before else begin(raw)
        if n >= length:
            if before is None:
                store.add_space(connection, after.space, received)
            store.add_entry(connection, after.space, n, after.head, after.epoch_at(n), received, raw)
            for device in after.devices[len(before.devices) if before else 0 :]:
                store.add_device(connection, after.space, device.id, n, is_paper=device.paper)
        before = after


def _read(folder: Path) -> dict[bytes, Tombstone]:
    known = [_tombstone(array(decode(fact))) for fact in read_facts(folder / FILE).facts]
    return {tombstone.space: tombstone for tombstone in known}


def _tombstone(fact: tuple[Item, ...]) -> Tombstone:
    """An earlier Kith did not say whether its records had been deleted."""
    space, closed, entries = array(fact[:3], 3)
    chain = tuple(octets(raw) for raw in array(entries))
    return Tombstone(octets(space, 16), whole(closed), chain, is_purged=fact[3:] == (True,))
