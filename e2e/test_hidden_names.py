"""Names off, for a place where others can see the screen: nowhere in the page, and still off after the lock."""

import re

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.eventually import eventually
from e2e.people import Person

NAMES = re.compile(r"Ana|Corner|Sam\b|Jo\b")


def test_no_name_stands_anywhere_until_they_are_shown_again(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", "Corner café", ring="close")
    practitioner.wishes("Coffee")
    practitioner.asks_to_help("Coffee", "Ana")
    practitioner.moves("Ana", ring="closest")
    practitioner.plans("Call")
    sheet = practitioner.looks_into("Call")
    practitioner.chooses("Someone else", within=sheet)
    practitioner.writes_in("Their name or what they do", "Ana's sister")
    practitioner.presses("Close", within=sheet)
    assert NAMES.search(words_on(practitioner))

    practitioner.presses("Hide names")
    shows_no_name(practitioner)
    practitioner.touches(practitioner.mark("A."))
    practitioner.reads("Tap a ring to move A.")
    shows_no_name(practitioner)
    practitioner.presses("Done")
    practitioner.presses("List")
    shows_no_name(practitioner)
    practitioner.presses("Map")
    practitioner.looks_into("Call")
    shows_no_name(practitioner)
    practitioner.presses("Close")
    practitioner.looks_back()
    practitioner.reads("moved A. closer")
    shows_no_name(practitioner)
    practitioner.presses("Close")
    for entry in ("Who can open it?", "Add a key card", "Add a phone or tablet"):
        practitioner.opens_the_menu(entry)
        expect(practitioner.page.get_by_role("dialog")).to_be_visible()
        shows_no_name(practitioner)
        practitioner.presses("Close")
    practitioner.sits_across()
    shows_no_name(practitioner)

    practitioner.presses("Back to one side", within=practitioner.side_of("Blue"))
    practitioner.locks()
    practitioner.unlocks()
    practitioner.sees("A.", ring="closest")
    shows_no_name(practitioner)
    practitioner.mark("A.").press("Enter")
    practitioner.presses("Show names", within=practitioner.sheet("About A."))
    practitioner.presses("Close")
    practitioner.sees("Ana", ring="closest")


def words_on(person: Person) -> str:
    """All that stands on the screen or is said of it to whoever cannot see it."""
    return person.page.locator("body").aria_snapshot() + person.page.locator("body").inner_text()


def shows_no_name(person: Person) -> None:
    """Once what was said before has been said."""
    eventually(lambda: NAMES.search(words_on(person)) is None, "no name on the screen")
