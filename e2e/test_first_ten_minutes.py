"""The first ten minutes: a café with no signal, a tablet that has opened Kith once, and a card to take home."""

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
