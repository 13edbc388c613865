"""Files: a copy that is taken along and opened elsewhere, and changes that go from hand to hand with no server."""

from pathlib import Path

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from tests.independent_reader import read_backup as read_independently
from tests.relay_process import RelayProcess


def test_a_copy_is_read_elsewhere_with_no_server_and_the_card_makes_it_a_place_again(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="close")
    practitioner.wishes("Coffee")
    practitioner.sees_sent()
    service_user.opens_kith()
    service_user.sees_the_first_screen()
    service_user.checks_that_it_opens_with_no_signal()
    server.kill()
    practitioner.adds("Bo", ring="life")
    practitioner.sees_saved()
    copy = practitioner.takes_a_copy(tmp_path)

    service_user.looks_into_a_copy(copy, "other words than these")
    service_user.reads("Those words do not open it.")
    service_user.looks_into_a_copy_again()
    service_user.reads("It is about Sam & Jo.")
    service_user.reads("2 people and places")
    service_user.keeps_the_copy("quiet river maple stone lamp")
    for words in ("Ana", "Bo", "Coffee"):
        service_user.reads(words)

    reading = read_backup(copy.read_bytes(), COPY_WORDS)
    assert {person.name for person in reading.document.read().people} == {"Ana", "Bo"}
    assert reading.aside_codes == ()
    people = read_independently(copy.read_bytes(), COPY_WORDS)["people"]
    assert isinstance(people, dict)
    assert len(people) == 2

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    service_user.presses("Use the key card")
    service_user.types_the_card(card, within=service_user.sheet("Use the key card"))
    service_user.sees("Bo", ring="life")
    service_user.adds("Cousin Lee", ring="close")
    service_user.sees_sent()
    practitioner.sees("Cousin Lee", ring="close")


def test_changes_go_both_ways_as_files_and_nothing_is_doubled_when_the_server_is_back(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="close")
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="close")
    practitioner.puts_away("A key card was used to open this somewhere.")
    server.kill()
    practitioner.adds("Bo", ring="life")
    service_user.adds("The library", ring="life")
    service_user.moves("Ana", ring="closest")
    service_user.takes_in(practitioner.saves_changes(tmp_path), "that are not here yet.")
    service_user.sees("Bo", ring="life")
    practitioner.takes_in(service_user.saves_changes(tmp_path), "that are not here yet.")
    practitioner.sees("The library", ring="life")
    practitioner.sees("Ana", ring="closest")

    server.start()
    for person in (service_user, practitioner):
        person.device.finds_the_signal()
    for person in (service_user, practitioner):
        person.sees_sent()
    practitioner.adds("Dee", ring="close")
    service_user.sees("Dee", ring="close")
    for person in (practitioner, service_user):
        for name in ("Bo", "The library"):
            person.sees(name, ring="life")
