"""How Kith opens on one's own phone: words that are changed, a finger beside them, and a phone that locks itself."""

from typing import Final

import pytest
from playwright.sync_api import BrowserContext, expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import COMPUTER
from e2e.people import Person

OTHER_WORDS: Final = "ferry candle pocket meadow violin"


@pytest.fixture
def host() -> str:
    """Passkeys belong to a name: here the one that every browser takes for its own machine."""
    return "localhost"


def keep_alone(sam: Person) -> None:
    """Sam, on a phone of Sam's own."""
    sam.opens_kith()
    sam.starts_together()
    sam.calls_us(whose_map="Sam", who_helps="Jo")
    sam.keeps_it(None, own="Sam")
    sam.turns_to("map")
    sam.adds("Ana", ring="closest")


def test_other_words(service_user: Person) -> None:
    sam = service_user
    keep_alone(sam)
    sam.looks_at_how_it_opens()
    sam.changes_the_words(OTHER_WORDS, old="not those words at all")
    sam.reads("Those words do not open it. Nothing is lost. Try again.")
    sheet = sam.sheet("Change the words")
    sam.writes_in("The words that open it now", "copper lantern drizzle walnut ferry", within=sheet)
    sam.presses("Use the new words", within=sheet)
    sam.reads("The new words open it from now on. The old ones do not.")
    sam.closes_what_is_open()
    sam.locks()
    sam.unlocks()
    sam.reads("Those words do not open it.")
    sam.unlocks(OTHER_WORDS)
    sam.turns_to("map")
    sam.sees("Ana", ring="closest")


def test_a_finger_beside_the_words(service_user: Person) -> None:
    sam = service_user
    sam.opens_kith()
    finger = sam.can_be_known_by_finger()
    keep_alone(sam)
    sam.looks_at_how_it_opens()
    sam.adds_a_finger(unlock="not those words at all")
    sam.reads("Those words do not open it.")
    assert finger.passkeys() == []
    sam.presses("Not today", within=sam.sheet("Use my finger or face too"))
    sam.adds_a_finger()
    sam.reads("It is set up.")
    sam.reads("Your finger, your face or this phone’s own code opens it too.")
    assert [(one["rpId"], one["userName"]) for one in finger.passkeys()] == [("localhost", "Kith")]
    sam.closes_what_is_open()
    sam.locks()
    sam.opens_with_a_finger()
    sam.sees("Ana", ring="closest")

    # Words that are forgotten: the finger finds new ones, and opens it as before.
    sam.looks_at_how_it_opens()
    sam.changes_the_words(OTHER_WORDS, old=None)
    sam.reads("The new words open it from now on.")
    sam.closes_what_is_open()
    sam.locks()
    sam.opens_with_a_finger()
    sam.sees("Ana", ring="closest")

    # A phone that has forgotten the finger: nothing opens, nothing is harmed, and the words do.
    finger.forgets_all()
    sam.locks()
    sam.opens_with_a_finger()
    sam.reads("That did not work just now. Your words open it as before.")
    sam.unlocks(OTHER_WORDS)
    sam.sees("Ana", ring="closest")
    sheet = sam.looks_at_how_it_opens()
    sam.presses("Stop using my finger or face", within=sheet)
    sam.reads("Only your words open it now.")
    sam.closes_what_is_open()
    sam.locks()
    sam.is_not_offered("Use my finger or face", within=sam.page.locator("main"))


def test_another_answer_of_the_passkey_opens_nothing(service_user: Person) -> None:
    sam = service_user
    sam.opens_kith()
    sam.can_be_known_by_finger()
    keep_alone(sam)
    sam.looks_at_how_it_opens()
    sam.adds_a_finger()
    sam.reads("It is set up.")
    sam.closes_what_is_open()
    sam.locks()
    sam.has_another_answer()
    sam.opens_with_a_finger()
    sam.reads("That did not open it. Your words open it as before. Nothing is lost.")
    sam.unlocks()
    sam.sees("Ana", ring="closest")


def test_no_finger_is_offered_where_two_share_or_the_browser_cannot(practitioner: Person, service_user: Person) -> None:
    practitioner.opens_kith()
    practitioner.can_be_known_by_finger()
    keep_together(practitioner, service_user, card=None)
    sheet = practitioner.looks_at_how_it_opens()
    practitioner.reads("You share this tablet, so only words open it.")
    practitioner.is_not_offered("Use my finger or face too", within=sheet)
    practitioner.is_not_offered("My phone locks itself", within=sheet)

    service_user.device.before_opening(without_prf)
    keep_alone(service_user)
    sheet = service_user.looks_at_how_it_opens()
    expect(sheet.get_by_role("button", name="My phone locks itself")).to_be_visible()
    service_user.is_not_offered("Use my finger or face too", within=sheet)


def without_prf(context: BrowserContext) -> None:
    """A browser that knows passkeys, and no secrets of theirs."""
    can = "{ 'extension:prf': false, passkeyPlatformAuthenticator: true }"
    context.add_init_script(f"PublicKeyCredential.getClientCapabilities = async () => ({can})")


def test_a_phone_that_locks_itself_and_words_again(service_user: Person) -> None:
    sam = service_user
    keep_alone(sam)
    sam.looks_at_how_it_opens()
    sam.lets_the_phone_lock()
    sam.reads("Whoever can open this phone can open Kith.")
    sam.closes_what_is_open()
    sam.locks()
    sam.presses("Open")
    sam.sees("Ana", ring="closest")
    sam.looks_at_how_it_opens()
    sam.asks_for_words_again(OTHER_WORDS)
    sam.closes_what_is_open()
    sam.locks()
    sam.presses("Open")
    sam.reads("Those words do not open it.")
    sam.unlocks(OTHER_WORDS)
    sam.sees("Ana", ring="closest")


def test_other_tabs_lock_when_the_words_change(service_user: Person) -> None:
    sam = service_user
    keep_alone(sam)
    first = sam.page
    sam.device.opens_another_tab()
    sam.unlocks()
    sam.reads("Kith is open in another tab")
    second = sam.page
    sam.device.turns_to(first)
    sam.looks_at_how_it_opens()
    sam.changes_the_words(OTHER_WORDS)
    sam.reads("The new words open it from now on.")
    sam.device.turns_to(second)
    sam.unlocks()
    sam.reads("Those words do not open it.")


def test_the_quiet_time_by_the_keyboard_alone(devices: Devices) -> None:
    sam = Person("Sam", devices.new(COMPUTER))
    sam.device.before_opening(lambda context: context.clock.install())
    keep_alone(sam)
    sam.tabs_to("button", "More")
    sam.hits("Enter")
    sam.tabs_to("button", "How Kith opens here")
    sam.hits("Enter")
    sam.tabs_to("radio", "5 minutes")
    sam.hits("ArrowRight")
    expect(sam.page.get_by_role("radio", name="10 minutes")).to_be_checked()
    sam.tabs_to("button", "Who can open it?")
    sam.hits("Enter")
    expect(sam.sheet("Who can open it?")).to_be_visible()
    sam.hits("Escape", "Escape")
    sam.waits("09:30")
    expect(sam.sheet("Still there?")).to_have_count(0)
    sam.waits("00:15")
    sam.reads("Still there?")
    sam.waits("00:20")
    sam.sees_the_lock()
