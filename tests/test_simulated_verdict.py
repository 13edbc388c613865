"""What the verdict on a simulated world excuses, and what it does not."""

import pytest

from tests.simulation.apart import lost_from_disk
from tests.simulation.mishap import comes_back_older
from tests.simulation.tablet import Tablet
from tests.simulation.world import World


@pytest.fixture
def world() -> World:
    world = World(2, (), lies=False)
    world.found()
    return world


@pytest.fixture
def phone(world: World) -> Tablet:
    return next(tablet for tablet in world.tablets if tablet.name == "phone")


def says(world: World, tablet: Tablet, word: str) -> None:
    tablet.connect()
    tablet.set("people/nan", "name", word, 0)
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
