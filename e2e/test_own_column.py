"""The own column of the one who helps: what works for them, and what does not yet, is theirs until they show a line."""

from pathlib import Path
from typing import Final

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person
from e2e.test_own_map import holds
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from server.export import as_json

MARKED: Final = "quarvelled with the rota"
"""A line that is never shown."""


def test_shown_line_by_line_and_taken_to_the_board(
    practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.sees_sent()
    sam.opens_kith()
    sam.has_a_card(card)
    sam.sees_sent()

    # Written for Jo alone: Sam, who looks at the same room, sees none of it.
    sam.has_a_good_look()
    jo.looks_at_own_column()
    jo.writes_a_line(MARKED, about="Others being for it")
    jo.writes_a_line("One hour a week is all I have", about="Time")
    jo.writes_a_line("Walking there and back", works=True)
    jo.says_of_what_kind("One hour a week is all I have", "How my work is set up")
    jo.shows_a_line("One hour a week is all I have", to="Sam")

    # What was shown stands in the column of both, as Jo's.
    theirs = sam.column("Not yet")
    sam.reads("One hour a week is all I have", within=theirs)
    sam.reads("Jo:", within=theirs)
    expect(theirs.get_by_role("button", name="Take it to what is in the way")).to_have_count(0)
    expect(sam.page.get_by_role("button", name="What works for Jo")).to_have_count(0)
    for words in (MARKED, "Walking there and back"):
        assert words not in sam.page.content()

    # One tap, and it is on the board as Jo's, with the service.
    jo.presses(
        "Take it to what is in the way, with the service: “One hour a week is all I have”",
        within=jo.line("One hour a week is all I have"),
    )
    sam.enters("In the way")
    expect(sam.board("The service").get_by_text("Jo said it")).to_be_visible()
    expect(sam.barrier("One hour a week is all I have")).to_be_visible()

    # Closed with its sheet, it asks anew who it is; handed over, it does not open.
    jo.closes_what_is_open()
    jo.sees_sent()
    assert MARKED not in jo.page.content()
    jo.takes_the_pen("Sam")
    jo.presses("What works for Jo")
    sheet = jo.sheet("What works for me")
    jo.reads("It is Sam’s turn to write here.", within=sheet)
    expect(sheet.get_by_role("textbox")).to_have_count(0)
    assert MARKED not in jo.page.content()
    jo.closes_what_is_open()

    # After the lock it is as it was. Taken off, a line goes from Sam's screen; what was taken to the board stays there.
    jo.locks()
    jo.unlocks()
    jo.looks_at_own_column(again=True)
    expect(jo.line(MARKED)).to_be_visible()
    sam.enters("How is it going?")
    sam.reads("One hour a week is all I have", within=theirs)
    jo.presses("Take it off here: “One hour a week is all I have”", within=jo.line("One hour a week is all I have"))
    expect(theirs.get_by_text("One hour a week is all I have")).to_have_count(0)
    expect(
        jo.line("One hour a week is all I have").get_by_role("button", name="Show it here: “One hour")
    ).to_be_visible()
    sam.enters("In the way")
    expect(sam.barrier("One hour a week is all I have")).to_be_visible()
    jo.shows_a_line("Walking there and back", to="Sam")
    jo.closes_what_is_open()
    jo.sees_sent()

    # Nothing of what was not shown is on paper, in a file of the two, or in any record of theirs.
    jo.page.emulate_media(media="print")
    assert MARKED not in jo.page.content()
    jo.page.emulate_media(media="screen")
    reading = read_backup(jo.takes_a_copy(tmp_path).read_bytes(), COPY_WORDS)
    assert "Walking there and back" in as_json(reading)
    assert holds(reading, "Walking there and back")
    assert MARKED not in as_json(reading)
    assert not holds(reading, MARKED)
