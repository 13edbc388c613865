"""Who could help with small things of any week, and what is missing."""

from playwright.sync_api import expect

from e2e.people import Person


def test_who_could_help_and_what_is_missing(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.adds("Ana", "Bo", ring="close")
    one = jo.looks_at_help_with("a lift somewhere")
    jo.touches_box("Ana", within=one)
    jo.touches_box("I do this for others", within=one)
    jo.presses("All of them", within=one)
    expect(jo.page.get_by_role("button", name="a lift somewhere Ana, I do this for others")).to_be_visible()

    # Nobody yet: no face stays, and the gap may be marked, and become a wish.
    jo.closes_what_is_open()
    one = jo.looks_at_help_with("keeping a spare key")
    jo.touches_box("Bo", within=one)
    jo.chooses("Nobody yet", within=one)
    expect(one.get_by_role("checkbox", name="Bo")).not_to_be_checked()
    jo.presses("Someone is missing for this", within=one)
    jo.reads("On the map: someone for keeping a spare key.", within=one)
    jo.closes_what_is_open()
    jo.sees("someone for keeping a spare key", ring="tray")
    sheet = jo.finds_more_to_do("Missing for me")
    jo.presses("Make it a wish: someone for keeping a spare key", within=sheet)
    jo.reads("A wish in the plan: “Someone for keeping a spare key”", within=sheet)
    jo.closes_what_is_open()
    jo.sees_goal("Someone for keeping a spare key")


def test_words_of_their_own_by_keys_on_a_small_phone(service_user: Person) -> None:
    sam = service_user
    sam.opens_kith()
    sam.presses("Start together")
    sheet = sam.finds_more_to_do("Who could help?")
    sheet.get_by_role("button", name="Something of your own").press("Enter")
    field = sheet.get_by_role("textbox", name="Something of your own")
    field.fill("getting up")
    field.press("Enter")
    sheet.get_by_role("button", name="getting up").press("Enter")
    one = sam.sheet("Who could help with getting up?")
    myself = one.get_by_role("radio", name="I can do this myself")
    myself.press("Space")
    expect(myself).to_be_checked()
    one.get_by_text("Change the words, or put it away").press("Enter")
    words = one.get_by_role("textbox", name="Say it in your own words")
    words.fill("getting up on Mondays")
    words.press("Enter")
    one = sam.sheet("Who could help with getting up on Mondays?")
    one.get_by_role("button", name="Put this one away").press("Enter")
    sheet = sam.sheet("Who could help?")
    sheet.get_by_text("Put away", exact=True).press("Enter")
    sheet.get_by_role("button", name="Bring back: getting up on Mondays").press("Enter")
    row = sheet.get_by_role("button", name="getting up on Mondays I can do this myself")
    expect(row).to_be_visible()
