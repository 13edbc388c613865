"""Taking someone out everywhere: gone from all that shows them, with what stays said first, and one undo."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person


def test_gone_from_everywhere_and_back_by_one_undo(practitioner: Person, service_user: Person, card: str) -> None:
    jo = practitioner
    keep_together(jo, service_user, card)
    jo.adds("Nan", "Sol", ring="close")
    jo.plans("Ask about the bus")
    step = jo.looks_into("Ask about the bus")
    jo.touches(step.get_by_role("checkbox", name="Sol", exact=True))
    jo.presses("Close")
    sheet = jo.looks_at("Nan")
    jo.unfolds("Who they know here", within=sheet)
    jo.touches(sheet.get_by_role("checkbox", name="Sol", exact=True))
    jo.presses("Close")

    sheet = jo.looks_at("Sol")
    jo.unfolds("When things change", within=sheet)
    jo.presses("Take Sol out everywhere", within=sheet)
    asking = jo.sheet("Take Sol out everywhere?")
    jo.reads("What you did before still tells of them", within=asking)
    jo.presses("Not now", within=asking)
    jo.presses("Take Sol out everywhere", within=sheet)
    jo.presses("Take Sol out", within=jo.sheet("Take Sol out everywhere?"))

    # The way to a place where nothing of it is left is one tap away.
    out = jo.sheet("Sol is taken out.")
    jo.presses("Begin again without some things", within=out)
    expect(jo.sheet("Begin again without some things")).to_be_visible()
    jo.presses("Not now", within=jo.sheet("Begin again without some things"))
    jo.touches(out.get_by_role("button", name="Close", exact=True).last)
    expect(jo.page.get_by_role("dialog")).to_have_count(0)
    jo.does_not_see("Sol")
    expect(jo.page.get_by_role("main")).not_to_contain_text("Sol")
    jo.sees("Nan", ring="close")
    jo.presses("List")
    jo.does_not_read("Put away")
    jo.presses("Map")

    jo.undoes()
    jo.sees("Sol", ring="close", more="Knows Nan")


def test_to_stay_behind_is_ticked_already(practitioner: Person, service_user: Person, card: str) -> None:
    jo = practitioner
    keep_together(jo, service_user, card)
    jo.adds("Sol", ring="close")
    sheet = jo.looks_at("Sol")
    jo.unfolds("When things change", within=sheet)
    jo.presses("Take Sol out everywhere", within=sheet)
    jo.presses("Begin again without some things", within=jo.sheet("Take Sol out everywhere?"))
    expect(jo.sheet("Begin again without some things").get_by_role("checkbox", name="Sol", exact=True)).to_be_checked()
