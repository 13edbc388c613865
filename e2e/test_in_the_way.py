"""What is in the way, said by both, split, and got round; and what may be told, which one alone says yes to."""

import re
from typing import Final

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person

TO_TAKE: Final = re.compile("^The page to take along: ")


def begins(jo: Person) -> None:
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")


def test_a_large_one_is_split_and_got_round(practitioner: Person, service_user: Person) -> None:
    """At one tablet. Both have something in the way; the large one becomes small, and its steps are in the plan."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    begins(jo)
    jo.adds("Ana", ring="close")
    jo.says_what_is_in_the_way("Mondays are full", where="With Jo", whose="Jo", kind="Not enough time")
    sam.says_what_is_in_the_way("Getting to town", where="Somewhere else", whose="Sam")
    expect(jo.board("Jo").get_by_text("Jo said it")).to_be_visible()
    expect(sam.board("Somewhere else").get_by_text("Sam said it")).to_be_visible()

    sam.splits("Getting to town", "The bus fare", "The walk to the stop", whose="Sam")
    expect(sam.barrier("The bus fare").get_by_text("Part of “Getting to town”")).to_be_visible()
    sam.tries("Ask for the day ticket", about="The bus fare")
    sam.sees_step("Ask for the day ticket")
    sam.decides("Ask for the day ticket", who="Someone on the map")

    sheet = sam.looks_closer_at("The bus fare")
    sam.unfolds("Other ways, smaller bits", within=sheet)
    way = sheet.get_by_role("group", name="Ask for the day ticket", exact=True)
    sam.presses("Make it smaller", within=way)
    way.get_by_label("Make it smaller: “Ask for the day ticket”", exact=True).fill("Look up the price")
    way.get_by_label("Make it smaller: “Ask for the day ticket”", exact=True).press("Enter")
    sam.chooses("We got round it", within=sheet)
    sam.closes_what_is_open()
    card = sam.barrier("The bus fare")
    expect(card.get_by_role("checkbox", name="Done: Look up the price")).to_be_visible()
    expect(card.get_by_text("We got round it")).to_be_visible()
    sam.undoes()
    expect(card.get_by_text("We got round it")).to_have_count(0)


def test_what_is_only_said_is_put_with_nobody(practitioner: Person) -> None:
    """The words come first and are enough. Unless somebody says where it is, it is with neither of the two."""
    jo = practitioner
    begins(jo)
    jo.enters("In the way")
    jo.presses("Something is in the way")
    form = jo.page.get_by_role("form", name="Something is in the way")
    field = form.get_by_role("textbox", name="What is in the way?")
    expect(field).to_be_focused()
    field.fill("The changing room is loud")
    field.press("Enter")
    more = jo.board("Somewhere else").get_by_role("button", name="More about “The changing room is loud”")
    expect(more).to_be_visible()
    expect(jo.board("Sam")).to_have_count(0)


def test_the_page_on_paper(practitioner: Person) -> None:
    """Filled or empty; it prints alone, and nothing on it says where it comes from."""
    jo = practitioner
    begins(jo)
    jo.says_what_is_in_the_way("The bus fare", where="With Sam", whose="Sam")
    jo.tries("Ask for the day ticket", about="The bus fare")
    jo.presses("A page on paper")
    sheet = jo.sheet("A page on paper")
    row = sheet.get_by_role("row").filter(has_text="Ask for the day ticket")
    expect(row).to_contain_text("Sam: The bus fare")
    jo.page.evaluate("window.print = () => {}")
    jo.presses("Print it", within=sheet)
    jo.page.emulate_media(media="print")
    expect(sheet.get_by_role("button", name="Print it")).not_to_be_visible()
    expect(jo.page.get_by_role("cell", name="Ask for the day ticket")).to_be_visible()
    jo.page.emulate_media(media="screen")
    jo.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(sheet.get_by_role("button", name="Print it")).to_be_visible()
    jo.chooses("Empty, to fill in by hand", within=sheet)
    expect(sheet.get_by_role("row")).to_have_count(8)
    jo.does_not_read("Sam: The bus fare")


def test_a_page_for_somebody_close(practitioner: Person, service_user: Person) -> None:
    """At one tablet: Sam chooses what is on it and says yes; it goes on paper or as a file, and ends by itself."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    begins(jo)
    jo.wishes("Swim again")
    jo.plans("Look up the times", towards="Swim again")
    jo.enters("In the way")
    jo.presses("Has the map changed?")
    expect(jo.page.get_by_role("dialog")).to_be_visible()
    jo.closes_what_is_open()
    page = sam.puts_a_page_together(
        "Mum", "What I would like: Swim again", "With the next small steps", own="Come along on Friday"
    )
    expect(page.get_by_role("button", name=TO_TAKE)).to_have_count(0)
    sam.presses("Yes, says Sam", within=page)
    sam.touches(page.get_by_role("button", name=TO_TAKE))
    sheet = sam.sheet("The page to take along")
    for said in ("For Mum", "What I would like: Swim again", "A next step: Look up the times", "Come along on Friday"):
        sam.reads(said, within=sheet)
    sam.does_not_read("What I could do")
    sam.chooses("With room to write back", within=sheet)
    sam.reads("What I could do", within=sheet)
    with sam.page.expect_download() as saved:
        sam.presses("Save it as a file", within=sheet)
    assert saved.value.suggested_filename == "page.txt"
    written = saved.value.path().read_text(encoding="utf-8")
    assert written.startswith("For Mum\n")
    assert "Kith" not in written
    sam.closes_what_is_open()

    # Its last day has gone, or the yes is taken back: there is no page to take any more.
    sam.touches(page.get_by_role("button", name=re.compile("^More about ")))
    page.get_by_label("Until which day?", exact=True).fill("2026-01-05")
    sam.presses("Yes, says Sam", within=page)
    expect(page.get_by_text("The last day has gone. Ask Sam again.")).to_be_visible()
    expect(page.get_by_role("button", name=TO_TAKE)).to_have_count(0)


def test_for_whom_why_and_from_when(practitioner: Person) -> None:
    """A yes asks for whom first; the reason and both days are part of it; half a day that is typed loses nothing."""
    jo = practitioner
    begins(jo)
    asked = jo.asks_to_tell("that Sam may leave early", to="")
    jo.presses("Yes, says Sam", within=asked)
    jo.reads("Write first who may be told. Then it is a yes to just that.")
    expect(asked.get_by_text("Sam has not answered. Nothing is told.")).to_be_visible()
    whom = asked.get_by_label("To whom?", exact=True)
    whom.fill("the tutor")
    whom.press("Enter")
    why = asked.get_by_role("textbox", name="Why? You can leave this empty.")
    why.fill("so that nobody worries")
    asked.get_by_label("From which day?", exact=True).fill("2026-01-05")
    until = asked.get_by_label("Until which day?", exact=True)
    until.fill("2100-12-31")
    jo.presses("Yes, says Sam", within=asked)
    expect(asked.get_by_text("Sam said yes. It may be told.")).to_be_visible()
    expect(asked.get_by_text("Why: so that nobody worries")).to_be_visible()
    expect(asked.get_by_text("From Monday 5 January")).to_be_visible()

    # A part of the day is taken out: what stood there stays, and is there again when the hand moves on.
    until.focus()
    until.press("Backspace")
    expect(asked.get_by_text("Until Friday 31 December 2100")).to_be_visible()
    until.blur()
    expect(until).to_have_value("2100-12-31")
    expect(asked.get_by_text("Sam said yes. It may be told.")).to_be_visible()
    until.fill("")
    expect(asked.get_by_text("It was changed after Sam said yes.")).to_be_visible()
    until.fill("2100-12-31")
    why.fill("so that everybody knows")
    expect(asked.get_by_text("It was changed after Sam said yes.")).to_be_visible()


def test_only_sam_says_what_may_be_told(practitioner: Person, service_user: Person, card: str) -> None:
    """On two devices: Jo asks, Sam says yes on the phone, changed words are no yes, and Sam takes it back."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.takes_the_pen("Jo")
    asked = jo.asks_to_tell("that Sam may leave early", to="the tutor")
    expect(asked.get_by_role("button", name="Yes, says Sam")).to_have_count(0)
    expect(asked.get_by_text("Sam has not answered. Nothing is told.")).to_be_visible()

    sam.enters("In the way")
    sam.reads("To the tutor")  # the whole of what is asked: what comes after a yes takes the yes away
    sam.presses("Yes, says Sam")
    expect(asked.get_by_text("Sam said yes. It may be told.")).to_be_visible()
    whom = asked.get_by_label("To whom?", exact=True)
    whom.fill("the whole class")
    whom.press("Enter")
    sam.reads("It was changed after Sam said yes. Ask again. Nothing is told till then.")
    sam.reads("To the whole class")
    sam.presses("Yes, says Sam")
    jo.touches_box("It has been told", within=asked)
    sam.presses("Sam takes the yes back")
    expect(asked.get_by_text("Sam took the yes back. Nothing more is told.")).to_be_visible()
    jo.reads("It was told before. What was said cannot be unsaid. Ask them to keep it to themselves.")
