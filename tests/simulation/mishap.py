"""What befalls tablets: they crash, their disks are copied and come back older, and some live twice.

Not everything at once. What a device said and both it and the relay have lost, while somebody else holds it, cannot be
said again by anybody; the others could never tell which of its two chains to follow. So a world has either a relay that
goes back, or devices that live twice; no disk comes back older while the relay lacks what that device has said. Once
a device was turned, neither it nor the relay goes back: what was written in a hand that it has since given up, and has
to be said under another name, it keeps, and cannot say.
"""

from collections import Counter
from typing import Final

from sync.envelope import parse
from sync.remark import Attest, Notice, Part
from tests.simulation.tablet import START_S, Tablet
from tests.simulation.world import World

_CLOCKS_S: Final = (0, 2**31 - 5, START_S - 315_360_000, START_S + 315_360_000, START_S)
_MOST_TABLETS: Final = 6


def crash(_: World, tablet: Tablet) -> None:
    tablet.crash()


def crash_before_the_disk(_: World, tablet: Tablet) -> None:
    """Whatever it does next it will not know of afterwards; nor has it said anything that followed from it."""
    tablet.is_about_to_crash = True


def clock(world: World, tablet: Tablet) -> None:
    tablet.clock.now_s = world.chance.choice(_CLOCKS_S)


def copy_disk(_: World, tablet: Tablet) -> None:
    tablet.copy_disk()


def comes_back_older(world: World, tablet: Tablet) -> None:
    """The device is restored from its own copy. What it wrote since is where it was acknowledged, or lost (P22)."""
    log = world.relay.log
    if tablet.copy is None or tablet.is_over or tablet.is_twin or log is None or tablet.device.replica.me is None:
        return
    known = log.state.device(tablet.device.replica.keys.id)
    if _is_lost_by_the_relay_too(world, tablet) or (known is not None and known.turned):
        return
    there = [update for update in tablet.copy.saved if update not in tablet.copy.only_stored]
    newer = Counter(tablet.saved) - Counter(there)
    stored = {update: record.raw for record in log.records for update in tablet.says(record)}
    tablet.only_stored = {update: stored[update] for update in newer if update in stored}
    tablet.saved = [*there, *tablet.only_stored]
    tablet.is_about_to_crash = False
    world.relay.forget(tablet.name)
    tablet.come_back_as(tablet.copy.facts)
    tablet.is_behind_itself = True
    world.is_any_older = True


def lives_twice(world: World, tablet: Tablet) -> None:
    """A copy of its disk is used on another tablet, and both go on as the same device (P22)."""
    has_twin = any(each.is_twin for each in world.tablets)
    may_not = has_twin or not world.may_live_twice or len(world.tablets) >= _MOST_TABLETS
    if may_not or tablet.copy is None or tablet.is_over:
        return
    world.begin_twin(tablet, tablet.copy.facts)


def remarks(world: World, tablet: Tablet) -> None:
    """Records that say something of the log itself, true or not: they change nothing (P28, P23)."""
    draw, chance = world.chance.randbytes, world.chance
    part = Part(0, chance.randint(1, 3), chance.randint(1, 90), ((0, 1, draw(32)),), draw(32), draw(99))
    attest = Attest(chance.randrange(4), chance.randint(1, 9), draw(32), draw(32), chance.random() < 0.5)
    notice = Notice(chance.randrange(4), chance.randint(1, 9), draw(32), "ACTOR_WRONG")
    if tablet.device.replica.me is not None and not tablet.is_over:
        remark = chance.choice((part, attest, notice))
        tablet.does(lambda device: device.say(world.hand(tablet), remark))


def _is_lost_by_the_relay_too(world: World, tablet: Tablet) -> bool:
    """Whether somebody else, or a copy of their disk, holds what this device said and the relay no longer has."""
    stored = {record.raw for record in world.relay.log.records} if world.relay.log else set[bytes]()
    own, others = tablet.device.replica.keys.id, [each for each in world.tablets if each is not tablet]
    known = [raw for each in others for raw in (*each.device.replica.log.everything(), *each.copied)]
    lost = [raw for raw in known if raw not in stored and not world.relay.is_false(raw)]
    return any(parse(raw).header.device == own for raw in lost)
