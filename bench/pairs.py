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


@dataclass(frozen=True, slots=True)
class Pair:
    """A space that its genesis gives to two devices: the owner's, and the practitioner's."""

    genesis: bytes
    state: Membership
    epoch_key: bytes
    devices: tuple[DeviceKeys, DeviceKeys]


def new_pair() -> Pair:
    owner, practitioner, epoch_key = DeviceKeys.new(os.urandom), DeviceKeys.new(os.urandom), os.urandom(32)
    other = NewDevice(practitioner.signing.public, practitioner.box.public, (1,))
    genesis = control.genesis(owner, (0,), 2, [], epoch_key, os.urandom(16), int(time.time()), os.urandom, more=[other])
    return Pair(genesis, begin(genesis), epoch_key, (owner, practitioner))


def seal_all(pair: Pair, side: int, changes: list[Change]) -> list[Record]:
    """The chain of records in which this side says these changes."""
    keys, head, records = pair.devices[side], Head(), list[Record]()
    for change in changes:
        header = Header(UPDATE, pair.state.space, keys.id, head.seq + 1, head.hash, 0, pair.state.head[:16], side, ())
        payload = Payload(SCHEMA, 1_700_000_000, change.update)
        records.append(envelope.seal(header, payload, pair.epoch_key, keys.signing, os.urandom(12)))
        head = Head(head.seq + 1, records[-1].hash)
    return records
