"""The walk through the rooms beside the map, each from its door; it ends in the plan."""

from collections.abc import Iterator

from playwright.sync_api import expect

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def rooms_beside_the_map(jo: Person) -> Look:
    """All of them but the plan. A new room gets its line here."""
    yield from talking(jo)
    yield from in_the_way(jo)
    jo.enters("Our plan")


def talking(jo: Person) -> Look:
    """Cards first; then the tablet put down."""
    jo.enters("Talk")
    jo.reads("What was good this week?")
    yield "talk", jo
    jo.presses("Put the tablet down")
    yield "talk, the tablet put down", jo
    jo.presses("Pick it up again")


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
    jo.presses("A page on paper")
    yield "a page on paper", jo
    jo.closes_what_is_open()
