"""Whatever somebody can use, the same things can be done; and whoever hears the map hears all of it."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import COMPUTER, PHONE, TABLET, Screen
from e2e.four_ways import WAYS
from e2e.people import Person
from e2e.somebody import PLACES

EVERYBODY: Final = {
    "Ana": ("Person", "closest"),
    "The library": ("Place", "close"),
    "Choir": ("Activity", "life"),
    "Rex": ("Animal", "tray"),
}

# Lines of the browser's accessibility tree.
ON_THE_RINGS: Final = re.compile(r'- button "([^",]+), (\w+)\. ([^".]+)"')
IN_A_ROW: Final = re.compile(r'- button "([^",]+?) ?, (\w+)"')
HEADING: Final = re.compile(r'- heading "([^"]+)" \[level=3\]')

SCREENS: Final[dict[str, Screen]] = {
    "touch": TABLET,
    "mouse": COMPUTER,
    "keyboard alone": COMPUTER,
    "list alone": PHONE,
}


@pytest.mark.parametrize("how", WAYS)
def test_the_same_journey(devices: Devices, how: str) -> None:
    way = WAYS[how](Person("Sam", devices.new(SCREENS[how])))
    way.begins()
    way.adds("Ana")
    way.sees("Ana", ring="tray")
    way.places("Ana")
    way.sees("Ana", ring="life")
    way.moves_closer("Ana")
    way.sees("Ana", ring="close")
    way.says("Ana", "sister")
    way.sees("Ana", ring="close", more="sister")
    way.keeps_a_picture("Spring")
    way.puts_away("Ana")
    way.does_not_see("Ana")
    way.brings_back("Ana")
    way.sees("Ana", ring="close", more="sister")


@pytest.mark.parametrize("how", WAYS)
def test_what_else_is_said_on_the_map(devices: Devices, how: str) -> None:
    """Ties, good things, who could help, who comes to mind, and names hidden."""
    sam = Person("Sam", devices.new(SCREENS[how]))
    way = WAYS[how](sam)
    way.begins()
    for name in ("Ana", "Bo"):
        way.adds(name)
        way.places(name)
        way.moves_closer(name)
    way.ties("Ana", "Bo")
    way.sees("Bo", ring="close", more="Knows Ana")
    way.says_good("swimming")
    way.is_helped("a lift somewhere", "Bo")
    way.comes_to_mind("Cem")
    way.sees("Cem", ring="tray")
    way.hides_names()
    way.does_not_see("Ana")
    way.shows_names()
    way.sees("Ana", ring="close", more="Knows Bo")

    # It is all there, for whoever looks.
    sam.looks_at_good_things()
    expect(sam.sheet("Good things").get_by_role("listitem").filter(has_text="swimming")).to_be_visible()
    sam.closes_what_is_open()
    expect(sam.looks_at_help_with("a lift somewhere").get_by_role("checkbox", name="Bo")).to_be_checked()


def test_whoever_hears_the_map_hears_everybody_and_the_list_says_the_same(service_user: Person) -> None:
    """Kind and ring with each name, as buttons; nothing takes the keys of a screen reader away."""
    sam = service_user
    sam.opens_kith()
    sam.presses("Start together")
    for name, (kind, ring) in EVERYBODY.items():
        sam.adds(name, kind=kind, ring=ring)
    said = sorted((name, kind.lower(), PLACES[ring]) for name, (kind, ring) in EVERYBODY.items())

    heard = sam.hears_the_map()
    assert sorted(ON_THE_RINGS.findall(heard)) == said
    assert "- application" not in heard
    sam.presses("List")
    assert sorted(in_the_list(sam.hears_the_map())) == said


def in_the_list(heard: str) -> Iterator[tuple[str, str, str]]:
    """Name, kind and the heading they stand under."""
    place = ""
    for line in heard.splitlines():
        if heading := HEADING.search(line):
            place = heading[1]
        elif row := IN_A_ROW.search(line):
            yield row[1], row[2], place
