"""The part of the walk past every screen that is about one's own notes."""

from collections.abc import Iterator

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def not_here(jo: Person, name: str) -> Look:
    """On the tablet that two share."""
    jo.looks_at_own_notes(name)
    yield "own notes, not here", jo
    jo.closes_what_is_open()
    jo.looks_at_what_is_only_for_oneself()
    yield "in the way, only for oneself, not here", jo
    jo.closes_what_is_open()
    jo.turns_to("map")


def on_ones_own(sam: Person, name: str, unlock: str) -> Look:
    """From the first time on, as far as another phone."""
    own = sam.looks_at_own_notes(name)
    yield "own notes, to open", sam
    sam.presses("I have them on another phone", within=own)
    yield "own notes, from another phone", sam
    sam.presses("Back", within=own)
    sam.shows_that_it_is_them(own, "Write here", unlock)
    sam.notes("Shouts when the rent is late", within=own)
    yield "own notes", sam
    sam.presses("Put this note away", within=own)
    yield "own notes, put away", sam
    sam.presses("Bring it back", within=own)
    sam.offers_own_notes(own)
    yield "own notes, on another phone too", sam
    sam.closes_what_is_open()
    own = sam.looks_at_what_is_only_for_oneself()
    sam.types_in(own.get_by_label("What is in the way?", exact=True), "Jo talks over me")
    sam.presses("Put it on the board: Jo talks over me", within=own)
    sam.unfolds("Where else I can say it", within=own)
    yield "in the way, only for oneself", sam
    sam.closes_what_is_open()
    sam.turns_to("map")
    sam.puts_away_from_the_map(name)
    sam.looks_at_notes_of_away(name)
    yield "own notes about somebody put away", sam
    sam.closes_what_is_open()
    yield "the list, somebody put away", sam
    sam.presses(f"Bring back {name}")
    sam.presses("Map")
