-- Two logs a space, the control chain and the records, and little besides. Everything is only ever added, until a
-- space has ended; what can be derived (heads, positions, sizes) is derived, so that nothing can disagree with the logs.

CREATE TABLE server (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  incarnation BLOB NOT NULL,  -- 8 random bytes, new after every restore: clients then offer again what is missing
  schema INTEGER NOT NULL,
  restored INTEGER  -- when a backup was put back, after which much that was acknowledged may be missing; null if never
) STRICT;
INSERT INTO server VALUES (1, randomblob(8), 4, NULL);

CREATE TABLE space (
  space BLOB PRIMARY KEY,
  created INTEGER NOT NULL,
  closed INTEGER,  -- when the entry that closed it arrived; null while it is open
  is_erased INTEGER NOT NULL DEFAULT 0,  -- closed for ever
  purged INTEGER,  -- when its records were deleted; the control chain stays, so that nothing can take its place
  hours INTEGER NOT NULL DEFAULT 0  -- that a server has run since it was closed: no clock says when its time is over
) STRICT, WITHOUT ROWID;

CREATE TABLE control (
  space BLOB NOT NULL REFERENCES space,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL,
  epoch INTEGER NOT NULL,  -- in force after this entry
  received INTEGER NOT NULL,
  entry BLOB NOT NULL,  -- whole, as received
  UNIQUE (space, n)
) STRICT;

-- what the control chain says of devices, kept for the push rules and for finding a card's space
CREATE TABLE device (
  space BLOB NOT NULL REFERENCES space,
  device BLOB NOT NULL,
  admitted_n INTEGER NOT NULL,
  is_paper INTEGER NOT NULL,
  PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_paper ON device (device) WHERE is_paper = 1;

CREATE TABLE record (
  space BLOB NOT NULL REFERENCES space,
  position INTEGER NOT NULL,  -- from 1, without a gap
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,  -- from 1, without a gap
  hash BLOB NOT NULL,
  kind INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  control_n INTEGER NOT NULL,  -- of the entry that the record names; never goes back within a device
  space_bytes INTEGER NOT NULL,  -- of all records of the space up to and with this one
  received INTEGER NOT NULL,
  record BLOB NOT NULL,  -- whole, as received
  UNIQUE (space, position),
  UNIQUE (space, device, seq)
) STRICT;
-- snapshot parts and attests, so that a cold device finds them among ten thousand others
CREATE INDEX record_snapshot ON record (space, position) WHERE kind IN (2, 3);

CREATE TABLE join_request (
  space BLOB NOT NULL REFERENCES space,
  hash BLOB NOT NULL,
  device BLOB NOT NULL,
  invite BLOB NOT NULL,
  received INTEGER NOT NULL,
  is_declined INTEGER NOT NULL DEFAULT 0,
  request BLOB NOT NULL,
  PRIMARY KEY (space, hash)
) STRICT;
