"""Pairs as Kith knows them: a space of two devices, and the sealed records that each of them pushes."""

import os
import time
from dataclasses import dataclass
from typing import Final

from bench.changes import Change
from sync import control, envelope
from sync.chain import Head
from sync.envelope import UPDATE, Header, Payload, Record
from sync.keys import DeviceKeys
from sync.membership import Membership, begin
from sync.operation import NewDevice

SCHEMA: Final = 1
NOW: Final = 1_700_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """A space that its genesis gives to its devices: the owner's, and the practitioner's."""

    genesis: bytes
    state: Membership
    epoch_key: bytes
    devices: tuple[DeviceKeys, ...]


def new_pair(others: int = 1) -> Pair:
    """With so many devices of the practitioner."""
    owner, *rest = (DeviceKeys.new(os.urandom) for _ in range(1 + others))
    epoch_key, more = os.urandom(32), [NewDevice(keys.signing.public, keys.box.public, (1,)) for keys in rest]
    genesis = control.genesis(owner, (0,), 2, [], epoch_key, os.urandom(16), int(time.time()), os.urandom, more=more)
    return Pair(genesis, begin(genesis), epoch_key, (owner, *rest))


def seal_all(pair: Pair, side: int, changes: list[Change]) -> list[Record]:
    """The chain of records in which this side says these changes."""
    head, records = Head(), list[Record]()
    for change in changes:
        records.append(seal_next(pair, side, head, change.update))
        head = Head(head.seq + 1, records[-1].hash)
    return records


def seal_next(pair: Pair, side: int, head: Head, update: bytes) -> Record:
    """The record that follows `head` in the chain of a device."""
    keys, by = pair.devices[side], min(side, 1)
    header = Header(UPDATE, pair.state.space, keys.id, head.seq + 1, head.hash, 0, pair.state.head[:16], by, ())
    return envelope.seal(header, Payload(SCHEMA, NOW, update), pair.epoch_key, keys.signing, os.urandom(12))
