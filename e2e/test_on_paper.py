"""The map and the plan on paper: the copy of whoever has no device of their own (row X.10)."""

import re

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person


def prints(somebody: Person) -> None:
    """As far as the printer's own window, which no test could close."""
    somebody.page.evaluate("window.print = () => {}")
    somebody.presses("Print it")


def sheets_of_paper(somebody: Person) -> int:
    """How many the printer takes; the browser tells the page afterwards that it has printed."""
    return len(re.findall(rb"/Type\s*/Page\b", somebody.page.pdf()))


def test_the_map_and_the_plan_are_printed_alone_each_on_its_own_page(
    practitioner: Person, service_user: Person
) -> None:
    jo = practitioner
    keep_together(jo, service_user, card=None)
    jo.adds("Ana", ring="closest")
    jo.adds("Bo", ring="life")
    jo.adds("Cem", ring="tray")
    jo.wishes("Dance again")
    jo.asks_to_help("Dance again", "Ana")
    jo.plans("Walk past the hall", towards="Dance again")
    jo.decides("Walk past the hall", who="Sam")
    jo.plans("Ring the library")
    jo.ticks("Ring the library")

    sheet = jo.finds_more_to_do("On paper to keep")
    page = sheet.get_by_role("region", name="Sam’s map")
    expect(page.get_by_role("img", name="Sam’s map")).to_be_visible()
    expect(page.get_by_role("definition")).to_have_text(["Ana", "Bo", "Cem"])
    plan = sheet.get_by_role("region", name="Our plan")
    expect(plan.get_by_role("heading")).to_have_text(["Our plan", "Dance again", "Small steps"])
    jo.reads("Who could help: Ana", within=plan)
    expect(plan.get_by_role("listitem")).to_have_text(["Walk past the hall · Sam", "✓Ring the library · done"])

    prints(jo)
    jo.page.emulate_media(media="print")
    expect(page).to_be_visible()
    expect(plan.get_by_text("Ring the library")).to_be_visible()
    for words in ("Print it", "Leave quickly", "Urgent help"):
        expect(jo.page.get_by_text(words).locator("visible=true")).to_have_count(0)
    assert "kith" not in jo.page.title().lower()
    jo.page.emulate_media(media="null")
    assert sheets_of_paper(jo) == 2
    expect(sheet.get_by_role("button", name="Print it")).to_be_visible()

    jo.chooses("Only the plan", within=sheet)
    expect(page).to_have_count(0)
    prints(jo)
    assert sheets_of_paper(jo) == 1


def test_a_long_plan_in_large_letters_takes_as_many_sheets_as_it_needs(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    for place in range(1, 13):
        jo.plans(f"Step number {place}, with a few more words so that it is as long as people write them down")
    sheet = jo.finds_more_to_do("On paper to keep")
    jo.reads("Nobody is on the map yet.", within=sheet)
    jo.chooses("Only the plan", within=sheet)
    prints(jo)
    assert sheets_of_paper(jo) == 1
    jo.chooses("Large", within=sheet)
    prints(jo)
    assert sheets_of_paper(jo) == 2


def test_where_names_are_hidden_paper_has_only_letters(practitioner: Person, service_user: Person) -> None:
    jo = practitioner
    keep_together(jo, service_user, card=None)
    jo.adds("Ana", ring="life")
    jo.presses("Hide names")
    sheet = jo.finds_more_to_do("On paper to keep")
    jo.reads("Names are hidden, so only the first letters are on it.", within=sheet)
    expect(sheet.get_by_role("definition")).to_have_text(["A."])
    assert "Ana" not in sheet.inner_text()
