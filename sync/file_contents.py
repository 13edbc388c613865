"""What stands inside a sealed file: who belongs, what was written, and in a backup the keys to read it (P33).

README.md section 8. Nothing here is believed because it is in a file: entries and records are judged like any other.
Vectors: vectors/sealed_file.json.
"""

from dataclasses import dataclass

from sync.encoding import Item, decode, encode
from sync.envelope import By
from sync.errors import Damaged, Malformed
from sync.sealed_file import Kind
from sync.shape import array, ascending, octets, whole


@dataclass(frozen=True, slots=True)
class LooseEdit:
    """An edit that the device could not yet seal, its disk being full: nobody has signed it."""

    by: By
    ts: int
    update: bytes


@dataclass(frozen=True, slots=True)
class FileContents:
    """Device private keys and vault keys are never here."""

    space: bytes
    made_at: int  # unix seconds
    made_by: bytes  # the device, as it says itself
    entries: tuple[bytes, ...]  # the control chain from genesis on
    records: tuple[bytes, ...]  # of all devices, each behind what it builds on where the writer knew
    epoch_keys: tuple[tuple[int, bytes], ...] = ()  # in a backup: every one that the device holds
    loose: tuple[LooseEdit, ...] = ()  # in a backup


def to_bytes(contents: FileContents) -> bytes:
    """The one encoding."""
    return encode(
        (
            contents.space,
            contents.made_at,
            contents.made_by,
            contents.entries,
            contents.records,
            contents.epoch_keys,
            tuple((edit.by, edit.ts, edit.update) for edit in contents.loose),
        )
    )


def from_bytes(plain: bytes, kind: Kind) -> FileContents:
    """What was written. Raises Damaged FILE_BAD, also for a backup without keys and a hand-over file with any."""
    try:
        space, made_at, made_by, entries, records, epoch_keys, loose = array(decode(plain), 7)
        contents = FileContents(
            octets(space, 16),
            whole(made_at),
            octets(made_by, 16),
            tuple(octets(entry) for entry in array(entries)),
            tuple(octets(record) for record in array(records)),
            tuple(_epoch_key(pair) for pair in array(epoch_keys)),
            tuple(_loose(edit) for edit in array(loose)),
        )
        ascending(tuple(epoch for epoch, _ in contents.epoch_keys))
    except Malformed as error:
        raise Damaged("FILE_BAD", error.detail) from error
    if not contents.entries or (kind == "backup") != bool(contents.epoch_keys) or (kind != "backup" and contents.loose):
        raise Damaged("FILE_BAD", "not what such a file holds")
    return contents


def _epoch_key(item: Item) -> tuple[int, bytes]:
    epoch, key = array(item, 2)
    return whole(epoch), octets(key, 32)


def _loose(item: Item) -> LooseEdit:
    by, ts, update = array(item, 3)
    return LooseEdit("both" if by == "both" else whole(by), whole(ts), octets(update))
