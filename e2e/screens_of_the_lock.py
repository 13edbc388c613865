"""The part of the walk past every screen that is about the lock, and one's own lock."""

from collections.abc import Iterator

from playwright.sync_api import expect

from e2e.people import UNLOCK, Person

Look = Iterator[tuple[str, Person]]


def how_it_opens(jo: Person) -> Look:
    """On a tablet that two share: words only."""
    jo.looks_at_how_it_opens()
    yield "how it opens", jo
    jo.presses("Change the words")
    sheet = jo.sheet("Change the words")
    jo.writes_in("The words that open it now", "not those words at all", within=sheet)
    jo.presses("Use my own words", within=sheet)
    jo.writes_in("Your own words", UNLOCK, within=sheet)
    jo.presses("Use the new words", within=sheet)
    jo.reads("Those words do not open it.")
    yield "change the words, other words", jo
    jo.closes_what_is_open()


def ones_own_lock(sam: Person) -> Look:
    """On one's own: a finger beside the words, then no words at all, and the lock of each."""
    sam.can_be_known_by_finger()
    sam.locks()
    sam.unlocks()
    sam.looks_at_how_it_opens()
    yield "how it opens, own phone", sam
    sam.presses("Use my finger or face too")
    yield "a finger too", sam
    sam.presses("Not today", within=sam.sheet("Use my finger or face too"))
    sam.adds_a_finger()
    sam.reads("It is set up.")
    yield "how it opens, with a finger", sam
    sam.presses("Change the words")
    yield "change the words, with a finger", sam
    sam.presses("Not today", within=sam.sheet("Change the words"))
    sam.presses("My phone locks itself")
    yield "my phone locks itself", sam
    sam.presses("Not today", within=sam.sheet("My phone locks itself"))
    sam.closes_what_is_open()
    sam.locks()
    yield "locked, with a finger", sam
    sam.opens_with_a_finger()
    sam.looks_at_how_it_opens()
    sam.lets_the_phone_lock()
    yield "how it opens, by the phone", sam
    sam.presses("Ask for words again")
    yield "words again", sam
    sam.presses("Not today", within=sam.sheet("Ask for words again"))
    sam.closes_what_is_open()
    sam.locks()
    yield "locked, by the phone", sam
    sam.presses("Open")
    sam.looks_at_how_it_opens()
    sam.asks_for_words_again(UNLOCK)
    sam.closes_what_is_open()


def the_lock(jo: Person) -> Look:
    """Locked, wrong words, two pairs to choose from."""
    jo.locks()
    yield "locked", jo
    jo.unlocks("not those words at all")
    jo.reads("Those words do not open it. Nothing is lost.")
    yield "locked, other words", jo
    jo.presses("Start something new")
    jo.reads("Only on this screen.")
    jo.presses("Keep this?")
    yield "keep another", jo
    jo.presses("Not today")
    jo.keeps_it(None, new_unlock=False)
    jo.locks()
    jo.unlocks()
    expect(jo.page.get_by_role("heading", level=1, name="Which one?")).to_be_visible()
    yield "which one", jo
    jo.device.closes()
