"""Devices that talk to a relay message by message, with real keys and real sockets: nothing is done for them."""

import os
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import Final, Protocol, Self, TypeVar

from websockets.sync.client import ClientConnection

from sync import control, envelope, messages
from sync.card import CardSecret
from sync.chain import Head
from sync.envelope import UPDATE, By, Header, Payload, Record
from sync.joining import Invitation, build_request, from_link
from sync.keys import DeviceKeys, auth_message
from sync.membership import Membership, apply, begin
from sync.messages import Ack, Auth, Challenge, Create, Created, Hello, Message, Push, Welcome
from sync.operation import NewDevice
from sync.remark import Remark

WAIT_S: Final = 10
M = TypeVar("M", bound=Message)


class Door(Protocol):
    """A relay, or a proxy in front of one."""

    @property
    def origin(self) -> str: ...
    def dial(self, headers: Mapping[str, str]) -> AbstractContextManager[ClientConnection]: ...


class Conversation:
    """One socket to a relay."""

    def __init__(self, relay: Door, forwarded_for: str | None = None) -> None:
        self._stack = ExitStack()
        dial = relay.dial({} if forwarded_for is None else {"X-Forwarded-For": forwarded_for})
        self.socket: ClientConnection = self._stack.enter_context(dial)

    def say(self, message: Message) -> None:
        self.socket.send(messages.to_bytes(message))

    def hear(self, kind: type[M]) -> M:
        """The next message, which must be of this kind."""
        heard = self.hear_any()
        assert isinstance(heard, kind), f"expected {kind.__name__}, heard {heard}"
        return heard

    def hear_any(self) -> Message:
        data = self.socket.recv(timeout=WAIT_S)
        assert isinstance(data, bytes)
        return messages.parse(data)

    def hears_nothing(self, for_s: float = 0.2) -> bool:
        try:
            self.socket.recv(timeout=for_s)
        except TimeoutError:
            return True
        return False

    def ask(self, message: Message, kind: type[M]) -> M:
        self.say(message)
        return self.hear(kind)

    def close(self) -> None:
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass
class Space:
    """What all devices of a space know; tests share one to save them the work of clients."""

    genesis: bytes
    state: Membership
    epoch_key: bytes
    card: CardSecret
    entries: list[bytes] = field(default_factory=list)

    @property
    def id(self) -> bytes:
        return self.state.space

    @property
    def ctl(self) -> bytes:
        return self.state.head[:16]

    def add(self, entry: bytes) -> bytes:
        self.state = apply(self.state, entry)
        self.entries.append(entry)
        return entry


@dataclass
class Device:
    """A device of a space: seals records, and speaks for itself."""

    space: Space
    keys: DeviceKeys
    head: Head = field(default_factory=Head)

    @property
    def id(self) -> bytes:
        return self.keys.id

    def record(self, update: bytes = b"update", by: By = 1, ctl: bytes | None = None, epoch: int = 0) -> Record:
        """The next record of this device."""
        header = Header(
            UPDATE, self.space.id, self.id, self.head.seq + 1, self.head.hash, epoch, ctl or self.space.ctl, by, ()
        )
        record = envelope.seal(header, Payload(1, 0, update), self.space.epoch_key, self.keys.signing, os.urandom(12))
        self.head = Head(record.header.seq, record.hash)
        return record

    def remark(self, kind: int, said: Remark) -> Record:
        """The next record of this device, with what it says of the log."""
        header = Header(kind, self.space.id, self.id, self.head.seq + 1, self.head.hash, 0, self.space.ctl, 1, ())
        payload = Payload(1, 0, None, said)
        record = envelope.seal(header, payload, self.space.epoch_key, self.keys.signing, os.urandom(12))
        self.head = Head(record.header.seq, record.hash)
        return record

    def records(self, count: int, size: int = 10) -> list[Record]:
        return [self.record(os.urandom(size)) for _ in range(count)]

    def hello(self) -> tuple[Hello, type[Challenge]]:
        return Hello(1, self.space.id, self.id), Challenge

    def call(self, relay: Door) -> Conversation:
        """A conversation that has got as far as CHALLENGE."""
        conversation, _ = self._challenged(relay)
        return conversation

    def connect(self, relay: Door, *, creates: bool = False) -> tuple[Conversation, Welcome]:
        """A conversation that has got as far as WELCOME."""
        conversation, challenge = self._challenged(relay)
        if creates:
            assert conversation.ask(Create(self.space.genesis, None), Created) == Created(self.space.id)
        welcome = conversation.ask(self.auth(relay, challenge), Welcome)
        return conversation, welcome

    def auth(self, relay: Door, challenge: Challenge) -> Auth:
        message = auth_message(relay.origin, self.space.id, self.id, challenge.nonce)
        return Auth(self.space.id, self.id, self.keys.signing.sign(message))

    def _challenged(self, relay: Door) -> tuple[Conversation, Challenge]:
        conversation = Conversation(relay)
        return conversation, conversation.ask(*self.hello())


def push(conversation: Conversation, *records: Record) -> Ack:
    """Pushes records that are all taken."""
    return conversation.ask(Push(tuple(record.raw for record in records)), Ack)


def start_space() -> tuple[Space, Device]:
    """A new pair: a tablet that both share, and the owner's key card."""
    keys, secret, epoch_key = DeviceKeys.new(os.urandom), CardSecret(os.urandom(16)), os.urandom(32)
    genesis = control.genesis(
        keys, (0, 1), 2, [(secret.keys(), 0)], epoch_key, os.urandom(16), int(time.time()), os.urandom
    )
    space = Space(genesis, begin(genesis), epoch_key, secret, [genesis])
    return space, Device(space, keys)


def invite(space: Space, by: Device, expires: int | None = None) -> tuple[bytes, str]:
    """An entry that invites a device of member 1, and its link."""
    invitation = Invitation.from_secret(os.urandom(32))
    expires = int(time.time()) + 3600 if expires is None else expires
    entry = space.add(control.invite(space.state, by.keys, invitation, (1,), expires, 0))
    return entry, invitation.link("http://localhost", space.id, space.ctl)


def ask_to_join(space: Space, link: str) -> tuple[Device, bytes]:
    """A new device, and its request."""
    keys = DeviceKeys.new(os.urandom)
    return Device(space, keys), build_request(from_link(link), keys, "Jo", 0, os.urandom)


def admit(space: Space, by: Device, joiner: Device, request: bytes) -> bytes:
    """The entry that admits the joiner, as a device of member 1."""
    new = NewDevice(joiner.keys.signing.public, joiner.keys.box.public, (1,))
    return space.add(control.admit(space.state, by.keys, request, new, space.epoch_key, (), 0, os.urandom))
