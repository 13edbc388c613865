"""A tablet that is live, and everything that it takes somebody to forge what it hears: keys of all who belong."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from random import Random
from typing import Final, TypeAlias

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pycrdt import Map, Text

from sync import messages as m
from sync.chain import Head
from sync.control import rotate
from sync.device import Device
from sync.encoding import Item, encode, tagged
from sync.envelope import NOTICE, UPDATE, Header, Payload, header_item, parse, seal
from sync.errors import SyncError
from sync.keys import DeviceKeys, record_key
from sync.membership import Membership
from sync.padding import pad
from sync.surroundings import Surroundings
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import seed
from sync.vectors.story import NOON
from tests.sync.company import Company

# The owner's own words, said on their phone.
HOPE: Final = Scribe(4001).write(
    lambda roots: roots["sayings"].update(
        {"hope": Map({"words": Text("I hope to swim"), "by": [0, 0, NOON], "kind": ["hope", 0, NOON]})}
    )
)
INCARNATION: Final = bytes(8)
Standing: TypeAlias = tuple[object, ...]


@dataclass(frozen=True)
class Past:
    """What came before, made once."""

    facts: tuple[bytes, ...]
    around: Surroundings
    desk: DeviceKeys
    phone: DeviceKeys
    gone: DeviceKeys  # removed


@cache
def past() -> Past:
    """A tablet, the desk and a laptop that were invited, a phone that a card let in, which removed the laptop."""
    company = Company("tampering")
    tablet = company.tablet
    desk = company.joins(tablet, (1,))
    gone = company.joins(tablet, (1,))
    phone = company.by_card(company.owner_card)
    for device, by in ((tablet, 0), (desk, 1), (gone, 1), (phone, 0)):
        company.says(device, f"before of {device.replica.keys.id.hex()[:4]}", by)
    company.does(phone, phone.remove((place(gone),)))
    company.does(phone, phone.rotate())
    company.does(phone, phone.write(0, HOPE))
    for key in ("one", "two", "three"):
        company.says(desk, key, 1)
    keys = (desk.replica.keys, phone.replica.keys, gone.replica.keys)
    return Past(tuple(company.relay.kept[id(tablet)]), company.around, *keys)


def place(device: Device) -> int:
    """The index of a device."""
    me = device.replica.me
    assert me is not None
    return me.ix


def word(client: int, key: str = "more") -> bytes:
    """A good update by member 1."""
    return Scribe(client).write(set_value(key, [f"{key} {client}", 1, NOON]))


class Scene:
    """The tablet hears frames; `standing` is all that it believes."""

    def __init__(self) -> None:
        self.past = past()
        self.device = Device.load(self.past.around, self.past.facts)
        self.device.take_updates()
        self.desk, self.phone, self.gone = self.past.desk, self.past.phone, self.past.gone
        self.connects()
        self.refusals: set[str] = set()
        head = self.head(self.desk)
        self.next: list[bytes] = []  # what the desk says next
        for n in range(6):
            record = seal(self.header(head), Payload(1, NOON, word(9000 + n)), self.key, self.desk.signing, nonce(n))
            head = Head(record.header.seq, record.hash)
            self.next.append(record.raw)

    @property
    def state(self) -> Membership:
        state = self.device.replica.state
        assert state is not None
        return state

    @property
    def key(self) -> bytes:
        """The newest epoch's."""
        return self.device.replica.epoch_keys[-1]

    def head(self, author: DeviceKeys) -> Head:
        return self.device.replica.log.head(author.id)

    def header(self, behind: Head | None = None) -> Header:
        """The header of the desk's next record."""
        behind = behind or self.head(self.desk)
        ctl = self.state.head[:16]
        return Header(UPDATE, self.state.space, self.desk.id, behind.seq + 1, behind.hash, self.state.epoch, ctl, 1, ())

    def items(self, **changes: Item) -> list[Item]:
        """The items of that header, some of them changed."""
        names = ("version", "kind", "space", "device", "seq", "prev", "epoch", "ctl", "by", "seen")
        return [changes.get(name, item) for name, item in zip(names, as_list(header_item(self.header())), strict=True)]

    def says(
        self, draw: Random, update: bytes | None = None, author: DeviceKeys | None = None, **changes: Item
    ) -> bytes:
        """Good cryptography around a header and an update that are not good."""
        plain = encode((1, NOON, "y1", word(draw.randrange(2**31)) if update is None else update))
        return self.sealed(draw, encode(self.items(**changes)), plain, author, **changes)

    def sealed(
        self, draw: Random, header: bytes, plain: bytes, author: DeviceKeys | None = None, **changes: Item
    ) -> bytes:
        """A record with this header and this payload, whatever they are."""
        space, device, epoch = (changes.get(name) for name in ("space", "device", "epoch"))
        keys = self.device.replica.epoch_keys
        epoch_key = keys[epoch] if isinstance(epoch, int) and 0 <= epoch < len(keys) else self.key
        named = device if isinstance(device, bytes) else self.desk.id
        key = record_key(epoch_key, space if isinstance(space, bytes) else self.state.space, named)
        drawn = draw.randbytes(12)
        return signed(header, drawn + AESGCM(key).encrypt(drawn, pad(plain), header), author or self.desk)

    def connects(self) -> None:
        """The tablet meets a server that has all that it has."""
        replica = self.device.replica
        self.device.connected()
        self.device.receive(m.to_bytes(m.Challenge(bytes(32), self.state.space, NOON)))
        heads = tuple(
            (known.id, head.seq, head.hash) for known in self.state.devices if (head := replica.log.head(known.id)).seq
        )
        position = replica.cursor - 1
        welcome = m.Welcome(replica.incarnation, len(replica.entries), self.state.head, position, heads)
        self.device.receive(m.to_bytes(welcome))
        self.device.receive(m.to_bytes(m.Records((), True)))
        assert self.device.phase == "live"

    def hears(self, frame: bytes) -> None:
        """One frame: anything but a refusal of the one tree of errors is a crash."""
        try:
            self.device.receive(frame)
        except SyncError as error:
            self.refusals.add(error.code)
        self.device.take_facts()

    def records(self, *raws: bytes) -> bytes:
        """A frame with these records, at the next positions."""
        cursor = self.device.replica.cursor
        return m.to_bytes(m.Records(tuple(enumerate(raws, cursor)), True))

    def standing(self) -> Standing:
        """All that the tablet believes, without what it has set aside, lets wait, or gives notice of."""
        replica = self.device.replica
        log, authors, own = replica.log, replica.log.authors, replica.keys.id
        words = [raw for raw in log.held.get(own, []) if parse(raw).header.kind != NOTICE]
        held = {device: tuple(raws) for device, raws in {**log.held, own: words}.items()}
        heads = tuple(head for head in log.heads(self.state) if head[0] != place(self.device))
        known = (
            dict(authors._owners),
            dict(authors._ends),
            {client: tuple(made) for client, made in authors._types.items()},
        )
        chain = (tuple(replica.entries), replica.state, replica.epoch_keys, replica.keys, replica.created)
        at = (tuple(replica.drafts), replica.stored_seq, replica.incarnation, replica.served, self.device.phase)
        return (held, heads, known, chain, at, tuple(self.device.take_updates()))

    def goes_on(self) -> None:
        """What the desk says next is taken, every word of it, once and in its order."""
        for raw in self.next:
            self.hears(self.records(raw))
        assert self.device.take_updates() == [word(9000 + n) for n in range(len(self.next))], self.refusals
        assert self.device.replica.log.length(self.desk.id) == parse(self.next[-1]).header.seq


def signed(header: bytes, body: bytes, author: DeviceKeys) -> bytes:
    """Whatever this is, signed by whoever."""
    message = tagged("record", (header, sha256(body).digest()))
    return encode((header, body, author.signing.sign(message)))


def as_list(item: Item) -> list[Item]:
    assert isinstance(item, (list, tuple))
    return list(item)


def nonce(n: int) -> bytes:
    return seed(f"tampering {n}", 12)


def rotated(scene: Scene, author: DeviceKeys, draw: Random) -> bytes:
    """A new key by whoever."""
    return rotate(scene.state, author, scene.key, NOON, draw.randbytes)
