"""Tampered frames that are not about one record: the control chain, snapshots, and what is no frame at all."""

import zlib
from functools import cache
from random import Random
from typing import Final

from sync import messages as m
from sync.encoding import Item, encode, tagged
from sync.entry import parse
from sync.envelope import SNAPSHOT
from sync.joining import Link, build_request, parse_request
from sync.keys import DeviceKeys, wrap
from sync.operation import Admit, Rotate
from sync.snapshot import Snapshot, split
from sync.vectors.seeds import randomness
from sync.vectors.story import NOON, header_of, invitation, sealed
from tests.tampering.records import Tampering, flipped
from tests.tampering.scene import Scene, rotated, word


def _next(scene: Scene, raw: bytes, author: DeviceKeys, **payload: bytes) -> bytes:
    """An entry that was, as if it were the next."""
    header = header_of(raw)
    header[2], header[3], header[4] = scene.state.n + 1, scene.state.head, author.id
    if "space" in payload:
        header[1] = payload["space"]
    return sealed(header, author)


def _told(scene: Scene, raw: bytes, from_n: int | None = None) -> bytes:
    return m.to_bytes(m.Ctl(scene.state.n + 1 if from_n is None else from_n, (raw,)))


def rotation_replayed(scene: Scene, draw: Random) -> bytes:
    """A rotation that was, one that no member made, and one that was made for another place in the chain."""
    chain = scene.device.replica.entries
    old = draw.choice([raw for raw in chain if isinstance(parse(raw).operation, Rotate)])
    match draw.randrange(5):
        case 0:
            return _told(scene, old, draw.randrange(len(chain) + 9))
        case 1:
            return _told(scene, _next(scene, old, scene.gone))
        case 2:
            entry = _next(scene, old, scene.phone)
            return _told(scene, flipped(entry, draw, len(entry) - 64))
        case 3:
            return _told(scene, _next(scene, rotated(scene, scene.phone, draw), scene.phone, space=draw.randbytes(16)))
        case _:
            return _told(scene, flipped(rotated(scene, scene.phone, draw), draw))


def invitation_again(scene: Scene, draw: Random) -> bytes:
    """A second device by an invitation that let one in already, or that never was; also the same admission again."""
    used = draw.choice([raw for raw in scene.device.replica.entries if _is_admission(raw)])
    if draw.random() < 0.1:
        return _told(scene, _next(scene, used, scene.device.replica.keys))
    ways = (scene.state.invites[0].hash, draw.randbytes(32))
    return _told(scene, _admission(scene, draw, scene.state.space, draw.choice(ways)[:16]))


def invitation_of_another_space(scene: Scene, draw: Random) -> bytes:
    return _told(scene, _admission(scene, draw, draw.randbytes(16), scene.state.invites[0].hash[:16]))


def _is_admission(raw: bytes) -> bool:
    operation = parse(raw).operation
    return isinstance(operation, Admit) and operation.request is not None


@cache
def _drawn(n: int) -> tuple[DeviceKeys, bytes, bytes]:
    """A device that would be let in, its name as it is sealed, and a wrap for it; sealing is slow."""
    draw = randomness(f"drawn {n}")
    keys = DeviceKeys.new(draw)
    request = build_request(Link("", bytes(16), bytes(16), invitation("drawn")), keys, "Jo", NOON, draw)
    return keys, parse_request(request).name_box, wrap(draw(32), keys.box.public, b"", draw)


def _admission(scene: Scene, draw: Random, space: bytes, ctl: bytes) -> bytes:
    """An entry by the phone that lets somebody in by an invitation that is not theirs, or not one of this space."""
    keys, name_box, wrapped = _drawn(draw.randrange(8))
    ed, x = keys.signing.public, keys.box.public
    invite = scene.state.invites[0].id if draw.random() < 0.7 else draw.randbytes(16)  # one that was used
    header = encode((1, space, invite, ctl, ed, x, name_box, NOON))
    message = tagged("join", header)
    request = encode((header, invitation("drawn").sign.sign(message), keys.signing.sign(message)))
    payload = (request, (ed, x, (1,)), ((len(scene.state.devices), wrapped),), ())
    state = scene.state
    return sealed((1, state.space, state.n + 1, state.head, scene.phone.id, NOON, "admit", payload), scene.phone)


def _snapshot(scene: Scene, draw: Random, covers: tuple[tuple[int, int, bytes], ...], position: int) -> bytes:
    """SNAPS with a whole snapshot of the desk's, as the server would hand it out."""
    state = word(draw.randrange(2**31), "old")
    parts = split(Snapshot(position, covers, draw.randbytes(32), state, ()))
    plain: Item = (1, NOON, "s1", 0, 1, position, covers, parts[0].digest, parts[0].piece)
    header = encode(scene.items(kind=SNAPSHOT))
    record = scene.sealed(draw, header, encode(plain))
    return m.to_bytes(m.Snaps(((draw.randrange(1, 99), record),), draw.random() < 0.5))


def old_snapshot(scene: Scene, draw: Random) -> bytes:
    """One that ends before what the tablet has."""
    heads = scene.device.replica.log.heads(scene.state)
    covers = tuple((ix, draw.randrange(1, seq + 1), draw.randbytes(32)) for ix, seq, _ in heads)
    return _snapshot(scene, draw, covers, draw.randrange(1, scene.device.replica.cursor))


def snapshot_without_a_device(scene: Scene, draw: Random) -> bytes:
    heads = scene.device.replica.log.heads(scene.state)
    left = tuple(sorted(draw.sample(heads, draw.randrange(len(heads)))))
    return _snapshot(scene, draw, left, scene.device.replica.cursor)


def type_confusion(scene: Scene, draw: Random) -> bytes:
    """A good frame in which one thing is of another kind."""
    raw, device = scene.next[0], scene.desk.id
    good: Item = draw.choice(
        (
            (12, ((scene.device.replica.cursor, raw),), True),
            (8, scene.state.n + 1, (raw,)),
            (10, scene.state.n, scene.state.head),
            (14, ((device, 1, 1),)),
            (15, device, 1, "SEQ_CONFLICT", 1, raw),
            (19, raw),
            (22, 1000),
            (24, ((1, raw),), False),
        )
    )
    return encode(confused(good, draw))


def confused(item: Item, draw: Random) -> Item:
    """One leaf, or a whole array, of another kind; never null, which may stand for a thing that is not there."""
    if isinstance(item, (list, tuple)) and item and draw.random() < 0.9:
        at = draw.randrange(len(item))
        return (*item[:at], confused(item[at], draw), *item[at + 1 :])
    kinds: tuple[Item, ...] = (draw.randrange(1, 99), draw.randbytes(5), "text", False, -1, (draw.randbytes(3),))
    others = [kind for kind in kinds if type(kind) is not type(item)]
    return draw.choice(others)


def compressed(scene: Scene, draw: Random) -> bytes:
    frame = scene.records(scene.next[0])
    level, bits = draw.randrange(1, 10), draw.choice((-15, 15, 31))
    packer = zlib.compressobj(level, wbits=bits)
    if draw.random() < 0.5:
        return packer.compress(frame) + packer.flush() + draw.randbytes(draw.randrange(4))
    return scene.records(packer.compress(scene.next[0]) + packer.flush() + draw.randbytes(draw.randrange(4)))


CHAINS: Final[dict[str, Tampering]] = {
    "a key rotation replayed": rotation_replayed,
    "an invitation used again": invitation_again,
    "an invitation of another space": invitation_of_another_space,
    "a snapshot older than the log": old_snapshot,
    "a snapshot without a device": snapshot_without_a_device,
    "things of another type": type_confusion,
    "compressed": compressed,
}
