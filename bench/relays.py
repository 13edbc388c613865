"""The relays that are compared, each spoken to in its own protocol and asked to carry the same changes."""

import json
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.changes import Change
from bench.pairs import Pair
from bench.peer import Peer, Script, Unexpected, masked_frame
from bench.processes import NODE, PYCRDT, Serving, kith_server, rival_server
from sync import messages
from sync.encoding import encode
from sync.keys import auth_message
from sync.messages import Auth, Challenge, Create, Created, Hello, Message, Pull, Push, Records, Welcome

# the only settings of Kith's that are changed: how much one device may write and one socket may send, how much one
# address may begin, and how many sockets it may have that have not yet said who they are
RAISED: Final = {
    "records_per_min": 60_000_000,
    "records_burst": 1_000_000,
    "spaces_per_address_per_hour": 100_000,
    "in_bytes_per_s": 10**9,
    "sockets_per_address": 100_000,
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a room carries: the changes of its two sides, and the first of them as sealed records, seq 1 and on."""

    room: int
    pair: Pair
    changes: tuple[list[Change], list[Change]]
    records: tuple[list[bytes], list[bytes]]


class Relay(ABC):
    """One of the compared."""

    name: str
    noise: tuple[bytes, ...] = ()  # how messages begin that are no part of the comparison

    @abstractmethod
    def script(self, work: Work, side: int) -> Script:
        """What this side of a room says, and what must come of it."""

    @abstractmethod
    def running(self, folder: Path, core: int) -> AbstractContextManager[Serving]:
        """A fresh server on that core, which keeps what it keeps in `folder`."""

    @abstractmethod
    def enter(self, port: int, work: Work, side: int) -> Peer:
        """A peer that has joined the room and hears all that is said there."""

    def stored(self, _folder: Path) -> int | None:
        """How many messages are on the disk; None where an acknowledgement does not promise it."""
        return None


class Kith(Relay):
    """Kith, all its checks on."""

    name = "Kith"

    def script(self, work: Work, side: int) -> Script:
        device, records = work.pair.devices[side].id, work.records[side]
        frames = [masked_frame(messages.to_bytes(Push((record,)))) for record in records]
        acks = [encode((device, seq))[1:] for seq in range(1, len(records) + 1)]
        return Script(frames, acks, records)

    @contextmanager
    def running(self, folder: Path, core: int) -> Iterator[Serving]:
        with kith_server(folder, core, {"KITH_LIMITS": json.dumps(RAISED)}) as relay:
            yield Serving(relay.port, relay.pid)

    def enter(self, port: int, work: Work, side: int) -> Peer:
        peer, _ = welcomed(port, work.pair, side, creates=side == 0)
        if not isinstance(records := answer(peer, Pull(1)), Records):
            raise Unexpected(records)
        return peer

    def stored(self, folder: Path) -> int | None:
        return row_count(folder / "data" / "kith.sqlite3")


class Bare(Relay):
    """The same records, as bytes that nobody looks into, with a number before them; each in a write of its own."""

    name = "bare ws relay"
    words: tuple[str, ...] = ()

    def script(self, work: Work, side: int) -> Script:
        records, device = work.records[side], work.pair.devices[side].id
        numbers = [device[:4] + index.to_bytes(4, "big") for index in range(len(work.changes[side]))]
        contents = [number + records[index % len(records)] for index, number in enumerate(numbers)]
        return Script([masked_frame(content) for content in contents], numbers, contents)

    def running(self, folder: Path, core: int) -> AbstractContextManager[Serving]:
        return rival_server(NODE, "bare.mjs", folder, core, *self.words)

    def enter(self, port: int, work: Work, side: int) -> Peer:  # noqa: ARG002  # nobody is asked who they are
        return Peer(port, f"/{work.room}", f"http://localhost:{port}")

    def stored(self, folder: Path) -> int | None:
        return row_count(folder / "bare.sqlite3")


class BareJoined(Bare):
    """What one commit has for a socket, in one write, as Kith sends it."""

    name = "bare ws relay, joined"
    words = ("joined",)


class YWebsocket(Relay):
    """The same changes, not sealed: merged in memory and sent to both, which is also the acknowledgement."""

    name = "@y/websocket-server"
    noise = (b"\x00\x00", b"\x00\x01", b"\x01")  # sync steps, awareness

    def script(self, work: Work, side: int) -> Script:
        changes = work.changes[side]
        values = [change.value for change in changes]
        return Script([masked_frame(b"\x00\x02" + var_bytes(change.update)) for change in changes], values, values)

    def running(self, folder: Path, core: int) -> AbstractContextManager[Serving]:
        return rival_server(NODE, "y-websocket.mjs", folder, core)

    def enter(self, port: int, work: Work, side: int) -> Peer:  # noqa: ARG002
        peer = Peer(port, f"/{work.room}", f"http://localhost:{port}")
        peer.say(b"\x00\x00\x01\x00")  # sync step 1: we have nothing
        wait_for(peer, b"\x00\x01")
        return peer


class Pycrdt(YWebsocket):
    """The same protocol, spoken by a server in Python; it too sends a change to all, and so to its author."""

    name = "pycrdt-websocket"

    def running(self, folder: Path, core: int) -> AbstractContextManager[Serving]:
        return rival_server(PYCRDT, "pycrdt_server.py", folder, core)


class Hocuspocus(Relay):
    """The same changes, not sealed: merged, acknowledged, sent to both, and stored some seconds later."""

    name = "Hocuspocus with SQLite"

    def __init__(self, rooms: int) -> None:
        self.noise = tuple(to(room) + kind for room in range(rooms) for kind in (b"\x00", b"\x01"))  # and our own

    def script(self, work: Work, side: int) -> Script:
        changes, room = work.changes[side], to(work.room)
        frames = [masked_frame(room + b"\x00\x02" + var_bytes(change.update)) for change in changes]
        return Script(frames, [room + b"\x08\x01"] * len(frames), [change.value for change in changes])

    def running(self, folder: Path, core: int) -> AbstractContextManager[Serving]:
        return rival_server(NODE, "hocuspocus.mjs", folder, core)

    def enter(self, port: int, work: Work, side: int) -> Peer:  # noqa: ARG002
        peer, room = Peer(port, "/", f"http://localhost:{port}"), to(work.room)
        peer.say(room + b"\x02\x00" + var_bytes(b"anyone"))
        wait_for(peer, room + b"\x02\x02")
        peer.say(room + b"\x00\x00\x01\x00")
        wait_for(peer, room + b"\x00\x01")
        return peer


def welcomed(port: int, pair: Pair, side: int, *, creates: bool, address: str = "127.0.0.1") -> tuple[Peer, Welcome]:
    """A device's new socket to Kith, and what it was told; it has still to pull. Raises Unexpected, OSError."""
    origin, keys, space = f"http://localhost:{port}", pair.devices[side], pair.state.space
    peer = Peer(port, "/sync", origin, address)
    challenge = answer(peer, Hello(messages.VERSION, space, keys.id))
    if not isinstance(challenge, Challenge):
        raise Unexpected(challenge)
    if creates and not isinstance(created := answer(peer, Create(pair.genesis, None)), Created):
        raise Unexpected(created)
    signature = keys.signing.sign(auth_message(origin, space, keys.id, challenge.nonce))
    if not isinstance(welcome := answer(peer, Auth(space, keys.id, signature)), Welcome):
        raise Unexpected(welcome)
    return peer, welcome


def answer(peer: Peer, message: Message) -> Message:
    """What Kith says to `message`."""
    peer.say(messages.to_bytes(message))
    return messages.parse(peer.hear())


def wait_for(peer: Peer, beginning: bytes) -> None:
    while not peer.hear().startswith(beginning):
        pass


def to(room: int) -> bytes:
    """The beginning of a message to Hocuspocus."""
    return var_bytes(f"room {room}".encode())


def var_bytes(content: bytes) -> bytes:
    """As lib0 writes them: a length in groups of seven bits, then the bytes."""
    size, head = len(content), bytearray()
    while size > 0x7F:
        head.append(0x80 | size & 0x7F)
        size >>= 7
    return bytes(head) + bytes([size]) + content


def row_count(file: Path) -> int:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM record").fetchone()[0])
