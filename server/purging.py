"""`kith purge`: deletes now what the server deletes by itself: spaces whose thirty days are over.

The server counts days that it has run; here the clock counts, so somebody has to say that it is right.
"""

import argparse
import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from time import time
from typing import Final

from server.config import from_environment
from server.database import NAME
from server.operating import Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.purge import ended, purge
from server.tables import check_current
from sync.limits import DAY_S

_YES: Final = "yes"


def add_to(subparsers: Subparsers) -> None:
    """`kith purge`."""
    parser = subparsers.add_parser(
        "purge",
        help="delete what is left of spaces that have ended",
        description="Deletes the records of spaces whose thirty days (closed_days in KITH_LIMITS) are over by the "
        "clock of this machine, or that were closed for ever. The server does so too, by the days that it has run.",
    )
    add_folder(parser)
    parser.add_argument("--yes", action="store_true", help="the clock is right: do not ask")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    is_sure: bool = arguments.yes

    def work() -> None:
        now = int(time())
        days = from_environment(os.environ).limits.closed_days
        closed_before = now - days * DAY_S
        with closing(open_stored(folder_of(arguments) / NAME, writes=True)) as connection:
            check_current(connection)
            asked = ended(connection, days, closed_before)
            if asked and not (is_sure or _is_sure(len(asked), now)):
                return say("Nothing was deleted.")
            connection.execute("BEGIN IMMEDIATE")
            spaces = [space for space in ended(connection, days, closed_before) if space in asked]
            for space in spaces:
                purge(connection, space, now)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the old pages stand in the log until then
        for space in spaces:
            say(f"purged {space.hex()}")
        return say(f"{len(spaces)} spaces purged. Backups made before still hold them.")

    return attempt("purge", work)


def _is_sure(count: int, now: int) -> bool:
    clock = datetime.fromtimestamp(now, UTC).strftime("%-d %B %Y, %H:%M")
    say(f"The records of {count} spaces would be deleted for ever. By this machine it is {clock} UTC: is that right?")
    sys.stdout.write(f"Say {_YES} to delete them: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() == _YES
