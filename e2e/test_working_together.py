"""Two devices, live: each sees the other's people, moves, words and hands as they happen."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.conftest import Devices
from e2e.device import TABLET
from e2e.people import Person


@pytest.fixture
def service_user(devices: Devices) -> Person:
    """Sam, with a tablet of their own: map and plan side by side."""
    return Person("Sam", devices.new(TABLET))


@pytest.fixture(autouse=True)
def both_are_there(practitioner: Person, service_user: Person, card: str) -> None:
    """The practitioner's tablet and the service user's, both open."""
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    practitioner.puts_away("A key card was used to open this somewhere.")


def test_people_steps_and_moves_arrive(practitioner: Person, service_user: Person) -> None:
    practitioner.adds("Ana", ring="life")
    service_user.sees("Ana", ring="life")
    service_user.moves("Ana", ring="closest")
    practitioner.sees("Ana", ring="closest")
    service_user.wishes("Go swimming again")
    practitioner.plans("Look up the times", towards="Go swimming again")
    service_user.ticks("Look up the times")
    expect(practitioner.page.get_by_role("checkbox", name="Done: Look up the times")).to_be_checked()
    service_user.sees_sent()
    service_user.sees_it_is_there_too()
    practitioner.sees_it_all_rest()
    service_user.sees_it_all_rest()


def test_jo_wonders_and_sam_says(practitioner: Person, service_user: Person) -> None:
    practitioner.takes_the_pen("Jo")
    service_user.adds("Ana", "Bo", ring="life")
    practitioner.sees("Bo", ring="life")
    for name in ("Ana", "Bo"):
        practitioner.moves(name, ring="closest")
        service_user.sees(name, ring="life", more="Jo wonders: Closest?")
    service_user.says_yes_about("Ana")
    practitioner.sees("Ana", ring="closest")
    service_user.leaves_as_it_is("Bo")
    practitioner.sees("Bo", ring="life")
    practitioner.does_not_read("Jo wonders: here?")


def test_one_text_letter_by_letter(practitioner: Person, service_user: Person) -> None:
    practitioner.wishes("Coffee")
    service_user.sees_goal("Coffee")
    practitioner.types_in(practitioner.words_of_goal(), " on")
    expect(service_user.words_of_goal()).to_have_value("Coffee on")
    words = service_user.words_of_goal()
    service_user.puts_the_caret(words, 0)
    service_user.page.keyboard.type("Our ")
    practitioner.page.keyboard.type(" Friday")  # where it was, though the text before it has grown
    for person in (practitioner, service_user):
        expect(person.words_of_goal()).to_have_value("Our Coffee on Friday")
    service_user.page.keyboard.type("own ")
    expect(practitioner.words_of_goal()).to_have_value("Our own Coffee on Friday")


def test_the_others_hand_and_pen_are_seen(practitioner: Person, service_user: Person) -> None:
    service_user.adds("Ana", ring="life")
    practitioner.sees("Ana", ring="life")
    service_user.takes_hold_of("Ana")
    expect(practitioner.ghost_of("Sam")).to_be_visible()
    before = practitioner.ghost_of("Sam").bounding_box()
    service_user.drags_to("closest")
    practitioner.sees_it_move(practitioner.ghost_of("Sam"), before)
    practitioner.sees("Ana", ring="life")
    service_user.lets_go()
    practitioner.sees("Ana", ring="closest")
    expect(practitioner.ghost_of("Sam")).to_have_count(0)

    service_user.wishes("Coffee")
    practitioner.sees_goal("Coffee")
    service_user.types_in(service_user.words_of_goal(), "!")
    practitioner.reads("Sam is writing")
    service_user.words_of_goal().blur()
    practitioner.does_not_read("Sam is writing")


def test_both_tick_the_same_step_with_no_signal(practitioner: Person, service_user: Person) -> None:
    """It is done once, and both hear of it."""
    practitioner.takes_the_pen("Jo")
    practitioner.wishes("Swim again")
    practitioner.plans("Ask at the pool", towards="Swim again")
    service_user.sees_step("Ask at the pool")
    for person in (practitioner, service_user):
        person.device.loses_the_signal()
        person.ticks("Ask at the pool")
    for person in (practitioner, service_user):
        person.device.finds_the_signal()
    for person in (practitioner, service_user):
        person.reads("Sam and Jo both ticked “Ask at the pool” at the same time. It is done. Well done, both.")
        expect(person.page.get_by_role("checkbox", name="Done: Ask at the pool", exact=True)).to_be_checked()
