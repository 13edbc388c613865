"""`kith purge`: deletes now what the server deletes by itself within the hour: spaces whose thirty days are over."""

import argparse
from contextlib import closing
from time import time

from server.operating import NAME, Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.purge import purge_ended
from sync.limits import LIMITS


def add_to(subparsers: Subparsers) -> None:
    """`kith purge`."""
    parser = subparsers.add_parser(
        "purge",
        help="delete what is left of spaces that have ended",
        description=f"Deletes the records of spaces that were closed {LIMITS.closed_days} days ago, or for ever. "
        "The server does so too, every hour.",
    )
    add_folder(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    def work() -> None:
        with closing(open_stored(folder_of(arguments) / NAME, writes=True)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            spaces = purge_ended(connection, int(time()))
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the old pages stand in the log until then
        for space in spaces:
            say(f"purged {space.hex()}")
        say(f"{len(spaces)} spaces purged. Backups made before still hold them.")

    return attempt("purge", work)
