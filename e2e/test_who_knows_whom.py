"""Who knows whom: tapped together on the map, by key, in the list and in somebody's sheet."""

from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import COMPUTER, PHONE, TABLET
from e2e.people import Person

KNOWS = "Who they know here"


def begin(person: Person, *names: str) -> None:
    """A map with these people on it."""
    person.opens_kith()
    person.starts_together()
    person.adds(*names, ring="close")


def ties(person: Person) -> None:
    """By the one way in to what else can be done."""
    person.presses("More to do here")
    person.touches(person.page.get_by_role("button", name="Who knows whom"))
    expect(person.page.get_by_role("region", name="Who knows whom")).to_be_visible()


def test_one_and_the_other_and_again_to_take_away(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    begin(sam, "Ana", "Bo", "Cem")
    ties(sam)
    sam.touches(sam.mark("Ana"))
    sam.touches(sam.mark("Bo"))
    sam.hears("Ana and Bo know each other.")
    sam.sees("Bo", ring="close", more="Knows Ana")
    sam.presses("More about lines")
    sam.presses("Ana and Bo know each other well")
    sam.touches(sam.mark("Cem"))
    sam.sees("Ana", ring="close", more="Knows Bo and Cem")
    sam.touches(sam.mark("Bo"))
    sam.hears("No line between Ana and Bo any more.")
    sam.sees("Ana", ring="close", more="Knows Cem")
    sam.presses("Someone else")
    sam.touches(sam.mark("Bo"))
    sam.touches(sam.mark("Cem"))
    sam.presses("Done")
    sam.sees("Cem", ring="close", more="Knows Ana and Bo")

    # A tap picks up again, and each tie is one step to undo.
    sam.picks_up("Ana")
    sam.presses("Done")
    sam.undoes()
    sam.sees("Cem", ring="close", more="Knows Ana")


def test_on_a_phone_the_map_keeps_its_room(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    begin(sam, "Ana", "Bo", "Cem", "Didi")
    ties(sam)
    panel = sam.page.get_by_role("region", name="Who knows whom")
    expect(panel.get_by_role("checkbox", name="Lines on the map")).to_be_hidden()
    for name in ("Ana", "Bo", "Cem", "Didi"):
        sam.touches(sam.mark(name))
        sam.reads(f"Who does {name} know?", within=panel)
        mark, bar = sam.mark(name).bounding_box(), panel.bounding_box()
        assert mark is not None
        assert bar is not None
        assert mark["y"] >= 0
        assert mark["y"] + mark["height"] <= bar["y"]
        assert bar["height"] <= sam.device.screen.height / 6
        expect(panel.get_by_role("button", name="Done")).to_be_in_viewport(ratio=1)
        sam.touches(sam.mark(name))
    sam.presses("More about lines")
    expect(panel.get_by_role("checkbox", name="Lines on the map")).to_be_visible()


def test_a_hand_that_is_not_steady_moves_nobody(devices: Devices) -> None:
    sam = Person("Sam", devices.new(TABLET))
    begin(sam, "Ana", "Bo")
    ties(sam)
    sam.takes_hold_of("Ana")
    sam.lets_go()
    sam.sees("Ana", ring="close")


def test_by_keyboard_alone(devices: Devices) -> None:
    sam = Person("Sam", devices.new(COMPUTER))
    begin(sam, "Ana", "Bo")
    sam.tabs_to("button", "More to do here")
    sam.hits("Enter")
    sam.tabs_to("button", "Who knows whom")
    sam.hits("Enter")
    sam.tabs_to("button", "Ana")
    sam.hits("Enter")
    sam.tabs_to("button", "Bo")
    sam.hits(" ")
    sam.sees("Ana", ring="close", more="Knows Bo")
    sam.hits("Escape", "Escape")
    expect(sam.page.get_by_role("region", name="Who knows whom")).to_have_count(0)


def test_in_the_list_alone(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    begin(sam, "Ana", "Bo", "Cem")
    sam.presses("List")
    ties(sam)
    ana = sam.page.get_by_role("group", name="Ana", exact=True)
    sam.unfolds("Ana", within=ana)
    sam.touches(ana.get_by_role("checkbox", name="Bo", exact=True))
    sam.presses("Ana and Bo know each other well", within=ana)
    expect(sam.fold("Ana", within=ana)).to_have_accessible_name("Ana Knows Bo")
    sam.presses("Done")
    sam.reads("Knows Bo")
    sam.presses("Map")
    sam.sees("Bo", ring="close", more="Knows Ana")


def test_in_somebodys_sheet(practitioner: Person) -> None:
    begin(practitioner, "Ana", "Bo")
    sheet = practitioner.looks_at("Ana")
    practitioner.unfolds(KNOWS, within=sheet)
    practitioner.touches(sheet.get_by_role("checkbox", name="Bo", exact=True))
    line = practitioner.fold(KNOWS, within=sheet)
    expect(line).to_have_accessible_name(f"{KNOWS} Knows Bo")
    practitioner.touches(sheet.get_by_role("checkbox", name="Bo", exact=True))
    expect(line).not_to_have_accessible_name(f"{KNOWS} Knows Bo")
