"""The first ten minutes: a café with no signal, a tablet that has opened Kith once, and a card to take home."""

from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import PHONE
from e2e.people import Person
from tests.relay_process import RelayProcess


def test_a_cafe_with_no_signal(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    practitioner.opens_kith()
    practitioner.sees_the_first_screen()
    practitioner.checks_that_it_opens_with_no_signal()
    practitioner.device.closes()
    server.kill()

    # In the café, side by side at the one tablet.
    service_user.sits_beside(practitioner)
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.calls_us(whose_map="Sam", who_helps="Jo")
    service_user.adds("Ana", "Bo", ring="closest")
    service_user.adds("The library", ring="life")
    service_user.sees("Ana", ring="closest")
    practitioner.wishes("Have coffee with somebody")
    service_user.plans("Ask Ana on Thursday", towards="Have coffee with somebody")
    practitioner.decides("Ask Ana on Thursday", who="Sam", when="Next time we meet")
    practitioner.asks_to_help("Have coffee with somebody", "Ana")
    practitioner.keeps_it(card)
    practitioner.sees_saved()

    # At home, still with no signal.
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    for name, ring in (("Ana", "closest"), ("Bo", "closest"), ("The library", "life")):
        practitioner.sees(name, ring=ring)
    practitioner.sees_goal("Have coffee with somebody")
    practitioner.sees_step("Ask Ana on Thursday")
    practitioner.reads("Who could help: Ana")
    practitioner.reads("Next time we meet")
    practitioner.reads("Only on this tablet so far.")


def test_looking_around_first(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.presses("Look around with made-up people")
    practitioner.reads("Made-up people. Nothing here is kept.")
    practitioner.adds("Ana", ring="closest")
    practitioner.sees("Ana", ring="closest")
    practitioner.presses("Leave the tour")
    practitioner.sees_the_first_screen()
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.sees_the_first_screen()


def test_nothing_is_asked_before_the_first_person(service_user: Person) -> None:
    """On a small phone: one tap to start, one to add, a name and Enter; the keyboard stays for the next."""
    service_user.opens_kith()
    service_user.presses("Start together")
    service_user.presses("Add someone")
    service_user.page.keyboard.type("Ana")
    service_user.page.keyboard.press("Enter")
    service_user.page.keyboard.type("Bo")
    service_user.page.keyboard.press("Enter")
    service_user.presses("That’s all for now")
    service_user.sees("Ana", ring="tray")
    service_user.sees("Bo", ring="tray")


def test_on_a_phone_whoever_is_added_is_said_in_sight(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    sam.opens_kith()
    sam.starts_together()
    sam.presses("Add someone")
    form = sam.page.get_by_role("form", name="Add someone")
    field = form.get_by_role("textbox", name="Who or what?")
    for name, said in (
        ("Grace", "Grace is on the map. Not sure where yet. Tap the name, then a ring."),
        ("Bo", "Bo is on the map. Not sure where yet."),
        ("Bo", "There are two called Bo now. That can be right."),
    ):
        field.fill(name)
        field.press("Enter")
        expect(form.get_by_text(said, exact=True)).to_be_in_viewport(ratio=1)
        expect(field).to_be_in_viewport(ratio=1)
        expect(field).to_be_focused()
        expect(form.get_by_role("status")).to_have_count(0)
    expect(form.get_by_text("Grace")).to_have_count(0)


def test_a_screen_that_nobody_touches_rests(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.sees_it_all_rest()
    practitioner.adds("Nan", ring="closest")
    practitioner.sees_it_all_rest()
    for room in ("Talk", "Going out", "How is it going?", "In the way", "Our plan"):
        practitioner.enters(room)
        practitioner.sees_it_all_rest()
    practitioner.looks_at("Nan")
    practitioner.sees_it_all_rest()
