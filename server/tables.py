"""The tables of the database: made when it is new, brought up to date when an earlier Kith wrote it."""

import sqlite3
from pathlib import Path
from typing import Final

from server import soundness

SCHEMA: Final = 4
# what makes a file of each version one of the next
STEPS: Final = {
    1: """ALTER TABLE space ADD COLUMN closed INTEGER;
          ALTER TABLE space ADD COLUMN is_erased INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE space ADD COLUMN purged INTEGER;
          UPDATE server SET schema = 2;""",
    2: """ALTER TABLE space ADD COLUMN hours INTEGER NOT NULL DEFAULT 0;
          UPDATE server SET schema = 3;""",
    # an earlier Kith did not write down whether it was restored
    3: """ALTER TABLE server ADD COLUMN restored INTEGER;
          UPDATE server SET schema = 4, restored = 0;""",
}


class StoreTooNew(Exception):  # names in this tree say what is the matter
    """The file was written by a later Kith than this one."""


def prepare(connection: sqlite3.Connection) -> bytes:
    """Gives an empty database its tables; the incarnation. Raises StoreTooNew, soundness.StoreDamaged."""
    soundness.check_kind(connection)
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'server'").fetchone():
        tables = Path(__file__).with_name("schema.sql").read_text("utf-8")
        connection.executescript(f"BEGIN IMMEDIATE; {tables} COMMIT;")
    incarnation, schema = connection.execute("SELECT incarnation, schema FROM server").fetchone()
    if schema > SCHEMA:
        raise StoreTooNew(f"this Kith knows its store up to version {SCHEMA}, and the file is of version {schema}")
    for version in range(schema, SCHEMA):
        connection.executescript(f"BEGIN IMMEDIATE; {STEPS[version]} COMMIT;")
    # A file from before there were snapshots has no index of them.
    connection.execute("CREATE INDEX IF NOT EXISTS record_snapshot ON record (space, position) WHERE kind IN (2, 3)")
    return bytes(incarnation)
