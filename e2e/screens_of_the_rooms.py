"""The walk through the rooms beside the map, each from its door; it ends in the plan."""

from collections.abc import Iterator

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def rooms_beside_the_map(jo: Person) -> Look:
    """All of them but the plan. A new room gets its line here."""
    yield from talking(jo)
    jo.enters("Our plan")


def talking(jo: Person) -> Look:
    """Cards first; then the tablet put down."""
    jo.enters("Talk")
    jo.reads("What was good this week?")
    yield "talk", jo
    jo.presses("Put the tablet down")
    yield "talk, the tablet put down", jo
    jo.presses("Pick it up again")
