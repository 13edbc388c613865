"""Every message on the wire. README.md section 6 is the table; vectors/messages.json holds both languages to it.

`parse` and `to_bytes` undo each other. Only form is checked here: what a message may do is for whoever receives it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from sync import bulk
from sync.encoding import Item, decode, encode
from sync.errors import Malformed
from sync.limits import LIMITS
from sync.shape import array, flag, octets, octets_or_none, text, whole

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Hello:
    """From the client, first. A card knows no space."""

    version: int
    space: bytes | None
    device: bytes


@dataclass(frozen=True, slots=True)
class Challenge:
    nonce: bytes
    space: bytes | None
    server_time: int  # unix seconds, for display only


@dataclass(frozen=True, slots=True)
class Create:
    genesis: bytes
    token: str | None


@dataclass(frozen=True, slots=True)
class Created:
    space: bytes


@dataclass(frozen=True, slots=True)
class Auth:
    space: bytes
    device: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Welcome:
    incarnation: bytes  # 8 bytes, new after every restore
    control_length: int
    control_head: bytes
    head_position: int
    heads: tuple[tuple[bytes, int, bytes], ...]  # device, seq, record hash


@dataclass(frozen=True, slots=True)
class CtlPull:
    from_n: int


@dataclass(frozen=True, slots=True)
class Ctl:
    from_n: int
    entries: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class CtlAppend:
    entry: bytes


@dataclass(frozen=True, slots=True)
class CtlAck:
    n: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Pull:
    from_position: int  # itself included


@dataclass(frozen=True, slots=True)
class Records:
    records: tuple[tuple[int, bytes], ...]  # position, record
    end: bool  # nothing is stored beyond these


@dataclass(frozen=True, slots=True)
class Push:
    records: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Ack:
    stored: tuple[tuple[bytes, int, int], ...]  # device, seq, position


@dataclass(frozen=True, slots=True)
class Nack:
    device: bytes
    seq: int
    code: str
    expected_seq: int  # the next that the server would take from this device
    stored: bytes | None  # with SEQ_CONFLICT


@dataclass(frozen=True, slots=True)
class Eph:
    header: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Join:
    request: bytes


@dataclass(frozen=True, slots=True)
class Joined:
    pass


@dataclass(frozen=True, slots=True)
class JoinReq:
    request: bytes


@dataclass(frozen=True, slots=True)
class Decline:
    request_hash: bytes


@dataclass(frozen=True, slots=True)
class Err:
    code: str
    retry_after_ms: int | None


@dataclass(frozen=True, slots=True)
class Drain:
    reconnect_after_ms: int


@dataclass(frozen=True, slots=True)
class SnapPull:
    before: int  # only what stands at lower positions; 0 for all


@dataclass(frozen=True, slots=True)
class Snaps:
    records: tuple[tuple[int, bytes], ...]  # position, record: snapshot parts and attests, the newest first
    end: bool  # none is stored at lower positions


Message: TypeAlias = (
    Hello | Challenge | Create | Created | Auth | Welcome | CtlPull | Ctl | CtlAppend | CtlAck | Pull | Records
    | Push | Ack | Nack | Eph | Join | Joined | JoinReq | Decline | Err | Drain | SnapPull
    | Snaps
)  # fmt: skip
_Fields: TypeAlias = tuple[Item, ...]


def parse(data: bytes) -> Message:
    """The message in one frame. Raises Malformed, also for a type that is not known here."""
    if len(data) > LIMITS.frame_bytes:
        raise Malformed("a frame too large")
    pushed = bulk.plain_push(data)
    if pushed is not None:
        return Push(pushed)
    kind, *fields = array(decode(data)) or (None,)
    known = _KINDS.get(whole(kind))
    if known is None or known[0] != len(fields):
        raise Malformed("a message that is not known")
    return known[1](tuple(fields))


def to_bytes(message: Message) -> bytes:
    """The one frame that says `message`."""
    if isinstance(message, Ack):
        return bulk.ack(message.stored)
    if isinstance(message, Records):
        return bulk.records(message.records, end=message.end)
    return encode(_items(message))


def _octets_list(item: Item) -> tuple[bytes, ...]:
    return tuple(octets(part) for part in array(item))


def _head(item: Item) -> tuple[bytes, int, bytes]:
    device, seq, head = array(item, 3)
    return octets(device, 16), whole(seq, 1), octets(head, 32)


def _position(item: Item) -> tuple[int, bytes]:
    position, record = array(item, 2)
    return whole(position, 1), octets(record)


def _stored(item: Item) -> tuple[bytes, int, int]:
    device, seq, position = array(item, 3)
    return octets(device, 16), whole(seq, 1), whole(position, 1)


def _nack(f: _Fields) -> Nack:
    return Nack(octets(f[0], 16), whole(f[1], 1), text(f[2]), whole(f[3], 1), octets_or_none(f[4]))


def _welcome(f: _Fields) -> Welcome:
    heads = tuple(_head(part) for part in array(f[4]))
    return Welcome(octets(f[0], 8), whole(f[1], 1), octets(f[2], 32), whole(f[3]), heads)


_KINDS: Final[dict[int, tuple[int, Callable[[_Fields], Message]]]] = {
    1: (3, lambda f: Hello(whole(f[0]), octets_or_none(f[1], 16), octets(f[2], 16))),
    2: (3, lambda f: Challenge(octets(f[0], 32), octets_or_none(f[1], 16), whole(f[2]))),
    3: (2, lambda f: Create(octets(f[0]), None if f[1] is None else text(f[1]))),
    4: (1, lambda f: Created(octets(f[0], 16))),
    5: (3, lambda f: Auth(octets(f[0], 16), octets(f[1], 16), octets(f[2], 64))),
    6: (5, _welcome),
    7: (1, lambda f: CtlPull(whole(f[0]))),
    8: (2, lambda f: Ctl(whole(f[0]), _octets_list(f[1]))),
    9: (1, lambda f: CtlAppend(octets(f[0]))),
    10: (2, lambda f: CtlAck(whole(f[0]), octets(f[1], 32))),
    11: (1, lambda f: Pull(whole(f[0], 1))),
    12: (2, lambda f: Records(tuple(_position(part) for part in array(f[0])), flag(f[1]))),
    13: (1, lambda f: Push(_octets_list(f[0]))),
    14: (1, lambda f: Ack(tuple(_stored(part) for part in array(f[0])))),
    15: (5, _nack),
    16: (2, lambda f: Eph(octets(f[0]), octets(f[1]))),
    17: (1, lambda f: Join(octets(f[0]))),
    18: (0, lambda _: Joined()),
    19: (1, lambda f: JoinReq(octets(f[0]))),
    20: (1, lambda f: Decline(octets(f[0], 32))),
    21: (2, lambda f: Err(text(f[0]), None if f[1] is None else whole(f[1]))),
    22: (1, lambda f: Drain(whole(f[0]))),
    23: (1, lambda f: SnapPull(whole(f[0]))),
    24: (2, lambda f: Snaps(tuple(_position(part) for part in array(f[0])), flag(f[1]))),
}


def _items(message: Message) -> _Fields:
    match message:
        case Hello(version, space, device):
            return 1, version, space, device
        case Challenge(nonce, space, server_time):
            return 2, nonce, space, server_time
        case Create(genesis, token):
            return 3, genesis, token
        case Created(space):
            return 4, space
        case Auth(space, device, signature):
            return 5, space, device, signature
        case Welcome(incarnation, length, head, position, heads):
            return 6, incarnation, length, head, position, heads
        case CtlPull(from_n):
            return 7, from_n
        case Ctl(from_n, entries):
            return 8, from_n, entries
        case CtlAppend(entry):
            return 9, entry
        case CtlAck(n, head):
            return 10, n, head
        case Pull(from_position):
            return 11, from_position
        case Records(records, end):  # as ACK below: what bulk.py is held to
            return 12, records, end
        case Push(pushed):
            return 13, pushed
        case Ack(stored):
            return 14, stored
        case Nack(device, seq, code, expected_seq, stored_record):
            return 15, device, seq, code, expected_seq, stored_record
        case Eph(header, box):
            return 16, header, box
        case Join(request):
            return 17, request
        case Joined():
            return (18,)
        case JoinReq(request):
            return 19, request
        case Decline(request_hash):
            return 20, request_hash
        case Err(code, retry_after_ms):
            return 21, code, retry_after_ms
        case Drain(reconnect_after_ms):
            return 22, reconnect_after_ms
        case SnapPull(before):
            return 23, before
        case Snaps(snaps, end):
            return 24, snaps, end
        case _:
            assert_never(message)
