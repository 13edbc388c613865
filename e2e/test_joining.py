"""Coming in by invitation: the same four words on both screens, and somebody says yes."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import PHONE, TABLET
from e2e.people import Person
from tests.relay_process import RelayProcess


@pytest.fixture
def colleague(devices: Devices) -> Person:
    """Jo, at another device of theirs."""
    return Person("Jo", devices.new(TABLET))


@pytest.fixture
def stranger(devices: Devices) -> Person:
    """Somebody who found the link."""
    return Person("Kim", devices.new(PHONE))


def test_with_the_same_words_on_both(practitioner: Person, service_user: Person, colleague: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    link = practitioner.invites("Jo")
    colleague.opens_kith()
    colleague.asks_to_come_in(link)
    assert practitioner.reads_the_words() == colleague.reads_the_words()
    practitioner.lets_in("Jo")
    colleague.sees("Ana", ring="closest")
    colleague.adds("Bo", ring="life")  # an idea: the map is Sam's
    practitioner.closes_what_is_open()
    practitioner.sees("Bo", ring="tray", more="Jo wonders: In my life?")
    colleague.device.closes()

    colleague.opens_kith()
    colleague.unlocks()
    colleague.sees("Bo", ring="tray", more="Jo wonders: In my life?")


def test_by_the_link_itself(practitioner: Person, service_user: Person, colleague: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    link = practitioner.invites("Jo")
    colleague.opens_kith(link.removeprefix(colleague.device.address))
    colleague.says_who_is_asking()
    assert practitioner.reads_the_words() == colleague.reads_the_words()
    assert "#" not in colleague.page.url
    practitioner.lets_in("Jo")
    colleague.sees_sent()


def test_the_answer_is_no(practitioner: Person, service_user: Person, stranger: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    link = practitioner.invites("Jo")
    stranger.opens_kith()
    stranger.asks_to_come_in(link)
    stranger.reads_the_words()
    practitioner.says_no_to("Kim")
    stranger.reads("They said no this time. Talk with each other, then ask for a fresh invitation.")
    stranger.presses("Back")
    stranger.sees_the_first_screen()


def test_an_invitation_works_once(
    practitioner: Person, service_user: Person, colleague: Person, stranger: Person
) -> None:
    keep_together(practitioner, service_user, card=None)
    link = practitioner.invites("Jo")
    colleague.opens_kith()
    colleague.asks_to_come_in(link)
    practitioner.lets_in("Jo")
    colleague.sees_sent()

    stranger.opens_kith()
    stranger.asks_to_come_in(link)
    stranger.reads("This invitation has been used. Ask for a fresh one.")


@pytest.mark.parametrize("limits", ['{"invite_days": 0}'])
def test_an_invitation_grows_old(practitioner: Person, service_user: Person, colleague: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    link = practitioner.invites("Jo")
    colleague.opens_kith()
    colleague.asks_to_come_in(link)
    colleague.reads("This invitation is too old. Ask for a fresh one.")


def test_part_of_the_link_is_missing(practitioner: Person, service_user: Person, colleague: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    link = practitioner.invites("Jo")
    colleague.opens_kith()
    colleague.asks_to_come_in(link[:-6])
    colleague.reads("Part of the link is missing. Copy it once more, or scan the square.")
    expect(colleague.page.get_by_label("The link")).to_have_value(link[:-6])
    colleague.writes_in("The link", link)
    colleague.presses("Ask to come in")
    assert practitioner.reads_the_words() == colleague.reads_the_words()


def test_none_is_offered_before_the_server_knows(server: RelayProcess, practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    server.kill()
    practitioner.starts_together()
    practitioner.keeps_it()
    practitioner.opens_the_menu("Add a phone or tablet")
    practitioner.reads("This tablet has not had a signal since you kept this. Once it has, you can invite.")


def test_waiting_goes_on_after_a_restart(practitioner: Person, service_user: Person, colleague: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    link = practitioner.invites("Jo")
    colleague.opens_kith()
    colleague.asks_to_come_in(link)
    words = colleague.reads_the_words()
    colleague.device.closes()
    practitioner.lets_in("Jo")

    colleague.opens_kith()
    colleague.unlocks()
    colleague.sees_sent()
    assert len(set(words)) > 1
