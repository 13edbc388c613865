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
    yield from what_jo_said(jo)
    jo.enters("How is it going?")
    jo.column("Not yet").scroll_into_view_if_needed()
    yield "taking stock, a line of one's own column shown", jo


def what_jo_said(jo: Person) -> Look:
    """The door from the plan, and the page place by place and by day."""
    for what, when in (("Ring the pool", "Next time we meet"), ("Send for the form", None)):
        jo.plans(what)
        jo.decides(what, who="Jo", when=when)
    jo.arranges(jo.looks_when_we_meet(), "When do you meet next?", "Thursday at two")
    jo.closes_what_is_open()
    sheet = jo.looks_at_what_they_said(again=True)
    yield "what I said I'd do", jo
    jo.chooses("By day", within=sheet)
    yield "what I said I'd do, by day", jo
    jo.closes_what_is_open()
    jo.page.get_by_role("button", name="What Jo said they would do").scroll_into_view_if_needed()
    yield "the plan, with the way to what I said", jo
