"""The walk through the rooms beside the map, each from its door; it ends in the plan."""

import re
from collections.abc import Iterator

from playwright.sync_api import expect

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def rooms_beside_the_map(jo: Person) -> Look:
    """All of them but the plan. A new room gets its line here."""
    yield from talking(jo)
    yield from going_out(jo)
    yield from in_the_way(jo)
    yield from how_far(jo, "Paint with other people again")
    jo.enters("Our plan")


def talking(jo: Person) -> Look:
    """Cards first; then the tablet put down."""
    jo.enters("Talk")
    jo.reads("What was good this week?")
    jo.opens_up("You are not alone in this")
    yield "talk", jo
    jo.presses("Put the tablet down")
    yield "talk, the tablet put down", jo
    jo.presses("Pick it up again")
    kinds = jo.opens_up("Who I would like more of")
    jo.presses("A wish for the jar: A close friend", within=kinds)
    yield "who I would like more of", jo
    yield from when_we_meet(jo)
    yield from what_is_noticed(jo)


def what_is_noticed(jo: Person) -> Look:
    """A far hope above the plan, signs with an example, and one's own words over time."""
    jo.hopes_for_in_the_long_run("A trade of my own, and people to laugh with")
    jo.page.get_by_role("region", name="For the long run").scroll_into_view_if_needed()
    yield "a hope for the long run", jo
    jo.has_a_good_look()
    row = jo.notices("Taking the lead", "I rang Ana before anybody asked")
    row.scroll_into_view_if_needed()
    yield "signs that you notice", jo
    over = jo.opens_up("In our own words, over time")
    over.scroll_into_view_if_needed()
    yield "in our own words, over time", jo


def when_we_meet(jo: Person) -> Look:
    """All of it open: the next time, numbers with words to send, a time that was just a chat, and the card."""
    sheet = jo.looks_when_we_meet()
    yield "when we meet", jo
    jo.arranges(sheet, "Where?", "The bench by the pond")
    jo.unfolds("How to reach each other", within=sheet)
    for number in sheet.get_by_label(re.compile("^A number for ")).all():
        number.fill("0113 496 0000")
        number.press("Enter")
    jo.unfolds("Times we met", within=sheet)
    jo.presses("We had a chat today", within=sheet)
    jo.touches(sheet.get_by_role("listitem").get_by_role("button", name=re.compile("^More about ")))
    yield "when we meet, all of it", jo
    jo.presses("A card to take along", within=sheet)
    yield "a card for when we meet", jo
    jo.closes_what_is_open()


def going_out(jo: Person) -> Look:
    """Something planned, all its folds open, its card, and how it was."""
    jo.enters("Going out")
    yield "going out", jo
    jo.thinks_of_going("The art class")
    sheet = jo.plans_outing("The art class")
    yield "an outing", jo
    for fold in (
        "When and where",
        "Who helps",
        "Plan B",
        "Worries",
        "First tiny steps",
        "How big a step",
        "How it was",
    ):
        jo.unfolds(fold, within=sheet)
    jo.presses("Add it", within=sheet)
    jo.worries_about(sheet, "Everybody will look")
    jo.presses("We went, or we tried", within=sheet)
    yield "an outing, all of it", jo
    jo.presses("A card to take along", within=sheet)
    yield "a card for an outing", jo
    jo.closes_what_is_open()
    jo.page.get_by_role("button", name="Add something good to know").first.press("Enter")
    yield "good to know", jo


def how_far(jo: Person, goal: str) -> Look:
    """How the two would know, with all that can be said, what they agree on, and how far it is, with the number."""
    know = jo.looks_how_we_would_know(goal)
    jo.hopes_for("In a group, once a week", within=know)
    jo.chooses("A bit less than that", within=know)
    jo.unfolds("More and less than that", within=know)
    jo.writes_level("A bit more", "in a group, once a week", within=know)
    yield "how we would know", jo
    jo.presses("We agree on this", within=know)
    jo.presses("Change the words", within=know)
    jo.writes_level("What would be as hoped?", "In a group, now and then", within=know)
    yield "how we would know, written anew", jo
    jo.presses("We agree on this", within=know)
    jo.touches(know.get_by_text("Earlier words", exact=True))
    yield "how we would know, agreed", jo
    jo.closes_what_is_open()
    part = jo.looks_how_far_it_is()
    views = part.get_by_role("group").filter(has_text="No change").all()
    for word, group in zip(("Partly", "A bit better"), views, strict=True):
        jo.chooses(word, within=group)
    jo.presses("Show the number", within=part)
    yield "how far we have come", jo


def in_the_way(jo: Person) -> Look:
    """The board, one of it split, what may be told, and the page on paper."""
    jo.enters("In the way")
    yield "nothing in the way", jo
    jo.presses("Something is in the way")
    yield "something is in the way", jo
    jo.says_what_is_in_the_way("The bus fare", where="Somewhere else")
    jo.tries("Ask for the day ticket", about="The bus fare")
    card = jo.asks_to_tell("that one of us may leave early", to="the tutor")
    expect(card).to_be_visible()
    yield "in the way", jo
    sheet = jo.looks_closer_at("The bus fare")
    jo.unfolds("Split it into smaller ones", within=sheet)
    jo.unfolds("Other ways, smaller bits", within=sheet)
    yield "one thing in the way", jo
    jo.closes_what_is_open()
    jo.presses("A page for somebody close")
    sheet = jo.sheet("A page for somebody close")
    jo.writes_in("Who is it for?", "Mum", within=sheet)
    for tick in sheet.get_by_role("checkbox").all():
        jo.touches(tick)
    yield "a page for somebody close", jo
    jo.presses("Ready for a yes", within=sheet)
    page = jo.page.get_by_role("listitem").filter(has_text="To Mum")
    jo.touches(page.get_by_role("button", name=re.compile("^Yes, says ")))
    jo.touches(page.get_by_role("button", name=re.compile("^The page to take along: ")))
    jo.chooses("With room to write back", within=jo.sheet("The page to take along"))
    yield "the page to take along", jo
    jo.closes_what_is_open()
    jo.presses("A page on paper")
    yield "a page on paper", jo
    jo.closes_what_is_open()
