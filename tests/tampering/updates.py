"""Good cryptography around an update that is malformed, not honest, or too much."""

from random import Random
from typing import Final

from sync.encoding import encode
from sync.limits import LIMITS
from sync.vectors.scribe import Scribe, after, before, by_hand, deleted, in_root, inside, number, set_value, text
from sync.vectors.story import NOON
from tests.tampering.records import Tampering
from tests.tampering.scene import Scene, word

_GOOD: Final = [word(5000 + n) for n in range(16)]
_ANOTHERS: Final = Scribe(6001).write(set_value("hand", ["of another", 0, NOON]))
_MILLION: Final = 1_000_000
_MANY: Final = 3_000
_STRING, _ANY, _DELETED, _TYPE = 4, 8, 1, 7
_UNKNOWN: Final = (2, 3, 5, 6, 9, 11, 12, 17, 31)


def _struct_of_garbage(draw: Random) -> bytes:
    return bytes((draw.choice(_UNKNOWN) | 0x20,)) + number(1) + text("meta") + text("more") + draw.randbytes(20)


def malformed_update(scene: Scene, draw: Random) -> bytes:
    """In sixteen ways; the client id is always a fresh one, so nothing but the fault speaks against it."""
    good, client = draw.choice(_GOOD), draw.randrange(10_000, 2**31)
    value = number(1) + b"\x75\x03" + b"\x77" + text("x") + b"\x7d\x00" + b"\x7d\x01"
    ways = (
        lambda: good[: draw.randrange(len(good))],
        lambda: good + draw.randbytes(draw.randrange(1, 9)),
        lambda: b"",
        lambda: b"\xff" * draw.randrange(1, 400),
        lambda: _ANOTHERS,
        lambda: number(2) + by_hand(client, 0, in_root(_ANY, "meta", "a", value))[1:-1] * 2 + b"\0",
        lambda: by_hand(client, 0, _struct_of_garbage(draw)),
        lambda: by_hand(client, 0, in_root(_STRING, "meta", "a", number(2) + b"\xc3\x28")),
        lambda: by_hand(client, 0, in_root(_DELETED, "meta", "a", number(0))),
        lambda: by_hand(client, 0, in_root(_TYPE, "meta", "a", number(draw.randrange(7, 2**20)))),
        lambda: by_hand(client, 0, in_root(_TYPE, "meta", "a", number(1))),
        lambda: by_hand(client, 0, after(_ANY, client + 1, draw.randrange(9), value)),
        lambda: by_hand(client, 0, before(_ANY, client + 1, draw.randrange(9), value)),
        lambda: by_hand(client, 0, inside(_ANY, client + 1, draw.randrange(9), "a", value)),
        lambda: by_hand(client, draw.randrange(1, 2**40), in_root(_ANY, "meta", "a", value)),
        lambda: by_hand(client, 0, deletes=deleted(client + 1, draw.randrange(9), draw.randrange(1, 2**40))),
    )
    return scene.records(scene.says(draw, draw.choice(ways)()))


def oversized_strings(scene: Scene, draw: Random) -> bytes:
    """Strings that say they are longer than what there is, and whole ones that no record may carry."""
    client, size = draw.randrange(10_000, 2**31), draw.choice((2**16, 2**31, 2**53 - 1, draw.randrange(2**10, 2**40)))
    if draw.random() < 0.1:
        whole = Scribe(client).write(set_value("more", ["x" * LIMITS.record_bytes, 1, NOON]))
        return scene.records(scene.says(draw, whole))
    said = number(size) + draw.randbytes(draw.randrange(200)).hex().encode()
    struct = draw.choice(
        (
            in_root(_STRING, "meta", "a", said),
            bytes((_STRING | 0x20,)) + number(1) + said,
            in_root(_ANY, "meta", "a", number(1) + b"\x77" + said),
            in_root(_ANY, "meta", "a", number(1) + b"\x74" + said),
            in_root(_TYPE, "meta", "a", number(3) + said),
        )
    )
    return scene.records(scene.says(draw, by_hand(client, 0, struct)))


def a_million_operations(scene: Scene, draw: Random) -> bytes:
    """An update that says it holds so many, and one that does, as far as a record goes, and further."""
    client, count = draw.randrange(10_000, 2**31), _MILLION + draw.randrange(_MILLION)
    struct = in_root(_ANY, "meta", "a", number(count) + b"\x7f" * draw.randrange(300))
    match draw.randrange(6):
        case 0:
            update = number(count) + by_hand(client, 0)[1:]
        case 1:
            update = number(1) + number(count) + number(client) + number(0) + in_root(_ANY, "meta", "a", number(0))
        case 2:
            update = by_hand(client, 0, struct)
        case 3:
            update = b"\0" + number(count) + deleted(client, 0, 1)[1:]
        case 4:
            update = b"\0" + number(1) + number(client) + number(count) + b"\0\1" * draw.randrange(300)
        case _ if draw.random() < 0.2:
            update = by_hand(
                client, 0, in_root(_ANY, "meta", "a", number(LIMITS.record_bytes) + b"\x7f" * LIMITS.record_bytes)
            )
        case _:
            update = by_hand(client, 0, in_root(_ANY, "meta", "a", number(_MANY) + b"\x7f" * _MANY))
    return scene.records(scene.says(draw, update))


def deep_nesting(scene: Scene, draw: Random) -> bytes:
    """Values within values, in the update or around it."""
    client, depth = draw.randrange(10_000, 2**31), draw.choice((33, 34, 100, draw.randrange(33, 20_000)))
    if draw.random() < 0.5:
        level = draw.choice((b"\x75\x01", b"\x76\x01\x01k"))
        value = number(1) + level * min(depth, 20_000) + b"\x7e"
        return scene.records(scene.says(draw, by_hand(client, 0, in_root(_ANY, "meta", "a", value))))
    nested = b"\x81" * (depth - 16) + b"\x80"
    header = encode(scene.items())
    return draw.choice(
        (
            scene.records(scene.sealed(draw, header, nested)),
            scene.records(nested),
            nested,
            scene.records(scene.sealed(draw, nested, encode((1, 1, "y1", _GOOD[0])))),
        )
    )


UPDATES: Final[dict[str, Tampering]] = {
    "good cryptography around a malformed update": malformed_update,
    "an update with oversized strings": oversized_strings,
    "an update of 1e6 operations": a_million_operations,
    "an update nested too deep": deep_nesting,
}
