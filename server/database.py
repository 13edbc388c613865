"""The file of the database: what it is called, and how everybody opens it."""

import sqlite3
from pathlib import Path
from typing import Final, Literal

NAME: Final = "kith.sqlite3"
_BUSY_MS: Final = 5_000
_FOR_WRITING: Final = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def open_database(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """A connection that any one thread may use: "ro" only reads, "rwc" makes the file when it is missing.

    What is written is on the disk when the commit returns, and what is deleted is overwritten. Raises sqlite3.Error.
    """
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    for setting in () if mode == "ro" else _FOR_WRITING:
        connection.execute(f"PRAGMA {setting}")
    return connection
