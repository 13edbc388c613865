"""Who can open this: a tablet is taken off, a card is lost, somebody new takes it on, an end that was none."""

from e2e.beginnings import keep_together, take_it_home
from e2e.conftest import Devices
from e2e.device import PHONE, TABLET
from e2e.every_screen import new_card
from e2e.people import Person
from tests.relay_process import RelayProcess


def test_a_phone_takes_the_shared_tablet_off(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="closest")

    practitioner.asks_who_can_open_it()
    service_user.asks_who_can_open_it()
    assert service_user.hears_the_words_of_this_place() == practitioner.hears_the_words_of_this_place()
    about = service_user.looks_at_what_opens_it("A tablet that you share")
    service_user.reads("Either of you could have written what was written there.", within=about)
    service_user.presses("Close", within=about)

    service_user.closes_what_is_open()
    service_user.invites("Jo")
    service_user.closes_what_is_open()
    service_user.asks_who_can_open_it()
    service_user.presses("Take it back")
    service_user.does_not_read("Open invitations")

    service_user.takes_off("A tablet that you share")
    practitioner.reads("This tablet was removed")
    practitioner.reads("ask for a fresh invitation.")
    service_user.adds("Bo", ring="close")
    service_user.sees_sent()


def test_the_card_is_lost(practitioner: Person, service_user: Person, card: str, devices: Devices) -> None:
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    service_user.adds("Ana", ring="closest")
    service_user.sees_sent()
    service_user.asks_who_can_open_it()
    fresh = service_user.puts_a_fresh_card_for_the_lost("A key card for Sam")
    practitioner.puts_away("A key card was used to open this somewhere.")
    practitioner.puts_away("A key card was added.")
    practitioner.puts_away("A key card was cancelled.")

    finder = Person("Whoever found it", devices.new(PHONE))
    finder.opens_kith()
    finder.has_a_card(card)
    finder.reads("This card was cancelled. It no longer opens this.")
    finder.presses("Use another card")
    finder.types_the_card(fresh)
    finder.presses("Open it")
    finder.sees("Ana", ring="closest")


def test_somebody_new_takes_it_on(practitioner: Person, service_user: Person, card: str, devices: Devices) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    new = Person("Ari", devices.new(TABLET))
    new.opens_kith()
    new.takes_it_on(card)
    new.sees("Ana", ring="closest")
    practitioner.reads("This tablet was removed")
    new.gives_their_name()
    new.takes_the_pen("Ari")
    new.adds("Bo", ring="close")
    new.sees_sent()
    new.reads("It is time for a fresh key card. Until then the old one still works.")
    fresh = new_card()
    new.adds_a_fresh_card(fresh, present=card)
    take_it_home(service_user, fresh)
    service_user.asks_who_can_open_it()
    service_user.reads("Take Ari out")


def test_they_begin_again_without_somebody(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", "Bo", ring="closest")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    fresh = new_card()
    practitioner.begins_again_without("Bo", new_card=fresh, old_card=card)
    practitioner.sees("Ana", ring="closest")
    practitioner.does_not_see("Bo")
    practitioner.sees_sent()

    service_user.reads("A new place was begun without some things.")
    service_user.presses("Clear it from this tablet")
    service_user.presses("Clear it", within=service_user.sheet("Clear it from this tablet?"))
    service_user.sees_the_first_screen()
    take_it_home(service_user, fresh)
    service_user.sees("Ana", ring="closest")
    service_user.does_not_see("Bo")


def test_what_did_not_come_along_is_asked_about(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="closest")
    server.kill()
    service_user.adds("Bo", "Cem", ring="close")
    service_user.sees_saved()
    service_user.device.closes()
    server.start()
    practitioner.adds("Dee", ring="close")
    practitioner.sees_sent()
    fresh = new_card()
    practitioner.begins_again_without(new_card=fresh, old_card=card)
    practitioner.sees_sent()
    practitioner.looks_at("Ana")
    practitioner.reads("Copied from before, ")
    practitioner.closes_what_is_open()

    service_user.opens_kith()
    service_user.presses("Open")
    service_user.reads("What did not come along")
    service_user.reads("Sam put Bo on the map.")
    service_user.presses("Lock now")
    service_user.has_a_card(fresh, unlock="")
    service_user.sees("Ana", ring="closest")
    service_user.does_not_see("Bo")
    service_user.answers_what_did_not_come_along("Keep Bo", "Leave Cem")
    service_user.does_not_read("did not come along")
    service_user.sees("Bo", ring="close")
    service_user.does_not_see("Cem")
    practitioner.sees("Bo", ring="close")


def test_they_end_it_and_change_their_minds(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    take_it_home(service_user, card)
    practitioner.ends_it(card)
    practitioner.reads("You can go on until")
    practitioner.reads("Ana")
    service_user.reads("Sam ended this on")
    service_user.goes_on_with_it()
    service_user.adds("Bo", ring="close")
    service_user.sees_sent()
    practitioner.sees("Bo", ring="close")

    practitioner.takes_it_off_this_tablet()
    practitioner.sees_the_first_screen()
    service_user.puts_away("A phone or tablet was removed. It can no longer open what comes from now on.")
    service_user.adds("Cem", ring="close")
    service_user.sees_sent()
