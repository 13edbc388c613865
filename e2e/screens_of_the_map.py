"""The walk past what else can be done with the map: good things, who could help, what is missing, who comes to mind."""

from collections.abc import Iterator

from e2e.people import Person
from e2e.screens_on_paper import a_map_on_paper

Look = Iterator[tuple[str, Person]]


def more_to_do(jo: Person) -> Look:
    """With a map of a few people, one of them called Sol."""
    jo.turns_to("map")
    jo.presses("More to do here")
    yield "more to do", jo
    jo.presses("Close")
    sheet = jo.looks_at_good_things()
    section = sheet.get_by_role("region").first
    jo.presses("Add a good thing", within=section)
    jo.presses("Nothing comes to mind?", within=section)
    yield "good things", jo
    jo.closes_what_is_open()
    yield from help_and_what_is_missing(jo)
    sheet = jo.finds_more_to_do("Who comes to mind?")
    yield "who comes to mind", jo
    jo.says_who_came_to_mind("Sol")
    yield "the same Sol", jo
    jo.presses("Yes, the same", within=sheet)
    jo.closes_what_is_open()
    yield from a_map_on_paper(jo)
    jo.finds_more_to_do("On paper to keep")
    yield "on paper to keep", jo
    jo.closes_what_is_open()
    jo.finds_more_to_do("Someone I know")
    yield "someone I know", jo
    jo.closes_what_is_open()
    yield from two_maps(jo)
    yield from an_example(jo)


def help_and_what_is_missing(jo: Person) -> Look:
    """One thing of any week, all of them, and an open shape on the map."""
    one = jo.looks_at_help_with("a lift somewhere")
    jo.touches_box("Sol", within=one)
    jo.touches(one.get_by_text("Change the words, or put it away"))
    yield "who could help with one thing", jo
    jo.presses("Someone is missing for this", within=one)
    jo.presses("All of them", within=one)
    yield "who could help", jo
    jo.closes_what_is_open()
    jo.finds_more_to_do("Missing for me")
    yield "missing for me", jo
    jo.closes_what_is_open()


def ones_own_list(jo: Person) -> Look:
    """On the tablet that Jo keeps: first the words, then the list, with somebody on it."""
    jo.presses("Open my own list", within=jo.finds_more_to_do("Someone I know"))
    yield "before one's own list", jo
    jo.shows_that_it_is_them(jo.sheet("My own list"), "Begin my list")
    jo.writes_down("Gus", "could show someone round the allotment")
    jo.presses("Show Gus here")
    yield "one's own list", jo
    yield from ones_own_map(jo)
    jo.finds_more_to_do("Someone I know")
    yield "someone may be known", jo
    jo.closes_what_is_open()


def put_away_meanwhile(jo: Person, sam: Person) -> Look:
    """On Sam's phone, where Sam was at work with no signal on what Jo put away."""
    sam.device.loses_the_signal()
    sam.moves("Sol", ring="close")
    jo.puts_away_from_the_map("Sol")
    jo.sees_sent()
    sam.device.finds_the_signal()
    strip = sam.is_told_it_was_put_away("put Sol away")
    yield "put away at the same time", sam
    sam.presses("Bring back Sol", within=strip)
    jo.sees("Sol", ring="closest")  # the move on that phone was Jo's, a question until Sam says yes


def ones_own_map(jo: Person) -> Look:
    """From the own list: rings, somebody picked up, all about them, the list, and adding."""
    jo.presses("See it as a map", within=jo.sheet("My own list"))
    jo.puts_on_own_map("Pond café", "a quiet corner, and they know me", ring="close", kind="Place")
    jo.puts_on_own_map("Gentle gym", "a taster hour", ring="life", kind="Service")
    yield "one's own map", jo
    jo.picks_up("Pond café")
    yield "one's own map, somebody picked up", jo
    jo.presses("Done")
    jo.looks_at("Gus")
    yield "about somebody on one's own map", jo
    jo.closes_what_is_open()
    jo.presses("Add someone")
    yield "adding to one's own map", jo
    jo.closes_what_is_open()
    jo.presses("List")
    yield "one's own map, the list", jo
    jo.presses("Map")
    jo.presses("Close my map")


def two_maps(jo: Person) -> Look:
    """The made-up pair's, with all in words and what is on both."""
    both = jo.looks_at_both_maps()
    yield "our two maps", jo
    jo.one_map("Ama’s map", within=both)
    jo.one_map("Jo’s map", within=both)
    jo.says_yes_to_what_is_on_both("Ama", within=both)
    yield "our two maps, one has said yes", jo
    jo.says_yes_to_what_is_on_both("Jo", within=both)
    both.get_by_role("region", name="What is on both").scroll_into_view_if_needed()
    yield "our two maps, what is on both", jo
    jo.closes_what_is_open()


def an_example(jo: Person) -> Look:
    sheet = jo.finds_more_to_do("An example map")
    yield "an example map", jo
    jo.one_map("Ines’s map", within=sheet)
    jo.one_map("Tomasz’s map", within=sheet).scroll_into_view_if_needed()
    yield "an example map, in words", jo
    jo.closes_what_is_open()
