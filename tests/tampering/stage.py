"""A real relay with a space in it, and sockets that say what no device says."""

import os
import socket
from struct import unpack_from
from typing import Final, TypeAlias

from sync import control, envelope
from sync import messages as m
from sync.envelope import UPDATE, Header, Payload, Record
from sync.keys import DeviceKeys
from sync.messages import CtlAppend, Hello, Join, Message, Welcome
from tests.relay_process import RelayProcess
from tests.server.raw_socket import masked
from tests.server.talking import Device, admit, ask_to_join, invite, push, start_space

HANDSHAKE: Final = (
    "GET /sync HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: {origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
POOL: Final = 20
Ending: TypeAlias = tuple[list[Message], int | None]


class Stage:
    """A space on a relay: a tablet that is there, a desk that was admitted, a laptop that was removed."""

    def __init__(self, relay: RelayProcess) -> None:
        self.relay = relay
        self.space, self.tablet = start_space()
        self.talk, _ = self.tablet.connect(relay, creates=True)
        self.desk, self.used = self._joined()
        self.gone, _ = self._joined()
        self.held = [self.tablet.record() for _ in range(3)]
        push(self.talk, *self.held)
        desk, _ = self.desk.connect(relay)
        self.theirs = self.desk.record()
        push(desk, self.theirs)
        desk.close()
        self.other_space, self.other_tablet = start_space()
        talk, _ = self.other_tablet.connect(relay, creates=True)
        _, self.link_elsewhere = invite(self.other_space, self.other_tablet)
        talk.ask(CtlAppend(self.other_space.entries[-1]), m.CtlAck)
        talk.close()
        self._removes_the_laptop()
        entry, self.late_link = invite(self.space, self.tablet, expires=1)
        self.talk.ask(CtlAppend(entry), m.CtlAck)
        self.asks = {link: self._requests(link) for link in (self.late_link, self.used, self.link_elsewhere)}
        self.before = self.standing()

    def _joined(self) -> tuple[Device, str]:
        entry, link = invite(self.space, self.tablet)
        self.talk.ask(CtlAppend(entry), m.CtlAck)
        joiner, request = ask_to_join(self.space, link)
        self.talk.ask(CtlAppend(admit(self.space, self.tablet, joiner, request)), m.CtlAck)
        return joiner, link

    def _removes_the_laptop(self) -> None:
        """By the owner's card; the space has a new key then, which a relay never needs."""
        state, card = self.space.state, self.space.card.keys().device
        gone = state.device(self.gone.id)
        assert gone is not None
        entry = control.remove(state, card, (gone.ix,), (), (), self.space.epoch_key, 0, os.urandom)
        self.talk.ask(CtlAppend(self.space.add(entry)), m.CtlAck)

    def _requests(self, link: str) -> list[bytes]:
        """HELLO and JOIN by strangers; making them is slow."""
        asked = [ask_to_join(self.space, link) for _ in range(POOL)]
        return [said(Hello(1, self.space.id, joiner.id), Join(request)) for joiner, request in asked]

    def header(self, device: Device) -> Header:
        """The header of the device's next record."""
        state, head = self.space.state, device.head
        return Header(UPDATE, state.space, device.id, head.seq + 1, head.hash, state.epoch, self.space.ctl, 1, ())

    def record(self, author: DeviceKeys, header: Header) -> Record:
        """A record with this header, signed by whoever."""
        return envelope.seal(header, Payload(1, 0, b"update"), self.space.epoch_key, author.signing, os.urandom(12))

    def standing(self) -> Welcome:
        """What the relay says that it has."""
        talk, welcome = self.desk.connect(self.relay)
        talk.close()
        return welcome

    def ends(self, *frames: bytes) -> Ending:
        """What a fresh socket hears that says all this at once, and its close code."""
        with socket.create_connection(("127.0.0.1", self.relay.port), timeout=20) as client:
            opening = HANDSHAKE.format(port=self.relay.port, origin=self.relay.origin).encode()
            client.sendall(opening + b"".join(frames))
            heard = b""
            while chunk := client.recv(65_536):  # not until the end: the server gives whoever it closes a moment
                heard += chunk
                if (ending := told(heard.partition(b"\r\n\r\n")[2]))[1] is not None:
                    return ending
        return told(heard.partition(b"\r\n\r\n")[2])


def told(stream: bytes) -> Ending:
    """The messages in a server's frames, and the code that closes them."""
    messages, at = list[Message](), 0
    while at + 2 <= len(stream):
        first, size = stream[at], stream[at + 1]
        at += 2
        if size == 126:
            (size,) = unpack_from("!H", stream, at)
            at += 2
        payload = stream[at : at + size]
        if len(payload) < size:
            break
        at += size
        if first == 0x88:
            return messages, int.from_bytes(payload[:2], "big")
        if first == 0x82:
            messages.append(m.parse(payload))
    return messages, None


def said(*sent: Message) -> bytes:
    return b"".join(masked(m.to_bytes(message)) for message in sent)
