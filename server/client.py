"""A headless device over a real socket and a real file, with a document: for tests, benchmarks and tools.

Everything that the device learns or does is on the disk before anything that follows from it is sent, so a crash at any
point loses nothing that was written or acknowledged. The file holds private keys in the clear: keep it as you would
keep a key. `sync.device` has all the rules; here are only the socket, the file and the document.
"""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep, time

from pydantic import JsonValue
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from server.fact_file import FactFile
from server.headless_document import HeadlessDocument
from server.photographs import jpeg_of
from sync import facts
from sync.card import CardSecret
from sync.device import Device
from sync.document import Document
from sync.encoding import decode, encode
from sync.envelope import By
from sync.errors import Damaged, Malformed, Refused
from sync.joining import Invitation, from_link
from sync.limits import DAY_S, LIMITS
from sync.piece import name_of, seal, written
from sync.shape import array, text
from sync.surroundings import Surroundings


class Client:
    """One person's device, or a shared one. Verbs are what people do; each is on the disk when it returns."""

    def __init__(self, file: FactFile, origin: str, device: Device) -> None:
        self.device = device
        self.origin = origin
        self._file = file
        self._socket: ClientConnection | None = None
        self._opened = ExitStack()
        self._shared = HeadlessDocument(self._fresh_client_id())
        self._beginnings = device.beginnings
        self._keep()

    @staticmethod
    def start(
        path: Path, origin: str, listed: tuple[int, ...] = (0, 1), cards: Sequence[tuple[CardSecret, int]] = ()
    ) -> "Client":
        """Begin a space with this as its first device, and the cards on the table with their holders."""
        return Client._fresh(path, origin, Device.start(_around(origin), listed, cards=cards))

    @staticmethod
    def open_card(path: Path, origin: str, card: CardSecret) -> "Client":
        """A fresh device, to be let in by a card at the next `sync`."""
        return Client._fresh(path, origin, Device.open_card(_around(origin), card))

    @staticmethod
    def join(path: Path, link: str, name: str) -> "Client":
        """A fresh device that asks to be let in, from the next `sync` on. Raises Damaged LINK_BAD."""
        invited = from_link(link)
        return Client._fresh(path, invited.address, Device.join(_around(invited.address), invited, name))

    @staticmethod
    def load(path: Path) -> "Client":
        """The device that was kept in this file. Raises Malformed if there is none."""
        file = FactFile(path)
        if not file.facts:
            raise Malformed("an empty file")
        origin = text(array(decode(file.facts[0]), 2)[1])
        return Client(file, origin, Device.load(_around(origin), file.facts[1:]))

    def keep_card(self, card: CardSecret, holder: int = 0) -> None:
        """Give a member a card, at once or when the server is next met. Raises Damaged NOT_ALLOWED."""
        self._send(self.device.add_card(card, holder))

    def invite(self, listed: tuple[int, ...], days: int = 2) -> Invitation:
        """Invite a device; `link` gives its link after the next `sync`. Raises Damaged NOT_ALLOWED."""
        invitation, frames = self.device.invite(listed, int(time()) + days * DAY_S)
        self._send(frames)
        return invitation

    def link(self, invitation: Invitation) -> str | None:
        """The link to hand over, once the server has the invitation."""
        return self.device.link_of(invitation)

    def requests(self) -> dict[bytes, tuple[str | None, tuple[str, ...]]]:
        """Who asks to be let in: by hash, their first name if this device invited them, and the comparison words."""
        asked = self.device.requests.items()
        return {name: (self.device.name_of(raw), self.device.words_of(raw)) for name, raw in asked}

    def approve(self, request_hash: bytes) -> None:
        """Let in who asked."""
        self._send(self.device.approve(request_hash))

    def remove(self, devices: Sequence[int] = (), members: Sequence[int] = (), by: CardSecret | None = None) -> None:
        """Remove devices, cards and members, with what goes with them. Raises Damaged when it may not."""
        self._send(self.device.remove(devices, members, by))

    def leave(self) -> None:
        """Remove this device, at the end of the next `sync`; any later one raises DEVICE_REMOVED."""
        self._send(self.device.leave())

    def decline(self, request_hash: bytes) -> None:
        """Do not let in who asked."""
        self._send(self.device.decline(request_hash))

    def add(self, root: str, id_: str, values: Mapping[str, JsonValue], by: By) -> None:
        """A whole entity in `people`, `goals` or `steps`; `values` are its registers and texts by field."""
        self._write(by, self._shared.add(root, id_, values, by))

    def keep_photograph(self, id_: str, jpeg: bytes, values: Mapping[str, JsonValue], by: By) -> None:
        """Its pieces, then what the document says of it. Raises Damaged TOO_LARGE."""
        key, client = secrets.token_bytes(32), self._fresh_client_id()
        pieces = seal(jpeg, key)
        updates = [written(client, at, piece, by, int(time())) for at, piece in enumerate(pieces)]
        self._shared.apply(updates)
        self._write(by, updates)
        names: list[JsonValue] = [name_of(piece) for piece in pieces]
        self.add("photographs", id_, {**values, "key": key.hex(), "size": len(jpeg), "pieces": names}, by)

    def photograph(self, id_: str) -> bytes | None:
        """What a photograph shows, by this device's file; None while it is not all here. Raises Damaged PIECES_BAD."""
        updates = facts.replay(self._file.facts[1:]).take_updates()
        return next(jpeg_of(one, updates) for one in self.document().photographs if one.id == id_)

    def set(self, entity: str, field: str, value: JsonValue, by: By) -> None:
        """One register: of `meta`, of an entity (`people/<id>`), or a link (field `people/<id>`). Raises KeyError."""
        self._write(by, self._shared.set(entity, field, value, by))

    def write_text(self, entity: str, field: str, words: str, by: By) -> None:
        """Words at the end of a text that two people write letter by letter. Raises KeyError."""
        self._write(by, self._shared.write_text(entity, field, words))

    def document(self) -> Document:
        """What the two people share, as this device has it."""
        return self._shared.read()

    def whole(self) -> bytes:
        """The whole document as one Yjs update."""
        return self._shared.whole()

    def sync(self, timeout_s: float = 20) -> bool:
        """Meet the server until neither has anything that the other lacks, and stay connected.

        False when this device waits to be let in. Raises Refused when the server will not, or not yet, ConnectionError
        when it is not there or goes away, TimeoutError.
        """
        deadline = monotonic() + timeout_s
        delayed: Refused | None = None
        if self._socket is not None:
            self._send(self.device.look())
        if self._socket is None:
            self._connect()
        while not self.device.is_settled:
            if self.device.wants_reconnect:
                is_waiting = self.device.phase == "waiting"
                self.go_offline()
                if is_waiting:
                    return False
                self._connect()
            self._raise_refusal()
            refusal = self.device.refusal
            if refusal is not None and refusal.retry_after_ms is not None:
                delayed = refusal
                sleep(min(refusal.retry_after_ms / 1000, max(0.0, deadline - monotonic())))
                self._send(self.device.resume())
            if not self._hear(max(0.0, deadline - monotonic())):
                raise delayed or TimeoutError("the server has not answered in time")
        self._raise_refusal()  # a wish may have come to nothing, and nothing be left to say
        return True

    def listen(self, seconds: float) -> None:
        """Stay connected and take what comes."""
        deadline = monotonic() + seconds
        while self._socket is not None and self._hear(max(0.0, deadline - monotonic())):
            pass

    def go_offline(self) -> None:
        """Just disconnected: what is written is kept, and goes with the next `sync`."""
        if self._socket is not None:
            self._left()

    def close(self) -> None:
        """The socket and the file."""
        self.go_offline()
        self._file.close()

    @staticmethod
    def _fresh(path: Path, origin: str, device: Device) -> "Client":
        file = FactFile(path)
        if file.facts:
            raise FileExistsError(path)
        file.append([encode(("at", origin))])
        return Client(file, origin, device)

    def _fresh_client_id(self) -> int:
        """As Yjs draws them, but never one that has been used in this space."""
        while True:
            drawn = secrets.randbits(32)
            if self.device.replica.log.authors.owner_of_client(drawn) is None:
                return drawn

    def _connect(self) -> None:
        try:
            self._socket = self._opened.enter_context(
                connect(
                    self.origin.replace("http", "ws", 1) + "/sync",
                    origin=Origin(self.origin),
                    compression=None,
                    proxy=None,
                    ping_interval=None,
                    max_size=LIMITS.frame_bytes,
                )
            )
        except InvalidStatus as error:
            raise Refused("ORIGIN") from error
        except (InvalidMessage, ConnectionClosed) as error:
            raise ConnectionError("the server went away in the middle of its answer") from error
        self._send(self.device.connected())

    def _raise_refusal(self) -> None:
        """Raises the Refused that no waiting mends, if there is one."""
        refusal = self.device.refusal
        if refusal is not None and refusal.retry_after_ms is None:
            self.go_offline()
            raise refusal

    def _left(self) -> None:
        self._socket = None
        self._opened.close()
        self.device.disconnected()

    def _hear(self, within_s: float) -> bool:
        """One frame from the server; whether one came."""
        if self._socket is None:
            raise ConnectionError("the server has gone")
        try:
            frame = self._socket.recv(within_s)
        except TimeoutError:
            return False
        except ConnectionClosed as error:
            refusal = self.device.refusal
            wants_reconnect = self.device.wants_reconnect
            self._left()
            if wants_reconnect:
                return True
            raise refusal or ConnectionError("the server has gone") from error
        if not isinstance(frame, bytes):
            raise Malformed("a frame of text")
        self._send(self.device.receive(frame))
        return True

    def _keep(self) -> None:
        self._file.append(self.device.take_facts())
        updates = self.device.take_updates()
        if self.device.beginnings != self._beginnings:
            self._beginnings = self.device.beginnings
            self._shared = HeadlessDocument(self._fresh_client_id())
        self._shared.apply(updates)

    def _send(self, frames: Sequence[bytes]) -> None:
        """Only once it is on the disk."""
        self._keep()
        if self._socket is None:
            return
        try:
            for frame in frames:
                self._socket.send(frame)
        except ConnectionClosed:
            self._left()

    def _write(self, by: By, updates: Sequence[bytes]) -> None:
        try:
            frames = [frame for update in updates for frame in self.device.write(by, update)]
        except Damaged:
            # what is not kept must not stand in the document either
            kept = facts.replay(self._file.facts[1:]).take_updates()
            self._shared = HeadlessDocument(self._fresh_client_id(), kept)
            raise
        self._send(frames)


def _around(origin: str) -> Surroundings:
    return Surroundings(origin, secrets.token_bytes, lambda: int(time()))
