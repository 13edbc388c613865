"""The keyboard alone in each room beside the map: one whole journey through every one of them. Nothing is clicked."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import COMPUTER
from e2e.people import Person


@pytest.fixture
def at_the_keys(devices: Devices) -> Person:
    """Sam and Jo at a computer in the library, with nothing kept."""
    both = Person("Sam", devices.new(COMPUTER))
    both.opens_kith()
    both.presses_by_keys("Start together")
    return both


def test_talking_and_making_plans(at_the_keys: Person) -> None:
    both = at_the_keys
    both.goes_by_keys("Talk")
    both.opens_by_keys("Hopes and worries")
    both.adds_by_keys("A hope", "to swim again")
    both.reads("to swim again")
    both.presses_by_keys("Put away “to swim again”")
    both.tabs_to_words("Put away")
    both.hits("Enter")
    both.presses_by_keys("Bring back “to swim again”")
    both.reads("to swim again")
    both.opens_by_keys("How I feel")
    both.tabs_to("checkbox", "Hopeful")
    both.hits("Space")
    both.presses_by_keys("Write it down")

    both.goes_by_keys("Our plan")
    both.presses_by_keys("Open the wish jar")
    both.presses_by_keys("Put a wish in")
    both.types("The sea")
    both.hits("Enter", "Escape")
    both.presses_by_keys("Make it a goal: The sea")
    both.hits("Escape")
    expect(both.page.get_by_role("dialog")).to_have_count(0)
    both.sees_goal("The sea")
    for step in ("Find the bus", "Pack a towel"):
        both.adds_by_keys("A small step", step)
    assert both.steps_in_order() == ["Find the bus", "Pack a towel"]
    both.presses_by_keys("Change the order")
    both.presses_by_keys("Earlier: Pack a towel")
    assert both.steps_in_order() == ["Pack a towel", "Find the bus"]
    both.tabs_to("checkbox", "Done: Pack a towel")
    both.hits("Space")
    both.tabs_to("textbox", "How did it go?")
    both.types("It fits")
    expect(both.page.get_by_role("textbox", name="How did it go?")).to_have_value("It fits")


def test_going_out_and_how_it_was(at_the_keys: Person) -> None:
    both = at_the_keys
    both.goes_by_keys("Going out")
    both.adds_by_keys("Somewhere to go, or something to do", "The art class")
    both.presses_by_keys("Plan it: “The art class”")
    sheet = both.sheet("Going out: “The art class”")
    both.opens_by_keys("When and where")
    both.tabs_to("textbox", "Where?")
    both.types("St Mark’s hall")
    both.hits("Enter")
    both.opens_by_keys("Who helps")
    both.tabs_to("combobox", "What would help?")
    both.hits("ArrowDown")
    both.presses_by_keys("Add it")
    both.presses_by_keys("Take it away: Meet me there")
    both.opens_by_keys("How it was")
    both.presses_by_keys("We went, or we tried")
    both.tabs_to("radio", "Loved it")
    both.hits("Space")
    expect(sheet.get_by_role("radio", name="Loved it").first).to_be_checked()
    expect(both.page.locator("*:focus")).to_be_visible()
    both.tabs_to("textbox", "A few words of")
    both.types("loud, and then good")
    both.presses_by_keys("Take it away: ")
    both.tabs_to_words("Put away")
    both.hits("Enter")
    both.presses_by_keys("Bring back “")
    both.reads("Loved it", within=sheet)
    both.hits("Escape")
    expect(sheet).to_have_count(0)


def test_taking_stock_and_what_is_in_the_way(at_the_keys: Person) -> None:
    both = at_the_keys
    both.adds_by_keys("A wish or a goal", "Swim")
    both.goes_by_keys("How is it going?")
    both.reads("Nothing has happened yet, and that is fine.")
    both.adds_by_keys("Not yet", "the late bus")
    both.reads("Is there one small thing that was all right? You can skip this.")
    both.adds_by_keys("It works", "going early")
    both.does_not_read("Is there one small thing")

    both.goes_by_keys("In the way")
    both.presses_by_keys("Something is in the way")
    both.tabs_to("textbox", "What is in the way?")
    both.types("the bus stops at six")
    both.hits("Enter", "Escape")
    both.adds_by_keys("What could we try?", "ask for a lift")
    both.tabs_to("checkbox", "Done: ask for a lift")
    both.hits("Space")
    both.presses_by_keys("More about “the bus stops at six”")
    both.tabs_to("radio", "In the way")
    both.hits("ArrowDown")
    both.hits("Escape")

    both.goes_by_keys("Our plan")
    both.presses_by_keys("The goal “Swim”")
    both.opens_by_keys("How would we know?")
    both.presses_by_keys("What would be as hoped?")
    both.types("twice a month")
    both.hits("Enter")
    both.presses_by_keys("We agree on this")
    both.reads("You agreed on this")
    both.hits("Escape")

    both.goes_by_keys("How is it going?")
    both.tabs_to("radio", "One minute")
    both.hits("ArrowRight")
    both.opens_by_keys("How far have we come?")
    both.tabs_to("radio", "A lot better")
    both.hits("ArrowDown", "Space")
    both.presses_by_keys("Show the number")
    both.reads("As")


def test_the_list_in_place_of_the_map(at_the_keys: Person) -> None:
    """Somebody is added, moved, known by another, asked to help, put away and back, with no map on the screen."""
    both = at_the_keys
    both.presses_by_keys("List")
    expect(both.page.get_by_role("group", name="My map")).to_have_count(0)
    both.presses_by_keys("Add someone")
    for name in ("Ana", "Bo"):
        both.types(name)
        both.hits("Enter")
    both.hits("Escape")
    both.presses_by_keys("Closer: Ana")
    both.hits("Enter")
    expect(both.page.locator("*:focus")).to_have_accessible_name("Closer: Ana")
    expect(both.row("Ana", ring="close")).to_be_visible()
    both.presses_by_keys("Ana")
    both.opens_by_keys("Who they know here")
    both.tabs_to("checkbox", "Bo")
    both.hits("Space", "Escape")
    expect(both.row("Ana", ring="close")).to_contain_text("Ana")

    both.adds_by_keys("A wish or a goal", "Have coffee with somebody")
    both.presses_by_keys("The goal “Have coffee with somebody”")
    both.tabs_to("checkbox", "Ana")
    both.hits("Space", "Escape")
    both.reads("Ana", within=both.goal("Have coffee with somebody"))

    both.presses_by_keys("Bo")
    both.opens_by_keys("When things change")
    both.presses_by_keys("Put Bo away")
    expect(both.page.get_by_role("dialog")).to_have_count(0)
    both.tabs_to_words("Put away")
    both.hits("Enter")
    both.presses_by_keys("Bring back Bo")
    expect(both.row("Bo", ring="tray")).to_be_visible()
