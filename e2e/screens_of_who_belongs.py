"""The part of the walk past every screen that is about who can open it, and about the end."""

from collections.abc import Iterator

from playwright.sync_api import expect

from e2e.people import UNLOCK, Person
from e2e.screens_of_own_notes import on_ones_own

Look = Iterator[tuple[str, Person]]


def who_belongs(jo: Person, card: str) -> Look:
    """On a tablet that two share: what the card is asked for."""
    jo.asks_who_can_open_it()
    jo.looks_at_what_opens_it("This tablet, which you share")
    yield "about this tablet", jo
    jo.presses("Make it Jo’s own")
    yield "make it one’s own", jo
    jo.presses("Not now")
    jo.presses("Take it off this tablet")
    yield "take it off this tablet", jo
    jo.presses("Not now")
    jo.presses("Close", within=jo.sheet("This tablet, which you share"))
    jo.looks_at_what_opens_it("A key card for Sam")
    yield "about a card", jo
    jo.presses("Close", within=jo.sheet("A key card for Sam"))
    jo.presses("Check that you see the same")
    expect(jo.page.get_by_role("list", name="The words of this place").get_by_role("listitem")).to_have_count(4)
    yield "the words of this place", jo
    jo.presses("Close", within=jo.sheet("Check that you see the same"))
    jo.presses("End this for both of us")
    yield "end it, the card first", jo
    jo.shows_it_for_one_act(card, "End this for both of you?")
    yield "end it, the card read", jo
    jo.closes_what_is_open()


def taken_off(jo: Person, sam: Person, card: str) -> Look:
    """The other's phone goes, by the card, and says so."""
    jo.asks_who_can_open_it()
    jo.presses("Take it off", within=jo.looks_at_what_opens_it("A phone or tablet for Jo"))
    title = "Take it off? A phone or tablet for Jo"
    jo.shows_it_for_one_act(card, title)
    yield "take it off", jo
    jo.presses("Take it off", within=jo.sheet(title))
    jo.reads("Taken off")
    yield "who can open this, one taken off", jo
    jo.closes_what_is_open()
    sam.reads("This tablet was removed")
    yield "removed", sam
    sam.presses("Done")


def ones_own_place(sam: Person) -> Look:
    """The phone that a card opened: everything may be done from here."""
    sam.presses("I am new: I will help from now on")
    yield "taking this on", sam
    sam.presses("No, this is my own card")
    sam.writes_in("The words that open Kith on this tablet", UNLOCK)
    sam.presses("Open it")
    sam.sees_sent()
    yield from on_ones_own(sam, "Sol", UNLOCK)
    sam.asks_who_can_open_it()
    yield "who can open this, own phone", sam
    sam.presses("Take Jo out")
    yield "take somebody out", sam
    sam.presses("Not now")
    sam.presses("This card is lost", within=sam.looks_at_what_opens_it("A key card for Sam"))
    yield "a card is lost", sam
    sam.presses("Make a card here")
    expect(sam.page.get_by_role("img", name="The card as a square to scan")).to_be_visible()
    yield "a card made here", sam
    sam.closes_what_is_open()
    sam.asks_who_can_open_it()
    sam.presses("Begin again without some things")
    yield "what stays behind", sam
    sam.presses("Next")
    sam.presses("No card today")
    yield "begin again", sam
    sam.presses("Not now")
    sam.presses("End this for both of us")
    yield "end it", sam
    sam.presses("End it", within=sam.sheet("End this for both of you?"))
    sam.reads("You can go on until")
    yield "ended", sam
    sam.presses("Clear it from this tablet")
    yield "clear it from this tablet", sam
    sam.presses("Not now")
    sam.presses("Go on with it")
    yield "go on with it", sam
    sam.presses("Go on with it", within=sam.sheet("Go on with it?"))
    sam.sees_sent()
