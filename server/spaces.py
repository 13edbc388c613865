"""`kith spaces`: what there is, by number and size. The server knows no name, so this shows none."""

import argparse
from contextlib import closing
from pathlib import Path
from time import time
from typing import Final, NamedTuple

from server.database import NAME
from server.operating import Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.store import Reading
from server.tables import check_current
from sync.limits import DAY_S

_QUERY: Final = """
    SELECT space, created, closed, purged,
      (SELECT count(*) FROM control WHERE control.space = space.space),
      (SELECT count(*) FROM device WHERE device.space = space.space),
      (SELECT count(*) FROM record WHERE record.log = space.number),
      (SELECT coalesce(max(log_bytes), 0) FROM record WHERE record.log = space.number),
      (SELECT max(received) FROM record WHERE record.log = space.number)
    FROM space ORDER BY created, space"""
_HEADS: Final = ("space", "entries", "devices", "records", "kB", "begun", "last written", "")


class SpaceRow(NamedTuple):
    """One space; times in unix seconds."""

    space: bytes
    created: int
    closed: int | None
    purged: int | None
    entries: int
    devices: int  # and cards, also those that were removed
    records: int
    size_bytes: int
    last_received: int | None


def spaces(connection: Reading) -> list[SpaceRow]:
    """All spaces, the oldest first."""
    return [SpaceRow(*row) for row in connection.execute(_QUERY)]


def table(rows: list[SpaceRow], now: int) -> list[str]:
    """Lines in columns, and the sums."""
    shown = [_HEADS, *(_cells(row, now) for row in rows)]
    widths = [max(len(cells[column]) for cells in shown) for column in range(len(_HEADS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in shown
    ]
    records, size_bytes = sum(row.records for row in rows), sum(row.size_bytes for row in rows)
    return [*lines, f"{len(rows)} spaces, {records:,} records, {size_bytes / 1000:,.0f} kB"]


def _cells(row: SpaceRow, now: int) -> tuple[str, ...]:
    counts = (row.entries, row.devices, row.records, -(-row.size_bytes // 1000))
    state = "purged" if row.purged is not None else "closed" if row.closed is not None else ""
    last = "never" if row.last_received is None else _age(row.last_received, now)
    return (row.space.hex(), *map(str, counts), _age(row.created, now), last, state)


def _age(then: int, now: int) -> str:
    days = (now - then) // DAY_S
    return "today" if days <= 0 else "1 day ago" if days == 1 else f"{days} days ago"


def add_to(subparsers: Subparsers) -> None:
    """`kith spaces`."""
    parser = subparsers.add_parser(
        "spaces",
        help="list the spaces by number and size",
        description="Lists the spaces with their counts, sizes and ages. The server knows nobody's name.",
    )
    add_folder(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    def work() -> None:
        path: Path = folder_of(arguments) / NAME
        with closing(open_stored(path)) as connection:
            check_current(connection)
            for line in table(spaces(connection), int(time())):
                say(line)

    return attempt("spaces", work)
