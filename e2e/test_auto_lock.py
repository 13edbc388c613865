"""The lock that closes by itself: warns, keeps what was being written, and waits while the two are meeting."""

from playwright.sync_api import BrowserContext, expect

from e2e.beginnings import keep_together
from e2e.people import Person


def held_clock(context: BrowserContext) -> None:
    """Time that the story can move on."""
    context.clock.install()


def test_a_warning_and_then_the_lock(practitioner: Person, service_user: Person) -> None:
    practitioner.device.before_opening(held_clock)
    keep_together(practitioner, service_user, card=None)
    practitioner.wishes("Coffee")
    practitioner.types_in(practitioner.words_of_goal(), " on Friday")
    practitioner.waits("04:45")
    practitioner.reads("Still there?")
    practitioner.touches_the_screen()
    expect(practitioner.sheet("Still there?")).to_have_count(0)
    practitioner.sees_goal("Coffee on Friday")

    practitioner.waits("04:45")
    practitioner.reads("Still there?")
    practitioner.waits("00:20")
    practitioner.sees_the_lock()
    practitioner.does_not_read("Coffee")
    practitioner.unlocks()
    practitioner.sees_goal("Coffee on Friday")


def test_not_while_we_are_meeting(practitioner: Person, service_user: Person) -> None:
    practitioner.device.before_opening(held_clock)
    keep_together(practitioner, service_user, card=None)
    practitioner.wishes("Coffee")
    practitioner.opens_the_menu("We’re meeting until…")
    practitioner.touches(practitioner.page.get_by_role("button", name="Until ").last)
    practitioner.waits("20:00")
    practitioner.reads("Covered. Nothing is lost.")
    practitioner.does_not_read("Coffee")
    practitioner.presses("Show it again")
    practitioner.sees_goal("Coffee")


def test_before_it_is_kept_it_is_covered_only(practitioner: Person) -> None:
    practitioner.device.before_opening(held_clock)
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.waits("06:00")
    practitioner.does_not_read("Ana")
    practitioner.presses("Show it again")
    practitioner.sees("Ana", ring="closest")
