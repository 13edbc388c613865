"""The walk past a map on paper that is photographed, kept and looked at."""

from collections.abc import Iterator

from e2e.paper_map import photographed
from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def a_map_on_paper(jo: Person) -> Look:
    """Before there is any, a file that is none, the question, and looking at it, beside the map where there is room."""
    jo.opens_the_photographs()
    yield "a map on paper", jo
    jo.chooses_a_photograph(b"no photograph at all")
    jo.reads("That could not be opened as a photo.")
    yield "no photo", jo
    jo.chooses_a_photograph(photographed(jo.page, 900, 600, grain=4000))
    jo.reads("Names and faces on it stay.")
    yield "keep this photo?", jo
    jo.presses("Keep it")
    jo.sees_the_photograph()
    yield "a photo", jo
    jo.presses("Closer")
    jo.presses("All photos")
    yield "photos that are kept", jo
    if jo.has_room_beside_the_map():
        jo.presses_the_first("Look at")
        jo.presses("Keep it beside the map")
        jo.sees_the_photograph()
        yield "a photo beside the map", jo
        jo.presses("Put it aside")
    jo.closes_what_is_open()
