"""Whole devices and the real relay: removed, leaving, and two of one name after a restore."""

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.client import Client
from sync.card import CardSecret
from sync.errors import Refused
from tests.relay_process import RelayProcess


class Two:
    """A shared tablet and the owner's phone, let in by the card that the tablet introduced."""

    def __init__(self, relay: RelayProcess, folder: Path) -> None:
        self.relay, self.folder = relay, folder
        card = CardSecret.new(secrets.token_bytes)
        self.tablet = Client.start(folder / "tablet", relay.origin, cards=[(card, 0)])
        self.tablet.add("people", "ann", {"name": "Ann", "kind": "person"}, "both")
        self.tablet.sync()
        self.phone = Client.open_card(folder / "phone", relay.origin, card)
        self.phone.sync()

    def end(self) -> None:
        self.tablet.close()
        self.phone.close()


@pytest.fixture
def two(own_relay: RelayProcess, tmp_path: Path) -> Iterator[Two]:
    made = Two(own_relay, tmp_path)
    yield made
    made.end()


def copy(database: Path, to: Path) -> None:
    """A whole copy, whatever its journal holds."""
    with closing(sqlite3.connect(database)) as one, closing(sqlite3.connect(to)) as other:
        one.backup(other)


def name_at(client: Client) -> str:
    return client.document().people[0].name


def test_a_removed_tablet_is_told_and_hears_no_more(two: Two) -> None:
    two.phone.remove((0,))
    two.phone.sync()
    two.phone.set("people/ann", "name", "Anna", 0)
    two.phone.sync()
    with pytest.raises(Refused, match="DEVICE_REMOVED"):
        two.tablet.sync()
    with pytest.raises(Refused, match="DEVICE_REMOVED"):
        two.tablet.sync()
    assert (name_at(two.tablet), name_at(two.phone)) == ("Ann", "Anna")


def test_a_tablet_that_leaves_leaves_what_was_written_and_the_phone_goes_on(two: Two) -> None:
    two.tablet.go_offline()
    two.tablet.set("people/ann", "name", "Annie", 1)
    two.tablet.leave()
    assert two.tablet.sync()
    two.tablet.go_offline()
    with pytest.raises(Refused, match="DEVICE_REMOVED"):
        two.tablet.sync()
    two.phone.sync()
    assert name_at(two.phone) == "Annie"
    two.phone.set("people/ann", "name", "Anna", 0)
    assert two.phone.sync()
    state = two.phone.device.replica.state
    assert state is not None
    assert state.epoch == 1


def test_two_of_one_name_after_a_restore_lose_nothing(two: Two) -> None:
    tablet, phone = two.tablet, two.phone
    tablet.go_offline()
    phone.go_offline()
    shutil.copy(two.folder / "tablet", two.folder / "twin")
    two.relay.stop()
    copy(two.relay.stored, two.folder / "backup")
    two.relay.start()
    tablet.add("people", "bo", {"name": "Bo", "kind": "person"}, 1)
    tablet.sync()
    phone.sync()
    tablet.go_offline()
    phone.go_offline()
    two.relay.stop()
    for file in two.relay.stored.parent.iterdir():
        file.unlink()
    copy(two.folder / "backup", two.relay.stored)
    with closing(sqlite3.connect(two.relay.stored)) as connection:
        connection.execute("UPDATE server SET incarnation = randomblob(8)")
        connection.commit()
    two.relay.start()
    twin = Client.load(two.folder / "twin")
    twin.add("people", "cleo", {"name": "Cleo", "kind": "person"}, 1)
    twin.sync()
    tablet.add("people", "dee", {"name": "Dee", "kind": "person"}, 1)
    tablet.sync()
    phone.sync()
    assert {person.name for person in phone.document().people} == {"Ann", "Bo", "Cleo", "Dee"}
    assert phone.document() == tablet.document()
    assert phone.device.alarms == tablet.device.alarms == frozenset()
    with pytest.raises(Refused, match="DEVICE_REMOVED"):
        twin.sync()
    twin.close()
