"""Whom the one who helps knows: their own list, and what of it the other is shown."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person


def test_a_contact_is_named_once_they_said_yes(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.sees_sent()
    sam.opens_kith()
    sam.has_a_card(card)

    # The list is Jo's alone, and opens for Jo.
    jo.looks_at_own_list()
    jo.writes_down("Gus", "could show someone round the allotment")
    jo.presses("Show Gus here")
    jo.reads("Shown here: as “I may know someone”")
    jo.closes_what_is_open()
    jo.sees_sent()

    # On Sam's phone: no name, whose it is, and who is never named.
    sheet = sam.finds_more_to_do("Someone I know")
    sam.reads("Jo may know someone", within=sheet)
    sam.reads("could show someone round the allotment", within=sheet)
    sam.reads("Nobody else that Jo helps is ever named here.", within=sheet)
    expect(sheet.get_by_text("Gus")).to_have_count(0)
    sam.reads("Jo’s own list is on the tablet or phone that Jo keeps.", within=sheet)

    jo.looks_at_own_list(again=True)
    jo.chooses("They said yes", within=jo.page.get_by_role("group", name="Has Gus been asked?"))
    jo.presses("Show Gus here as it is now")
    sam.reads("Jo knows them", within=sheet)
    sam.reads("Gus", within=sheet)

    # They change their mind: it is taken off at once.
    jo.chooses("They said no", within=jo.page.get_by_role("group", name="Has Gus been asked?"))
    expect(sheet.get_by_text("Gus")).to_have_count(0)
    jo.reads("They would rather not be named, so it stays with you.")


def test_who_is_helped_stays_off_the_list_and_a_long_list_is_searched(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.adds("Nan", ring="closest")
    jo.keeps_it(None)
    jo.looks_at_own_list()
    own = jo.sheet("My own list")
    form = own.get_by_role("form", name="Add to my list")
    jo.reads("Someone that you help stays out of your list", within=form)
    for name in ("Sam", "nan"):
        jo.writes_in("Who?", name, within=form)
        jo.presses("Add to my list", within=form)
        jo.reads("Somebody here has that name.", within=form)
        expect(form.get_by_label("Who?")).to_have_value(name)
    for number in range(10):
        jo.writes_down(f"Friend {number}", "knows the allotment" if number else "lends a drill")
    expect(own.get_by_label("Find someone on my list")).to_have_count(0)
    jo.writes_down("Friend 10", "knows the allotment")
    jo.writes_in("Find someone on my list", "drill", within=own)
    jo.reads("1 of 11", within=own)
    listed = own.get_by_role("listitem").get_by_role("heading", level=3)
    expect(listed).to_have_text(["Friend 0"])
    jo.writes_in("Find someone on my list", "", within=own)
    expect(listed).to_have_count(11)
