"""Updates that are none: of bytes that Yjs cannot read, or that it reads as something else than they say."""

from sync.vectors.scribe import REGISTER, by_hand, in_root, number, text
from sync.yjs_update import ANY, JSON, TYPE


def broken(made: bytes) -> dict[str, bytes]:
    """By name; `made` is an update in which nothing is wrong."""
    register = in_root(ANY, "meta", "a", number(1) + REGISTER)
    bare = number(0) + number(12) + number(0)
    return {
        "no bytes": b"",
        "an update cut short": made[:-20],
        "spare bytes": made + b"\0",
        "a million structs that are not there": number(1) + number(10**6) + number(11) + number(0) + b"\0",
        "a client id beyond what a number holds": by_hand(2**53, 0, register),
        "a number without end": b"\xff" * 30,
        "a kind of content that is not known": by_hand(11, 0, in_root(12, "meta", "a", b"\0")),
        "a kind of type that is not known": by_hand(11, 0, in_root(TYPE, "people", "bo", number(40))),
        "a value that is too deep": _saying(b"\x75\x01" * 40 + b"\x7e"),
        "a value of a kind that is not known": _saying(b"\x10"),
        "JSON that is not": by_hand(11, 0, in_root(JSON, "meta", "a", number(1) + text("["))),
        "text that is not UTF-8": by_hand(11, 0, in_root(4, "meta", "a", b"\x02\xff\xff")),
        "a struct without length": by_hand(11, 0, in_root(ANY, "meta", "a", number(0))),
        "a client id, and no struct of it": number(1) + bare + b"\0",
        "the same before another": number(2) + bare + by_hand(11, 0, register)[1:],
        "the same with a clock beyond what a number holds": number(1) + bare[:-1] + number(2**53) + b"\0",
        "a client id, and no deleted range of it": by_hand(11, 0, register, deletes=number(1) + number(12) + b"\0"),
        "the same beyond what a number holds": by_hand(11, 0, deletes=number(1) + number(2**53) + b"\0"),
        "a parent of a third kind": by_hand(11, 0, bytes((ANY,)) + number(2) + number(11) + number(0) + REGISTER),
        "a root that is told in more bytes than one": by_hand(11, 0, register.replace(b"\x01", b"\x81\0", 1)),
        "two values under one key": _saying(_holding("a", "a")),
        "two values under one key, the first too deep": _saying(_holding("a", "a", first=b"\x75\x01" * 40 + b"\x7e")),
        "a value that JavaScript takes for a prototype": _saying(_holding("__proto__")),
        "the same within another": _saying(b"\x75\x01\x76\x01" + text("a") + _holding("__proto__")),
    }


def _saying(value: bytes) -> bytes:
    """A register with this value, by the first of the two."""
    return by_hand(11, 0, in_root(ANY, "meta", "a", number(1) + b"\x75\x03" + value + b"\x7d\x00\x7d\x01"))


def _holding(*keys: str, first: bytes = b"\x76\x00") -> bytes:
    """An object with these keys, in their order."""
    values = (first, *[b"\x7e"] * (len(keys) - 1))
    return b"\x76" + number(len(keys)) + b"".join(text(key) + value for key, value in zip(keys, values, strict=True))
