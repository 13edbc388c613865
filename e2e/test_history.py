"""What we did: who did what, how it was at any moment, and anything brought back as a new edit."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.conftest import Devices
from e2e.device import PHONE, TABLET, Screen
from e2e.people import Person


@pytest.mark.parametrize("screen", [TABLET, PHONE], ids=["tablet", "phone of 320 px"])
def test_who_did_what_and_how_it_was(devices: Devices, screen: Screen) -> None:
    jo = Person("Jo", devices.new(screen))
    keep_together(jo, Person("Sam", jo.device), card=None)
    jo.takes_the_pen("Sam")
    jo.adds("Ann", ring="life")
    jo.takes_the_pen("Jo")
    jo.renames("Ann", "Annie")
    jo.wishes("Go swimming again")
    jo.plans("Look up the times", towards="Go swimming again")
    jo.ticks("Look up the times")
    jo.takes_the_pen("Sam")
    jo.puts_away_from_the_map("Annie")

    sheet = jo.looks_back()
    for sentence in ("Sam put Ann on the map", "Jo changed the name Ann to Annie", "Jo ticked “Look up the times”"):
        expect(jo.entry(sentence)).to_be_visible()
    expect(sheet).not_to_contain_text("seen")
    jo.presses("See the map and plan then", within=jo.opens_the_entry("Sam put Ann on the map"))
    jo.reads("This is how it was earlier today")
    jo.sees("Ann", ring="life")
    jo.does_not_read("Go swimming again")
    expect(jo.page.get_by_role("button", name="Add someone")).to_have_count(0)

    then = jo.looks_then_at("Ann")
    jo.presses("Bring Ann back", within=then)
    jo.presses("Put back: Ann", within=then)
    jo.reads("It is the same now.", within=then)
    jo.presses("Close", within=then)
    jo.goes_back_to_now()
    jo.sees("Ann", ring="life")  # as new edits, and in the hand of whoever holds the pen
    jo.undoes()
    jo.sees("Annie", ring="life")
    jo.undoes()
    jo.does_not_see("Annie")


def test_nothing_can_be_moved_or_written_in_what_was(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ann", ring="life")
    practitioner.wishes("Go swimming again")
    practitioner.plans("Look up the times", towards="Go swimming again")
    practitioner.goes_to("wrote the step “Look up the times”")
    ann = practitioner.mark("Ann")
    ann.press("ArrowUp")
    practitioner.takes_hold_of("Ann")
    practitioner.drags_to("closest")
    practitioner.lets_go()
    practitioner.sees("Ann", ring="life")
    practitioner.closes_what_is_open()
    tick = practitioner.page.get_by_role("checkbox", name="Done: Look up the times")
    expect(tick).to_be_disabled()
    expect(practitioner.page.get_by_role("textbox")).to_have_count(0)
    practitioner.presses("List")
    expect(practitioner.page.get_by_role("button", name="Closer: Ann")).to_have_count(0)
    practitioner.presses("Map")
    practitioner.goes_back_to_now()
    practitioner.sees("Ann", ring="life")
    expect(practitioner.page.get_by_role("checkbox", name="Done: Look up the times")).not_to_be_checked()


def test_one_value_is_put_back_and_reaches_the_other(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    practitioner.takes_the_pen("Jo")
    practitioner.wishes("Go swimming again")
    service_user.sees_goal("Go swimming again")
    words = service_user.words_of_goal()
    words.fill("Something else")
    practitioner.sees_goal("Something else")
    practitioner.looks_back()
    entry = practitioner.opens_the_entry("Sam changed the words of the goal")
    practitioner.presses("Put back: Go swimming again", within=entry)
    practitioner.closes_what_is_open()
    practitioner.sees_goal("Go swimming again")
    service_user.sees_goal("Go swimming again")


def test_by_keys_alone(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ann", ring="life")
    practitioner.looks_back()
    practitioner.entry("put Ann on the map").press("Enter")
    then = practitioner.page.get_by_role("button", name="See the map and plan then")
    then.press("Enter")
    expect(practitioner.page.get_by_role("heading", level=1)).to_be_focused()
    practitioner.mark("Ann").press("Enter")
    practitioner.reads("It is the same now.", within=practitioner.sheet("Ann, back then"))
    practitioner.page.keyboard.press("Escape")
    practitioner.page.get_by_role("button", name="Back to now").press("Enter")
    expect(practitioner.page.get_by_role("heading", level=2).first).to_be_visible()
