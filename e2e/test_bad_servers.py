"""Servers that talk nonsense, lie about the space, have lost or spoilt something, or are full."""

import sqlite3

import pytest

from e2e.beginnings import keep_together, take_it_home
from e2e.evil_relay import Answer, another_space, evil_relay, nonsense, space_of_its_own
from e2e.people import Person
from tests.relay_process import RelayProcess

SAFE = "Something is odd at the other end. Your words are safe here."


@pytest.mark.parametrize("answer", [nonsense, another_space])
def test_on_an_open_map(server: RelayProcess, practitioner: Person, service_user: Person, answer: Answer) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    server.kill()
    with evil_relay(server.port, answer) as heard:
        practitioner.device.finds_the_signal()
        practitioner.reads(SAFE)
        practitioner.adds("Bo", ring="close")
        practitioner.sees_saved()
        assert b"Ana" not in b"".join(heard)

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    practitioner.sees("Ana", ring="closest")
    practitioner.sees("Bo", ring="close")


def test_a_space_of_its_own_for_a_card(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    service_user.opens_kith()
    service_user.checks_that_it_opens_with_no_signal()
    server.kill()
    with evil_relay(server.port, space_of_its_own(card)):
        service_user.has_a_card(card)
        service_user.reads("so nothing was opened")

    server.start()
    service_user.presses("Open it")
    service_user.sees("Ana", ring="closest")


def test_a_record_that_was_spoilt(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    practitioner.adds("Bo", ring="close")
    practitioner.sees_sent()
    practitioner.device.closes()
    server.kill()
    spoil_the_last_record(server)
    server.start()

    take_it_home(service_user, card)
    service_user.sees("Ana", ring="closest")
    service_user.does_not_see("Bo")
    service_user.reads("Some words could not be opened. They are set aside, not lost.")
    service_user.adds("Cleo", ring="life")
    service_user.sees_saved()


def spoil_the_last_record(server: RelayProcess) -> None:
    """One bit of it, on the server's disk."""
    with sqlite3.connect(server.stored) as database:
        position, record = database.execute("SELECT position, record FROM record ORDER BY position DESC").fetchone()
        spoilt = record[:-1] + bytes([record[-1] ^ 1])
        database.execute("UPDATE record SET record = ? WHERE position = ?", (spoilt, position))
    database.close()


def test_a_server_that_has_forgotten(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="closest")
    practitioner.sees_sent()
    server.kill()
    forget_the_last_record(server)
    server.start()
    practitioner.device.finds_the_signal()
    practitioner.reads("Some of what was sent has been lost. It is still on this tablet.")
    practitioner.adds("Bo", ring="close")
    practitioner.sees_saved()


def forget_the_last_record(server: RelayProcess) -> None:
    """As after an old backup was put in place, without saying so."""
    with sqlite3.connect(server.stored) as database:
        database.execute("DELETE FROM record WHERE position = (SELECT max(position) FROM record)")
    database.close()


@pytest.mark.parametrize("limits", ['{"space_bytes": 1500}'])
def test_a_server_that_is_full(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    for name in ("Ana", "Bo", "Cleo", "Dev", "Eli", "Flo", "Gus", "Hal"):
        practitioner.adds(name, ring="life")
        practitioner.sees_saved()
    practitioner.reads("Your words are safe here.")
    practitioner.device.is_killed()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Hal", ring="life")
