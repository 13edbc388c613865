"""The part of the walk past every screen that is about pages of the one who helps, theirs alone."""

from collections.abc import Iterator

from e2e.people import Person

Look = Iterator[tuple[str, Person]]

TIME = "One hour a week is all I have"


def ones_own_pages(jo: Person, *, again: bool) -> Look:
    """On the tablet that Jo keeps: the own column with a line that is shown, and what the room has of it."""
    jo.looks_at_own_column(again=again)
    yield "one's own column, empty", jo
    jo.writes_a_line(TIME, about="Time")
    jo.writes_a_line("Walking there and back", works=True, about="New ideas")
    jo.says_of_what_kind(TIME, "How my work is set up")
    jo.line(TIME).scroll_into_view_if_needed()
    yield "one's own column, a line to change", jo
    jo.shows_a_line(TIME, to="Sam")
    yield "one's own column", jo
    jo.closes_what_is_open()
    jo.column("Not yet").scroll_into_view_if_needed()
    yield "taking stock, a line of one's own column shown", jo
