"""How far a goal has come: in the pair's own words, only where they want it, and as a number only for whoever asks."""

import re

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_agreed_at_the_table_written_anew_at_home_and_seen_in_two_ways(
    practitioner: Person, service_user: Person, card: str
) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.wishes("Swim")

    # Nothing of it is in the way of whoever does not want it.
    jo.enters("How is it going?")
    jo.chooses("A good look")
    jo.does_not_read("How far have we come?")

    # Together, no more than what would be as hoped, and where it is now.
    know = jo.looks_how_we_would_know("Swim")
    jo.hopes_for("Twice a month", within=know)
    jo.chooses("A bit less than that", within=know)
    jo.unfolds("More and less than that", within=know)
    know.get_by_label("By when would that be good?", exact=True).fill("2027-06-30")
    jo.presses("We agree on this", within=know)
    jo.reads("You agreed on this", within=know)
    jo.reads("By when: Wednesday 30 June 2027", within=know)
    jo.closes_what_is_open()
    part = jo.looks_how_far_it_is()
    jo.reads("As hoped: Twice a month", within=part)
    jo.presses("Show the number", within=part)
    jo.reads("There is no number. Nothing was said yet.", within=part)
    jo.presses("Hide the number", within=part)
    jo.says_how_far("Swim", "Worse", as_="Jo", within=part)
    jo.presses("Take it back: how far “Swim” has come, as Jo sees it", within=part)
    expect(part.get_by_role("radio", checked=True)).to_have_count(0)
    jo.says_how_far("Swim", "Partly", as_="Jo", within=part)
    jo.sees_sent()

    # At home, Sam says their own; Jo's is there to be read, and nobody's to change.
    sam.wishes("Sing")
    at_home = sam.looks_how_far_it_is()
    sam.reads("Jo: Partly", within=at_home)
    sam.says_how_far("Swim", "A bit better", as_="Sam", within=at_home)
    sam.reads("You see this in two ways. Both stay.", within=at_home)
    sam.presses("Show the number", within=at_home)
    sam.reads("As Sam sees it: 60", within=at_home)
    sam.reads("As Jo sees it: 40", within=at_home)
    sam.reads("It is about your own goals, and not for comparing people.", within=at_home)

    # Other words are a wording of their own, and what was said of the first stays with it.
    know = sam.looks_how_we_would_know("Swim")
    sam.presses("Change the words", within=know)
    sam.writes_level("What would be as hoped?", "Once a month", within=know)
    sam.writes_in("What has changed?", "The pool is shut", within=know)
    sam.presses("We agree on this", within=know)
    sam.reads("What had changed: The pool is shut", within=know)
    sam.closes_what_is_open()
    sam.sees_sent()

    part = jo.looks_how_far_it_is()
    jo.reads("As hoped: Once a month", within=part)
    expect(part.get_by_role("radio", checked=True)).to_have_count(0)
    jo.touches(part.get_by_text("Earlier words", exact=True))
    jo.reads("As hoped: Twice a month", within=part)
    before = part.get_by_role("region", name="Twice a month")
    expect(before.get_by_text("Sam said on")).to_contain_text("A bit better")
    expect(before.get_by_text("Jo said on")).to_contain_text("Partly")


def test_agreed_on_two_devices_at_once(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.wishes("Swim")
    with_jo = jo.looks_how_we_would_know("Swim")
    jo.hopes_for("Twice a month", within=with_jo)
    with_sam = sam.looks_how_we_would_know("Swim")
    sam.unfolds("More and less than that", within=with_sam)
    sam.device.loses_the_signal()
    jo.unfolds("More and less than that", within=with_jo)
    jo.writes_level("A bit more", "Every week", within=with_jo)
    jo.presses("We agree on this", within=with_jo)
    sam.writes_level("A bit less", "Once", within=with_sam)
    sam.presses("We agree on this", within=with_sam)
    sam.reads("Sam noted that you agree on this", within=with_sam)
    sam.device.finds_the_signal()

    # Both are there for both, until one is kept; the other waits with the earlier words.
    for one, fold in ((jo, with_jo), (sam, with_sam)):
        one.reads("You agreed twice at the same time. Both are here.", within=fold)
        one.reads("A bit more: Every week", within=fold)
        one.reads("A bit less: Once", within=fold)
    sam.presses("Keep this one: Every week, Twice a month", within=with_sam)
    sam.touches(with_sam.get_by_text("Earlier words", exact=True))
    sam.reads("A bit less: Once", within=with_sam.get_by_role("group").filter(has_text="Earlier words"))
    expect(jo.page.get_by_text("You agreed twice at the same time.")).to_have_count(0)


def test_begun_twice_and_each_puts_another_away(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.wishes("Swim")
    with_jo = jo.looks_how_we_would_know("Swim")
    with_sam = sam.looks_how_we_would_know("Swim")
    sam.device.loses_the_signal()
    jo.hopes_for("Twice a month", within=with_jo)
    sam.hopes_for("Every week", within=with_sam)
    sam.device.finds_the_signal()
    for one, fold in ((jo, with_jo), (sam, with_sam)):
        one.reads("This was begun twice at the same time. Both are here.", within=fold)
    sam.device.loses_the_signal()
    jo.presses("Put this one away: Every week", within=with_jo)
    sam.presses("Put this one away: Twice a month", within=with_sam)
    sam.device.finds_the_signal()

    # Nothing is lost: both wait for either of them to bring one back.
    for one, fold in ((jo, with_jo), (sam, with_sam)):
        one.touches(fold.get_by_text("Put away", exact=True))
        for words in ("Twice a month", "Every week"):
            expect(fold.get_by_role("button", name=f"Bring back: {words}")).to_be_visible()
    sam.presses("Bring back: Every week", within=with_sam)
    for fold in (with_jo, with_sam):
        expect(fold.get_by_role("textbox", name="What would be as hoped?")).to_have_value("Every week")


def test_more_words_for_whoever_wants_them_and_a_word_where_there_are_two_things(practitioner: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.wishes("Paint and sew")
    know = jo.looks_how_we_would_know("Paint and sew")
    jo.reads("There may be two things in this.", within=know)
    # Whose words they are makes two of them: nothing here does.
    expect(know.get_by_role("button")).to_have_text(
        [re.compile("How would we know"), re.compile("What would be as hoped")]
    )
    jo.closes_what_is_open()
    jo.wishes("Swim")
    know = jo.looks_how_we_would_know("Swim")
    jo.hopes_for("Twice a month", within=know)
    jo.chooses("It is so already: keep it going", within=know)
    jo.reads("It is so already. Then to keep it going is as hoped.", within=know)
    jo.chooses("Not said", within=know)
    expect(know.get_by_text("It is so already. Then")).to_have_count(0)
    jo.unfolds("More and less than that", within=know)
    jo.writes_level("A bit more", "twice a month", within=know)
    jo.reads("Two of these say the same. Leave it so, if you mean it.", within=know)
    jo.writes_level("A bit more", "Every week", within=know)
    jo.reads("Some are still empty. They can stay empty.", within=know)
    for level, words in (("A lot more", "Once a year"), ("A bit less", "Never"), ("A lot less", "Once a month")):
        jo.writes_level(level, words, within=know)
    jo.reads("Is each a bit more than the last?", within=know)
    know.get_by_label("How much does it matter to Sam?").select_option(label="It matters a lot")
    know.get_by_label("How hard is it?").select_option(label="A bit hard")
    jo.presses("We agree on this", within=know)
    jo.reads("A bit more: Every week", within=know)

    # With the pen, Jo does not say how much it matters to Sam.
    jo.closes_what_is_open()
    jo.takes_the_pen("Jo")
    know = jo.looks_how_we_would_know("Swim")
    jo.presses("Change the words", within=know)
    jo.unfolds("More and less than that", within=know)
    jo.reads("How much it matters to Sam: It matters a lot", within=know)
    expect(know.get_by_label("How much does it matter to Sam?")).to_have_count(0)
    jo.presses("Leave them", within=know)
    jo.closes_what_is_open()

    # What Jo suggests is nothing to agree on before Sam has said yes to it.
    jo.wishes("Cook")
    know = jo.looks_how_we_would_know("Cook")
    jo.hopes_for("Once a week", within=know)
    jo.does_not_read("We agree on this")
    jo.closes_what_is_open()

    # What was let go is in no number, and is named.
    jo.looks_into_goal("Swim")
    jo.chooses("Let go")
    jo.closes_what_is_open()
    part = jo.looks_how_far_it_is()
    jo.presses("Show the number", within=part)
    jo.reads("There is no number. Nothing was said yet.", within=part)
    jo.reads("Not in the number, because you let it go: Swim", within=part)
