"""What is one person's alone, by a finger, a mouse, the keyboard alone and the list alone: each time all of it."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.four_ways import SCREENS, WAYS
from e2e.people import UNLOCK, Person
from e2e.way import Way

HARD = "Shouts when the rent is late"


def shows_that_it_is_them(way: Way, verb: str) -> None:
    """At what stands before one's own pages and notes."""
    way.writes("The words that open it now", UNLOCK)
    way.presses(verb)


@pytest.mark.parametrize("how", WAYS)
def test_the_own_list_the_own_map_and_what_is_shown_of_it(devices: Devices, how: str) -> None:
    """On the tablet that Jo keeps: written down, drawn, moved, shown as a copy, beside Sam’s, and taken off again."""
    jo = Person("Jo", devices.new(SCREENS[how]))
    way = WAYS[how](jo)
    way.begins()
    way.finds("An example map")
    way.reads("None of them is real, and nothing of this is kept")
    way.presses("Close the example")
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.keeps_it(None)
    way.finds("Someone I know")
    way.opens("Open my own list", "My own list")
    shows_that_it_is_them(way, "Begin my list")
    way.writes("Who?", "Gus")
    way.writes("What could they offer?", "lends a drill")
    way.presses("Add to my list")
    way.presses("Show Gus here")
    way.reads("Shown here: as “I may know someone”")
    way.chooses("I’m good at")
    way.writes("A good thing about me", "carpentry")
    way.presses("Add it to my good things")
    way.presses("Show “carpentry” here")
    way.reads("Shown here, among the good things of you both")
    way.presses("See it as a map")
    expect(jo.page.get_by_role("heading", level=1, name="My own map")).to_be_focused()

    way.sees("Gus", ring="tray")
    way.places("Gus")
    way.moves_closer("Gus")
    way.sees("Gus", ring="close")
    way.opens("Add someone", "Add to my map")
    way.writes("Who?", "Pond café")
    way.chooses("Place")
    way.chooses("In my life")
    way.presses("Add")
    way.closes()
    way.sees("Pond café", ring="life")
    way.looks_at("Gus")
    way.chooses("They said yes")
    way.presses("Show Gus here as it is now")
    way.reads("Shown here: with the name")
    way.closes()
    way.looks_at("Pond café")
    way.presses("Put Pond café away")
    way.does_not_see("Pond café")
    way.brings_back("Pond café")
    way.sees("Pond café", ring="life")
    way.presses("Close my map")
    expect(jo.page.get_by_role("heading", name="Sam’s map")).to_be_focused()

    # Beside Sam’s: what is on both is looked for once both have said yes.
    way.finds("Our two maps")
    way.presses("Sam says yes")
    way.presses("Jo says yes")
    way.reads("Nothing has the same name on both maps just now.")
    way.closes()

    # What was shown is a copy, in sight of both, and goes by one press.
    way.finds("Someone I know")
    way.reads("Jo knows them")
    way.presses("Not for now: Gus")
    way.reads("Nobody yet. Jo adds them one by one")
    way.closes()


@pytest.mark.parametrize("how", WAYS)
def test_own_notes_written_put_away_and_found_again(devices: Devices, how: str) -> None:
    """On the phone or tablet that Sam keeps, also about somebody who is not on the map any more."""
    sam = Person("Sam", devices.new(SCREENS[how]))
    way = WAYS[how](sam)
    way.begins()
    sam.calls_us(whose_map="Sam", who_helps="Jo")
    way.adds("Ana")
    sam.keeps_it(None, own="Sam")
    way.looks_at("Ana")
    way.opens("My own notes", "My own notes about Ana")
    shows_that_it_is_them(way, "Write here")
    way.writes("What is hard", HARD)
    way.ticks("I would like more distance")
    way.presses("Put this note away")
    way.presses("Bring it back")
    expect(way.field("What is hard")).to_have_value(HARD)
    way.closes_all()
    way.puts_away("Ana")
    way.turns_to_who_is_away()
    way.opens("My own notes about Ana", "My own notes about Ana")
    expect(way.field("What is hard")).to_have_value(HARD)
    way.closes()
    way.presses("Bring back Ana")
