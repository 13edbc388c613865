"""Tampered records: what a server, a thief of old keys or a member's broken device could hand on."""

from collections.abc import Callable
from random import Random
from typing import Final, TypeAlias

from sync.encoding import MAX_WHOLE, Item, encode
from sync.envelope import parse
from sync.keys import DeviceKeys
from tests.tampering.scene import Scene, as_list, signed, word

Tampering: TypeAlias = Callable[[Scene, Random], bytes]  # gives a whole frame

_TAG: Final = 16
_NONCE: Final = 12
_WORD: Final = word(4711)
_PLAIN: Final = encode((1, 1, "y1", _WORD))


def flipped(part: bytes, draw: Random, first: int = 0, last: int | None = None) -> bytes:
    """One bit changed."""
    at = draw.randrange(first, len(part) if last is None else last)
    return part[:at] + bytes((part[at] ^ 1 << draw.randrange(8),)) + part[at + 1 :]


def record_of(scene: Scene, draw: Random, header: bytes, body: bytes) -> bytes:
    """Half of them as the author signed what was there before, half signed by the author's own key again."""
    good = parse(scene.next[0])
    again = signed(header, body, scene.desk)
    return scene.records(again if draw.random() < 0.5 else encode((header, body, good.signature)))


def bit_in_ciphertext(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    return record_of(scene, draw, good.header_bytes, flipped(good.body, draw, _NONCE, len(good.body) - _TAG))


def bit_in_tag(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    return record_of(scene, draw, good.header_bytes, flipped(good.body, draw, len(good.body) - _TAG))


def bit_in_nonce(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    return record_of(scene, draw, good.header_bytes, flipped(good.body, draw, 0, _NONCE))


def bit_in_header(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    return record_of(scene, draw, flipped(good.header_bytes, draw), good.body)


def truncated(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    header, body = good.header_bytes, good.body
    match draw.randrange(4):
        case 0:
            return scene.records(good.raw[: draw.randrange(len(good.raw))])
        case 1:
            return record_of(scene, draw, header, body[: draw.randrange(len(body))])
        case 2:
            return record_of(scene, draw, header[: draw.randrange(len(header))], body)
        case _:
            frame = scene.records(good.raw)
            return frame[: draw.randrange(len(frame))]


def extended(scene: Scene, draw: Random) -> bytes:
    good, more = parse(scene.next[0]), draw.randbytes(draw.randrange(1, 40))
    match draw.randrange(4):
        case 0:
            return scene.records(good.raw + more)
        case 1:
            return record_of(scene, draw, good.header_bytes, good.body + more)
        case 2:
            return record_of(scene, draw, good.header_bytes + more, good.body)
        case _:
            return scene.records(good.raw) + more


def empty(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.next[0])
    short = good.body[: draw.randrange(_NONCE + _TAG + 1)]
    match draw.randrange(7):
        case 0:
            return b""
        case 1:
            return scene.records(b"")
        case 2:
            return scene.records(encode((b"", b"", b"")))
        case 3:
            return scene.records(encode(()))
        case 4:
            return record_of(scene, draw, b"", good.body)
        case 5:
            return record_of(scene, draw, good.header_bytes, short)
        case _:
            return scene.records(scene.sealed(draw, good.header_bytes, b""))


def wrong_version(scene: Scene, draw: Random) -> bytes:
    version = draw.choice((0, 2, 3, 255, MAX_WHOLE, -1, draw.randrange(2, MAX_WHOLE)))
    return scene.records(scene.says(draw, _WORD, version=version))


def wrong_space(scene: Scene, draw: Random) -> bytes:
    return scene.records(scene.says(draw, _WORD, space=draw.randbytes(16)))


def old_epoch(scene: Scene, draw: Random) -> bytes:
    """Under an old key, as of now or as of when it was good."""
    epoch = draw.randrange(scene.state.epoch)
    then = next(n for n in range(scene.state.n, -1, -1) if scene.state.epoch_at(n) == epoch)
    ctl = draw.choice((scene.state.head, scene.state.hashes[then]))[:16]
    return scene.records(scene.says(draw, _WORD, epoch=epoch, ctl=ctl))


def future_epoch(scene: Scene, draw: Random) -> bytes:
    epoch = scene.state.epoch + draw.choice((1, 2, 2**31, draw.randrange(1, 2**40)))
    return scene.records(scene.says(draw, _WORD, epoch=epoch))


def replayed(scene: Scene, draw: Random) -> bytes:
    held = [raw for raws in scene.device.replica.log.held.values() for raw in raws]
    return scene.records(*draw.choices(held, k=draw.randrange(1, 4)))


def replayed_after_reconnect(scene: Scene, draw: Random) -> bytes:
    scene.device.disconnected()
    scene.connects()
    return replayed(scene, draw)


def reordered(scene: Scene, draw: Random) -> bytes:
    """Later records without the first, and one in the place of another."""
    later = draw.sample(scene.next[1:], draw.randrange(1, len(scene.next)))
    if draw.random() < 0.5:
        return scene.records(*later)
    moved = parse(later[0])
    header = encode(scene.items(seq=moved.header.seq - 1, prev=moved.header.prev))
    return scene.records(scene.sealed(draw, header, _PLAIN))


def same_seq_other_body(scene: Scene, draw: Random) -> bytes:
    held = [parse(raw).header for raw in scene.device.replica.log.held[scene.desk.id]]
    one = draw.choice(held)
    author = draw.choice((scene.desk, scene.phone))
    return scene.records(scene.says(draw, _WORD, author, seq=one.seq, prev=one.prev))


def other_devices_id(scene: Scene, draw: Random) -> bytes:
    """The desk says something in the name of the phone, or in that of the tablet that hears it."""
    named: DeviceKeys = draw.choice((scene.phone, scene.device.replica.keys))
    head = scene.head(named)
    seq, prev = draw.choice(((head.seq + 1, head.hash), (head.seq, draw.randbytes(32))))
    return scene.records(scene.says(draw, _WORD, device=named.id, seq=seq, prev=prev, by=0))


def unsigned(scene: Scene, draw: Random) -> bytes:
    good = parse(scene.says(draw, _WORD))
    other = parse(scene.next[1]).signature
    size = draw.choice((0, 1, 63, 65, 128))
    signature = draw.choice((bytes(64), b"\xff" * 64, draw.randbytes(64), other, bytes(size), draw.randbytes(size)))
    return scene.records(encode((good.header_bytes, good.body, signature)))


def by_removed_device(scene: Scene, draw: Random) -> bytes:
    gone = scene.state.device(scene.gone.id)
    assert gone is not None
    assert gone.removed_n is not None
    head, n = scene.head(scene.gone), draw.randrange(gone.admitted_n, scene.state.n + 1)
    then: dict[str, Item] = {"ctl": scene.state.hashes[n][:16], "epoch": scene.state.epoch_at(n)}
    then |= {"device": scene.gone.id, "seq": head.seq + 1, "prev": head.hash}
    return scene.records(scene.sealed(draw, encode(scene.items(**then)), _PLAIN, scene.gone, **then))


def counter_jump(scene: Scene, draw: Random) -> bytes:
    """Numbers at the end of what a number may be, and beyond it."""
    name = draw.choice(("seq", "epoch", "by"))
    if draw.random() < 0.5:
        jump: dict[str, Item] = {name: MAX_WHOLE - draw.randrange(1000)}
        return scene.records(scene.sealed(draw, encode(scene.items(**jump)), _PLAIN))
    mark = 2**41 + draw.randrange(2**20)
    beyond = b"\x1b" + draw.choice((2**53, 2**53 + 1, 2**63, 2**64 - 1)).to_bytes(8, "big")
    header = encode(scene.items(**{name: mark})).replace(encode(mark), beyond)
    if draw.random() < 0.3:
        record = scene.records(scene.next[0])
        return record.replace(encode(scene.device.replica.cursor), beyond, 1)
    return scene.records(scene.sealed(draw, header, _PLAIN))


def counter_reused(scene: Scene, draw: Random) -> bytes:
    """The counter of a record that is held, with the words of the next; also in the tablet's own name."""
    named = draw.choice((scene.desk, scene.device.replica.keys))
    one = parse(draw.choice(scene.device.replica.log.held[named.id])).header
    header = as_list(scene.items(device=named.id, seq=one.seq, prev=one.prev, by=one.by))
    return scene.records(scene.sealed(draw, encode(header), _PLAIN, device=named.id))


RECORDS: Final[dict[str, Tampering]] = {
    "a bit flipped in the ciphertext": bit_in_ciphertext,
    "a bit flipped in the tag": bit_in_tag,
    "a bit flipped in the nonce": bit_in_nonce,
    "a bit flipped in the header": bit_in_header,
    "truncated": truncated,
    "extended": extended,
    "empty": empty,
    "of a wrong version": wrong_version,
    "of a wrong space": wrong_space,
    "of an old epoch": old_epoch,
    "of a future epoch": future_epoch,
    "replayed": replayed,
    "replayed after a reconnect": replayed_after_reconnect,
    "out of order": reordered,
    "of the same seq with another body": same_seq_other_body,
    "in another device's name": other_devices_id,
    "not signed": unsigned,
    "signed by a removed device": by_removed_device,
    "a counter that jumps to 2^53": counter_jump,
    "a counter used again": counter_reused,
}
