"""sync/README.md is enough to read Kith: a reader written from that page alone gets what the devices have."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from pycrdt import Doc, Map

from server.backup import backup
from server.backup import read_backup as read_as_a_device
from server.client import Client
from sync.card import CardSecret
from sync.membership import Membership
from tests.independent_reader import ROOTS, read_backup, read_photograph, read_session
from tests.relay_process import relay_process
from tests.sources import ROOT, python_imports

WORDS = "tea garden boat lamp river"
ON_PAPER = b"felt pen on paper " * 6000


class Recorded:
    """A device, every frame that went to the server or came from there, and what it holds."""

    def __init__(self, client: Client, closing: ExitStack) -> None:
        closing.callback(client.close)
        self.client = client
        self.frames: list[bytes] = []
        send: Callable[[Sequence[bytes]], None] = client._send
        hear: Callable[[bytes], list[bytes]] = client.device.receive

        def sent(frames: Sequence[bytes]) -> None:
            self.frames += frames
            send(frames)

        def heard(frame: bytes) -> list[bytes]:
            self.frames.append(frame)
            return hear(frame)

        client._send = sent  # type: ignore[method-assign]
        client.device.receive = heard  # type: ignore[method-assign]

    @property
    def keys(self) -> tuple[tuple[int, bytes], ...]:
        return tuple(enumerate(self.client.device.replica.epoch_keys))

    @property
    def document(self) -> dict[str, object]:
        """As its copy of the document has it, root by root."""
        doc = Doc[Map[object]]()
        doc.apply_update(self.client.whole())
        return {name: doc.get(name, type=Map).to_py() for name in ROOTS}


@pytest.fixture(scope="module")
def devices(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[tuple[Recorded, ...]]":
    """A shared tablet, a phone that was invited, one that a card let in; two rotations, one as a fourth was removed."""
    folder = tmp_path_factory.mktemp("read")
    card = CardSecret(bytes(range(16)))
    with ExitStack() as closing, relay_process() as relay:
        tablet = Recorded(Client.start(folder / "tablet", relay.origin, cards=((card, 0),)), closing)
        tablet.client.set("meta", "name/0", "Rose", "both")
        tablet.client.add("people", "ann", {"name": "Ann", "place": ["close", 900], "face": "🦊"}, 0)
        tablet.client.add("people", "café", {"name": "Café Ost", "kind": "place"}, 1)
        tablet.client.sync()
        invitation = tablet.client.invite((1,))
        tablet.client.sync()
        phone = Recorded(Client.join(folder / "phone", tablet.client.link(invitation) or "", "Jo"), closing)
        phone.client.sync()
        tablet.client.sync()
        tablet.client.approve(next(iter(tablet.client.requests())))
        tablet.client.sync()
        home = Recorded(Client.open_card(folder / "home", relay.origin, card), closing)
        for device, member in ((phone, 1), (home, 0)):
            device.client.sync()
            device.client.add("goals", f"goal {member}", {"title": "Swim"}, member)
            device.client.sync()
        phone.client.sync()
        home.client.write_text("goals/goal 1", "title", " on Tuesdays", 0)
        phone.client.set("goals/goal 0", "people/ann", value=True, by=1)
        for device in (home, phone, tablet, home):
            device.client.sync()
        old = Recorded(another_phone(folder, tablet.client), closing)
        old.client.set("people/ann", "name", "Anna", 1)
        old.client.sync()
        home.client.sync()
        home.client._send(home.client.device.rotate())
        home.client.sync()
        home.client.add("people", "sol", {"name": "Sol"}, 0)
        for device in (home, old, tablet):
            device.client.sync()
        gone = next(known.ix for known in state_of(home).devices if known.id == old.client.device.replica.keys.id)
        home.client._send(home.client.device.remove((gone,)))
        home.client.sync()
        home.client.set("meta", "meeting", "Thursday", 0)
        home.client.keep_photograph("paper", ON_PAPER, {"day": "2026-05-01"}, 0)
        for device in (home, tablet, phone):
            device.client.sync()
        phone.client.set("people/ann", "relation", "my neighbour", 1)
        for device in (phone, tablet, home):
            device.client.sync()
        for device in (tablet, phone, home, old):
            device.client.go_offline()
        assert [len(device.keys) for device in (tablet, phone, home)] == [3, 3, 3]
        yield tablet, phone, home


def another_phone(folder: Path, tablet: Client) -> Client:
    """Let in by an invitation of the tablet's."""
    invitation = tablet.invite((1,))
    tablet.sync()
    old = Client.join(folder / "old", tablet.link(invitation) or "", "Jo")
    old.sync()
    tablet.sync()
    tablet.approve(next(iter(tablet.requests())))
    tablet.sync()
    old.sync()
    return old


def state_of(device: Recorded) -> Membership:
    state = device.client.device.replica.state
    assert state is not None
    return state


def test_the_reader_imports_nothing_of_ours() -> None:
    imported = set(python_imports(ROOT / "tests" / "independent_reader.py"))
    assert not {name for name in imported if name.split(".")[0] in {"sync", "server", "tests", "webapp"}}
    outside = {name.split(".")[0] for name in imported if name.split(".")[0] in {"cryptography", "cbor2", "pycrdt"}}
    assert outside == {"cryptography", "cbor2", "pycrdt"}


def test_a_backup_opens_to_the_same_document(devices: tuple[Recorded, ...], tmp_path: Path) -> None:
    for device in devices:
        path = tmp_path / "copy"
        path.write_bytes(backup(device.client.device.replica, WORDS, 1))
        assert read_backup(path.read_bytes(), f" {WORDS}\n") == device.document
        assert read_photograph(path.read_bytes(), WORDS, "paper") == ON_PAPER
        judged = read_as_a_device(path.read_bytes(), WORDS)
        assert judged.document.read() == device.client.document()
        assert (judged.aside_codes, judged.log.is_waiting, judged.log.alarms) == ((), False, set())
    assert len(devices[0].document) == len(ROOTS)
    assert devices[0].document == devices[1].document == devices[2].document


def test_a_captured_session_opens_to_the_same_document(devices: tuple[Recorded, ...]) -> None:
    """Of the device that began, of the one that was invited and of the one with a card, from their first frame on."""
    for device in devices:
        assert read_session(device.frames, device.keys) == device.document


def test_what_was_not_sealed_yet_is_in_a_backup(devices: tuple[Recorded, ...]) -> None:
    phone = devices[1]
    phone.client.set("meta", "meeting", "Thursday", 1)
    assert read_backup(backup(phone.client.device.replica, WORDS, 1), WORDS) == phone.document
