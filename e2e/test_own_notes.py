"""What is hard about someone: noted on a phone that one keeps, and found nowhere else."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import TABLET_UPRIGHT
from e2e.eventually import eventually
from e2e.people import UNLOCK, Person
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from server.export import as_json
from tests.relay_process import RelayProcess

HARD: Final = "Shouts when the rent is late"
PRIVATE: Final = "Jo talks over me"


def take_home(sam: Person, card: str) -> None:
    """To Sam's own phone, which asks for words."""
    sam.opens_kith()
    sam.has_a_card(card)
    sam.sees_sent()


def spaces_in(server: RelayProcess) -> int:
    with closing(sqlite3.connect(server.stored)) as database:
        found: tuple[int] = database.execute("SELECT count(*) FROM space").fetchone()
    return found[0]


def test_written_on_ones_own_phone_and_nowhere_else(
    practitioner: Person, service_user: Person, card: str, server: RelayProcess, tmp_path: Path
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.adds("Ana", ring="close")
    jo.sees_sent()
    take_home(sam, card)
    sam.turns_to("map")
    own = sam.begins_own_notes("Ana", unlock="not those words at all")
    sam.reads("Those words do not open it.", within=own)
    assert spaces_in(server) == 1
    sam.shows_that_it_is_them(own, "Write here")
    sam.reads("Jo cannot open this.", within=own)
    sam.notes(HARD, within=own)
    wish = own.get_by_role("checkbox", name="I would like more distance")
    sam.touches(wish)
    expect(wish).to_be_checked()
    eventually(lambda: spaces_in(server) == 2, "the server to be given a second space")
    sam.closes_what_is_open()

    # It opens with the phone, and shows at no lock.
    sam.locks()
    expect(sam.page.get_by_role("radio")).to_have_count(0)
    sam.unlocks()
    sam.turns_to("map")
    own = sam.looks_at_own_notes("Ana")
    sam.sees_the_note(HARD, within=own)
    expect(own.get_by_role("checkbox", name="I would like more distance")).to_be_checked()
    sam.closes_what_is_open()

    # On paper and in files of the two there is none of it.
    sam.page.emulate_media(media="print")
    assert HARD not in sam.page.content()
    sam.page.emulate_media(media="screen")
    copy = sam.takes_a_copy(tmp_path)
    told = as_json(read_backup(copy.read_bytes(), COPY_WORDS))
    assert "Ana" in told
    assert HARD not in told

    # Jo's tablet says why, and what else there is.
    own = jo.looks_at_own_notes("Ana")
    jo.reads("Jo keeps this tablet, and could open what is on it.", within=own)
    jo.reads("Paper is good for it, too.", within=own)
    expect(own.get_by_role("textbox")).to_have_count(0)
    jo.does_not_read(HARD)
    jo.closes_what_is_open()


def test_notes_stay_in_reach_when_somebody_is_put_away_or_taken_out(
    practitioner: Person, service_user: Person, card: str
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.adds("Ana", ring="close")
    jo.sees_sent()
    take_home(sam, card)
    sam.turns_to("map")
    sam.notes(HARD, within=sam.begins_own_notes("Ana"))
    sam.closes_what_is_open()

    # Put away, and on Sam's phone alone.
    sam.puts_away_from_the_map("Ana")
    sam.sees_the_note(HARD, within=sam.looks_at_notes_of_away("Ana"))
    sam.closes_what_is_open()
    jo.sees_put_away("Ana")
    jo.presses("List")
    expect(jo.page.get_by_role("button", name="My own notes about Ana")).to_have_count(0)
    jo.presses("Map")
    sam.presses("Bring back Ana")
    sam.presses("Map")

    # Taken out everywhere: the name is gone, and what Sam wrote is Sam's still.
    sheet = sam.looks_at("Ana")
    sam.unfolds("When things change", within=sheet)
    sam.presses("Take Ana out everywhere", within=sheet)
    sam.presses("Take Ana out", within=sam.sheet("Take Ana out everywhere?"))
    sam.closes_what_is_open()
    own = sam.looks_at_notes_of_away("someone who was taken out")
    sam.sees_the_note(HARD, within=own)
    sam.closes_what_is_open()
    sam.reads("Someone who was taken out")
    expect(sam.page.get_by_role("button", name="Bring back Ana")).to_have_count(0)


def test_put_away_and_back(service_user: Person) -> None:
    sam = service_user
    sam.opens_kith()
    sam.starts_together()
    sam.calls_us(whose_map="Sam", who_helps="Jo")
    sam.turns_to("map")
    sam.adds("Ana", ring="close")
    own = sam.looks_at_own_notes("Ana")
    sam.reads("What is written here, both of you can see.", within=own)
    sam.closes_what_is_open()
    sam.keeps_it(None, own="Sam")
    sam.turns_to("map")
    own = sam.begins_own_notes("Ana")
    sam.notes(HARD, within=own)
    sam.presses("Put this note away", within=own)
    sam.sees_the_note("", within=own)
    sam.presses("Bring it back", within=own)
    sam.sees_the_note(HARD, within=own)
    sam.notes(", and at Christmas", within=own)
    sam.closes_what_is_open()
    sam.locks()
    sam.unlocks(UNLOCK)
    sam.turns_to("map")
    own = sam.looks_at_own_notes("Ana")
    eventually(partial(reads_both, sam), "all of the note")
    sam.closes_what_is_open()


def test_on_another_phone_of_ones_own_too(
    practitioner: Person, service_user: Person, card: str, devices: Devices
) -> None:
    sam, other = service_user, Person("Sam", devices.new(TABLET_UPRIGHT))
    keep_together(practitioner, sam, card)
    practitioner.adds("Ana", ring="close")
    practitioner.sees_sent()
    for one in (sam, other):
        take_home(one, card)
        one.turns_to("map")
    own = sam.begins_own_notes("Ana")
    sam.notes(HARD, within=own)
    sam.reads("These notes are on this phone or tablet only.", within=own)
    link = sam.offers_own_notes(own)

    there = other.looks_at_own_notes("Ana")
    other.asks_for_own_notes(link[:-6], within=there)
    other.reads("Part of the link is missing.", within=there)
    other.asks_for_own_notes(link, within=there)
    other.reads("Now say yes on the other one.", within=there)
    sharing = sam.sheet("On another phone of mine")
    sam.presses("Let it in", within=sharing)
    sam.reads("It is in. The notes are there too.", within=sharing)
    other.sees_the_note(HARD, within=there)
    other.reads("These notes are on another phone or tablet of yours, too.", within=there)
    sam.presses("Close", within=sam.sheet("On another phone of mine"))
    other.notes(", and at Christmas", within=there)
    sam.sees_the_note(f"{HARD}, and at Christmas", within=own)

    # Two answers at once: one stands on both, the other is beside it on both, and can stand again.
    wish, wish_there = (one.get_by_role("checkbox", name="I would like more distance") for one in (own, there))
    for one in (sam, other):
        one.device.loses_the_signal()
    sam.touches(wish)
    other.touches(wish_there)
    other.touches(wish_there)
    for one in (sam, other):
        one.device.finds_the_signal()
    for sheet in (own, there):
        expect(sheet.get_by_text("At the same time another phone or tablet of yours chose: ")).to_have_count(1)
    stood = wish.is_checked()
    expect(wish_there).to_be_checked(checked=stood)
    other.presses("Put it back", within=there)
    for box, sheet in ((wish, own), (wish_there, there)):
        expect(box).to_be_checked(checked=not stood)
        expect(sheet.get_by_text("At the same time")).to_have_count(0)


def reads_both(sam: Person) -> bool:
    """Whether the whole note stands in its field."""
    return sam.page.get_by_label("What is hard", exact=True).input_value() == f"{HARD}, and at Christmas"


def test_in_the_way_and_only_for_oneself_until_one_puts_it_on_the_board(
    practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    """On Sam's phone: written, with who else could be asked; nowhere of the two, till Sam taps, and Jo reads it."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_home(sam, card)
    own = sam.looks_at_what_is_only_for_oneself()
    sam.shows_that_it_is_them(own, "Write here")
    sam.reads("Jo cannot open this.", within=own)
    first = own.get_by_label("What is in the way?", exact=True)
    sam.types_in(first, PRIVATE)
    expect(first).to_be_focused()
    sam.presses("Write one more", within=own)
    sam.types_in(own.get_by_label("Something else that is in the way", exact=True), "The room is cold")
    sam.unfolds("Where else I can say it", within=own)
    sam.types_in(own.get_by_label("Who I would ask", exact=True), "Mo at the advice shop")
    sam.closes_what_is_open()

    # It opens with the phone. On paper and in files of the two there is none of it, nor on Jo's tablet.
    sam.locks()
    sam.unlocks()
    own = sam.looks_at_what_is_only_for_oneself()
    expect(own.get_by_role("textbox").filter(visible=True)).not_to_have_count(0)
    sam.unfolds("Where else I can say it", within=own)
    expect(own.get_by_label("Who I would ask", exact=True)).to_have_value("Mo at the advice shop")
    sam.closes_what_is_open()
    sam.presses("A page on paper")
    expect(sam.sheet("A page on paper").get_by_text(PRIVATE)).to_have_count(0)
    sam.closes_what_is_open()
    copy = sam.takes_a_copy(tmp_path)
    told = as_json(read_backup(copy.read_bytes(), COPY_WORDS))
    assert PRIVATE not in told
    assert "advice shop" not in told
    not_here = jo.looks_at_what_is_only_for_oneself()
    jo.reads("Jo keeps this tablet, and could open what is on it.", within=not_here)
    expect(not_here.get_by_role("textbox")).to_have_count(0)
    jo.closes_what_is_open()
    jo.does_not_read(PRIVATE)

    # Two presses of Sam's own put it on the board, and only that.
    own = sam.looks_at_what_is_only_for_oneself()
    sam.presses(f"Put it on the board: {PRIVATE}", within=own)
    sam.reads("Jo reads it there.", within=own)
    sam.chooses("With Jo", within=own)
    sam.presses("Yes, put it there", within=own)
    expect(own.get_by_role("button", name=f"Put it on the board: {PRIVATE}")).to_have_count(0)
    sam.closes_what_is_open()
    expect(jo.board("Jo").get_by_text("Sam said it")).to_be_visible()
    jo.does_not_read("The room is cold")
