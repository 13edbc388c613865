"""A map of made-up people, looked at before one's own: clearly an example, dismissed in a tap, and kept nowhere."""

from pathlib import Path

from playwright.sync_api import expect

from e2e.people import Person
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from server.export import as_json


def test_looked_at_before_ones_own_and_kept_nowhere(practitioner: Person, tmp_path: Path) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.turns_to("map")
    jo.presses("See an example first")
    sheet = jo.sheet("An example map")
    jo.reads("None of them is real, and nothing of this is kept", within=sheet)
    small = jo.one_map("Ines’s map", within=sheet)
    expect(small.get_by_role("listitem")).to_have_text(
        ["Grandad Lev: he taught me to whistle", "Pixel: wakes me every morning", "Mina: from the bakery"]
    )
    expect(jo.one_map("Tomasz’s map", within=sheet).get_by_role("listitem")).to_have_count(12)
    jo.presses("Close the example", within=sheet)
    expect(sheet).to_have_count(0)

    # The own map is as empty as before, with nothing to undo. With somebody on it, no example is offered.
    jo.reads("Who comes to mind first?")
    expect(jo.page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")
    jo.does_not_see("Pixel")
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.adds("Nan", ring="closest")
    expect(jo.page.get_by_role("button", name="See an example first")).to_have_count(0)
    jo.keeps_it(None)
    sheet = jo.finds_more_to_do("An example map")
    expect(sheet.get_by_role("button", name="What Jo shows of their own map")).to_have_count(0)
    jo.presses("Close the example", within=sheet)
    told = as_json(read_backup(jo.takes_a_copy(tmp_path).read_bytes(), COPY_WORDS))
    assert "Nan" in told
    for made_up in ("Pixel", "Grandad Lev", "Tomasz", "Zosia"):
        assert made_up not in told

    # One's own, as far as it is shown, is an example too.
    jo.looks_at_own_map()
    jo.puts_on_own_map("Pond café", ring="close", kind="Place")
    jo.shows_of_own_map("Pond café", by_name=True)
    jo.presses("Close my map")
    jo.presses("What Jo shows of their own map", within=jo.finds_more_to_do("An example map"))
    both = jo.sheet("Our two maps")
    expect(jo.one_map("Jo’s map", within=both).get_by_role("listitem")).to_have_text(["Pond café"])
