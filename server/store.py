"""All the SQL there is. Questions run on a read-only connection in a thread apart, additions in the writer's thread.

What is added is durable (WAL, synchronous=FULL) once `Writer` has said so, and is never changed; only purge.py removes,
and what it removes is overwritten.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Final, NamedTuple, TypeAlias, TypeVar

from server import soundness, tables
from server.database import NAME, open_database
from server.hub import Hub
from server.turns import Turns
from sync.chain import Head

READERS: Final = 4  # at once: reads are short, and more would only wait for the same disk
READER_KIB: Final = 512  # every commit empties what a reader remembers: more than one question needs is for nothing
CHECK_S: Final = 0.5  # how long a start looks for damage; `kith doctor` looks at everything
MOST_POSITION: Final = 2**53

T = TypeVar("T")
Reading: TypeAlias = sqlite3.Connection  # one that only reads
Writing: TypeAlias = sqlite3.Connection  # the writer's, inside a transaction


class StoredRecord(NamedTuple):
    position: int
    hash: bytes
    record: bytes


class NewRecord(NamedTuple):
    """A row of `record`, in the order of its columns."""

    log: int
    position: int
    author: int
    seq: int
    hash: bytes
    kind: int
    control_n: int
    log_bytes: int
    received: int
    record: bytes


class Store:
    """The database in `folder`, made when missing. Raises tables.StoreTooNew, soundness.StoreDamaged."""

    def __init__(self, folder: Path, turns: Turns | None = None) -> None:
        self._turns = turns or Hub()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = folder / NAME
        with soundness.understood(), closing(self.open_for_writing()) as connection:
            soundness.check_pages(connection, CHECK_S)
            self.incarnation = tables.prepare(connection)
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        for _ in range(READERS):
            reader = open_database(self._path, "ro")
            reader.execute(f"PRAGMA cache_size=-{READER_KIB}")
            self._idle.put(reader)

    def open_for_writing(self) -> sqlite3.Connection:
        """A connection that any one thread may use, with every commit on disk before it returns."""
        connection = open_database(self._path, "rwc")
        connection.execute("PRAGMA journal_mode=WAL")
        return connection

    def read(self, question: Callable[[Reading], T]) -> T:
        """The answer to `question`, from one snapshot. For conversations: the others go on meanwhile."""
        return self._turns.apart(partial(self._ask, question))

    def close(self) -> None:
        for _ in range(READERS):
            self._idle.get().close()

    def _ask(self, question: Callable[[Reading], T]) -> T:
        connection = self._idle.get()
        try:
            connection.execute("BEGIN")
            try:
                return question(connection)
            finally:
                connection.execute("COMMIT")
        finally:
            self._idle.put(connection)


def is_restored(connection: Reading) -> bool:
    """Whether a backup was ever put back, so that something may be missing that was acknowledged."""
    (restored,) = connection.execute("SELECT restored FROM server").fetchone()
    return restored is not None


# Spaces and their control chains


def space_of_card(connection: Reading, device: bytes) -> bytes | None:
    """The space to which this paper device was first added: whoever knows its public keys can add it to another."""
    query = """SELECT space FROM device JOIN control USING (space)
               WHERE device = ? AND is_paper = 1 AND n = admitted_n ORDER BY control.rowid LIMIT 1"""
    row = connection.execute(query, (device,)).fetchone()
    return None if row is None else bytes(row[0])


def control_head(connection: Reading, space: bytes) -> tuple[int, bytes] | None:
    """n and hash of the last entry; None for a space that is not here."""
    query = "SELECT n, hash FROM control WHERE space = ? ORDER BY n DESC LIMIT 1"
    row = connection.execute(query, (space,)).fetchone()
    return None if row is None else (int(row[0]), bytes(row[1]))


def entry_hash(connection: Reading, space: bytes, n: int) -> bytes | None:
    row = connection.execute("SELECT hash FROM control WHERE space = ? AND n = ?", (space, n)).fetchone()
    return None if row is None else bytes(row[0])


def received_at(connection: Reading, space: bytes, n: int) -> int:
    """When an entry that is here arrived, in unix seconds."""
    row = connection.execute("SELECT received FROM control WHERE space = ? AND n = ?", (space, n)).fetchone()
    return int(row[0])


def entries(connection: Reading, space: bytes, from_n: int, most_bytes: int | None = None) -> list[bytes]:
    """Entries from `from_n` on: all, or as many as fit into `most_bytes`, but at least one if there is one."""
    query = "SELECT entry FROM control WHERE space = ? AND n >= ? ORDER BY n"
    found: list[bytes] = []
    size = 0
    for (entry,) in connection.execute(query, (space, from_n)):
        size += len(entry)
        if most_bytes is not None and found and size > most_bytes:
            break
        found.append(bytes(entry))
    return found


def controls(connection: Reading, space: bytes) -> list[tuple[bytes, int, int]]:
    """Hash, n and epoch in force, of every entry."""
    return connection.execute("SELECT hash, n, epoch FROM control WHERE space = ?", (space,)).fetchall()


def add_space(connection: Writing, space: bytes, now: int) -> None:
    connection.execute("INSERT INTO space (space, created) VALUES (?, ?)", (space, now))


def add_entry(connection: Writing, space: bytes, n: int, head: bytes, epoch: int, now: int, entry: bytes) -> None:
    connection.execute("INSERT INTO control VALUES (?, ?, ?, ?, ?, ?)", (space, n, head, epoch, now, entry))


def add_device(connection: Writing, space: bytes, device: bytes, n: int, *, is_paper: bool) -> None:
    query = "INSERT INTO device (space, device, admitted_n, is_paper) VALUES (?, ?, ?, ?)"
    connection.execute(query, (space, device, n, is_paper))


def devices(connection: Reading, space: bytes) -> list[tuple[bytes, int]]:
    """Every device and card, and the entry that admitted it."""
    return connection.execute("SELECT device, admitted_n FROM device WHERE space = ?", (space,)).fetchall()


# Records


def number_of_space(connection: Reading, space: bytes) -> int:
    """Of a space that is here."""
    return int(connection.execute("SELECT number FROM space WHERE space = ?", (space,)).fetchone()[0])


def number_of_device(connection: Reading, space: bytes, device: bytes) -> int:
    """Of a device that an entry which is here has admitted."""
    query = "SELECT number FROM device WHERE space = ? AND device = ?"
    return int(connection.execute(query, (space, device)).fetchone()[0])


def last_of_device(connection: Reading, space: bytes, device: bytes) -> tuple[Head, int]:
    """The device's head, and the control entry that its last record names (0 without one)."""
    query = """SELECT seq, hash, control_n FROM record
               WHERE author = (SELECT number FROM device WHERE space = ? AND device = ?) ORDER BY seq DESC LIMIT 1"""
    row = connection.execute(query, (space, device)).fetchone()
    return (Head(), 0) if row is None else (Head(int(row[0]), bytes(row[1])), int(row[2]))


def last_of_space(connection: Reading, space: bytes) -> tuple[int, int]:
    """The last position, and the bytes of all records; 0 and 0 without one."""
    query = """SELECT position, log_bytes FROM record
               WHERE log = (SELECT number FROM space WHERE space = ?) ORDER BY position DESC LIMIT 1"""
    row = connection.execute(query, (space,)).fetchone()
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


def bytes_besides_records(connection: Reading, space: bytes) -> int:
    """What the entries of a space and the requests to join it take."""
    query = """SELECT (SELECT coalesce(sum(length(entry)), 0) FROM control WHERE space = ?1)
               + (SELECT coalesce(sum(length(request)), 0) FROM join_request WHERE space = ?1)"""
    return int(connection.execute(query, (space,)).fetchone()[0])


def record_at(connection: Reading, space: bytes, device: bytes, seq: int) -> StoredRecord | None:
    query = """SELECT position, hash, record FROM record
               WHERE author = (SELECT number FROM device WHERE space = ? AND device = ?) AND seq = ?"""
    row = connection.execute(query, (space, device, seq)).fetchone()
    return None if row is None else StoredRecord(*row)


def records(connection: Reading, space: bytes, from_position: int, most_bytes: int) -> list[tuple[int, bytes]]:
    """Positions and records from `from_position` on, as many as fit, but at least one if there is one."""
    query = """SELECT position, record FROM record
               WHERE log = (SELECT number FROM space WHERE space = ?) AND position >= ? ORDER BY position"""
    found, _ = _fitting(connection.execute(query, (space, from_position)), most_bytes)
    return found


def snapshots(connection: Reading, space: bytes, before: int, most_bytes: int) -> tuple[list[tuple[int, bytes]], bool]:
    """Positions and records of kinds 2 and 3 below `before` (0: all), the newest first; and whether those are all.

    As many as fit, but at least one if there is one.
    """
    query = """SELECT position, record FROM record INDEXED BY record_snapshot
               WHERE log = (SELECT number FROM space WHERE space = ?) AND kind IN (2, 3) AND position < ?
               ORDER BY position DESC"""
    return _fitting(connection.execute(query, (space, before or MOST_POSITION)), most_bytes)


def _fitting(rows: Iterable[tuple[int, bytes]], most_bytes: int) -> tuple[list[tuple[int, bytes]], bool]:
    """As many as fit, but at least one if there is one; and whether those are all."""
    found: list[tuple[int, bytes]] = []
    size = 0
    for position, record in rows:
        size += len(record)
        if found and size > most_bytes:
            return found, False
        found.append((position, record))
    return found, True


def add_records(connection: Writing, rows: Sequence[NewRecord]) -> None:
    connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def delete_records(connection: Writing, space: bytes) -> int:
    """How many there were."""
    query = "DELETE FROM record WHERE log = (SELECT number FROM space WHERE space = ?)"
    return connection.execute(query, (space,)).rowcount


# Requests to join


def waiting_requests(connection: Reading, space: bytes, since: int) -> list[bytes]:
    """Requests that arrived after `since` and nobody has answered, oldest first."""
    query = """SELECT request FROM join_request
               WHERE space = ? AND is_declined = 0 AND received >= ? ORDER BY received, hash"""
    return [bytes(request) for (request,) in connection.execute(query, (space, since))]


def request_with_hash(connection: Reading, space: bytes, request_hash: bytes) -> bytes | None:
    query = "SELECT request FROM join_request WHERE space = ? AND hash = ?"
    row = connection.execute(query, (space, request_hash)).fetchone()
    return None if row is None else bytes(row[0])


def is_device_declined(connection: Reading, space: bytes, device: bytes) -> bool:
    """Whether the last request of this device was answered with no."""
    query = """SELECT is_declined FROM join_request
               WHERE space = ? AND device = ? ORDER BY received DESC, rowid DESC LIMIT 1"""
    row = connection.execute(query, (space, device)).fetchone()
    return row is not None and bool(row[0])


def is_declined(connection: Reading, space: bytes, request_hash: bytes) -> bool | None:
    """None for a request that is not here."""
    query = "SELECT is_declined FROM join_request WHERE space = ? AND hash = ?"
    row = connection.execute(query, (space, request_hash)).fetchone()
    return None if row is None else bool(row[0])


def add_request(
    connection: Writing, space: bytes, request_hash: bytes, device: bytes, invite: bytes, now: int, raw: bytes
) -> None:
    values = (space, request_hash, device, invite, now, raw)
    connection.execute("INSERT INTO join_request VALUES (?, ?, ?, ?, ?, 0, ?)", values)


def decline(connection: Writing, space: bytes, request_hash: bytes) -> bool:
    """Whether there was such a request."""
    query = "UPDATE join_request SET is_declined = 1 WHERE space = ? AND hash = ?"
    return connection.execute(query, (space, request_hash)).rowcount > 0


def forget_requests(connection: Writing, space: bytes, invites: Iterable[bytes], before: int) -> None:
    """Drops those that arrived before `before`, and those for closed invitations that nobody has answered."""
    connection.execute("DELETE FROM join_request WHERE space = ? AND received < ?", (space, before))
    query = "DELETE FROM join_request WHERE space = ? AND invite = ? AND is_declined = 0"
    connection.executemany(query, [(space, invite) for invite in invites])
