"""Days when things go wrong on the device: too much, too full, too late. Each is said plainly, and nothing is lost."""

from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from pydantic import JsonValue

from e2e.beginnings import keep_together, take_it_home
from e2e.people import UNLOCK, Person
from server.client import Client
from sync.card import CardSecret
from tests.relay_process import RelayProcess

MOST_LETTERS = 20_000
MOST_PEOPLE = 500
FORGET_THE_APP = """async () => {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}"""


def test_twenty_thousand_letters_pasted_at_once(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.wishes("Coffee")
    words = ("A long letter, and 👩‍👩‍👧 in it. " * 700)[:MOST_LETTERS]
    practitioner.pastes(words, practitioner.words_of_goal())
    expect(practitioner.words_of_goal()).to_have_value(words)
    practitioner.sees_sent()
    take_it_home(service_user, card)
    expect(service_user.words_of_goal()).to_have_value(words)

    practitioner.types_in(practitioner.words_of_goal(), "!")
    practitioner.reads("That is too long for one place, so it was left out.")
    expect(practitioner.words_of_goal()).to_have_value(words)


def test_the_signal_goes_while_the_app_is_still_coming(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="close")
    practitioner.keeps_it(None)
    practitioner.sees_saved()
    # As on a first visit: nothing of the app is on this device, and only what the lock needs has come so far.
    practitioner.page.evaluate(FORGET_THE_APP)
    practitioner.page.add_init_script("delete Navigator.prototype.serviceWorker")
    practitioner.page.route("**/inside-*.js", lambda route: route.abort())
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.reads("There is no signal just now. Nothing is lost. Try again when there is.")
    practitioner.page.unroute("**/inside-*.js")
    practitioner.unlocks()
    practitioner.sees("Ana", ring="close")


def test_the_signal_goes_before_the_app_is_kept_on_this_device(server: RelayProcess, practitioner: Person) -> None:
    practitioner.device.before_opening(
        lambda context: context.add_init_script("delete Navigator.prototype.serviceWorker")
    )
    practitioner.opens_kith()
    practitioner.page.wait_for_load_state("networkidle")
    server.kill()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="close")
    practitioner.moves("Ana", ring="closest")
    practitioner.sees("Ana", ring="closest")
    # What judges the words is a script of its own, which nobody has started yet, and the list of words has not come.
    practitioner.presses("Keep this?")
    sheet = practitioner.sheet("Keep this?")
    practitioner.writes_in("Your own words", UNLOCK)
    practitioner.presses("Next", within=sheet)
    practitioner.shows_the_card(None)
    practitioner.presses("Keep it", within=sheet)
    practitioner.reads("There is no signal just now. Nothing is lost. Try again when there is.")
    server.start()
    practitioner.presses("Keep it", within=sheet)
    practitioner.presses("Done", within=practitioner.sheet("Kept"))
    practitioner.sees("Ana", ring="closest")


@pytest.mark.parametrize("host", ["localhost"])
def test_five_hundred_people(
    server: RelayProcess, tmp_path: Path, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    other = Client.open_card(tmp_path / "other.kith", server.origin, CardSecret.from_words(card))
    assert other.sync()
    for at in range(1, MOST_PEOPLE):
        ring = ("closest", "close", "life", "tray")[at % 4]
        values: dict[str, JsonValue] = {"name": f"Person {at}", "kind": "person", "place": [ring, at * 7 % 3600]}
        other.add("people", urandom(16).hex(), values, 0)
    assert other.sync()
    other.close()

    practitioner.sees(f"Person {MOST_PEOPLE - 1}", ring="tray")
    practitioner.moves("Person 1", ring="closest")
    practitioner.sees("Person 1", ring="closest")
    practitioner.fails_to_add("One too many")
    practitioner.reads("The map is full. Put someone away to make room.")
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Person 1", ring="closest")


def test_an_emoji_split_between_two(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.wishes("Well done 👍")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    service_user.sees_goal("Well done 👍")
    server.kill()
    practitioner.words_of_goal().fill("Well done 👎 then")  # its first half is the same
    service_user.words_of_goal().fill("Well done 👋 now")

    server.start()
    for person in (practitioner, service_user):
        person.device.finds_the_signal()
        person.sees_sent()
        expect(person.words_of_goal()).not_to_have_value("Well done 👍")
    texts = [person.words_of_goal().input_value() for person in (practitioner, service_user)]
    assert texts[0] == texts[1]
    assert "👎" in texts[0]
    assert "👋" in texts[0]
    assert "\ufffd" not in texts[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_a_clock_ten_years_wrong(practitioner: Person, service_user: Person, card: str) -> None:
    practitioner.device.before_opening(ten_years_on)
    keep_together(practitioner, service_user, card)
    practitioner.reads("The clock of this tablet seems wrong. It changes nothing here.")
    practitioner.adds("Ana", ring="life")
    take_it_home(service_user, card)
    service_user.moves("Ana", ring="closest")  # later, though the other clock says it is ten years earlier
    practitioner.sees("Ana", ring="closest")
    practitioner.moves("Ana", ring="close")
    service_user.sees("Ana", ring="close")


def ten_years_on(context: BrowserContext) -> None:
    """The clock of a tablet whose battery was empty, or that somebody has set."""
    context.clock.install(time=datetime.now(UTC) + timedelta(days=3653))


def test_the_tablet_is_full(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.device.closes()
    practitioner.device.fills_up()
    practitioner.opens_kith()
    practitioner.unlocks()
    server.kill()
    practitioner.adds("Bo", ring="close")
    practitioner.reads("This tablet is full. What you write now is only on this screen.")
    practitioner.sees("Bo", ring="close")
    server.start()
    practitioner.device.finds_the_signal()
    practitioner.reads("This tablet is full, so what you write now is not saved here.")
    service_user.device.finds_the_signal()
    service_user.sees("Bo", ring="close")
    service_user.adds("Cleo", ring="life")
    practitioner.sees("Cleo", ring="life")

    practitioner.device.has_room_again()
    practitioner.sees_saved()
    server.kill()
    practitioner.device.is_killed()
    practitioner.opens_kith()
    practitioner.unlocks()
    for name, ring in (("Ana", "closest"), ("Bo", "close"), ("Cleo", "life")):
        practitioner.sees(name, ring=ring)


def test_too_full_to_keep(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    practitioner.device.closes()
    practitioner.device.fills_up()
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.tries_to_keep_it(UNLOCK, new_unlock=True)
    practitioner.reads("This tablet is full, so it could not be kept.")
    practitioner.device.has_room_again()
    practitioner.presses("Keep it", within=practitioner.sheet("Keep this?"))
    practitioner.presses("Done", within=practitioner.sheet("Kept"))
    practitioner.sees("Ana", ring="closest")
    practitioner.sees_sent()


def test_what_was_kept_has_been_cleared(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.locks()
    practitioner.device.forgets_everything_but_the_lock()
    practitioner.unlocks()
    practitioner.reads("What was kept here cannot be found")
    practitioner.has_a_card(card, unlock="")
    practitioner.sees("Ana", ring="closest")


def test_not_even_the_lock_is_left(practitioner: Person, card: str, service_user: Person) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.locks()
    practitioner.device.forgets_everything()
    practitioner.opens_kith()
    practitioner.reads("Something was kept here, since ")
    practitioner.reads("It is most likely not lost.")
    practitioner.has_a_card(card)
    practitioner.sees("Ana", ring="closest")
    practitioner.locks()
    practitioner.device.forgets_everything()
    practitioner.opens_kith()
    practitioner.presses("I know. Do not tell me again")
    practitioner.sees_the_first_screen()


def test_half_a_step_is_there_after_the_browser_was_killed(
    practitioner: Person, card: str, service_user: Person
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="closest")
    practitioner.begins_a_step("Ask Ana ab")
    practitioner.device.is_killed()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.reads("You were writing: “Ask Ana ab”.")
    practitioner.goes_on_with_the_step("Ask Ana ab", "out Tuesday")
    practitioner.sees_step("Ask Ana about Tuesday")
    practitioner.does_not_read("You were writing")


def test_leave_quickly_before_it_is_kept(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.presses("Leave quickly")
    expect(practitioner.page).to_have_url("about:blank")
    practitioner.page.go_back()
    practitioner.does_not_read("Ana")
    practitioner.opens_kith()
    practitioner.sees_the_first_screen()


def test_leave_quickly_when_it_is_kept(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    practitioner.presses("Leave quickly")
    expect(practitioner.page).to_have_url("about:blank")
    practitioner.page.go_back()
    practitioner.does_not_read("Ana")
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="closest")


def test_urgent_help_and_leave_quickly_from_inside_a_sheet(practitioner: Person, service_user: Person) -> None:
    jo = practitioner
    jo.opens_kith()
    jo.presses("Is this tablet ready for no signal?")
    at_the_door = jo.page.get_by_role("dialog")
    jo.presses("Urgent help", within=at_the_door)
    jo.reads("Call 116 123", within=jo.sheet("Urgent help"))
    jo.closes_what_is_open()

    keep_together(jo, service_user, card=None)
    jo.adds("Ana", ring="closest")
    sheet = jo.looks_at("Ana")
    jo.types_in(sheet.get_by_label("Who is Ana to you?", exact=True), "my sister")
    expect(sheet.get_by_role("button").last).to_have_text("Urgent help")
    jo.presses("Urgent help", within=sheet)
    over_it = jo.sheet("Urgent help")
    jo.reads("Call 116 123", within=over_it)
    expect(over_it.get_by_role("button", name="Urgent help")).to_have_count(0)
    jo.presses("Close", within=over_it)
    expect(over_it).to_have_count(0)
    expect(sheet.get_by_role("button", name="Urgent help")).to_be_focused()

    jo.types_in(sheet.get_by_label("Who is Ana to you?", exact=True), ", who can drive")
    jo.presses("Urgent help", within=sheet)
    jo.presses("Leave quickly", within=over_it)  # over two sheets
    expect(jo.page).to_have_url("about:blank")
    jo.page.go_back()
    jo.does_not_read("Ana")
    jo.opens_kith()
    jo.unlocks()
    sheet = jo.looks_at("Ana")
    expect(sheet.get_by_label("Who is Ana to you?", exact=True)).to_have_value("my sister, who can drive")


def test_a_browser_too_old(practitioner: Person) -> None:
    practitioner.device.before_opening(lambda context: context.add_init_script("delete Navigator.prototype.locks"))
    practitioner.opens_kith()
    practitioner.reads("This browser is too old")
    practitioner.reads("Kith needs Safari 15.4, Chrome 90, or anything newer.")
    practitioner.presses("Urgent help")
    practitioner.reads("Call 116 123")
