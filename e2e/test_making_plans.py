"""Making plans: wishes and what they lead to, goals that are taken or not, and the steps of the one plan."""

import re
from datetime import date, timedelta

import icalendar
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def summary_of(somebody: Person, button: str) -> dict[str, str]:
    """What a calendar shows of the file that this button saves, by day."""
    with somebody.page.expect_download() as saved:
        somebody.presses(button)
    assert saved.value.suggested_filename == "days.ics"
    found = icalendar.Calendar.from_ical(saved.value.path().read_bytes()).walk("VEVENT")
    return {event.start.isoformat(): str(event["SUMMARY"]) for event in found if isinstance(event, icalendar.Event)}


def test_from_a_wish_to_a_small_step(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.adds("The library", ring="life")
    jar = jo.looks_into_the_jar()
    jo.reads("The jar is empty. That is fine, too.", within=jar)
    jo.puts_into_the_jar("Win the lottery", begins="A dream, never mind how")
    jo.puts_into_the_jar("Drawing", begins="I used to like")

    # What is in the way is not for now: it waits in its own room, and nothing of it stands here.
    jo.parks("The bus fare")
    expect(jo.wish("The bus fare")).to_have_count(0)
    jo.closes_what_is_open()
    jo.enters("In the way")
    expect(jo.barrier("The bus fare")).to_be_visible()
    jar = jo.looks_into_the_jar()

    # One thing leads to another, and what it is about is on the map.
    jo.presses("What else is like this?", within=jo.wish("Drawing"))
    field = jo.wish("Drawing").get_by_role("textbox", name="Something like “Drawing”")
    field.fill("Looking at pictures")
    field.press("Enter")
    expect(jo.wish("Looking at pictures")).to_be_visible()
    jo.presses("More about “Looking at pictures”", within=jo.wish("Looking at pictures"))
    jo.touches_box("The library", within=jo.wish("Looking at pictures"))
    jo.presses("Make it a goal: Looking at pictures", within=jo.wish("Looking at pictures"))
    jo.reads("It is a goal in the plan.", within=jo.wish("Looking at pictures"))

    # A dream stays in the jar, also when it is not wanted any more; put away and written anew, it is welcome.
    jo.presses("More about “Win the lottery”", within=jo.wish("Win the lottery"))
    jo.presses("Not any more", within=jo.wish("Win the lottery"))
    expect(jo.wish("Win the lottery")).to_be_visible()
    jo.puts_into_the_jar("win the lottery!")
    jo.reads("“win the lottery!” was here before, and was set aside. It is here again, and that is fine.")
    jo.closes_what_is_open()

    # The goal has its people, says where it came from, and asks for the smallest step.
    sheet = jo.opens_goal("Looking at pictures")
    expect(sheet.get_by_role("checkbox", name="The library")).to_be_checked()
    jo.reads("It came from: Looking at pictures", within=sheet)
    jo.presses("Close", within=sheet)
    jo.plans("Walk past the library", towards="Looking at pictures")
    jo.sees_step("Walk past the library")

    # Resting is not the end: it is folded away, with its steps, and taken up again.
    sheet = jo.opens_goal("Looking at pictures")
    jo.chooses("Resting", within=sheet)
    jo.presses("Close", within=sheet)
    expect(jo.goal("Looking at pictures")).to_have_count(0)
    jo.touches(jo.page.get_by_text("Resting", exact=True))
    jo.presses("Take up again: Looking at pictures")
    jo.sees_step("Walk past the library")


def test_a_goal_of_the_other_is_only_suggested(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.takes_the_pen("Jo")
    jo.wishes("Join the choir")
    jar = jo.looks_into_the_jar()
    jo.presses("A guess by Jo", within=jar)
    field = jar.get_by_role("textbox", name="What Sam might like")
    field.fill("The sea")
    field.press("Enter")
    jo.reads("It waits for Sam to say. No hurry.", within=jo.wish("The sea"))
    jo.closes_what_is_open()
    jo.reads("It waits for Sam to say. No hurry.", within=jo.goal("Join the choir"))
    jo.sees_sent()

    # At home, Sam says no to one and yes to the other; a guess that was liked is a guess still.
    sam.sees_goal("Join the choir")
    sam.reads("Jo suggests this.", within=sam.goal("Join the choir"))
    sam.presses("Not for me: Join the choir")
    expect(sam.goal("Join the choir")).to_have_count(0)
    sam.looks_into_the_jar()
    sam.reads("Jo is guessing. It may be wrong.", within=sam.wish("The sea"))
    sam.presses("I’d like that: The sea", within=sam.wish("The sea"))
    expect(sam.wish("The sea").get_by_text("A guess", exact=True)).to_be_visible()
    sam.closes_what_is_open()
    sam.sees_sent()

    # Jo sees the no, and cannot undo it; Sam can, any day.
    expect(jo.goal("Join the choir")).to_have_count(0)
    jo.touches(jo.page.get_by_text("Not for now", exact=True))
    expect(jo.page.get_by_role("button", name="Take up again: Join the choir")).to_have_count(0)
    sam.touches(sam.page.get_by_text("Not for now", exact=True))
    sam.presses("Take up again: Join the choir")
    sam.presses("I’d like that: Join the choir")
    expect(sam.page.get_by_role("button", name="Not for me: Join the choir")).to_have_count(0)
    expect(jo.goal("Join the choir")).to_be_visible()


def test_the_steps_of_the_whole_plan_by_who_and_when(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.wishes("Swim")
    jo.plans("Look up the bus", towards="Swim")
    jo.plans("Ask the pool", towards="Swim")
    jo.plans("Buy stamps")
    jo.decides("Ask the pool", who="Jo", when="Next time we meet")
    jo.decides("Buy stamps", who="Both of us")
    sheet = jo.looks_into("Look up the bus")
    jo.chooses("On a day", within=sheet)
    long_ago = (date.today() - timedelta(days=400)).isoformat()
    sheet.get_by_label("Which day?").fill(long_ago)
    jo.reads("That day has been. Leave it, or choose another day.", within=sheet)
    jo.presses("Close", within=sheet)

    # The day goes into any calendar, and says nothing there that is theirs unless they want it to.
    sheet = jo.looks_into("Look up the bus")
    assert summary_of(jo, "Put it in a calendar") == {long_ago: "Something nice"}
    jo.touches(sheet.get_by_role("checkbox", name=re.compile("^With our own words in it")))
    assert summary_of(jo, "Put it in a calendar") == {long_ago: "Look up the bus"}
    jo.presses("Close", within=sheet)

    # Everything in one list, with what it is for; nothing says that it is late.
    part = jo.shows_steps()
    assert jo.steps_in_order() == ["Look up the bus", "Ask the pool", "Buy stamps"]
    expect(part.get_by_text("Towards: Swim")).to_have_count(2)
    jo.shows_steps(who="Jo")
    expect(jo.step("Look up the bus")).to_have_count(0)
    assert jo.steps_in_order() == ["Ask the pool", "Buy stamps"]
    jo.shows_steps(when="Next time we meet")
    expect(jo.step("Buy stamps")).to_have_count(0)
    assert jo.steps_in_order() == ["Ask the pool"]
    jo.shows_steps(who="Sam")
    jo.reads("No steps here.", within=part)

    # The order by buttons, by keys, and by a finger or the mouse; each stays with its goal.
    jo.shows_steps(who="Everybody", when="Any time")
    jo.presses("Change the order")
    jo.presses("Earlier: Buy stamps")
    assert jo.steps_in_order() == ["Look up the bus", "Buy stamps", "Ask the pool"]
    grip = part.get_by_role("button", name="Move Buy stamps: drag it, or use the up and down keys")
    grip.press("ArrowUp")
    assert jo.steps_in_order() == ["Buy stamps", "Look up the bus", "Ask the pool"]
    expect(grip).to_be_focused()
    handle, last = grip.bounding_box(), jo.step("Ask the pool").bounding_box()
    assert handle is not None
    assert last is not None
    jo.page.mouse.move(handle["x"] + 20, handle["y"] + 20)
    jo.page.mouse.down()
    jo.page.mouse.move(handle["x"] + 20, last["y"] + last["height"] - 4, steps=5)
    jo.page.mouse.up()
    assert jo.steps_in_order() == ["Look up the bus", "Ask the pool", "Buy stamps"]
    jo.presses("Keep this order")
    jo.presses("Show the whole plan")
    expect(jo.goal("Swim").get_by_role("checkbox")).to_have_count(2)


def test_the_last_two_minutes(practitioner: Person) -> None:
    """Three taps, one word changed, both say yes, and the words go along."""
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.plans("Look up the bus")
    sheet = jo.finishes_for_today()
    text = sheet.get_by_role("textbox", name="In our own words")
    expect(text).to_have_value("Today we looked at the map together. It was good. Next: Look up the bus.")
    expect(sheet.get_by_role("button", name="Print it")).to_have_count(0)
    jo.says_yes_to_today()
    expect(sheet.get_by_role("button", name="Print it")).to_be_visible()

    # A word that is changed is asked for again; a tap after that changes none of their own words.
    text.fill("We laughed about the map. Next: the bus.")
    expect(sheet.get_by_role("checkbox", name="Sam says yes")).not_to_be_checked()
    expect(sheet.get_by_role("button", name="Print it")).to_have_count(0)
    jo.chooses("It was hard, and we did it.", within=sheet)
    expect(text).to_have_value("We laughed about the map. Next: the bus.")
    jo.says_yes_to_today()
    jo.presses("Show it as a QR code", within=sheet)
    expect(sheet.get_by_role("img", name="These words as a QR code to scan")).to_be_visible()
    jo.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    jo.presses("Copy the words", within=sheet)
    jo.reads("Copied. You can paste them anywhere.", within=sheet)
    assert jo.page.evaluate("navigator.clipboard.readText()") == "We laughed about the map. Next: the bus."
    jo.presses("Close", within=sheet)

    # Alone with the pen, nobody says yes in the other's place.
    jo.takes_the_pen("Jo")
    jo.presses("Finish for today")
    jo.reads("Sam can say yes when you sit together at one tablet.", within=jo.sheet("Today we…"))


def test_many_goals_are_met_with_a_word_and_nothing_else(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    for at in range(1, 21):
        jo.wishes(f"Wish {at}")
    jo.reads("That is a lot to hold at once. You could pick one or two for now, and let the others rest.")
    expect(jo.page.get_by_role("article")).to_have_count(20)


def test_whose_idea_it_was_is_told_in_words(practitioner: Person, service_user: Person, card: str) -> None:
    """One, the other, both or somebody else; side by side for the two, with no number anywhere."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jar = jo.looks_into_the_jar()
    expect(jar.get_by_role("group", name="Whose ideas these are")).to_have_count(0)
    for wish, whose in (("The sea", "Sam"), ("Drawing", "Jo"), ("Bread", "Somebody else")):
        jo.puts_into_the_jar(wish)
        jo.says_whose_idea(wish, whose)
    jo.closes_what_is_open()
    jo.wishes("Swim")
    goal = jo.looks_into_goal("Swim")
    goal.get_by_role("combobox", name="Whose idea was it?").select_option(label="Both of us")
    jo.closes_what_is_open()
    jo.sees_sent()

    jar = sam.looks_into_the_jar()
    sam.unfolds("Whose ideas these are", within=jar)
    ideas = jar.get_by_role("group", name="Whose ideas these are", exact=True)
    for source, idea in (
        ("From Sam", "The sea"),
        ("From Jo", "Drawing"),
        ("From both of you", "Swim"),
        ("From somebody else", "Bread"),
    ):
        sam.reads(idea, within=ideas.get_by_role("region", name=source, exact=True))
    assert not any(letter.isdigit() for letter in ideas.inner_text())
    sam.says_whose_idea("The sea", "Both of us")
    sam.sees_sent()
    jar = jo.looks_into_the_jar()
    jo.unfolds("Whose ideas these are", within=jar)
    jo.reads("The sea", within=jar.get_by_role("region", name="From both of you", exact=True))
