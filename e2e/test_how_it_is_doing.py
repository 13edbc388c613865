"""How this copy is doing: all is well, or what is the matter, what Kith does about it and what people can do."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person
from e2e.test_bad_servers import forget_the_last_record, spoil_the_last_record
from tests.relay_process import RelayProcess


def test_all_is_well_and_no_signal_is_no_trouble(
    server: RelayProcess, practitioner: Person, service_user: Person
) -> None:
    keep_together(practitioner, service_user, card=None)
    expect(practitioner.asks_how_the_copy_is()).to_contain_text("All is well.")
    practitioner.closes_what_is_open()
    server.kill()
    practitioner.adds("Ana", ring="life")
    practitioner.sees_not_sent()
    sheet = practitioner.asks_how_the_copy_is()
    expect(sheet).to_contain_text("Something waits for a signal. It goes by itself.")
    expect(sheet).not_to_contain_text("What you can do")


def test_what_was_set_aside_and_whose_it_is(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.device.closes()
    server.kill()
    spoil_the_last_record(server)
    server.start()
    take_it_home(service_user, card)
    service_user.presses(
        "How is this copy?", within=service_user.page.get_by_role("status").filter(has_text="set aside")
    )
    sheet = service_user.sheet("How this copy is doing")
    for words in (
        "They are set aside, not lost.",
        "What Kith is doing:",
        "What you can do:",
        "the shared tablet: 1 set",
    ):
        expect(sheet).to_contain_text(words)


def test_something_was_lost_elsewhere(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    server.kill()
    forget_the_last_record(server)
    server.start()
    practitioner.device.finds_the_signal()
    practitioner.presses("How is this copy?", within=practitioner.page.get_by_role("status").filter(has_text="lost"))
    practitioner.reads("Each phone and tablet gives back what it has, until all of it is there again.")
    practitioner.presses("Take a copy with you")
    expect(practitioner.sheet("Take a copy with you")).to_be_visible()
