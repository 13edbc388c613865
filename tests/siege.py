"""A relay that is killed at one write of its database after another, and two people who go on as if nothing were."""

import os
import secrets
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from server.client import Client
from sync import entry as entries
from sync.card import CardSecret
from sync.errors import Refused
from tests.nest import NestRelay
from tests.relay_process import RelayProcess
from tests.strace import attached, killing, refusing

SYNC_S: Final = 20
HUNGER_S: Final = 0.25  # how long somebody waits for room before they look after the others
Check: TypeAlias = Callable[[sqlite3.Connection], None]  # raises Lost

FREELY: Final = {"KITH_LIMITS": '{"spaces_per_address_per_hour": 100000}'}


_DESK: Final = 1  # its index, behind the tablet's


class Lost(AssertionError):
    """Something that was promised is not there."""


@dataclass(slots=True)
class Siege:
    """What came of it."""

    points: int = 0  # writes at which the relay was killed
    ready_s: list[float] = field(default_factory=list)  # from starting it again to its first answer
    cpu_s: list[float] = field(default_factory=list)  # of which its own processor time


class Pair:
    """A tablet, a desk that is let in by an invitation and a phone by a card: everything that a server keeps.

    In the whole story the phone then removes the desk, under a new key.
    """

    def __init__(self, folder: Path, origin: str) -> None:
        folder.mkdir()
        self._folder, self._origin = folder, origin
        self.devices: list[Client] = []
        self.gone: list[Client] = []  # of them, removed
        self.has_asked = False  # the desk's request has been acknowledged

    def story(self) -> Iterator[Client]:
        """Each device when it has something to tell the server, and again until it has told it."""
        yield from self.meeting()
        yield from self._parting()

    def meeting(self) -> Iterator[Client]:
        """The story until all three belong."""
        card = CardSecret.new(secrets.token_bytes)
        tablet = self._new(Client.start(self._folder / "tablet", self._origin))
        tablet.add("people", "ann", {"name": "Ann", "kind": "person"}, "both")
        yield tablet
        invitation = tablet.invite((1,))
        yield tablet
        desk = self._new(Client.join(self._folder / "desk", tablet.link(invitation) or "", "Jo"))
        yield desk
        self.has_asked = True
        yield tablet
        for request in list(tablet.requests()):
            tablet.approve(request)
        yield tablet
        yield desk
        for n in range(4):
            desk.set("meta", f"d{n}", n, 1)
        yield desk
        tablet.keep_card(card)
        yield tablet
        phone = self._new(Client.open_card(self._folder / "phone", self._origin, card))
        yield phone
        phone.set("people/ann", "name", "Anna", 0)
        tablet.set("people/ann", "name", "Annie", 1)
        yield phone
        yield tablet
        yield desk
        yield phone

    def _parting(self) -> Iterator[Client]:
        tablet, desk, phone = self.devices
        desk.go_offline()
        self.gone.append(desk)
        tablet.set("people/ann", "relation", "aunt", 1)
        phone.remove([_DESK])
        yield phone
        yield tablet
        phone.set("meta", "d0", "under the new key", 0)
        yield phone
        yield tablet

    @property
    def staying(self) -> list[Client]:
        """Who still belongs."""
        return [device for device in self.devices if device not in self.gone]

    def check_convergence(self) -> None:
        """Raises Lost."""
        first, *others = (device.document() for device in self.staying)
        if any(other != first for other in others) or len(first.people) != 1:
            raise Lost("the devices show different things")
        if any(device.device.alarms for device in self.staying):
            raise Lost(f"alarms: {[sorted(device.device.alarms) for device in self.staying]}")

    def check_stored(self, stored: sqlite3.Connection) -> None:
        """Whether everything that any device was told of is there. Raises Lost."""
        rows = set(stored.execute("SELECT record FROM record"))
        entered = set(stored.execute("SELECT hash FROM control"))
        for device in self.devices:
            replica = device.device.replica
            for author, held in replica.log.held.items():
                known = held[: replica.stored_seq] if author == replica.keys.id else held
                if any((raw,) not in rows for raw in known):
                    raise Lost("an acknowledged record")
            told = replica.entries if replica.created or replica.incarnation else []
            if any((entries.parse(raw).hash,) not in entered for raw in told):
                raise Lost("an acknowledged entry")
        if self.has_asked and not stored.execute("SELECT 1 FROM join_request").fetchone() and len(entered) < 3:
            raise Lost("an acknowledged request to join")

    def close(self) -> None:
        for device in self.devices:
            device.close()

    def _new(self, device: Client) -> Client:
        self.devices.append(device)
        return device


def besiege(relay: RelayProcess, folder: Path, call: str, first: int, step: int) -> Siege:
    """Kills a running relay at its `first` such call and every `step` more, until a whole story needs fewer.

    Each point has a pair of its own, which meets the same relay again. Raises Lost.
    """
    siege, nth = Siege(), first
    while True:
        with closing(Pair(folder / f"{call}-{nth}", relay.origin)) as pair:
            was_killed = _tell(relay, pair, killing(call, nth), siege)
            pair.check_convergence()
        if not was_killed:
            return siege
        siege.points += 1
        nth += step


def starve(relay: RelayProcess, folder: Path, call: str, first: int, step: int) -> Siege:
    """Refuses a running relay all writes from its `first` such call on, then from every `step` later, until a whole
    story needs fewer. Whoever has something to say is told, the others read on, and once there is room all goes on,
    with no restart of anything. Raises Lost.
    """
    siege, nth = Siege(), first
    readers = Pair(folder / f"{call}-{first}-readers", relay.origin)
    for device in readers.story():
        device.sync(SYNC_S)
    while True:
        pair = Pair(folder / f"{call}-{nth}-starved", relay.origin)
        story, hungry = pair.story(), list[Client]()
        with attached(relay, refusing(call, "ENOSPC", nth)):
            for device in story:
                if not _is_told(device):
                    hungry.append(device)
                    _check_reading(relay, readers)
                    break
        for device in chain(hungry, story):
            device.sync(SYNC_S)
        pair.check_convergence()
        with closing(sqlite3.connect(relay.stored)) as stored:
            pair.check_stored(stored)
        pair.close()
        if not hungry:
            readers.close()
            return siege
        siege.points += 1
        nth += step


def _is_told(device: Client) -> bool:
    """Whether the server has taken what this device has; if not, it has said why. Raises Lost."""
    for _ in range(int(SYNC_S / HUNGER_S)):
        try:
            device.sync(HUNGER_S)
        except TimeoutError:
            continue  # it has not even answered yet
        except Refused as refusal:
            if refusal.code != "STORE_FAILED":
                raise Lost(f"the reason why nothing is stored, which is not {refusal.code}") from refusal
            return False
        return True
    raise Lost("an answer")


def _check_reading(relay: RelayProcess, readers: Pair) -> None:
    """While nothing can be written, others come, are welcomed and have all that there is. Raises Lost."""
    if not relay.is_healthy():
        raise Lost("an answer of the relay")
    for device in readers.staying:
        device.go_offline()
        if not device.sync(SYNC_S):
            raise Lost("a welcome")
    readers.check_convergence()


def besiege_start(relay: NestRelay, call: str, left_behind: Path | None, check: Check) -> Siege:
    """Kills a relay at every such call of its start, until a start needs fewer: on no database, or on a copy of what
    another left behind. Raises Lost.
    """
    siege = Siege()
    while True:
        shutil.rmtree(relay.stored.parent, ignore_errors=True)
        if left_behind is not None:
            shutil.copytree(left_behind, relay.stored.parent)
        relay.launch(halted=True)
        with attached(relay, killing(call, siege.points + 1)):
            relay.send_signal(signal.SIGCONT)
            try:
                relay.await_answer()
            except RuntimeError:
                relay.buried()
            else:
                relay.kill()
                return siege
        siege.points += 1
        _check_files(relay, check if left_behind else _nothing)
        _start_again(relay, siege)
        with closing(sqlite3.connect(relay.stored)) as stored:
            check(stored)
        relay.kill()


def _tell(relay: RelayProcess, pair: Pair, inject: str, siege: Siege) -> bool:
    """The pair's story, with one death of the relay somewhere in it; whether there was one."""
    story, was_killed = pair.story(), False
    with attached(relay, inject):
        for device in story:
            try:
                device.sync(SYNC_S)
            except ConnectionError:
                was_killed = True
                break
    if was_killed:
        relay.buried()
        _check_files(relay, pair.check_stored)
        _start_again(relay, siege)
        device.sync(SYNC_S)
        for later in story:
            later.sync(SYNC_S)
    with closing(sqlite3.connect(relay.stored)) as stored:
        pair.check_stored(stored)
    return was_killed


def _start_again(relay: RelayProcess, siege: Siege) -> None:
    started = time.monotonic()
    relay.start()
    siege.ready_s.append(time.monotonic() - started)
    ticks = Path(f"/proc/{relay.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    siege.cpu_s.append(sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"))


def _nothing(_: sqlite3.Connection) -> None:
    """Where nothing was promised yet."""


def _check_files(relay: RelayProcess, check: Check) -> None:
    """Looks at what lies there in a copy, so that the relay finds it as it was left. Raises Lost."""
    scene = relay.folder / "scene"
    shutil.rmtree(scene, ignore_errors=True)
    shutil.copytree(relay.stored.parent, scene)
    (scene / "kith.sqlite3-shm").unlink(missing_ok=True)
    with closing(sqlite3.connect(scene / relay.stored.name)) as stored:
        if stored.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Lost("a database that is whole")
        check(stored)
