"""What remains of a space that has ended: its control chain, which holds keys and no word, so that it cannot come back.

Records and requests to join are deleted thirty days after the space was closed, or at once when it was closed for ever
(P34): overwritten in the database, and gone from its log once the writer has emptied that. The days are those that a
server has run, counted hour by hour: a clock that is wrong deletes nothing.
"""

from typing import Final

from server import store
from server.store import Reading, Writing
from sync.limits import LIMITS

_DAY_HOURS: Final = 24


def close_space(connection: Writing, space: bytes, now: int, *, is_erased: bool) -> None:
    """The time of a space begins to run out."""
    query = "UPDATE space SET closed = ?, is_erased = ?, hours = 0 WHERE space = ?"
    connection.execute(query, (now, is_erased, space))


def reopen_space(connection: Writing, space: bytes) -> bool:
    """Whether there was still something to reopen."""
    query = "UPDATE space SET closed = NULL WHERE space = ? AND purged IS NULL"
    return connection.execute(query, (space,)).rowcount > 0


def count_hour(connection: Writing) -> None:
    """A server has run for another hour, as measured and not by the clock."""
    connection.execute("UPDATE space SET hours = hours + 1 WHERE closed IS NOT NULL AND purged IS NULL")


def ended(connection: Reading, closed_days: int = LIMITS.closed_days, closed_before: int = -1) -> list[bytes]:
    """The spaces whose time is over, by the hours that were counted, and that still have their records.

    With `closed_before` (unix seconds) those too that were closed by then: for somebody who has looked at the clock.
    """
    query = """SELECT space FROM space WHERE purged IS NULL AND closed IS NOT NULL
               AND (is_erased = 1 OR hours >= ? OR closed <= ?) ORDER BY closed, space"""
    return [bytes(space) for (space,) in connection.execute(query, (closed_days * _DAY_HOURS, closed_before))]


def purge(connection: Writing, space: bytes, now: int) -> int:
    """Deletes what is to be deleted of one space, inside the caller's transaction; how many records that were."""
    count = store.delete_records(connection, space)
    connection.execute("DELETE FROM join_request WHERE space = ?", (space,))
    connection.execute("UPDATE space SET purged = ? WHERE space = ?", (now, space))
    return count


def purge_ended(connection: Writing, now: int, closed_days: int = LIMITS.closed_days) -> list[bytes]:
    """Purges all whose time is over, inside the caller's transaction; which those were."""
    spaces = ended(connection, closed_days)
    for space in spaces:
        purge(connection, space, now)
    return spaces
