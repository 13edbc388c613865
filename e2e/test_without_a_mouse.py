"""The keyboard alone, from the first screen to a finished plan. Nothing is clicked, and all is found by Tab."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import COMPUTER
from e2e.people import Person


@pytest.fixture
def service_user(devices: Devices) -> Person:
    """Sam, at a computer in the library."""
    return Person("Sam", devices.new(COMPUTER))


def test_from_the_first_screen_to_a_finished_plan(service_user: Person, card: str) -> None:
    sam = service_user
    sam.opens_kith()
    sam.presses_by_keys("Start together")

    sam.presses_by_keys("Add someone")
    sam.types("Ana")
    sam.hits("Enter")
    sam.types("The library")
    sam.tabs_to("radio", "Person")
    sam.hits("ArrowRight")
    sam.tabs_to("radio", "Not sure where yet")
    sam.hits("ArrowLeft")
    sam.tabs_to("textbox", "Who or what?")
    sam.hits("Enter", "Escape")
    sam.sees("The library", ring="life")

    # Ana is not sure where yet: closer key by key, and the keys stay with her.
    sam.tabs_to("button", "Ana")
    sam.hits("ArrowUp")
    sam.sees("Ana", ring="life")
    sam.hits("ArrowUp", "ArrowUp", "ArrowRight")
    sam.sees("Ana", ring="closest")
    sam.presses_by_keys("Ana")
    sam.tabs_to("textbox", "Who is Ana to you?")
    sam.types("sister")
    sam.hits("Enter", "Escape")
    sam.sees("Ana", ring="closest", more="sister")

    sam.presses_by_keys("A wish or a goal")
    sam.types("Have coffee with somebody")
    sam.hits("Enter", "Escape")
    sam.presses_by_keys("A small step")
    sam.types("Ask Ana")
    sam.hits("Enter", "Escape")
    sam.presses_by_keys("More about “Ask Ana”")
    sam.tabs_to("radio", "Nobody yet")
    sam.hits("ArrowDown")
    sam.tabs_to("radio", "No day")
    sam.hits("ArrowDown")
    sam.hits("Escape")
    sam.reads("Next time we meet")

    sam.presses_by_keys("Keep this?")
    sam.presses_by_keys("Use my own words")
    sam.tabs_to("textbox", "Your own words")
    sam.types("copper lantern drizzle walnut ferry")
    sam.presses_by_keys("Next")
    sam.tabs_to("textbox", "The twelve words")
    sam.types(card)
    sam.presses_by_keys("Use this card")
    sam.presses_by_keys("Keep it")
    expect(sam.sheet("Kept")).to_be_visible()
    sam.presses_by_keys("Done")
    sam.sees_saved()

    sam.tabs_to("checkbox", "Done: Ask Ana")
    sam.hits("Space")
    sam.tabs_to("textbox", "How did it go?")
    sam.types("She said yes")
    sam.sees_saved()
    expect(sam.page.get_by_role("textbox", name="How did it go?")).to_have_value("She said yes")
