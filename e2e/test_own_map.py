"""The own map of the one who helps: drawn, moved, shown item by item, and found nowhere among what the two share."""

from pathlib import Path
from typing import Final

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person
from e2e.with_files import COPY_WORDS
from server.backup import Reading, read_backup
from server.export import as_json
from sync.envelope import open_payload, parse

MARKED: Final = ("Quendrida", "lends out a lathe")
"""A name and an offer that stand on the own map alone."""


def test_drawn_and_moved_by_tap_keys_and_list(practitioner: Person) -> None:
    jo = practitioner
    keep_together(jo, Person("Sam", jo.device), None)
    jo.adds("Nan", ring="closest")
    jo.looks_at_own_map()
    jo.reads("For you alone.")
    jo.puts_on_own_map("Pond café", ring="close", kind="Place")
    jo.puts_on_own_map("Gus")
    jo.sees("Pond café", ring="close")
    jo.sees("Gus", ring="tray")
    jo.picks_up("Gus")
    jo.taps_the_ring("life")
    jo.sees("Gus", ring="life")
    jo.presses("Done")
    jo.mark("Gus").press("ArrowUp")
    jo.sees("Gus", ring="close")
    jo.presses("List")
    jo.presses("Closer: Gus")
    expect(jo.row("Gus", ring="closest")).to_be_visible()
    jo.undoes()
    expect(jo.row("Gus", ring="close")).to_be_visible()
    jo.presses("Map")

    # All about somebody, and undone with the keys: nothing of what the two share.
    sheet = jo.looks_at("Gus")
    jo.writes_in("What could they offer?", "lends a drill", within=sheet)
    jo.chooses("Service", within=sheet.get_by_role("group", name="What kind?"))
    jo.writes_in("Name", "Augustus", within=sheet)
    jo.closes_what_is_open()
    jo.sees("Augustus", ring="close", more="lends a drill")
    jo.puts_away_from_own_map("Augustus")
    jo.presses("Close my map")
    jo.sees("Nan", ring="closest")
    jo.undoes()
    jo.does_not_see("Nan")

    # It closed with its screen, and opens for Jo alone, as it was.
    jo.looks_at_own_map(again=True)
    jo.sees("Pond café", ring="close")
    jo.presses("List")
    jo.touches(jo.page.get_by_text("Put away", exact=True).filter(visible=True).first)
    jo.presses("Bring back Augustus")
    expect(jo.row("Augustus", ring="close")).to_be_visible()


def test_nothing_of_it_stands_in_what_the_two_share(
    practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.sees_sent()
    sam.opens_kith()
    sam.has_a_card(card)
    jo.looks_at_own_map()
    jo.puts_on_own_map(MARKED[0], MARKED[1], ring="closest")
    jo.puts_on_own_map("Gus", "lends a drill", ring="life")
    sheet = jo.looks_at("Gus")
    jo.presses("Show Gus here", within=sheet)
    jo.reads("Shown here: as “I may know someone”", within=sheet)
    jo.closes_what_is_open()

    # It is dragged and undone before Sam's eyes, who sees what was shown and no more.
    shown = sam.finds_more_to_do("Someone I know")
    sam.reads("Jo may know someone", within=shown)
    sam.reads("lends a drill", within=shown)
    jo.takes_hold_of(MARKED[0])
    jo.drags_to("close")
    jo.lets_go()
    jo.sees(MARKED[0], ring="close")
    for words in ("Gus", *MARKED):
        assert words not in sam.page.content()
    sam.closes_what_is_open()
    expect(sam.page.get_by_role("group", name="Sam’s map")).to_be_visible()

    # It goes with the lock, is named at none, and is not in front when the two come back.
    jo.presses("Leave quickly")
    jo.page.wait_for_url("about:blank")
    jo.opens_kith()
    jo.sees_the_lock()
    expect(jo.page.get_by_role("radio")).to_have_count(0)
    for words in ("my own map", "Gus", *MARKED):
        assert words.lower() not in jo.page.content().lower()
    jo.unlocks()
    jo.turns_to("map")
    for words in ("Gus", *MARKED):
        assert words not in jo.page.content()
    jo.page.emulate_media(media="print")
    assert MARKED[0] not in jo.page.content()
    jo.page.emulate_media(media="screen")

    reading = read_backup(jo.takes_a_copy(tmp_path).read_bytes(), COPY_WORDS)
    assert "lends a drill" in as_json(reading)
    assert holds(reading, "lends a drill")
    for words in ("Gus", *MARKED):
        assert words not in as_json(reading)
        assert not holds(reading, words)


def holds(reading: Reading, words: str) -> bool:
    """Whether any record of the two has these words, whatever became of them since."""
    keys = dict(reading.contents.epoch_keys)
    records = [parse(raw) for raw in reading.contents.records]
    return any(words.encode() in (open_payload(record, keys[record.header.epoch]).update or b"") for record in records)
