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
    sam.tabs_to("button", "Start together")
    sam.hits("Enter")

    sam.tabs_to("button", "Add someone")
    sam.hits("Enter")
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

    # Ana is not sure where yet: closer by one key, and by the sheet.
    sam.tabs_to("button", "Ana")
    sam.hits("ArrowUp")
    sam.sees("Ana", ring="life")
    sam.tabs_to("button", "Ana")
    sam.hits("ArrowUp", "ArrowUp", "ArrowRight")
    sam.sees("Ana", ring="closest")
    sam.tabs_to("button", "Ana")
    sam.hits("Enter")
    sam.tabs_to("textbox", "Who is that to you?")
    sam.types("sister")
    sam.hits("Enter", "Escape")
    sam.sees("Ana", ring="closest", more="sister")

    sam.tabs_to("button", "A wish or a goal")
    sam.hits("Enter")
    sam.types("Have coffee with somebody")
    sam.hits("Enter", "Escape")
    sam.tabs_to("button", "A small step")
    sam.hits("Enter")
    sam.types("Ask Ana")
    sam.hits("Enter", "Escape")
    sam.tabs_to("button", "More about “Ask Ana”")
    sam.hits("Enter")
    sam.tabs_to("radio", "To be found")
    sam.hits("ArrowDown")
    sam.tabs_to("radio", "No day")
    sam.hits("ArrowDown")
    sam.hits("Escape")
    sam.reads("Next time we meet")

    sam.tabs_to("button", "Keep this?")
    sam.hits("Enter")
    sam.tabs_to("button", "Use my own words")
    sam.hits("Enter")
    sam.tabs_to("textbox", "Your own words")
    sam.types("copper lantern drizzle walnut ferry")
    sam.tabs_to("button", "Next")
    sam.hits("Enter")
    sam.tabs_to("textbox", "The twelve words")
    sam.types(card)
    sam.tabs_to("button", "Use this card")
    sam.hits("Enter")
    sam.tabs_to("button", "Keep it")
    sam.hits("Enter")
    expect(sam.sheet("Kept")).to_be_visible()
    sam.tabs_to("button", "Done")
    sam.hits("Enter")
    sam.sees_saved()

    sam.tabs_to("checkbox", "Done: Ask Ana")
    sam.hits("Space")
    sam.tabs_to("textbox", "How did it go?")
    sam.types("She said yes")
    sam.sees_saved()
    expect(sam.page.get_by_role("textbox", name="How did it go?")).to_have_value("She said yes")
