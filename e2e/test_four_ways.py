"""Whatever somebody can use, the same things can be done; and whoever hears the map hears all of it."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import FilePayload, expect

from e2e.conftest import Devices
from e2e.four_ways import SCREENS, WAYS
from e2e.paper_map import photographed
from e2e.people import Person
from e2e.somebody import PLACES
from e2e.way import PICTURE

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
    """Ties, also with somebody who has no place yet, good things, who could help, and names hidden."""
    sam = Person("Sam", devices.new(SCREENS[how]))
    way = WAYS[how](sam)
    way.begins()
    way.adds("Ana", "Bo")
    way.places("Ana")
    way.ties("Ana", "Bo")
    way.sees("Bo", ring="tray", more="Knows Ana")
    way.says_good("swimming")
    way.is_helped("a lift somewhere", "Bo")
    way.presses("Hide names")
    way.does_not_see("Ana")
    way.presses("Show names")
    way.sees("Ana", ring="life", more="Knows Bo")

    # It is all there, for whoever looks.
    sam.looks_at_good_things()
    expect(sam.sheet("Good things").get_by_role("listitem").filter(has_text="swimming")).to_be_visible()
    sam.closes_what_is_open()
    expect(sam.looks_at_help_with("a lift somewhere").get_by_role("checkbox", name="Bo")).to_be_checked()


@pytest.mark.parametrize("how", WAYS)
def test_from_one_picture_of_the_map_to_the_next(devices: Devices, how: str) -> None:
    """Kept with a day, begun anew behind one, compared, and asked about; a map on paper is kept beside them."""
    sam = Person("Sam", devices.new(SCREENS[how]))
    way = WAYS[how](sam)
    way.begins()
    way.adds("Ana", "Bo", "Cem")
    for name in ("Ana", "Bo", "Cem"):
        way.places(name)
        if name != "Cem":
            way.moves_closer(name)
    way.keeps_a_picture("Spring")
    way.finds("Pictures of the map")
    way.presses("Look at Spring")
    way.unfolds_words("Change its name or day")
    way.writes_a_day("Which day does it show?", "2025-04-04")
    way.presses("All pictures")
    way.reads("4 April 2025")
    way.writes(PICTURE, "Before the move")
    way.presses("Start again with an empty map")
    for name in ("Ana", "Bo", "Cem"):
        way.sees(name, ring="tray")
    way.places("Ana")

    way.finds("Pictures of the map")
    way.presses("Before the move and now")
    way.reads("Ana is further out now: In my life.")
    way.reads("Dashed is where someone was before.")
    way.presses("Bo: Just as before")
    way.presses("Cem: Not part of my days now")
    way.chooses("Side by side")
    way.unfolds_words("Who was where: Before the move")
    way.reads("Ana and Bo")
    way.chooses("Spring")
    way.reads("Everyone is where they were.")
    way.closes()
    way.sees("Bo", ring="close")
    way.does_not_see("Cem")

    way.finds("A map on paper")
    way.chooses_a_file("Choose a photo", photograph(photographed(sam.page, 600, 400)))
    way.presses("Keep it")
    way.presses("Closer")
    way.writes("What is on it, in words", "Ana, in felt pen")
    way.writes(PICTURE, "Kitchen paper")
    way.presses("Put this photo away")
    way.unfolds_words("Put away")
    way.presses("Bring back Kitchen paper")
    way.presses("Look at Kitchen paper")
    expect(sam.pane().get_by_role("img", name="Ana, in felt pen")).to_be_visible()
    way.closes()


@pytest.mark.parametrize("how", WAYS)
def test_brought_up_written_to_and_taken_out(devices: Devices, how: str) -> None:
    """Questions that bring people up, two of one name, a first message, and taking someone out everywhere."""
    way = WAYS[how](Person("Sam", devices.new(SCREENS[how])))
    way.begins()
    way.presses("Add someone")
    for name in ("Dave", "dave"):
        way.writes("Who or what?", name)
        way.presses("Add")
    way.presses("It is the same one")
    way.presses("That’s all for now")
    way.does_not_see("dave")

    way.finds("Who comes to mind?")
    way.comes_to_mind("Ana, Dave from work, Bo")
    way.reads("Is this the Dave that is here already?")
    way.presses("No, another")
    way.reads("Ana, Dave from work, Bo")
    way.presses("Next question")
    way.comes_to_mind("dave")
    way.presses("Yes, the same")
    way.presses("That’s all for now")
    for name in ("Ana", "Bo", "Dave", "Dave from work"):
        way.sees(name, ring="tray")

    way.looks_at("Ana")
    way.opens("Say it for me", "A message to Ana")
    way.chooses("Short")
    way.writes("What is it about?", "tea")
    expect(way.field("Your message")).to_have_value("Hi Ana, tea? No rush to answer.")
    way.writes("Your message", "Tea?")
    way.presses("Begin anew in this tone")
    expect(way.field("Your message")).to_have_value("Hi Ana, tea? No rush to answer.")
    way.closes_all()

    way.looks_at("Bo")
    way.unfolds("When things change")
    for answer in ("Not now", "Take Bo out"):
        way.opens("Take Bo out everywhere", "Take Bo out everywhere?")
        way.presses(answer)
    expect(way.person.sheet("Bo is taken out.")).to_be_visible()
    way.closes()
    way.does_not_see("Bo")
    way.presses("Undo")
    way.sees("Bo", ring="tray")


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


def photograph(content: bytes) -> FilePayload:
    """As a camera or a folder hands it over."""
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": content}


def in_the_list(heard: str) -> Iterator[tuple[str, str, str]]:
    """Name, kind and the heading they stand under."""
    place = ""
    for line in heard.splitlines():
        if heading := HEADING.search(line):
            place = heading[1]
        elif row := IN_A_ROW.search(line):
            yield row[1], row[2], place
