"""One works on something with no signal, and the other puts it away: whoever worked is told, once, and nobody else."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


@pytest.fixture(autouse=True)
def both_have_a_little(practitioner: Person, service_user: Person, card: str) -> None:
    """Ann on the map, and a goal with a step, on Jo's tablet and on Sam's phone."""
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ann", ring="life")
    practitioner.wishes("Swim again")
    practitioner.plans("Ask at the pool", towards="Swim again")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    service_user.sees("Ann", ring="life")


def test_somebody_whom_sam_moved(practitioner: Person, service_user: Person) -> None:
    jo, sam = practitioner, service_user
    jo.takes_the_pen("Jo")
    sam.device.loses_the_signal()
    sam.moves("Ann", ring="closest")
    jo.puts_away_from_the_map("Ann")
    jo.sees_sent()
    sam.device.finds_the_signal()
    strip = sam.is_told_it_was_put_away("At the same time Jo put Ann away. What you did is kept.")
    sam.sees_sent()
    jo.is_told_of_nothing_put_away()
    sam.presses("Bring back Ann", within=strip)
    for person in (sam, jo):
        person.sees("Ann", ring="closest")
        person.is_told_of_nothing_put_away()


def test_somebody_whom_sam_tied(practitioner: Person, service_user: Person) -> None:
    """The tie is out of sight with one of its two, and there again with them."""
    jo, sam = practitioner, service_user
    jo.adds("Bo", ring="close")
    jo.sees_sent()
    sam.sees("Bo", ring="close")
    jo.takes_the_pen("Jo")
    sam.device.loses_the_signal()
    sheet = sam.looks_at("Ann")
    sam.unfolds("Who they know here", within=sheet)
    sam.touches(sheet.get_by_role("checkbox", name="Bo", exact=True))
    sam.presses("Close", within=sheet)
    jo.puts_away_from_the_map("Bo")
    jo.sees_sent()
    sam.device.finds_the_signal()
    strip = sam.is_told_it_was_put_away("At the same time Jo put Bo away. What you did is kept.")
    jo.is_told_of_nothing_put_away()
    sam.presses("Bring back Bo", within=strip)
    for person in (sam, jo):
        person.sees("Bo", ring="close", more="Knows Ann")
        person.sees("Ann", ring="life", more="Knows Bo")
        person.is_told_of_nothing_put_away()


def test_a_goal_in_which_sam_wrote(practitioner: Person, service_user: Person) -> None:
    """Brought back by the one who put it away, it is told no more."""
    jo, sam = practitioner, service_user
    jo.takes_the_pen("Jo")
    sam.device.loses_the_signal()
    sam.types_in(sam.words_of_goal(), " in summer")
    jo.puts_goal_away("Swim again")
    jo.sees_sent()
    sam.device.finds_the_signal()
    sam.is_told_it_was_put_away("At the same time Jo put “Swim again in summer” away.")
    jo.presses("Undo")
    jo.sees_goal("Swim again in summer")
    sam.sees_goal("Swim again in summer")
    sam.is_told_of_nothing_put_away()


def test_a_step_in_which_the_two_wrote_is_told_after_a_restart_and_left(
    practitioner: Person, service_user: Person
) -> None:
    jo, sam = practitioner, service_user
    jo.device.loses_the_signal()
    jo.types_in(jo.words_of_step(), " in town")
    jo.sees_saved()
    sam.puts_step_away("Ask at the pool")
    sam.sees_sent()
    jo.device.finds_the_signal()
    told = "At the same time Sam put “Ask at the pool in town” away. What you did is kept."
    jo.is_told_it_was_put_away(told)
    jo.sees_sent()
    jo.locks()
    jo.unlocks()
    strip = jo.is_told_it_was_put_away(told)
    sam.is_told_of_nothing_put_away()
    jo.presses("Leave it so", within=strip)
    jo.is_told_of_nothing_put_away()
    jo.sees_sent()
    jo.locks()
    jo.unlocks()
    jo.sees_goal("Swim again")
    jo.is_told_of_nothing_put_away()
    expect(jo.step("Ask at the pool in town")).to_have_count(0)
