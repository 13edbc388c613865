"""One tablet for the two: whose hand it is, undoing one's own, the lock, a second pair, and two tabs."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import UNLOCK, Person


def test_the_pen_and_ones_own_undo(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    service_user.sits_beside(practitioner)
    service_user.takes_the_pen("Sam")
    service_user.adds("Ana", ring="closest")
    practitioner.takes_the_pen("Jo")
    practitioner.wishes("Coffee")
    practitioner.reads("Jo’s words")

    service_user.takes_the_pen("Sam")
    service_user.undoes()  # not Jo's wish, though it was the last
    service_user.does_not_see("Ana")
    service_user.sees_goal("Coffee")
    expect(service_user.page.get_by_role("button", name="Undo")).to_be_disabled()
    practitioner.takes_the_pen("Jo")
    practitioner.undoes()
    expect(practitioner.goal("Coffee")).to_have_count(0)


def test_jo_has_changed_it_since(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    service_user.sits_beside(practitioner)
    service_user.takes_the_pen("Sam")
    service_user.adds("Ana", ring="closest")
    service_user.renames("Ana", "Anna")
    practitioner.takes_the_pen("Jo")
    practitioner.renames("Anna", "Annie")
    service_user.takes_the_pen("Sam")
    service_user.undoes()
    service_user.reads("Jo has changed this since. It stays as Jo left it.")
    service_user.sees("Annie", ring="closest")


def test_locked_and_opened_again(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    practitioner.locks()
    practitioner.does_not_read("Ana")
    practitioner.does_not_read("Sam")
    practitioner.reads("A made-up name, so that nobody sees whose it is.")
    card = practitioner.page.get_by_role("button", name="I have a card")
    expect(card).to_have_css("text-decoration-line", "underline")

    practitioner.unlocks("not these words at all")
    practitioner.reads("Those words do not open it. Nothing is lost. Try again.")
    practitioner.presses("Urgent help")
    practitioner.reads("Call 116 123")
    practitioner.presses("Close")
    practitioner.unlocks()
    practitioner.sees("Ana", ring="closest")


def test_one_unlock_for_two_pairs(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    practitioner.locks()

    practitioner.presses("Start something new")
    practitioner.adds("Zoe", ring="close")
    practitioner.calls_us(whose_map="Mo", who_helps="Jo")
    practitioner.keeps_it(new_unlock=False)
    practitioner.sees_saved()
    practitioner.locks()

    practitioner.unlocks()
    practitioner.opens_the_place("Sam", "Jo")
    practitioner.sees("Ana", ring="closest")
    practitioner.does_not_see("Zoe")
    practitioner.locks()
    practitioner.unlocks()
    practitioner.opens_the_place("Mo", "Jo")
    practitioner.sees("Zoe", ring="close")
    practitioner.does_not_see("Ana")


def test_the_second_pair_needs_the_tablets_own_words(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.locks()
    practitioner.presses("Start something new")
    practitioner.adds("Zoe", ring="close")
    practitioner.tries_to_keep_it("these are other words")
    practitioner.reads("Those words do not open it. Nothing is lost. Try again.")
    sheet = practitioner.sheet("Keep this?")
    practitioner.writes_in("The words that open Kith on this tablet", UNLOCK, within=sheet)
    practitioner.presses("Next", within=sheet)
    practitioner.shows_the_card(None)
    practitioner.presses("Keep it", within=sheet)
    practitioner.presses("Done", within=practitioner.sheet("Kept"))
    practitioner.sees("Zoe", ring="close")


def test_two_tabs(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    first = practitioner.page
    practitioner.device.opens_another_tab()
    practitioner.unlocks()
    practitioner.reads("Only one at a time can write, so that nothing gets lost.")
    practitioner.presses("Use it here")
    practitioner.sees("Ana", ring="closest")
    practitioner.adds("Bo", ring="close")
    practitioner.sees_saved()

    practitioner.device.turns_to(first)
    practitioner.reads("Kith is open in another tab")
    practitioner.presses("Use it here")
    practitioner.sees("Bo", ring="close")


def test_both_hands_at_once(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", "Bo", ring="life")
    practitioner.drags_with_two_fingers({"Ana": "closest", "Bo": "close"})
    practitioner.sees("Ana", ring="closest")
    practitioner.sees("Bo", ring="close")


def test_a_tap_and_then_a_ring(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="tray")
    practitioner.picks_up("Ana")
    practitioner.taps_the_ring("close")
    practitioner.sees("Ana", ring="close")


def test_what_will_vanish_is_said_first(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.opens_the_menu("Leave without keeping")
    practitioner.reads("Everything on this screen goes, for good: the map, the plan and the names.")
    practitioner.presses("Stay here")
    practitioner.sees("Ana", ring="closest")
    practitioner.opens_the_menu("Leave without keeping")
    practitioner.presses("Let it go")
    practitioner.sees_the_first_screen()
