"""What the verdict on a simulated world excuses, and what it does not."""

import pytest

from sync.device import Device
from sync.envelope import parse
from tests.simulation.apart import lost_from_disk, stops_by_rule, waits_for_them_alone
from tests.simulation.hunt import play
from tests.simulation.lies import Lie
from tests.simulation.mishap import comes_back_older
from tests.simulation.tablet import Tablet
from tests.simulation.verdict import judge
from tests.simulation.world import World


@pytest.fixture
def world() -> World:
    world = World(2, (), lies=False)
    world.found()
    return world


@pytest.fixture
def phone(world: World) -> Tablet:
    return next(tablet for tablet in world.tablets if tablet.name == "phone")


def says(world: World, tablet: Tablet, word: str, by: int = 0) -> None:
    tablet.connect()
    tablet.set("people/nan", "name", word, by)
    world.quiet()


def is_removed(world: World, tablet: Tablet) -> None:
    """By the owner's card, before it has heard of anything more."""
    me = tablet.device.replica.me
    assert me is not None
    world.tablets[0].does(lambda device: device.remove((me.ix,), by=world.card))
    world.quiet()
    tablet.connect()
    world.quiet()
    assert tablet.is_over


def test_a_disk_that_came_back_older_twice_need_not_hold_what_neither_copy_held(world: World, phone: Tablet) -> None:
    phone.copy_disk()
    says(world, phone, "after the copy")
    comes_back_older(world, phone)
    phone.copy_disk()
    says(world, phone, "after the second copy")
    comes_back_older(world, phone)
    assert len(phone.only_stored) == 2
    is_removed(world, phone)
    assert lost_from_disk(phone) == 0


def test_what_has_come_back_since_is_to_be_on_the_disk(world: World, phone: Tablet) -> None:
    phone.copy_disk()
    says(world, phone, "after the copy")
    comes_back_older(world, phone)
    phone.connect()
    world.quiet()
    is_removed(world, phone)
    assert lost_from_disk(phone) == 0
    phone.kept = phone.copy.facts if phone.copy else []
    assert lost_from_disk(phone) == 1


def test_what_a_relay_that_went_back_has_lost_too_is_in_no_older_disk(world: World, phone: Tablet) -> None:
    phone.copy_disk()
    says(world, phone, "after the copy")
    comes_back_older(world, phone)
    phone.copy_disk()
    log = world.relay.log
    assert log is not None
    world.relay.restore(len(log.moments) - 2, is_told=True)
    phone.forget_what_nobody_has({record.raw for record in log.backup(len(log.moments) - 2).records})
    comes_back_older(world, phone)
    assert phone.saved == []


def test_a_disk_does_not_come_back_older_while_somebodys_copy_holds_what_the_relay_has_lost(
    world: World, phone: Tablet
) -> None:
    log, desk = world.relay.log, next(tablet for tablet in world.tablets if tablet.name == "desk")
    assert log is not None
    before, moment = list(desk.kept), len(log.moments) - 1
    phone.copy_disk()
    desk.connect()
    says(world, phone, "after the copy")
    desk.copy_disk()
    desk.come_back_as(before)
    world.relay.restore(moment, is_told=True)
    comes_back_older(world, phone)
    assert not phone.is_behind_itself


def test_a_disk_does_not_come_back_older_while_what_the_relay_has_lost_is_on_its_way_to_somebody(
    world: World, phone: Tablet
) -> None:
    log, desk = world.relay.log, next(tablet for tablet in world.tablets if tablet.name == "desk")
    assert log is not None
    moment = len(log.moments) - 1
    phone.copy_disk()
    desk.connect()
    world.quiet()
    phone.connect()
    phone.set("people/nan", "name", "after the copy", 0)
    phone.hear(50)
    assert desk.on_its_way
    world.relay.restore(moment, is_told=True)
    comes_back_older(world, phone)
    assert not phone.is_behind_itself


def test_of_one_of_whom_all_was_given_up_nothing_is_held(world: World, phone: Tablet) -> None:
    world.calm()
    phone.device.replica.log.held[b"somebody of a branch that was lost"] = []
    assert judge(world).wrong == []


def test_who_has_stopped_may_know_less_than_the_end_of_somebody_who_was_removed(world: World, phone: Tablet) -> None:
    log, desk = world.relay.log, next(tablet for tablet in world.tablets if tablet.name == "desk")
    me = desk.device.replica.me
    assert log is not None
    assert me is not None
    moment = len(log.moments) - 1
    for tablet in world.tablets:
        tablet.hang_up()
    phone.connect()
    world.quiet()
    phone.does(Device.rotate)
    world.quiet()
    world.relay.restore(moment, is_told=True)
    world.restored = 1
    says(world, desk, "after the backup", 1)
    world.tablets[0].connect()
    world.quiet()
    world.tablets[0].does(lambda device: device.remove((me.ix,), by=world.card))
    world.quiet()
    phone.device.replica.log.alarms.add("FINAL_BACK")
    assert stops_by_rule(world, phone) is None


def stops_with_an_entry_that_was_taken_back(world: World, phone: Tablet) -> Tablet:
    """A relay shows what the phone says under a new key, and not the key; goes back; and takes another."""
    log, desk = world.relay.log, next(tablet for tablet in world.tablets if tablet.name == "desk")
    assert log is not None
    moment = len(log.moments) - 1
    lies = Lie("withheld entries", frozenset(["desk"]), from_seq=len(log.entries)), Lie("rollback", frozenset())
    world.relay.lies.append(lies[0])
    world.told.extend(lies)
    world.tablets[0].hang_up()
    desk.connect()
    phone.connect()
    world.quiet()
    phone.does(Device.rotate)
    world.quiet()
    says(world, phone, "under a new key")
    world.relay.restore(moment, is_told=False)
    world.tablets[0].connect()
    world.tablets[0].does(Device.rotate)
    world.quiet()
    return desk


def test_who_waits_for_what_those_alone_have_who_have_stopped_is_right_to_say_so(world: World, phone: Tablet) -> None:
    desk = stops_with_an_entry_that_was_taken_back(world, phone)
    world.calm()
    verdict = judge(world)
    assert (verdict.wrong, dict(verdict.apart)) == ([], {"FORK_CONTROL": 1})
    assert desk.device.replica.log.is_waiting
    assert waits_for_them_alone(desk, [phone])
    assert not waits_for_them_alone(desk, [])


def test_who_has_stopped_is_right_to_say_that_something_is_missing_as_long_as_it_is(
    world: World, phone: Tablet
) -> None:
    stops_with_an_entry_that_was_taken_back(world, phone)
    world.calm()
    replica = phone.device.replica
    replica.log.alarms.add("OMISSION")
    assert judge(world).wrong == ["phone still says OMISSION"]
    assert replica.me is not None
    own = parse(replica.log.held[replica.keys.id][-1])
    ix, seq = own.header.seen[-1]
    assert replica.state is not None
    del replica.log.held[replica.state.devices[ix].id][seq - 1 :]
    assert judge(world).wrong == []


def test_who_has_stopped_and_was_shown_words_by_an_entry_that_the_others_have_lacks_that_entry(
    world: World, phone: Tablet
) -> None:
    """Seed 12927: nothing else is missing there."""
    desk = stops_with_an_entry_that_was_taken_back(world, phone)
    world.relay.lies.clear()
    world.calm()
    says(world, desk, "by the entry that came in its place", 1)
    last = parse(desk.device.replica.log.held[desk.device.replica.keys.id][-1])
    phone.device.replica.log.alarms.add("OMISSION")
    assert judge(world).wrong == ["phone still says OMISSION"]
    phone.device.replica.log.waiting.add(last)
    assert judge(world).wrong == []


def an_end_and_the_words_up_to_it_are_lost(world: World, phone: Tablet, *, is_told: bool) -> list[bytes]:
    """Nobody has these words but who said them, since the relay has lost them and the end; that the phone has."""
    log, desk = world.relay.log, next(tablet for tablet in world.tablets if tablet.name == "desk")
    assert log is not None
    moment = len(log.moments) - 1
    phone.hang_up()
    world.tablets[0].hang_up()
    says(world, desk, "last words", 1)
    desk.does(Device.leave)
    world.quiet()
    assert desk.is_over
    phone.connect()
    while len(phone.device.replica.entries) < len(log.entries):
        assert phone.hear(1)
    world.relay.restore(moment, is_told=is_told)
    world.calm()
    assert "OMISSION" in phone.device.alarms
    return desk.device.replica.log.held[desk.device.replica.keys.id]


def test_who_has_stopped_by_the_end_of_one_who_has_gone_lacks_their_last_words(world: World, phone: Tablet) -> None:
    """Seed 3418, with a relay that does not say that it has gone back: so it takes no end behind what it has."""
    words = an_end_and_the_words_up_to_it_are_lost(world, phone, is_told=False)
    world.told.append(Lie("rollback", frozenset()))
    verdict = judge(world)
    assert (verdict.wrong, dict(verdict.apart)) == ([], {"CTL_CONFLICT": 1})
    for raw in words:
        phone.device.replica.log.take(raw, phone.device.replica.ground)
    assert judge(world).wrong == ["phone still says OMISSION"]


def test_a_restored_relay_takes_an_end_back_without_the_words_up_to_it(world: World, phone: Tablet) -> None:
    """Seed 3418: nobody stops for that, and the words are taken from whoever may still have them."""
    words = an_end_and_the_words_up_to_it_are_lost(world, phone, is_told=True)
    world.restored = 1
    verdict = judge(world)
    assert (verdict.wrong, dict(verdict.apart)) == ([], {})
    for raw in words:
        phone.device.replica.log.take(raw, phone.device.replica.ground)
    world.calm()
    assert phone.device.alarms == frozenset()
    assert judge(world).wrong == []
    assert world.relay.log is not None
    assert set(words) <= {record.raw for record in world.relay.log.records}


def test_what_a_relay_has_lost_and_those_alone_have_who_have_gone_is_missing_indeed(
    world: World, phone: Tablet
) -> None:
    says(world, phone, "before it goes")
    tablet = world.tablets[0]
    tablet.connect()
    world.quiet()
    says(world, tablet, "has seen it")
    is_removed(world, phone)
    world.calm()
    (said,) = phone.device.replica.log.held[phone.device.replica.keys.id]
    for each in world.tablets:
        each.device.replica.log.held[phone.device.replica.keys.id] = []
    tablet.device.replica.log.alarms.add("OMISSION")
    assert "tablet still says OMISSION" in judge(world).wrong
    world.restored = 1
    assert "tablet still says OMISSION" in judge(world).wrong, "what is on a disk here is not lost"
    for each in world.tablets:
        if each is not phone:
            each.kept = [fact for fact in each.kept if said not in fact]
    assert "tablet still says OMISSION" not in judge(world).wrong


def test_what_a_relay_has_said_that_it_has_goes_with_whoever_leaves_for_that(world: World, phone: Tablet) -> None:
    """Seed 5971: the end that the owner's own phone names is believed; the words up to it are on its disk alone."""
    tablet = world.tablets[0]
    tablet.connect()
    false_ack = Lie("false ack", frozenset({"phone"}))
    world.relay.lies.append(false_ack)
    says(world, phone, "never passed on")
    assert false_ack.told
    phone.does(Device.leave)
    world.quiet()
    assert phone.is_over
    world.relay.lies.clear()
    world.calm()
    assert "tablet still says OMISSION" in judge(world).wrong
    world.told.append(false_ack)
    assert judge(world).wrong == []
    for raw in phone.device.replica.log.held[phone.device.replica.keys.id]:
        tablet.device.replica.log.take(raw, tablet.device.replica.ground)
    world.calm()
    assert tablet.device.alarms == frozenset()


def test_what_rests_on_more_than_the_end_of_one_who_was_removed_waits_with_the_others() -> None:
    """Seed 30055: a relay that had gone back has it, and whoever said it has stopped."""
    played = play([30055])
    assert (played.found, dict(played.apart)) == ([], {"FINAL_BACK": 2})


def test_a_world_in_which_nobody_is_left_goes_on(world: World, phone: Tablet) -> None:
    for tablet in world.tablets:
        tablet.is_over = True
    world.one_is_removed(phone)


def test_a_restored_relay_may_say_that_it_lacks_an_entry_and_another_may_not(world: World, phone: Tablet) -> None:
    world.calm()
    phone.noticed.add("CTL_UNKNOWN")
    assert judge(world).wrong == ["phone says ['CTL_UNKNOWN']"]
    world.restored = 1
    assert judge(world).wrong == []
