"""The walk past what opens from the plan: the steps in one list, the wish jar, and the last two minutes."""

from collections.abc import Iterator

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def wishes_and_days(jo: Person) -> Look:
    """With a plan of a few steps, on a tablet that is both people's."""
    jo.shows_steps()
    jo.presses("Change the order")
    yield "the steps by who and when", jo
    jo.presses("Keep this order")
    jo.presses("Show the whole plan")
    jar = jo.looks_into_the_jar()
    yield "the wish jar, empty", jo
    jo.puts_into_the_jar("Drawing", begins="I used to like")
    jo.presses("What else is like this?", within=jo.wish("Drawing"))
    field = jo.wish("Drawing").get_by_role("textbox", name="Something like “Drawing”")
    field.fill("Looking at pictures")
    field.press("Enter")
    field.press("Escape")
    jo.guesses(jar, "The sea")
    jo.presses("More about “The sea”", within=jo.wish("The sea"))
    jo.says_whose_idea("Drawing", "Both of us")
    jo.unfolds("Whose ideas these are", within=jar)
    yield "the wish jar", jo
    jo.closes_what_is_open()
    jo.finishes_for_today()
    jo.says_yes_to_today()
    jo.presses("Keep it for next time")
    jo.presses("Show it as a QR code")
    yield "today we", jo
    jo.closes_what_is_open()
