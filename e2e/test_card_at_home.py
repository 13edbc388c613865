"""The key card, at home: how the service user gets in on any phone, with nobody to approve."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import UNLOCK, Person
from sync.card import CardSecret
from sync.errors import Damaged
from tests.relay_process import RelayProcess


def test_a_week_later_on_an_old_phone(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.wishes("Have coffee with somebody")
    practitioner.sees_sent()
    practitioner.device.closes()

    service_user.opens_kith()
    service_user.has_a_card(card, unlock="quiet river maple stone lamp")
    service_user.sees("Ana", ring="closest")
    service_user.adds("Cousin Lee", ring="close")
    service_user.sees_goal("Have coffee with somebody")
    service_user.plans("Ring Lee", towards="Have coffee with somebody")
    service_user.sees_sent()

    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.puts_away("A key card was used to open this somewhere.")
    practitioner.sees("Cousin Lee", ring="close")
    practitioner.sees_step("Ring Lee")


def test_the_phone_opens_again_by_its_own_lock(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="closest")
    service_user.device.closes()

    service_user.opens_kith()
    service_user.sees_the_lock()
    service_user.presses("Open")
    service_user.sees("Ana", ring="closest")


def test_a_link_from_the_printed_square_opens_the_card(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    service_user.opens_kith("/" + service_user.fragment_of(card))
    service_user.reads("The card is read. One more thing.")
    assert "#" not in service_user.page.url
    service_user.chooses_how_it_opens(phone_locks_itself=True)
    service_user.presses("Open it")
    service_user.sees_sent()


def test_before_the_tablet_has_met_the_server(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    server.kill()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.keeps_it(card)
    practitioner.device.closes()
    server.start()

    service_user.opens_kith()
    service_user.has_a_card(card)
    service_user.reads("This card is not known yet. The tablet it was first used on may not have had a signal since.")

    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees_sent()
    service_user.presses("Open it")
    service_user.sees("Ana", ring="closest")


def test_with_no_server_at_all(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    service_user.opens_kith()
    service_user.checks_that_it_opens_with_no_signal()
    server.kill()
    service_user.has_a_card(card)
    service_user.reads("There is no signal just now. Nothing is lost. Try again when there is.")
    server.start()
    service_user.presses("Open it")
    service_user.sees_sent()


def test_a_mistyped_card(service_user: Person, card: str) -> None:
    words = card.split()
    service_user.opens_kith()
    service_user.presses("I have a card")

    service_user.writes_in("The twelve words", " ".join([*words[:4], "zzyzx", *words[5:]]))
    service_user.reads("Word 5, “zzyzx”, is not on any card. Look at it once more.")

    service_user.writes_in("The twelve words", " ".join(words[:-1]))
    service_user.presses("Use this card")
    service_user.reads("One word is missing.")

    mistyped = in_another_order(words)
    field = service_user.writes_in("The twelve words", mistyped)
    service_user.presses("Use this card")
    service_user.reads("One of the words is not quite right. Look at the card once more.")
    expect(field).to_have_value(mistyped)


def in_another_order(words: list[str]) -> str:
    """The same words, in an order that is no card: the check catches fifteen of sixteen."""
    for at in range(len(words)):
        turned = " ".join([*words[at:], *words[:at]])
        try:
            CardSecret.from_words(turned)
        except Damaged:
            return turned
    raise AssertionError("every order is a card")


def test_with_one_thumb(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    service_user.adds("Ana", ring="tray")
    service_user.picks_up("Ana")
    service_user.taps_the_ring("close")
    service_user.sees("Ana", ring="close")
    service_user.presses("List")
    service_user.presses("Closer: Ana")
    service_user.presses("Map")
    service_user.sees("Ana", ring="closest")


def test_no_card_today_and_one_another_day(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    practitioner.opens_the_menu("Add a key card")
    practitioner.types_the_card(card, within=practitioner.sheet("Add a key card"))
    practitioner.reads("The key card is added. It opens this on any phone or tablet.")
    practitioner.closes_what_is_open()
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="closest")

    practitioner.presses("Who can open it?")
    practitioner.reads("A key card for Sam")
    practitioner.reads("A phone or tablet for Sam")
    practitioner.presses("Try a key card")
    practitioner.types_the_card(card, within=practitioner.sheet("Try a key card"))
    practitioner.reads("Yes, this card opens this.")


def test_the_first_four_letters_are_enough(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    service_user.opens_kith()
    service_user.has_a_card("\n".join(word[:4].upper() for word in card.split()), unlock=UNLOCK)
    service_user.sees_sent()
