"""A walk past every screen and every sheet there is, for whoever looks at each of them.

Each part yields the name of what is in front, and whose device it is on. A screen that is not in this walk is looked at
by nobody: a new one gets its line here.
"""

import re
from collections.abc import Iterator
from os import urandom
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, expect

from e2e.people import UNLOCK, Person
from e2e.screens_of_own_notes import not_here
from e2e.screens_of_own_pages import ones_own_pages
from e2e.screens_of_somebody import all_about, who_knows_whom
from e2e.screens_of_the_lock import how_it_opens, ones_own_lock, the_lock
from e2e.screens_of_the_map import more_to_do, ones_own_list, put_away_meanwhile
from e2e.screens_of_the_plan import wishes_and_days
from e2e.screens_of_the_rooms import rooms_beside_the_map
from e2e.screens_of_who_belongs import ones_own_place, taken_off, who_belongs
from sync.card import CardSecret
from tests.relay_process import RelayProcess

Look = Iterator[tuple[str, Person]]

WISH: Final = "Paint with other people again"
STEP: Final = "Ask Sol to come along the first time"
MANY: Final = tuple(
    f"{name}{suffix}"
    for suffix in ("", " B", " from work", " Okonkwo")
    for name in ("Ana", "Bo", "Cem", "Dee", "Eli", "Femi", "Gus", "Hana", "Ivo", "Joy", "Kit", "Lou", "Mo", "Nan", "Oz")
)


def every_screen(server: RelayProcess, jo: Person, sam: Person) -> Look:
    """All of it: Jo's tablet from the first screen to the lock, Sam's phone from an invitation or a card."""
    yield from first_doors(jo)
    yield from the_tour(jo)
    yield from an_unkept_conversation(jo)
    card = new_card()
    yield from keeping(jo, card)
    jo.sees_sent()
    yield from what_is_kept(jo)
    copy = jo.takes_a_copy(jo.device.profile)
    yield from how_it_opens(jo)
    yield from not_here(jo, "Sol")
    yield from who_belongs(jo, card)
    yield from a_second_device(jo, sam, card)
    yield from the_lock(jo)
    yield from a_card_at_home(sam, card)
    yield from a_copy_at_home(sam, copy)
    yield from bad_days(server, jo)


def new_card() -> str:
    """The twelve words of a card that nobody has used."""
    return " ".join(CardSecret.new(urandom).words())


def first_doors(jo: Person) -> Look:
    """Before anything is begun."""
    jo.opens_kith()
    jo.sees_the_first_screen()
    yield "first screen", jo
    yield from sheet_of(jo, "Urgent help", "Urgent help")
    jo.presses("Is this tablet ready for no signal?")
    jo.reads("Yes. This tablet opens Kith with no signal at all.")
    yield "ready for no signal", jo
    jo.presses("Close")
    jo.presses("I have a card")
    yield "a card", jo
    jo.writes_in("The twelve words", "apple lantern zzzz")
    yield "a card, a word wrong", jo
    jo.presses("Back")
    jo.presses("Open a copy")
    yield "open a copy", jo
    jo.presses("Back")
    jo.presses("I have an invitation")
    sees_five_words(jo)
    yield "an invitation", jo
    jo.presses("Use my own words")
    jo.writes_in("The link", "http://kith.localhost/#j1.nothing")
    jo.writes_in("Your own words", UNLOCK)
    jo.presses("Ask to come in")
    jo.reads("Part of the link is missing.")
    yield "an invitation, mistyped", jo
    jo.presses("Back")


def the_tour(jo: Person) -> Look:
    """With the made-up pair: what a full map and plan look like, and every sheet over them."""
    jo.presses("Look around with made-up people")
    jo.reads("Made-up people.")
    yield "map of the tour", jo
    jo.turns_to("plan")
    yield "plan of the tour", jo
    yield from rooms_beside_the_map(jo)
    jo.looks_into(STEP)
    yield "a step", jo
    jo.presses("Close")
    jo.touches(jo.page.get_by_role("button", name=f"The goal “{WISH}”"))
    yield "a goal", jo
    jo.presses("Close")
    jo.presses("Change the order")
    yield "the order", jo
    jo.presses("Keep this order")
    yield from wishes_and_days(jo)
    jo.looks_at("Rima")
    yield "a person with an idea", jo
    jo.presses("Close")
    yield from all_about(jo, "Sol")
    yield from who_knows_whom(jo, "Sol", "Nan", "Auntie B")
    jo.picks_up("Rima")
    yield "a person picked up", jo
    jo.presses("Done")
    jo.presses("List")
    yield "the list", jo
    jo.presses("Map")
    jo.presses("Hide names")
    yield "names hidden", jo
    jo.presses("Show names")
    if jo.can_sit_across():
        jo.sits_across()
        yield "across the table", jo
        jo.touches(jo.mark("Rima"))
        yield "across the table, somebody picked up", jo
        jo.presses("Back to one side", within=jo.side_of("Jo"))
    yield from more_to_do(jo)
    yield from sheet_of(jo, "More", "More in the tour")
    jo.presses("Leave the tour")


def an_unkept_conversation(jo: Person) -> Look:
    """From an empty map to three people and a wish."""
    jo.starts_together()
    jo.turns_to("map")
    yield "empty map", jo
    jo.turns_to("plan")
    yield "empty plan", jo
    jo.turns_to("map")
    jo.presses("Add someone")
    yield "adding someone", jo
    jo.presses("Add")
    yield "adding someone with no name", jo
    jo.presses("That’s all for now")
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.adds("Nan", "Sol", ring="closest")
    jo.adds("Corner café", ring="life")
    sheet = jo.looks_at("Nan")
    jo.unfolds("When things change", within=sheet)
    jo.touches(sheet.get_by_role("checkbox", name="Has died"))
    jo.presses("Close")
    yield "three people", jo
    hand = jo.page.get_by_role("button", name="Whose hand")
    if hand.is_visible():
        jo.touches(hand)
        yield "whose hand", jo
        jo.presses("Done")
    jo.opens_the_menu("Names, and when you meet")
    yield "names", jo
    jo.presses("Close")
    jo.wishes(WISH)
    jo.plans(STEP, towards=WISH)
    yield "a first step", jo
    jo.opens_the_menu("Leave without keeping")
    yield "leave without keeping", jo
    jo.presses("Stay here")
    yield from sheet_of(jo, "More", "More before keeping")


def keeping(jo: Person, card: str) -> Look:
    """ "Keep this?" step by step."""
    jo.presses("Keep this?")
    sees_five_words(jo)
    yield "keep, words from Kith", jo
    jo.presses("Use my own words")
    jo.writes_in("Your own words", "two words")
    yield "keep, own words too easy", jo
    jo.writes_in("Your own words", UNLOCK)
    yield "keep, own words", jo
    jo.presses("Next")
    yield "keep, the key card", jo
    jo.shows_the_card(card)
    yield "keep, card read", jo
    jo.presses("Keep it")
    jo.reads("It is kept. Only the two of you can open it.")
    yield "kept", jo
    jo.presses("Done")
    jo.turns_to("map")
    jo.sees_saved()


def what_is_kept(jo: Person) -> Look:
    """The sheets of an open pair."""
    yield "kept and open", jo
    yield from sheet_of(jo, "More", "More of a kept pair")
    yield from what_was_done(jo)
    for entry, name in (
        ("Who can open it?", "who can open this"),
        ("Add a key card", "add a card"),
        ("We’re meeting until…", "meeting until"),
        ("Add a phone or tablet", "invite"),
        ("Take a copy with you", "take a copy"),
        ("Changes as a file", "changes as a file"),
    ):
        jo.opens_the_menu(entry)
        expect(jo.page.get_by_role("dialog")).to_be_visible()
        yield name, jo
        jo.presses("Close")
    yield from ones_own_list(jo)
    yield from ones_own_pages(jo, again=True)
    jo.turns_to("map")


def what_was_done(jo: Person) -> Look:
    """What we did, one moment, how it was, and much that is put away at once."""
    jo.looks_back()
    yield "what we did", jo
    jo.opens_the_entry("put Nan on the map")
    yield "about a moment", jo
    jo.closes_what_is_open()
    jo.goes_to("put Nan on the map")
    yield "how it was", jo
    jo.presses("List")
    yield "how it was, the list", jo
    jo.presses("Map")
    jo.looks_then_at("Nan")
    yield "somebody as they were", jo
    jo.presses("Close")
    jo.turns_to("plan")
    yield "how the plan was", jo
    jo.goes_back_to_now()
    for name in ("Nan", "Sol", "Corner café"):
        jo.puts_away_from_the_map(name)
    jo.is_told_of_many("put away 3 things")
    yield "many put away", jo
    jo.presses("Have a look first")
    yield "many put away, a look first", jo
    jo.presses("Close")
    jo.brings_them_back()
    jo.asks_how_the_copy_is()
    yield "how this copy is doing", jo
    jo.presses("Close")


def a_second_device(jo: Person, sam: Person, card: str) -> Look:
    """Sam asks to come in with an invitation, is let in, and both work."""
    link = jo.invites("Jo")
    yield "invite, the square", jo
    jo.presses("Close")
    sam.opens_kith(link.removeprefix(sam.device.address))
    sees_five_words(sam)
    yield "an invitation that was opened", sam
    sam.says_who_is_asking()
    sam.reads_the_words()
    yield "waiting to be let in", sam
    jo.reads_the_words()
    yield "somebody is asking", jo
    jo.lets_in(sam.name)
    sam.sees("Sol", ring="closest")
    yield "let in", sam
    yield from put_away_meanwhile(jo, sam)
    yield from ones_own_lock(sam)
    sam.turns_to("map")
    for first, last, ring in ((0, 8, "closest"), (8, 28, "close"), (28, 56, "life"), (56, 60, "tray")):
        jo.adds(*MANY[first:last], ring=ring)
    sam.sees(MANY[-1], ring="tray")
    yield "sixty people", jo
    yield "sixty people, live", sam
    yield from taken_off(jo, sam, card)
    sam.device.closes()


def a_card_at_home(sam: Person, card: str) -> Look:
    """A fresh page on the phone, and the card."""
    sam.opens_kith()
    sam.sees_the_lock()
    sam.presses("I have a card")
    sam.writes_in("The twelve words", card)
    sam.presses("Use this card")
    sam.reads("The card is read.")
    yield "a card, read", sam
    yield from ones_own_place(sam)
    sam.device.closes()


def a_copy_at_home(sam: Person, copy: Path) -> Look:
    """The file that Jo took along, on the phone: other words, what it holds, and the copy to read."""
    sam.opens_kith()
    sam.sees_the_lock()
    sam.looks_into_a_copy(copy, "not those words at all")
    sam.reads("Those words do not open it.")
    yield "open a copy, other words", sam
    sam.looks_into_a_copy_again()
    sam.reads("This is what it holds")
    yield "what a copy holds", sam
    sam.writes_in("The words that open Kith on this tablet", UNLOCK)
    sam.presses("Keep it here to read")
    sam.reads("This is a copy.")
    yield "a copy to read", sam
    sam.presses("Use the key card")
    yield "a copy, the card", sam
    sam.presses("Close")
    sam.presses("Take it off this tablet")
    yield "take a copy off this tablet", sam
    sam.presses("Take it off")
    sam.sees_the_lock()
    sam.device.closes()


def bad_days(server: RelayProcess, jo: Person) -> Look:
    """Two tabs, a quiet tablet, a cover, no storage, an old browser, no server."""
    server.stop()
    jo.device.before_opening(with_a_clock_to_turn)
    jo.opens_kith()
    jo.unlocks()
    jo.opens_the_place("Sam", "Jo")
    jo.turns_to("map")
    jo.reads("Not sure where yet")
    first = jo.page
    jo.device.opens_another_tab()
    jo.unlocks()
    jo.opens_the_place("Sam", "Jo")
    jo.reads("Kith is open in another tab")
    yield "open in another tab", jo
    jo.page.close()
    jo.device.turns_to(first)
    first.clock.run_for(4 * 60_000 + 45_000)
    jo.reads("Still there?")
    yield "about to lock", jo
    jo.page.keyboard.press("Shift")  # anything that anybody does will do
    expect(jo.page.get_by_role("dialog")).to_have_count(0)
    jo.opens_the_menu("We’re meeting until…")
    jo.page.get_by_role("dialog").get_by_role("button").nth(3).click()
    first.clock.run_for(5 * 60_000 + 2_000)
    jo.reads("Covered. Nothing is lost.")
    yield "covered", jo
    jo.device.closes()
    jo.opens_kith()
    jo.sees_the_lock()  # what is only just being looked at could be put back from its second copy
    jo.device.forgets_everything()
    jo.opens_kith()
    jo.reads("Something was kept here, since ")
    yield "what was kept is gone", jo
    jo.device.closes()
    jo.device.before_opening(without_storage)
    jo.opens_kith()
    jo.reads("Kith could not start")
    yield "could not start", jo
    jo.device.closes()
    jo.device.before_opening(as_an_old_browser)
    jo.opens_kith()
    jo.reads("This browser is too old")
    yield "too old", jo


def sees_five_words(somebody: Person) -> None:
    """Kith's own, to open it with; they come a moment after their places."""
    made = somebody.page.get_by_role("list", name="Words that open Kith on this tablet")
    expect(made.get_by_role("listitem")).to_have_text([re.compile(r"^\w+$")] * 5)


def with_a_clock_to_turn(context: BrowserContext) -> None:
    """The pages' clock goes on by itself, and faster when a test says so."""
    context.clock.install()


def without_storage(context: BrowserContext) -> None:
    """The browser lets nobody keep anything."""
    context.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'QuotaExceededError') }")


def as_an_old_browser(context: BrowserContext) -> None:
    """Something that Kith cannot do without is not there."""
    context.add_init_script("delete window.BroadcastChannel")


def sheet_of(somebody: Person, button: str, name: str) -> Look:
    """The sheet behind a button, closed again afterwards."""
    somebody.presses(button)
    expect(somebody.page.get_by_role("dialog")).to_be_visible()
    yield name, somebody
    somebody.presses("Close")
