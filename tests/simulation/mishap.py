"""What befalls tablets: they crash, their disks are copied and come back older, and some live twice.

Not everything at once: some mishaps meet in a way that nobody can heal, and those are left out.

1. **Words that their device and the relay have both lost, and somebody else still has**, held, waiting, or in a copy of
   a disk. The device would say others under the same number, and the relay take them: then there are two good records
   in one place, both by the right hand, and only the author could say which stands (P22). But what the others hold does
   not come to it: the relay takes one record for a place. So no disk comes back older while the relay lacks what that
   device has said and somebody has it, and no relay goes back before such a disk has been live again. (Whoever has the
   words and meets the relay first gives them back; this order is played.) What is on its way to somebody they have too.
2. **A device that lives twice, and a relay that goes back.** Of the two lives one goes on under new keys, and says with
   them what it has; the other has ended from then on (P17). What the relay had acknowledged to that other life, and has
   lost, nobody can say any more: it stays on that life's disk. So a world has one or the other.
3. **A device that was turned, and that it or the relay goes back, or that it lives twice.** What was written in a hand
   that the device has given up since can stand only behind records from before the turn; where those are lost, or
   another life has said more, it would have to be said under another name. It is kept, and cannot be said.
4. **More than two lives**, and one of two that comes back older: 1 again, with itself as the somebody.

And, for no reason of the devices', a relay does not go back while it shows two faces.
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
    """Whether somebody else, a copy of their disk, or its other face, has what this device said and the relay lacks."""
    stored = {record.raw for record in world.relay.log.records} if world.relay.log else set[bytes]()
    own, others = tablet.device.replica.keys.id, [each for each in world.tablets if each is not tablet]
    known = [raw for each in others for raw in (*each.device.replica.log.everything(), *each.copied, *each.on_its_way)]
    if world.relay.branch is not None:
        known += [record.raw for record in world.relay.branch.records]
    lost = [raw for raw in known if raw not in stored and not world.relay.is_false(raw)]
    return any(parse(raw).header.device == own for raw in lost)
