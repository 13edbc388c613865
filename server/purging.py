"""`kith purge`: deletes now what the server deletes by itself: spaces whose thirty days are over.

The server counts days that it has run; here the clock counts, so somebody has to say that it is right.
"""

import argparse
import sys
from contextlib import closing
from datetime import UTC, datetime
from time import time
from typing import Final

from server.operating import NAME, Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.purge import DAY_S, ended, purge
from server.store import Reading
from sync.limits import LIMITS

_YES: Final = "yes"


def add_to(subparsers: Subparsers) -> None:
    """`kith purge`."""
    parser = subparsers.add_parser(
        "purge",
        help="delete what is left of spaces that have ended",
        description=f"Deletes the records of spaces that were closed {LIMITS.closed_days} days ago by the clock of "
        "this machine, or for ever. The server does so too, by the days that it has run.",
    )
    add_folder(parser)
    parser.add_argument("--yes", action="store_true", help="the clock is right: do not ask")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    is_sure: bool = arguments.yes

    def work() -> None:
        now = int(time())
        with closing(open_stored(folder_of(arguments) / NAME, writes=True)) as connection:
            asked = _ended(connection, now)
            if asked and not (is_sure or _is_sure(len(asked), now)):
                return say("Nothing was deleted.")
            connection.execute("BEGIN IMMEDIATE")
            spaces = [space for space in _ended(connection, now) if space in asked]
            for space in spaces:
                purge(connection, space, now)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the old pages stand in the log until then
        for space in spaces:
            say(f"purged {space.hex()}")
        return say(f"{len(spaces)} spaces purged. Backups made before still hold them.")

    return attempt("purge", work)


def _ended(connection: Reading, now: int) -> list[bytes]:
    return ended(connection, closed_before=now - LIMITS.closed_days * DAY_S)


def _is_sure(count: int, now: int) -> bool:
    clock = datetime.fromtimestamp(now, UTC).strftime("%-d %B %Y, %H:%M")
    say(f"The records of {count} spaces would be deleted for ever. By this machine it is {clock} UTC: is that right?")
    sys.stdout.write(f"Say {_YES} to delete them: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() == _YES
