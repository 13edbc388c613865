"""What becomes of the relay: restored by an honest operator, rolled back by another, and the lies that it begins."""

from typing import Final

from tests.simulation.lies import EXPECTED, Lie
from tests.simulation.tablet import Tablet
from tests.simulation.world import World

_BEGUN: Final = tuple(kind for kind in EXPECTED if kind != "rollback")  # which is over as soon as it is told
_MOST_BACK: Final = 25  # commits


def relay_is_restored(world: World, _: Tablet) -> None:
    if _goes_back(world, is_told=True):
        world.restored += 1


def relay_rolls_back(world: World, _: Tablet) -> None:
    if world.may_lie and _goes_back(world, is_told=False):
        world.told.append(Lie("rollback", frozenset(tablet.name for tablet in world.tablets)))


def relay_lies(world: World, tablet: Tablet) -> None:
    relay = world.relay
    if not world.may_lie:
        return
    if len(relay.lies) > 2:
        relay_is_honest(world, tablet)
        return
    kind = world.chance.choice(_BEGUN)
    lie = Lie(kind, frozenset((tablet.name,)))
    if relay.lie_about(kind, tablet.name) or not _can_begin(world, tablet, lie):
        return
    relay.lies.append(lie)
    world.told.append(lie)
    world.note(kind)


def relay_is_honest(world: World, _: Tablet) -> None:
    relay = world.relay
    if relay.lies:
        lie = relay.lies.pop(world.chance.randrange(len(relay.lies)))
        world.note(f"no more {lie.kind}")
        if lie.kind == "two faces":
            relay.branch = None
            for tablet in world.tablets:
                if tablet.name in lie.victims:
                    tablet.hang_up()


def _goes_back(world: World, *, is_told: bool) -> bool:
    relay = world.relay
    if world.may_live_twice or any(tablet.is_behind_itself for tablet in world.tablets):
        return False
    if relay.log is None or relay.branch is not None or any(device.turned for device in relay.log.state.devices):
        return False
    latest = len(relay.log.moments) - 1
    relay.restore(max(0, latest - world.chance.randint(1, _MOST_BACK)), is_told=is_told)
    for tablet in world.tablets:
        tablet.forget_what_nobody_has({record.raw for record in relay.log.records})
    world.note(f"to {relay.log.moments[-1]}")
    return True


def _can_begin(world: World, tablet: Tablet, lie: Lie) -> bool:
    relay, log, device = world.relay, world.relay.log, tablet.device
    if log is None:
        return False
    known = log.state.device(device.replica.keys.id)
    if lie.kind == "hide":
        if not log.chains:
            return False
        lie.author = world.chance.choice(list(log.chains))
        lie.from_seq = world.chance.randint(1, len(log.chains[lie.author]) + 1)
        return lie.author != device.replica.keys.id
    if lie.kind == "withheld entries":
        if known is None:
            return False
        lie.from_seq = world.chance.randint(known.admitted_n + 1, len(log.entries))
    if lie.kind == "two faces":
        if relay.branch is not None:
            return False
        relay.branch = log.backup(len(log.moments) - 1)
        tablet.hang_up()
    return True
