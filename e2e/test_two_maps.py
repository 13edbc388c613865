"""Two maps beside each other: what the one who helps chose to show, and what is on both once both want to know."""

from typing import Final

from playwright.sync_api import Locator, expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person

CAFE: Final = "Pond café"
FOUND: Final = f"On both maps: {CAFE}."


def draws_and_shows(jo: Person) -> None:
    """Sam's map has three, and so has Jo's own: one is shown by name, one as somebody, one not at all."""
    jo.adds("Nan", ring="closest")
    jo.adds(CAFE, ring="close", kind="Place")
    jo.adds("Quendrida", ring="life", kind="Activity")
    jo.looks_at_own_map()
    jo.puts_on_own_map(CAFE, "a table at the back", ring="life", kind="Place")
    jo.puts_on_own_map("Gus", "lends a drill", ring="close")
    jo.puts_on_own_map("Quendrida", "a choir", ring="close", kind="Activity")
    jo.shows_of_own_map(CAFE, by_name=True)
    jo.shows_of_own_map("Gus", by_name=False)
    jo.presses("Close my map")


def box_of(thing: Locator) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    box = thing.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def test_beside_each_other_and_what_is_on_both_when_both_say_yes(practitioner: Person) -> None:
    jo = practitioner
    keep_together(jo, Person("Sam", jo.device), None)
    draws_and_shows(jo)
    both = jo.looks_at_both_maps()
    drawn = [both.get_by_role("img", name=title, exact=True) for title in ("Sam’s map", "Jo’s map")]
    (_, sams_top, sams_right, _), (jos_left, jos_top, _, jos_bottom) = map(box_of, drawn)
    assert sams_right <= jos_left
    assert max(sams_top, jos_top) < jos_bottom <= jo.device.screen.height

    # Whose it is, and in words who is where. Nothing of the own map is in it that was not shown.
    sams, jos = (jo.one_map(title, within=both) for title in ("Sam’s map", "Jo’s map"))
    jo.reads("Jo chose what to show here.", within=jos)
    expect(sams.get_by_role("listitem")).to_have_text(["Nan", CAFE, "Quendrida"])
    expect(jos.get_by_role("listitem")).to_have_text(["Someone: lends a drill", f"{CAFE}: a table at the back"])

    # Not by one alone, and forgotten with the sheet.
    jo.says_yes_to_what_is_on_both("Sam", within=both)
    jo.reads("Now Jo says yes, or not.", within=both)
    jo.does_not_read(FOUND)
    jo.says_yes_to_what_is_on_both("Jo", within=both)
    jo.reads(FOUND, within=both)
    jo.reads("Only names are looked at.", within=both)
    jo.reads("What you find is not kept.", within=both)
    jo.closes_what_is_open()
    both = jo.looks_at_both_maps()
    jo.reads("if both of you say yes first", within=both)
    jo.does_not_read(FOUND)

    # Taken off, it is on both no longer.
    jo.presses("What is shown, one by one", within=both)
    jo.presses(f"Not for now: {CAFE}", within=jo.sheet("Someone I know"))
    jo.closes_what_is_open()
    both = jo.looks_at_both_maps()
    jo.says_yes_to_what_is_on_both("Jo", within=both)
    jo.says_yes_to_what_is_on_both("Sam", within=both)
    jo.reads("Nothing has the same name on both maps just now.", within=both)
    jo.reads("Only names are looked at.", within=both)
    jo.says_yes_to_what_is_on_both("Sam", within=both)  # no longer
    jo.reads("Now Sam says yes, or not.", within=both)


def test_on_a_phone_one_after_the_other_and_nobody_looks_for_both_alone(
    practitioner: Person, service_user: Person, card: str
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    sam.reads("Jo shows nobody here so far.", within=sam.looks_at_both_maps())
    sam.closes_what_is_open()
    draws_and_shows(jo)
    jo.sees_sent()
    sam.sees(CAFE, ring="close")
    both = sam.looks_at_both_maps()
    sams, jos = (sam.one_map(title, within=both) for title in ("Sam’s map", "Jo’s map"))
    assert box_of(sams)[3] <= box_of(jos)[1]
    expect(jos.get_by_role("listitem")).to_have_text(["Someone: lends a drill", f"{CAFE}: a table at the back"])
    for words in ("Gus", "a choir"):
        assert words not in sam.page.content()
    sam.reads("When Jo is beside you, on one tablet", within=both)
    expect(both.get_by_role("button", name="says yes")).to_have_count(0)
    sam.closes_what_is_open()

    # With names hidden there are initials on both, and nothing is looked for.
    jo.presses("Hide names")
    both = jo.looks_at_both_maps()
    expect(both).not_to_contain_text(CAFE)
    jo.reads("Names are hidden just now, so nothing is looked for.", within=both)
    jo.presses("Show names", within=both)
    jo.says_yes_to_what_is_on_both("Sam", within=both)
    jo.says_yes_to_what_is_on_both("Jo", within=both)
    jo.reads(FOUND, within=both)
