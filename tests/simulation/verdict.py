"""What must be true when a simulated world has come to rest."""

import hashlib
import json
from collections import Counter

from sync.envelope import open_payload, parse
from tests.simulation.tablet import Tablet
from tests.simulation.world import World


def judge(world: World) -> list[str]:
    """What is wrong; nothing if all is well."""
    here = [tablet for tablet in world.tablets if not tablet.is_over and tablet.device.replica.me is not None]
    return [
        *_unsettled(here), *_differences(here), *_losses(world, here), *_taken_in(world), *_missed(world),
        *_slanders(world),
    ]  # fmt: skip


def digest(tablet: Tablet) -> str:
    return hashlib.sha256(json.dumps(tablet.plain(), sort_keys=True).encode()).hexdigest()


def _unsettled(here: list[Tablet]) -> list[str]:
    wrong = []
    for tablet in here:
        device, log = tablet.device, tablet.device.replica.log
        if not device.is_settled or log.is_waiting:
            wrong.append(f"{tablet.name}: {device.phase}, refusal {device.refusal}, waiting {log.is_waiting}")
    return wrong


def _differences(here: list[Tablet]) -> list[str]:
    wrong = []
    if len({digest(tablet) for tablet in here}) > 1:
        wrong.append("the documents differ")
    lengths = {tablet.name: sorted(map(len, tablet.device.replica.log.held.values())) for tablet in here}
    if any(tablet.device.replica.log.held != here[0].device.replica.log.held for tablet in here):
        wrong.append(f"the record logs differ: {lengths}")
    return wrong


def _losses(world: World, here: list[Tablet]) -> list[str]:
    log = world.relay.log
    if log is None or not here:
        return ["nobody is left"]
    reader = here[0].device.replica
    key = reader.epoch_key
    if key is None:
        return ["nobody can read"]
    said: Counter[bytes | None] = Counter(
        open_payload(parse(raw), key).update for held in reader.log.held.values() for raw in held
    )
    wrong = []
    for tablet in here:
        lost = Counter[bytes | None](tablet.saved) - said
        if lost:
            wrong.append(f"{tablet.name}: {lost.total()} saved edits are lost")
    union = {raw for held in reader.log.held.values() for raw in held}
    if {record.raw for record in log.records} != union:
        wrong.append(f"the relay has {len(log.records)} records, the devices {len(union)}")
    return wrong


def _taken_in(world: World) -> list[str]:
    """Nothing that the relay has altered or brought from elsewhere is believed."""
    false = world.relay.altered.union(world.relay.strange)
    wrong = []
    for tablet in world.tablets:
        replica = tablet.device.replica
        known = [*replica.entries, *(raw for held in replica.log.held.values() for raw in held)]
        believed = [raw for raw in known if raw in false]
        if believed:
            wrong.append(f"{tablet.name} believes {len(believed)} forged records or entries")
    return wrong


def _missed(world: World) -> list[str]:
    return [f"{tablet.name} has not noticed: {tablet.missed}" for tablet in world.tablets if tablet.missed]


def _slanders(world: World) -> list[str]:
    """Nobody is called a liar who did not lie, and what was told of has been mended by now."""
    # a server restored from an older moment does not know all devices and records until somebody has told it again
    excused = {"DEVICE_UNKNOWN", "OMISSION"} if world.restored else set[str]()
    wrong = [f"{tablet.name} still says OMISSION" for tablet in world.tablets if "OMISSION" in tablet.device.alarms]
    if not world.told:
        told = [(tablet, tablet.noticed - excused) for tablet in world.tablets]
        wrong += [f"{tablet.name} says {sorted(codes)}" for tablet, codes in told if codes]
    return wrong
