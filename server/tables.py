"""The tables of the database: made when it is new, brought up to date when an earlier Kith wrote it."""

import sqlite3
from pathlib import Path
from typing import Final

from server import soundness

SCHEMA: Final = 5
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
    # records had the ids of their space and device in every index: a commit wrote twice as much. A record of a device
    # that is not there would be lost without LEFT; so NOT NULL stops all of it
    4: """CREATE TABLE space_5 (
            number INTEGER PRIMARY KEY, space BLOB NOT NULL UNIQUE, created INTEGER NOT NULL, closed INTEGER,
            is_erased INTEGER NOT NULL DEFAULT 0, purged INTEGER, hours INTEGER NOT NULL DEFAULT 0
          ) STRICT;
          INSERT INTO space_5 (space, created, closed, is_erased, purged, hours)
            SELECT space, created, closed, is_erased, purged, hours FROM space ORDER BY created, space;
          CREATE TABLE control_5 (
            space BLOB NOT NULL REFERENCES space_5 (space), n INTEGER NOT NULL, hash BLOB NOT NULL,
            epoch INTEGER NOT NULL, received INTEGER NOT NULL, entry BLOB NOT NULL, UNIQUE (space, n)
          ) STRICT;
          INSERT INTO control_5 SELECT space, n, hash, epoch, received, entry FROM control ORDER BY rowid;
          CREATE TABLE device_5 (
            number INTEGER PRIMARY KEY, space BLOB NOT NULL REFERENCES space_5 (space), device BLOB NOT NULL,
            admitted_n INTEGER NOT NULL, is_paper INTEGER NOT NULL, UNIQUE (space, device)
          ) STRICT;
          INSERT INTO device_5 (space, device, admitted_n, is_paper)
            SELECT space, device, admitted_n, is_paper FROM device ORDER BY space, admitted_n, device;
          CREATE TABLE record_5 (
            log INTEGER NOT NULL REFERENCES space_5, position INTEGER NOT NULL,
            author INTEGER NOT NULL REFERENCES device_5, seq INTEGER NOT NULL, hash BLOB NOT NULL,
            kind INTEGER NOT NULL, control_n INTEGER NOT NULL, log_bytes INTEGER NOT NULL,
            received INTEGER NOT NULL, record BLOB NOT NULL, UNIQUE (log, position), UNIQUE (author, seq)
          ) STRICT;
          INSERT INTO record_5
            SELECT space_5.number, position, device_5.number, seq, hash, kind, control_n, space_bytes, received, record
            FROM record LEFT JOIN space_5 USING (space) LEFT JOIN device_5 USING (space, device) ORDER BY record.rowid;
          CREATE TABLE join_request_5 (
            space BLOB NOT NULL REFERENCES space_5 (space), hash BLOB NOT NULL, device BLOB NOT NULL,
            invite BLOB NOT NULL, received INTEGER NOT NULL, is_declined INTEGER NOT NULL DEFAULT 0,
            request BLOB NOT NULL, PRIMARY KEY (space, hash)
          ) STRICT;
          INSERT INTO join_request_5
            SELECT space, hash, device, invite, received, is_declined, request FROM join_request ORDER BY rowid;
          DROP TABLE join_request; DROP TABLE record; DROP TABLE device; DROP TABLE control; DROP TABLE space;
          ALTER TABLE space_5 RENAME TO space;
          ALTER TABLE control_5 RENAME TO control;
          ALTER TABLE device_5 RENAME TO device;
          ALTER TABLE record_5 RENAME TO record;
          ALTER TABLE join_request_5 RENAME TO join_request;
          CREATE INDEX device_paper ON device (device) WHERE is_paper = 1;
          CREATE INDEX record_snapshot ON record (log, position) WHERE kind IN (2, 3);
          UPDATE server SET schema = 5;""",
}


class StoreTooNew(Exception):  # names in this tree say what is the matter
    """The file was written by a later Kith than this one."""


class StoreTooOld(Exception):  # names in this tree say what is the matter
    """The file was written by an earlier Kith, and no server of this one has brought it up to date."""


def prepare(connection: sqlite3.Connection) -> bytes:
    """Gives an empty database its tables; the incarnation. Raises StoreTooNew, soundness.StoreDamaged."""
    soundness.check_kind(connection)
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'server'").fetchone():
        tables = Path(__file__).with_name("schema.sql").read_text("utf-8")
        connection.executescript(f"BEGIN IMMEDIATE; {tables} COMMIT;")
    incarnation, schema = connection.execute("SELECT incarnation, schema FROM server").fetchone()
    _check_known(schema)
    for version in range(schema, SCHEMA):
        connection.executescript(f"BEGIN IMMEDIATE; {STEPS[version]} COMMIT;")
    return bytes(incarnation)


def check_current(connection: sqlite3.Connection) -> None:
    """For who reads a file and must not change it. Raises StoreTooOld, StoreTooNew, soundness.StoreDamaged."""
    soundness.check_kind(connection)
    (schema,) = connection.execute("SELECT schema FROM server").fetchone()
    _check_known(schema)
    if schema < SCHEMA:
        raise StoreTooOld("an earlier Kith wrote this database: start the server once, which brings it up to date")


def _check_known(schema: int) -> None:
    if schema > SCHEMA:
        raise StoreTooNew(f"this Kith knows its store up to version {SCHEMA}, and the file is of version {schema}")
