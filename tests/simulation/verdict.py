"""What must be true when a simulated world has come to rest."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sync.authorship import Authors, check
from sync.envelope import Record, open_payload, parse
from sync.errors import Damaged, Suspicious
from sync.own_words import Draft
from tests.simulation.apart import (
    kept_records,
    lost_from_disk,
    missing_of,
    stops_by_rule,
    waits_for_an_entry,
    waits_for_them_alone,
)
from tests.simulation.tablet import Tablet
from tests.simulation.world import World

# what an honest relay may answer, and what becomes of a wish that another's wish has overtaken
HONEST: Final = frozenset(
    ("CTL_CONFLICT", "CTL_INVALID", "DEVICE_REMOVED", "EPOCH_STALE", "NOT_ALLOWED", "SPACE_CLOSED")
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a world has ended."""

    wrong: list[str]  # nothing if all is well
    apart: Counter[str]  # how many devices have stopped, by the rule by which they have


def judge(world: World) -> Verdict:
    """What is wrong with this world, and who has stopped by a rule."""
    belong = [tablet for tablet in world.tablets if not tablet.is_over and tablet.device.replica.me is not None]
    rules = [stops_by_rule(world, tablet) for tablet in belong]
    here = [tablet for tablet, rule in zip(belong, rules, strict=True) if rule is None]
    stopped = [tablet for tablet, rule in zip(belong, rules, strict=True) if rule is not None]
    wrong = [
        *_unsettled(here, stopped), *_differences(world, here), *_losses(world, here, stopped), *_disks(world, here),
        *_taken_in(world), *_let_in(world), *_missed(world), *_readers(world), *_slanders(world, here, stopped),
    ]  # fmt: skip
    return Verdict(wrong, Counter(rule for rule in rules if rule is not None))


def digest(tablet: Tablet) -> str:
    return hashlib.sha256(json.dumps(tablet.plain(), sort_keys=True).encode()).hexdigest()


def _unsettled(here: list[Tablet], stopped: list[Tablet]) -> list[str]:
    wrong = []
    for tablet in here:
        device, log = tablet.device, tablet.device.replica.log
        if not device.is_settled or (log.is_waiting and not waits_for_them_alone(tablet, stopped)):
            wrong.append(f"{tablet.name}: {device.phase}, refusal {device.refusal}, waiting {log.is_waiting}")
    return wrong


def _differences(world: World, here: list[Tablet]) -> list[str]:
    wrong = []
    log = world.relay.log
    if any(log is None or tablet.device.replica.entries != log.entries for tablet in here):
        wrong.append("the control chains differ")
    if len({digest(tablet) for tablet in here}) > 1:
        wrong.append("the documents differ")
    lengths = {tablet.name: sorted(map(len, _held(tablet).values())) for tablet in here}
    if any(_held(tablet) != _held(here[0]) for tablet in here):
        wrong.append(f"the record logs differ: {lengths}")
    return wrong


def _held(tablet: Tablet) -> dict[bytes, list[bytes]]:
    """By device; of one of which all was given up it holds as little as whoever has never heard of it."""
    return {device: line for device, line in tablet.device.replica.log.held.items() if line}


def _losses(world: World, here: list[Tablet], stopped: list[Tablet]) -> list[str]:
    log = world.relay.log
    if log is None or not here:
        return []
    reader = here[0].device.replica
    records = [parse(raw) for held in reader.log.held.values() for raw in held]
    keys = reader.epoch_keys
    said: Counter[bytes | None] = Counter(open_payload(each, keys[each.header.epoch]).update for each in records)
    wrong = []
    for tablet in here:
        left = _left(tablet, reader.log.authors) if stopped else []
        lost = Counter[bytes | None](tablet.saved) - said - Counter[bytes | None](left)
        if lost:
            wrong.append(f"{tablet.name}: {lost.total()} saved edits are lost")
    held = {raw for line in reader.log.held.values() for raw in line}
    stored = {record.raw for record in log.records}
    # of what waits, _unsettled asks whether it may
    if not held <= stored <= held | {each.raw for each in reader.log.waiting.all}:
        wrong.append(f"the relay has {len(log.records)} records, the devices {len(held)}")
    return wrong


def _left(tablet: Tablet, authors: Authors) -> list[bytes]:
    """What is kept on its disk, told, and not said: it is about something that only somebody has who has stopped."""
    replica = tablet.device.replica
    return [each.update for each in replica.unsaid if _rests_on_nothing(each, replica.keys.id, authors)]


def _rests_on_nothing(draft: Draft, device: bytes, authors: Authors) -> bool:
    try:
        check(draft.update, draft.by, device, authors)
    except Suspicious:
        return True
    except Damaged:
        return False
    return False


def _disks(world: World, here: list[Tablet]) -> list[str]:
    """Whoever has stopped, or no longer belongs, has on its own disk whatever it wrote."""
    gone = [(tablet, lost_from_disk(tablet)) for tablet in world.tablets if tablet not in here]
    return [f"{tablet.name}: {lost} saved edits are not on its disk" for tablet, lost in gone if lost]


def _let_in(world: World) -> list[str]:
    """Nobody whom the relay made up."""
    states = [tablet.device.replica.state for tablet in world.tablets]
    known = {device.id for state in states if state is not None for device in state.devices}
    return ["somebody whom the relay made up was let in"] if known & world.relay.made_up else []


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


def _readers(world: World) -> list[str]:
    """Whoever was removed holds no key of what came after; who was replaced, none of what came after the next key."""
    log, wrong = world.relay.log, list[str]()
    for tablet in world.tablets:
        known = log.state.device(tablet.device.replica.keys.id) if log else None
        if log is None or known is None or known.removed_n is None:
            continue
        keys = tablet.device.replica.epoch_keys
        since = known.removed_n
        if any(each.replaces == known.ix for each in log.state.devices):
            since = next((epoch.n for epoch in log.state.epochs if epoch.n > since), log.state.n + 1)
        later = [record for record in log.records if (log.state.at(record.header.ctl) or 0) >= since]
        if any(_opens(record, key) for record in later for key in keys):
            wrong.append(f"{tablet.name} was removed, and reads on")
    return wrong


def _opens(record: Record, key: bytes) -> bool:
    try:
        open_payload(record, key)
    except Damaged:
        return False
    return True


def _missed(world: World) -> list[str]:
    return [f"{tablet.name} has not noticed: {tablet.missed}" for tablet in world.tablets if tablet.missed]


def _is_true(world: World, tablet: Tablet, here: list[Tablet], stopped: list[Tablet]) -> bool:
    """Whether something is missing indeed. It is with nobody here: all logs and the relay's are the same.

    What was told of may have gone with a relay that went back, or with somebody who left because a relay said that it
    had all of it: not where somebody here has had it, and could give it.
    """
    lacks = missing_of(tablet)
    may_be_gone = world.has_gone_back or any(lie.kind == "false ack" for lie in world.told)
    if may_be_gone and tablet not in stopped:
        lacks -= {place for each in here for place in kept_records(each)} if lacks else set()
    is_true = bool(lacks and (tablet in stopped or may_be_gone)) or _waits_in_vain(tablet, stopped)
    return is_true or (tablet in stopped and waits_for_an_entry(tablet))


def _waits_in_vain(tablet: Tablet, stopped: list[Tablet]) -> bool:
    return tablet.device.replica.log.is_waiting and waits_for_them_alone(tablet, stopped)


def _slanders(world: World, here: list[Tablet], stopped: list[Tablet]) -> list[str]:
    """Nobody is called a liar who did not lie, and what was told of has been mended by now."""
    # a server restored from an older moment does not know all devices and records until somebody has told it again
    # it refuses a record, truly, that names an entry which nobody can give it back (CTL_CONFLICT in apart.py)
    # and its chain may have gone on another way, which stops whoever follows the one that should have (P19)
    after_restore = {"DEVICE_UNKNOWN", "OMISSION", "CTL_UNKNOWN", "FORK_CONTROL", "FINAL_BACK", "MALFORMED"}
    excused = after_restore if world.restored else set[str]()
    wrong = [
        f"{tablet.name} still says OMISSION"
        for tablet in world.tablets
        if "OMISSION" in tablet.device.alarms and not tablet.is_over and not _is_true(world, tablet, here, stopped)
    ]
    if any(tablet.is_twin for tablet in world.tablets) or (world.restored and world.is_any_older):
        # there are two of one device, both are believed, and neither has what the other said before it is told
        excused |= {"FORK_DEVICE", "OMISSION"}
    if not world.told:
        told = [(tablet, tablet.noticed - excused - HONEST) for tablet in world.tablets]
        wrong += [f"{tablet.name} says {sorted(codes)}" for tablet, codes in told if codes]
    return wrong
