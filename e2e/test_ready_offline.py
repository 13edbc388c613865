"""Ready for no signal: a plain answer, and after one visit with a signal everything opens without a server."""

from typing import Final

from playwright.sync_api import BrowserContext, expect

from e2e.people import Person
from tests.relay_process import RelayProcess

LATE: Final = "**/PersonSheet-*.js"


def test_the_answer_is_plain(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()


def test_one_visit_is_enough_for_all_of_it(server: RelayProcess, practitioner: Person, card: str) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    practitioner.device.closes()
    server.kill()

    practitioner.opens_kith()
    practitioner.sees_the_first_screen()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.wishes("Have coffee with somebody")
    practitioner.keeps_it(card)
    practitioner.sees_saved()

    practitioner.locks()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="closest")
    practitioner.moves("Ana", ring="life")
    practitioner.plans("Ask Ana on Thursday", towards="Have coffee with somebody")
    practitioner.sees_saved()
    practitioner.device.closes()

    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="life")
    practitioner.sees_step("Ask Ana on Thursday")


def without_workers(context: BrowserContext) -> None:
    """As in a browser's private window, where nothing may be kept for later."""
    context.add_init_script("delete Navigator.prototype.serviceWorker")


def test_a_tablet_that_kept_nothing_is_not_told_that_it_is_ready(practitioner: Person) -> None:
    practitioner.device.before_opening(without_workers)
    practitioner.opens_kith()
    practitioner.presses("Is this tablet ready for no signal?")
    practitioner.reads("Not yet. Stay on this page with a signal for a minute, then look again.")


def with_gaps(context: BrowserContext) -> None:
    """As where the signal goes in the middle of a first visit: one part of the app has not come."""
    without_workers(context)
    context.route(LATE, lambda route: route.abort("internetdisconnected"))


def test_what_has_not_come_yet_is_told_and_opens_when_it_can(practitioner: Person) -> None:
    practitioner.device.before_opening(with_gaps)
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.mark("Ana").press("Enter")
    told = "This part is still on its way here. It opens by itself when there is a signal."
    practitioner.reads(told)
    practitioner.device.context.unroute(LATE)
    expect(practitioner.sheet("About Ana")).to_be_visible()
    practitioner.does_not_read(told)
