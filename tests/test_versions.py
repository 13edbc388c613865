"""What an earlier version kept opens with this one, and the two talk: old devices with a new relay, new with an old.

Both versions are their own code in processes of their own, on the packages of today. Not shown here: the earlier web
app in a browser (`webapp/src/device/trials/frozen.test.ts` opens what it kept), and a browser of that time.
"""

import shutil
from pathlib import Path

import pytest

from server.client import Client
from server.fact_file import FactFile
from sync.card import CardSecret
from sync.encoding import encode
from tests.fixtures import Version, run_device, run_in, versions
from tests.relay_process import RelayProcess, free_port
from tests.sources import ROOT

each_version = pytest.mark.parametrize("version", versions(), ids=lambda version: version.name)
WORDS = " ".join(CardSecret.new(lambda size: b"\x07" * size).words())


def moved(device: Path, here: Path, origin: str) -> Path:
    """A device whose relay has another address now."""
    before = here.with_suffix(".before")
    shutil.copy(device, before)
    file, old = FactFile(here), FactFile(before)
    file.append([encode(("at", origin)), *old.facts[1:]])
    for each in (file, old):
        each.close()
    return here


def people(client: Client) -> set[str]:
    return {person.name for person in client.document().people}


@each_version
def test_a_relay_of_today_opens_its_database_and_its_devices_go_on(version: Version, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(version.database, tmp_path / "data" / "kith.sqlite3")
    relay = RelayProcess(tmp_path, free_port(), {})
    relay.start()
    try:
        origin = f"http://localhost:{relay.port}"
        tablet, phone = (
            Client.load(moved(version.device(name), tmp_path / name, origin)) for name in ("tablet", "phone")
        )
        assert people(tablet) == version.names
        assert people(phone) >= version.names - {"Ben"}
        assert phone.sync()
        tablet.add("people", "new", {"name": "written today"}, 0)
        assert tablet.sync()
        assert phone.sync()
        fresh = Client.open_card(tmp_path / "fresh.kith", origin, CardSecret.from_words(version.card))
        assert fresh.sync()
        for client in (tablet, phone, fresh):
            assert people(client) == {*version.names, "not sent yet", "written today"}
            assert client.document() == tablet.document()
            client.close()
    finally:
        relay.end()


@each_version
@pytest.mark.parametrize("whose_relay", ["today's", "its own"])
def test_its_devices_and_those_of_today_share_a_relay(version: Version, whose_relay: str, tmp_path: Path) -> None:
    old = version.unpacked(tmp_path / "code")
    assert run_in(old, ["-c", "import server, sync; print(server.__path__, sync.__path__)"]).count(str(old)) == 2
    relay = RelayProcess(tmp_path, free_port(), {}, ROOT if whose_relay == "today's" else old)
    relay.start()
    try:
        origin = f"http://localhost:{relay.port}"
        run_device(old, tmp_path / "old", f"start={origin},{WORDS}", "add=old 1", "write=Old. ", "sync")
        run_device(ROOT, tmp_path / "new", f"open={origin},{WORDS}", "sync", "add=new 1", "write=New. ", "sync")
        run_device(old, tmp_path / "old", "load", "add=old 2", "sync")
        run_device(old, tmp_path / "older", f"open={origin},{WORDS}", "sync", "add=old 3", "sync")
        has = [run_device(ROOT, tmp_path / "new", "load", "add=new 2", "sync")]
        has += [run_device(old, tmp_path / name, "load", "sync") for name in ("old", "older")]
        assert has[0]["people"] == ["new 1", "new 2", "old 1", "old 2", "old 3"]
        assert has == [has[0]] * 3
    finally:
        relay.end()


@each_version
@pytest.mark.parametrize("whose_relay", ["today's", "its own"])
def test_a_photograph_goes_through_its_devices_and_its_relay(
    version: Version, whose_relay: str, tmp_path: Path
) -> None:
    old = version.unpacked(tmp_path / "code")
    relay = RelayProcess(tmp_path, free_port(), {}, ROOT if whose_relay == "today's" else old)
    relay.start()
    try:
        origin = f"http://localhost:{relay.port}"
        run_device(ROOT, tmp_path / "new", f"start={origin},{WORDS}", "add=new 1", "keep=paper map", "sync")
        run_device(old, tmp_path / "old", f"open={origin},{WORDS}", "sync", "add=old 1", "sync")
        run_device(ROOT, tmp_path / "newer", f"open={origin},{WORDS}", "sync", "add=new 2", "sync")
        has = run_device(old, tmp_path / "old", "load", "sync")
        assert has["people"] == ["new 1", "new 2", "old 1"]
        for name in ("new", "newer"):
            seen = run_device(ROOT, tmp_path / name, "load", "sync", "look")
            assert seen["people"] == has["people"]
            assert seen["photographs"] == [True]
    finally:
        relay.end()
