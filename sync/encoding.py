"""Deterministic CBOR of a small kind of value (RFC 8949 section 4.2): one value, one encoding, one decoding.

Vectors: vectors/encoding.json.
"""

from collections.abc import Sequence
from struct import pack
from typing import Final, TypeAlias

from sync.errors import Malformed

Item: TypeAlias = "bool | int | bytes | str | Sequence[Item] | None"

MAX_DEPTH: Final = 16  # arrays within arrays
MAX_WHOLE: Final = 2**53 - 1  # what a JavaScript number holds exactly
_SIMPLE: Final[dict[int, bool | None]] = {0xF4: False, 0xF5: True, 0xF6: None}
_HEADS: Final = [bytes((first,)) for first in range(0x100)]
_SMALLEST: Final = (24, 0x100, 0x10000, 0x100000000)  # below these a shorter form exists


def encode(item: Item) -> bytes:
    """The one encoding of `item`. Raises Malformed for what has none (a float, a lone surrogate, too deep)."""
    out = bytearray()
    _write(out, item, 0)
    return bytes(out)


def decode(data: bytes, max_depth: int = MAX_DEPTH) -> Item:
    """The value whose encoding is `data`; arrays come as tuples. Raises Malformed for anything but that encoding."""
    item, end = _read(data, 0, max_depth)
    if end != len(data):
        raise Malformed("spare bytes at the end")
    return item


def tagged(tag: str, item: Item) -> bytes:
    """What is signed, hashed or bound: a prefix that names the purpose, then the encoding of `item`."""
    return b"kith/v1/" + tag.encode("ascii") + b"\0" + encode(item)


def head(major: int, argument: int) -> bytes:
    """How an item of a major type begins: 0 whole numbers (and that is all of them), 2 bytes, 4 arrays."""
    if argument < 24:
        return _HEADS[major << 5 | argument]
    if argument < 0x100:
        return pack("!BB", major << 5 | 24, argument)
    if argument < 0x10000:
        return pack("!BH", major << 5 | 25, argument)
    if argument < 0x100000000:
        return pack("!BL", major << 5 | 26, argument)
    return pack("!BQ", major << 5 | 27, argument)


def _write(out: bytearray, item: Item, depth: int) -> None:
    if isinstance(item, bytes):  # the kinds in order of how often they come: the relay lives on this
        size = len(item)
        if size < 24:
            out.append(0x40 | size)
        else:
            out += head(2, size)
        out += item
    elif isinstance(item, bool):
        out.append(0xF5 if item else 0xF4)
    elif isinstance(item, int):
        if 0 <= item < 24:
            out.append(item)
        elif -MAX_WHOLE <= item <= MAX_WHOLE:
            out += head(0, item) if item >= 0 else head(1, -1 - item)
        else:
            raise Malformed("a number too large")
    elif isinstance(item, (list, tuple)):
        if depth >= MAX_DEPTH:
            raise Malformed("too deep")
        out += head(4, len(item))
        for part in item:
            _write(out, part, depth + 1)
    elif item is None:
        out.append(0xF6)
    elif isinstance(item, str):
        try:
            text = item.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Malformed("a lone surrogate") from error
        out += head(3, len(text))
        out += text
    else:
        raise Malformed(f"no encoding for {type(item).__name__}")


def _read(data: bytes, at: int, levels: int) -> tuple[Item, int]:
    if at >= len(data):
        raise Malformed("ends too early")
    first = data[at]
    at += 1
    if first in _SIMPLE:
        return _SIMPLE[first], at
    major, argument = first >> 5, first & 0x1F
    if argument >= 24:
        if argument > 27:
            raise Malformed("a reserved or indefinite length")
        size = 1 << (argument - 24)
        smallest = _SMALLEST[argument - 24]
        argument = int.from_bytes(data[at : at + size], "big")
        at += size
        if at > len(data) or argument < smallest:
            raise Malformed("not the shortest form")
    if major <= 1:
        return _whole(major, argument), at
    end = at + argument
    if end > len(data):  # also bounds what an array may claim: each item is at least a byte
        raise Malformed("ends too early")
    if major == 2:
        return data[at:end], end
    if major == 3:
        return _text(data[at:end]), end
    if major == 4 and levels > 0:
        return _array(data, at, argument, levels - 1)
    raise Malformed("too deep, or a kind of value that is not used")


def _array(data: bytes, at: int, count: int, levels: int) -> tuple[Item, int]:
    items: list[Item] = []
    size = len(data)
    for _ in range(count):
        first = data[at] if at < size else 0xFF
        if first < 24:
            items.append(first)
            at += 1
        elif 0x40 <= first < 0x58 and at + first - 0x40 < size:
            end = at + first - 0x3F
            items.append(data[at + 1 : end])
            at = end
        else:
            item, at = _read(data, at, levels)
            items.append(item)
    return tuple(items), at


def _whole(major: int, argument: int) -> int:
    value = argument if major == 0 else -1 - argument
    if not -MAX_WHOLE <= value <= MAX_WHOLE:
        raise Malformed("a number too large")
    return value


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("text that is not UTF-8") from error
