"""Questions that bring people up: several names at once, and nobody taken for somebody else."""

from playwright.sync_api import expect

from e2e.people import Person


def test_names_that_come_to_mind(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.adds("Dave", ring="close")
    sheet = jo.finds_more_to_do("Who comes to mind?")
    jo.reads("Who did you last have a good talk with?", within=sheet)
    jo.says_who_came_to_mind("Ana, Dave from work, Bo")

    # Ana is new; whether Dave is the Dave that is here is asked, and Bo waits for that.
    jo.reads("Is this the Dave that is here already?", within=sheet)
    jo.presses("No, another", within=sheet)
    jo.reads("Ana, Dave from work, Bo", within=sheet)
    jo.presses("Next question", within=sheet)
    jo.says_who_came_to_mind("dave")
    jo.presses("Yes, the same", within=sheet)
    expect(sheet.get_by_text("Came to mind here")).to_have_count(0)
    field = sheet.get_by_role("textbox", name="Who, or what?")
    jo.pastes_a_list("- Cem\n- Dee\n- Eli\n", field)
    expect(field).to_have_value("Cem, Dee, Eli")
    field.press("Enter")
    jo.reads("Cem, Dee, Eli", within=sheet)
    jo.presses("That’s all for now", within=sheet)
    for name in ("Ana", "Dave from work", "Bo", "Cem", "Dee", "Eli"):
        jo.sees(name, ring="tray")
    jo.sees("Dave", ring="close")


def test_a_place_and_somebody_from_before(service_user: Person) -> None:
    """By keys, on a small phone: what is brought up is what the question asks for."""
    sam = service_user
    sam.opens_kith()
    sam.presses("Start together")
    sheet = sam.finds_more_to_do("Who comes to mind?")
    following = sheet.get_by_role("button", name="Next question")
    for question, name in (("Where do they know your face?", "Corner café"), ("Who would you be glad", "Rima")):
        while sheet.get_by_text(question).count() == 0:
            following.press("Enter")
        sam.says_who_came_to_mind(name)
        sam.reads(f"Came to mind here: {name}", within=sheet)
    expect(following).to_have_count(0)
    sheet.get_by_role("button", name="That’s all for now").press("Enter")
    sam.sees("Corner café", ring="tray")
    sam.sees("Rima", ring="past")
    expect(sam.mark("Corner café")).to_have_accessible_name("Corner café, place. Not sure where yet")


def test_two_of_one_name(service_user: Person) -> None:
    """Both are on the map: nobody is taken for somebody else. If it is the same one, a touch takes the second away."""
    sam = service_user
    sam.opens_kith()
    sam.presses("Start together")
    sam.presses("Add someone")
    form = sam.page.get_by_role("form", name="Add someone")
    field = form.get_by_role("textbox", name="Who or what?")
    for name in ("Dave", "dave"):
        field.fill(name)
        field.press("Enter")
    sam.sees("Dave", ring="tray")
    sam.sees("dave", ring="tray")
    sam.presses("It is the same one", within=form)
    expect(field).to_be_focused()
    sam.does_not_see("dave")
    sam.sees("Dave", ring="tray")
