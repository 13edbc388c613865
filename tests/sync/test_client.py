"""The headless device over a real socket, against the real relay, with real files that are cut anywhere."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.client import Client
from server.fact_file import FactFile
from sync.card import CardSecret
from sync.errors import Damaged, Refused
from tests.relay_process import RelayProcess, relay_process


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayProcess]:
    with relay_process({"KITH_LIMITS": '{"records_per_min": 100000, "records_burst": 100000}'}) as running:
        yield running


@pytest.fixture
def card() -> CardSecret:
    return CardSecret.new(secrets.token_bytes)


@pytest.fixture
def tablet(relay: RelayProcess, tmp_path: Path, card: CardSecret) -> Iterator[Client]:
    client = Client.start(tmp_path / "tablet", relay.origin, cards=[(card, 0)])
    client.add("people", "ann", {"name": "Ann", "kind": "person"}, "both")
    client.add("goals", "swim", {"title": "Swim"}, 1)
    yield client
    client.close()


def test_a_card_on_a_fresh_device(relay: RelayProcess, tablet: Client, tmp_path: Path, card: CardSecret) -> None:
    assert tablet.sync()
    phone = Client.open_card(tmp_path / "phone", relay.origin, card)
    assert phone.sync()
    phone.set("people/ann", "name", "Anna", 0)
    phone.write_text("goals/swim", "title", " often", 0)
    phone.set("goals/swim", "people/ann", True, 0)
    phone.sync()
    tablet.sync()
    document = tablet.document()
    assert document == phone.document()
    assert document.people[0].name == "Anna"
    assert (document.goals[0].title, document.goals[0].people) == ("Swim often", ("ann",))
    phone.close()


def test_a_card_before_the_tablet_has_met_the_server(relay: RelayProcess, tmp_path: Path, card: CardSecret) -> None:
    phone = Client.open_card(tmp_path / "phone", relay.origin, card)
    with pytest.raises(Refused, match="CARD_UNKNOWN"):
        phone.sync()
    phone.close()


def test_joining_by_a_link(tablet: Client, tmp_path: Path) -> None:
    tablet.sync()
    invitation = tablet.invite((1,))
    tablet.sync()
    desk = Client.join(tmp_path / "desk", tablet.link(invitation) or "", "Jo")
    assert not desk.sync()
    assert not desk.sync()
    tablet.sync()
    ((name, (first_name, words)),) = tablet.requests().items()
    assert (first_name, words) == ("Jo", desk.device.own_words())
    tablet.approve(name)
    tablet.sync()
    assert desk.sync()
    assert desk.document() == tablet.document()
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        desk.set("meta", "name/0", "Ann", 0)
    assert desk.document() == tablet.document()
    desk.set("meta", "name/1", "Jo", 1)
    desk.sync()
    tablet.sync()
    assert tablet.document().names == ("", "Jo")
    desk.close()


def test_a_wish_that_came_to_nothing_is_not_passed_over(
    relay: RelayProcess, tablet: Client, tmp_path: Path, card: CardSecret
) -> None:
    tablet.sync()
    phones = [Client.open_card(tmp_path / name, relay.origin, card) for name in ("phone", "other")]
    for phone in phones:
        phone.sync()
    phones[0].go_offline()
    for phone in phones:
        phone.remove((0,))
    phones[1].sync()
    with pytest.raises(Refused, match="CTL_INVALID"):
        phones[0].sync()
    for phone in phones:
        assert phone.sync()
        phone.close()


def test_both_offline_for_a_while(relay: RelayProcess, tablet: Client, tmp_path: Path, card: CardSecret) -> None:
    tablet.sync()
    phone = Client.open_card(tmp_path / "phone", relay.origin, card)
    phone.sync()
    tablet.go_offline()
    phone.go_offline()
    for n in range(120):
        tablet.set("meta", f"t{n}", n, 1)
        phone.set("meta", f"p{n}", n, 0)
    tablet.set("people/ann", "relation", "friend", "both")
    phone.set("people/ann", "face", "🙂", 0)
    for client in (tablet, phone, tablet):
        client.sync()
    assert tablet.document() == phone.document()
    assert (tablet.document().people[0].relation, tablet.document().people[0].face) == ("friend", "🙂")
    assert tablet.device.alarms == phone.device.alarms == frozenset()
    phone.close()


def test_a_server_that_is_killed_and_comes_back(relay: RelayProcess, tablet: Client, tmp_path: Path) -> None:
    tablet.sync()
    relay.kill()
    tablet.set("meta", "meeting", "Tuesday", "both")
    with pytest.raises(ConnectionError):
        tablet.sync()
    relay.start()
    tablet.close()
    again = Client.load(tmp_path / "tablet")
    assert again.document().meeting == "Tuesday"
    assert again.sync()
    again.close()


def test_a_file_cut_anywhere_loses_only_what_was_not_yet_kept(
    relay: RelayProcess, tablet: Client, tmp_path: Path, card: CardSecret
) -> None:
    tablet.sync()
    kept = (tmp_path / "tablet").stat().st_size
    tablet.set("meta", "meeting", "Tuesday", "both")
    tablet.sync()
    whole = (tmp_path / "tablet").read_bytes()
    tablet.close()
    sizes = [*range(kept, len(whole), 37), len(whole)]
    for size in sizes:
        path = tmp_path / f"cut at {size}"
        path.write_bytes(whole[:size])
        again = Client.load(path)
        assert again.sync()
        assert again.document().meeting == "Tuesday"
        assert again.device.alarms == frozenset()
        again.close()
    late = Client.open_card(tmp_path / "late", relay.origin, card)
    assert late.sync()
    assert late.document().meeting == "Tuesday"
    late.close()


def test_a_torn_fact_is_cut_off_and_the_rest_stays(tmp_path: Path) -> None:
    file = FactFile(tmp_path / "facts")
    file.append([b"one", b"two"])
    file.close()
    path = tmp_path / "facts"
    path.write_bytes(path.read_bytes() + b"\x00\x00\x00\x09half")
    again = FactFile(path)
    assert again.facts == [b"one", b"two"]
    again.append([b"three"])
    again.close()
    last = FactFile(path)
    assert last.facts == [b"one", b"two", b"three"]
    last.close()
