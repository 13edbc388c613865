"""The server's port closed: both go on, and what both did is joined afterwards, with nothing lost."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person
from tests.relay_process import RelayProcess


@pytest.fixture(autouse=True)
def both_have_it(practitioner: Person, service_user: Person, card: str) -> None:
    """On the practitioner's tablet and on the service user's phone."""
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="life")
    practitioner.wishes("Coffee")
    take_it_home(service_user, card)
    practitioner.puts_away("A key card was used to open this somewhere.")
    service_user.sees("Ana", ring="life")
    service_user.sees_goal("Coffee")


def meet_again(server: RelayProcess, *people: Person) -> None:
    """The server is back, and so is the signal."""
    server.start()
    for person in people:
        person.device.finds_the_signal()
    for person in people:
        person.sees_sent()


def test_different_things(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    server.kill()
    practitioner.adds("Bo", ring="close")
    practitioner.plans("Find a café", towards="Coffee")
    practitioner.sees_saved()
    practitioner.sees_not_sent()
    service_user.adds("The library", ring="life")
    service_user.moves("Ana", ring="closest")
    service_user.sees_saved()
    service_user.sees_not_sent()

    meet_again(server, practitioner, service_user)
    for person in (practitioner, service_user):
        person.sees("Ana", ring="closest")
        person.sees("Bo", ring="close")
        person.sees("The library", ring="life")
        person.sees_step("Find a café")


def test_the_same_name(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    server.kill()
    practitioner.renames("Ana", "Anna")
    service_user.renames("Ana", "Annie")

    meet_again(server, practitioner, service_user)
    kept = practitioner.name_in_sight("Anna", "Annie")
    lost = "Annie" if kept == "Anna" else "Anna"
    service_user.sees(kept, ring="life")
    for person in (practitioner, service_user):
        sheet = person.looks_at(kept)
        expect(person.note_about(lost)).to_be_visible()
        person.presses("Close", within=sheet)

    service_user.looks_at(kept)
    service_user.puts_back(lost)
    expect(service_user.note_about(kept)).to_have_count(0)
    practitioner.sees(lost, ring="life")


def test_the_same_text(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    server.kill()
    practitioner.types_in(practitioner.words_of_goal(), " on Friday")
    words = service_user.words_of_goal()
    service_user.puts_the_caret(words, 0)
    service_user.page.keyboard.type("Sunny ")

    meet_again(server, practitioner, service_user)
    for person in (practitioner, service_user):
        expect(person.words_of_goal()).to_have_value("Sunny Coffee on Friday")


def test_the_same_place(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    """The map is its owner's: both at the shared tablet moved Ann there, and so did Sam at home."""
    server.kill()
    practitioner.moves("Ana", ring="close")
    service_user.moves("Ana", ring="closest")

    meet_again(server, practitioner, service_user)
    kept = practitioner.place_in_sight("Ana", "close", "closest")
    lost = "Close" if kept == "closest" else "Closest"
    service_user.sees("Ana", ring=kept)
    service_user.looks_at("Ana")
    service_user.puts_back(f"chose: {lost}")
    practitioner.sees("Ana", ring=lost.lower())


def test_the_owners_place_stands(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    server.kill()
    practitioner.takes_the_pen("Jo")
    practitioner.moves("Ana", ring="close")
    service_user.moves("Ana", ring="closest")

    meet_again(server, practitioner, service_user)
    practitioner.sees("Ana", ring="closest", more="Jo wonders: Close?")
    service_user.sees("Ana", ring="closest", more="Jo wonders: Close?")


def test_put_away_here_and_changed_there(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    server.kill()
    practitioner.puts_away_from_the_map("Ana")
    service_user.renames("Ana", "Anna")
    service_user.moves("Anna", ring="closest")

    meet_again(server, practitioner, service_user)
    service_user.does_not_see("Anna")
    for person in (practitioner, service_user):
        person.sees_put_away("Anna")
    practitioner.brings_back("Anna")
    for person in (practitioner, service_user):
        person.sees("Anna", ring="closest")
