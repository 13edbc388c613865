"""The first talk: nothing is asked, and every room stands beside the map."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import PHONE, TABLET, Screen
from e2e.people import Person


@pytest.mark.parametrize("screen", [TABLET, PHONE], ids=["tablet", "phone"])
def test_cards_before_anything_is_kept(devices: Devices, screen: Screen) -> None:
    jo = Person("Jo", devices.new(screen))
    jo.opens_kith()
    jo.starts_together()
    jo.enters("Talk")
    jo.arrives_at("Talk")
    jo.reads("What was good this week?")
    jo.presses("Another card")
    jo.reads("Who do you like to be with?")
    jo.presses("Put the tablet down")
    jo.reads("Just talk. The tablet can wait.")
    jo.does_not_read("Who do you like to be with?")
    jo.presses("Pick it up again")
    jo.reads("Who do you like to be with?")
    jo.enters("Our plan")
    jo.arrives_at("Our plan")
    if screen is TABLET:
        expect(jo.page.get_by_role("button", name="Add someone")).to_be_visible()


def test_rooms_by_keys_alone(devices: Devices) -> None:
    jo = Person("Jo", devices.new(TABLET))
    jo.opens_kith()
    jo.starts_together()
    jo.page.get_by_role("button", name="Go to the plan").focus()
    jo.page.keyboard.press("Enter")
    jo.arrives_at("Our plan")
    rooms = jo.page.get_by_role("navigation", name="Rooms").get_by_role("button")
    for _ in range(rooms.count()):
        jo.page.keyboard.press("Shift+Tab")
    expect(rooms.first).to_be_focused()
    jo.page.keyboard.press("Enter")
    jo.arrives_at("Talk")


def test_a_first_talk_at_one_tablet(devices: Devices, card: str) -> None:
    jo = Person("Jo", devices.new(TABLET))
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.enters("Talk")

    feel = jo.opens_up("How I feel")
    jo.reads("Nobody watches this. Both of you read it when you meet.", within=feel)
    jo.feels("Hopeful", "Nervous", within=feel, as_="Sam", words="a bit wobbly")
    jo.reads("Hopeful, Nervous, a bit wobbly", within=feel)
    jo.feels("I don’t know", within=feel, as_="Jo")
    jo.puts_away_and_brings_back("I don’t know", within=feel)

    hopes = jo.opens_up("Hopes and worries")
    jo.says("To swim again", "A hope", within=hopes)
    jo.says("The bus is loud", "A worry", within=hopes)
    jo.presses("Jo says beside it:", within=hopes.get_by_role("listitem").filter(has_text="To swim again"))
    beside = hopes.get_by_label("Say my own beside “To swim again”", exact=True)
    beside.fill("I see you laugh in water")
    beside.press("Enter")
    jo.reads("I see you laugh in water", within=hopes)
    jo.enters("Our plan")
    jo.does_not_read("The bus is loud")
    jo.enters("Talk")
    jo.touches_box("Show it in our plan too", within=jo.opens_up("Hopes and worries"))
    jo.enters("Our plan")
    jo.reads("The bus is loud")
    jo.enters("Talk")

    thoughts = jo.opens_up("First thoughts")
    own = thoughts.get_by_role("region", name="Sam’s first thoughts")
    jo.says("Auntie B", "Somebody or something", within=own)
    jo.puts_away_and_brings_back("Auntie B", within=own)
    jo.presses("Put Auntie B on the map", within=own)
    jo.sees("Auntie B", ring="tray")

    together = jo.opens_up("How we’ll work together")
    jo.says("We ring before we come", "A line", within=together)
    jo.presses("Strike “We ring before we come”", within=together)
    jo.touches(together.get_by_text("Struck lines"))
    jo.presses("Bring back “We ring before we come”", within=together)

    heard = jo.opens_up("What I heard you say")
    jo.says("Mornings are hard", "What I heard", within=heard, as_="Jo")
    jo.presses("Not quite", within=heard)
    jo.reads("Sam says: not quite.", within=heard)

    go_on = jo.opens_up("Shall we go on together?")
    sams = go_on.get_by_role("region", name="Sam’s answer")
    jo.chooses("Not now", within=sams)
    jo.chooses("In two weeks", within=sams)
    jo.presses("That’s my answer", within=sams)
    jo.reads("Sam says: Not now", within=sams)
    jo.presses("Take my answer back", within=sams)
    jo.chooses("Only some of it", within=sams)
    jo.touches(sams.get_by_role("checkbox", name="The map"))
    jo.presses("That’s my answer", within=sams)
    jo.reads("Sam says: Only some of it, The map", within=sams)

    check = jo.opens_up("How was this talk?")
    jo.presses("Begin", within=check)
    jo.answers_about_the_talk("Yes", within=check)
    jo.does_not_read("Were these the right questions?")
    jo.presses("I have it", within=check)
    jo.answers_about_the_talk("Partly", within=check)
    jo.reads("Both have answered.", within=check)
    jo.presses("Sam: show together", within=check)
    expect(check.get_by_text("What you both answered")).to_have_count(0)
    jo.presses("Jo: show together", within=check)
    jo.reads("What you both answered", within=check)
    jo.presses("Keep them", within=check)
    jo.reads("Answers you kept", within=check)

    jo.keeps_it(card)
    jo.sees_saved()
    jo.device.closes()
    jo.opens_kith()
    jo.unlocks()
    jo.enters("Talk")
    jo.reads("Hopeful, Nervous, a bit wobbly")
    jo.reads("To swim again")


def test_nobody_is_alone_in_it(practitioner: Person) -> None:
    """A card that says so, and leads to who could help, to somebody who comes along, and to what gets in the way."""
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    for button, arrives in (("Someone to come along", "Going out"), ("What gets in the way", "In the way")):
        jo.enters("Talk")
        part = jo.opens_up("You are not alone in this")
        jo.reads("Nobody has to do any of it alone.", within=part)
        jo.presses(button, within=part)
        jo.arrives_at(arrives)
    jo.enters("Talk")
    jo.presses("Who could help with what?", within=jo.opens_up("You are not alone in this"))
    expect(jo.page.get_by_role("dialog")).to_be_visible()


def test_what_one_would_like_and_what_is_noticed_on_the_way(practitioner: Person, service_user: Person) -> None:
    """At one tablet: kinds of people become wishes, a far hope stands above the steps, each notices their own signs."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")

    # From a kind of people to a wish, and from an answer to one: in the jar, and nowhere else.
    sam.enters("Talk")
    kinds = sam.opens_up("Who I would like more of")
    sam.presses("A wish for the jar: A group where I fit in", within=kinds)
    sam.reads("In the jar: A group where I fit in", within=kinds)
    expect(kinds.get_by_role("button", name="A wish for the jar: A group where I fit in")).to_have_count(0)
    sam.presses("Who could help with what?", within=sam.opens_up("You are not alone in this"))
    sam.touches(sam.page.get_by_role("dialog").get_by_role("button", name="getting out for a walk").first)
    sam.chooses("Nobody yet")
    sam.presses("Put a wish for this in the jar")
    sam.reads("In the jar: Somebody for getting out for a walk")
    sam.closes_what_is_open()
    sam.looks_into_the_jar()
    for wish in ("A group where I fit in", "Somebody for getting out for a walk"):
        expect(sam.wish(wish)).to_be_visible()
    sam.closes_what_is_open()

    # A hope of Sam's stands above the steps; Jo cannot hope in Sam's place.
    sam.hopes_for_in_the_long_run("A trade of my own")
    above = sam.page.get_by_role("region", name="For the long run")
    sam.reads("A trade of my own", within=above)
    jo.takes_the_pen("Jo")
    expect(above.get_by_role("button")).to_have_count(0)
    expect(jo.page.get_by_role("button", name="A hope for the long run")).to_have_count(0)
    jo.takes_the_pen("Both of us")
    sam.presses("Take it off our plan: “A trade of my own”", within=above)
    expect(above).to_have_count(0)
    sam.enters("Talk")
    sam.touches_box("Keep it above our plan", within=sam.opens_up("Hopes and worries"))

    # Each notices their own, side by side; what one notices no more goes, and the other's stays.
    sam.has_a_good_look()
    row = sam.notices("Taking the lead", "I rang first", as_="Sam")
    jo.notices("Taking the lead", "chose the day", as_="Jo")
    sam.notices("More sure of things", as_="Sam")
    sam.reads("Sam notices it")
    for said in ("I rang first", "chose the day"):
        sam.reads(said, within=row)
    jo.touches(sam.opens_up("Signs that you notice").get_by_role("radio", name="Jo", exact=True))
    jo.touches(row.get_by_role("checkbox", name="Taking the lead", exact=True))
    expect(row.get_by_text("chose the day")).to_have_count(0)
    sam.reads("I rang first", within=row)

    # Something new that somebody fancies is a wish in the jar.
    again = sam.opens_up("Look at the map again")
    sam.presses("Anything new you fancy?", within=again)
    field = again.get_by_label("Something new", exact=True)
    field.fill("To sing in a pub")
    field.press("Enter")
    expect(field).to_have_value("")

    # Sam's own words over time, out of sight when Sam would rather not.
    over = sam.opens_up("In our own words, over time")
    for said in ("Hope: A trade of my own", "Taking the lead: I rang first"):
        expect(over.get_by_role("listitem").filter(has_text=said)).to_be_visible()
    sam.presses("Keep it out of sight, says Sam", within=over)
    sam.reads("Sam would rather not look back just now. That is fine.", within=over)
    expect(over.get_by_role("listitem")).to_have_count(0)
    sam.presses("Show them again, says Sam", within=over)
    expect(over.get_by_role("listitem").first).to_be_visible()
    sam.enters("Our plan")
    sam.reads("A trade of my own", within=above)
    sam.looks_into_the_jar()
    expect(sam.wish("To sing in a pub")).to_be_visible()
