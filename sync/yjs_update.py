"""Reading a Yjs update (version 1) without applying it: which items it brings and what it deletes.

The format is Yjs 13's: lib0 variable-length numbers, structs by client, then the delete set. Anything that does not
follow it raises Malformed; time and memory are bounded by the size of the update.
"""

import struct
from dataclasses import dataclass
from typing import Final, TypeAlias

from sync.errors import Malformed

Value: TypeAlias = "bool | int | float | str | bytes | list[Value] | dict[str, Value] | None"
Id: TypeAlias = tuple[int, int]  # client, clock
Range: TypeAlias = tuple[int, int, int]  # client, clock, length
Parent: TypeAlias = str | Id  # the name of a root, or the item that holds a type

DELETED: Final = 1
JSON: Final = 2
STRING: Final = 4
TYPE: Final = 7
ANY: Final = 8
_SKIP: Final = 10
_GC: Final = 0
MAP: Final = 1  # types of content TYPE
TEXT: Final = 2
_NAMED_TYPES: Final = (3, 5)  # XML elements and hooks have a name
_LAST_TYPE: Final = 6
_MAX_DEPTH: Final = 32
_MAX_WHOLE: Final = 2**53 - 1
_MAX_CLOCK: Final = 2**32 - 1  # Yrs has 32 bits for it
_MAX_SHIFT: Final = 1022  # of a number written longer than it need be: beyond this JavaScript has no number


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an update. The parent is given only where there is no origin on either side."""

    client: int
    clock: int
    length: int
    origin: Id | None
    right_origin: Id | None
    parent: Parent | None
    key: str | None
    kind: int
    values: tuple[Value, ...]  # of kind ANY
    text: str = ""  # of kind STRING
    of: int = 0  # of kind TYPE: which type, as Yjs numbers them


@dataclass(frozen=True, slots=True)
class Update:
    """What an update brings: ranges of clocks, items, and deleted ranges, in the order in which they stand."""

    ranges: tuple[Range, ...]
    items: tuple[Item, ...]
    deletes: tuple[Range, ...]


def read(data: bytes) -> Update:
    """The update in these bytes. Raises Malformed."""
    return _read(_Reader(data))


def shortest(data: bytes) -> bytes:
    """The same update with every number in as few bytes as it needs. Raises Malformed."""
    reader = _Reader(data)
    _read(reader)
    pieces, at = list[bytes](), 0
    for last, end in reader.spare:
        pieces += (data[at:last], bytes((data[last] & 0x7F,)))
        at = end
    return b"".join((*pieces, data[at:]))


def _read(reader: "_Reader") -> Update:
    ranges: list[tuple[int, int, int]] = []
    items: list[Item] = []
    clients: set[int] = set()
    for _ in range(reader.number()):
        count, client, clock = reader.number(), reader.number(), reader.number()
        if client in clients:
            raise Malformed("a client id twice: only the last would be applied")
        clients.add(client)
        _check_not_bare(count)
        start = clock
        for _ in range(count):
            info = reader.octet()
            if info in (_GC, _SKIP):
                length = reader.number()
                if info == _SKIP:
                    _add_range(ranges, client, start, clock)
                    start = clock + length
            else:
                item = _item(reader, client, clock, info)
                items.append(item)
                length = item.length
            if length < 1:
                raise Malformed("a struct without length")
            clock += length
        _add_range(ranges, client, start, clock)
    deletes: list[tuple[int, int, int]] = []
    for _ in range(reader.number()):
        client, count = reader.number(), reader.number()
        _check_not_bare(count)
        deletes += [(client, reader.number(), reader.number()) for _ in range(count)]
    if any(length < 1 for _, _, length in deletes):
        raise Malformed("a deleted range without length")
    if any(clock + length > _MAX_CLOCK for _, clock, length in (*ranges, *deletes)):
        raise Malformed("a clock too large")
    reader.end()
    return Update(tuple(ranges), tuple(items), tuple(deletes))


def _check_not_bare(count: int) -> None:
    if count == 0:
        raise Malformed("a client id, and nothing of it")


def _add_range(ranges: list[tuple[int, int, int]], client: int, start: int, end: int) -> None:
    if end > start:
        ranges.append((client, start, end - start))


def _item(reader: "_Reader", client: int, clock: int, info: int) -> Item:
    origin = (reader.number(), reader.number()) if info & 0x80 else None
    right_origin = (reader.number(), reader.number()) if info & 0x40 else None
    parent: Parent | None = None
    key: str | None = None
    if origin is None and right_origin is None:
        parent = reader.text() if reader.is_root() else (reader.number(), reader.number())
        key = reader.text() if info & 0x20 else None
    kind = info & 0x1F
    length, values, text, of = _content(reader, kind)
    return Item(client, clock, length, origin, right_origin, parent, key, kind, values, text, of)


def _content(reader: "_Reader", kind: int) -> tuple[int, tuple[Value, ...], str, int]:
    if kind == DELETED:
        return reader.number(), (), "", 0
    if kind == STRING:
        text = reader.text()
        return _utf16_length(text), (), text, 0
    if kind == ANY:
        values = tuple(reader.value(_MAX_DEPTH) for _ in range(reader.number()))
        return len(values), values, "", 0
    if kind == TYPE:
        of = reader.number()
        if of > _LAST_TYPE:
            raise Malformed("a kind of type that is not known")
        if of in _NAMED_TYPES:
            reader.text()
        return 1, (), "", of
    raise Malformed("content without an author, or of a kind that is not known")


def _utf16_length(text: str) -> int:
    return len(text) + sum(1 for letter in text if letter > "\uffff")


class _Reader:
    """lib0's decoding, from left to right."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self.spare: list[tuple[int, int]] = []  # of a number longer than it need be: its last octet, and its end

    def octet(self) -> int:
        return self.octets(1)[0]

    def octets(self, size: int) -> bytes:
        found = self._data[self._at : self._at + size]
        if len(found) != size:
            raise Malformed("an update that ends too early")
        self._at += size
        return found

    def number(self) -> int:
        """An unsigned whole number, 7 bits at a time, the lowest first."""
        found = self._more(0, 0)
        if found > _MAX_WHOLE:
            raise Malformed("a number too large")
        return found

    def text(self) -> str:
        try:
            return self.octets(self.number()).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed("text that is not UTF-8") from error

    def value(self, levels: int) -> Value:
        """Any value: its kind counts down from 127."""
        if levels <= 0:
            raise Malformed("a value too deep")
        kind = self.octet()
        match kind:
            case 127 | 126:
                return None
            case 125:
                return self._signed()
            case 124:
                return self._float(">f", 4)
            case 123:
                return self._float(">d", 8)
            case 122:
                return int.from_bytes(self.octets(8), "big", signed=True)
            case 121 | 120:
                return kind == 120
            case 119:
                return self.text()
            case 118:
                return self._object(levels - 1)
            case 117:
                return [self.value(levels - 1) for _ in range(self.number())]
            case 116:
                return self.octets(self.number())
            case _:
                raise Malformed("a kind of value that is not known")

    def is_root(self) -> bool:
        """Whether a root's name follows, and not an item's id."""
        found = self.octet()
        if found > 1:
            raise Malformed("a parent that is neither a root nor an item")
        return found == 1

    def end(self) -> None:
        if self._at != len(self._data):
            raise Malformed("spare bytes after an update")

    def _object(self, levels: int) -> dict[str, Value]:
        """Of two parts under one key JavaScript keeps the last, and of one named __proto__ none."""
        found: dict[str, Value] = {}
        for _ in range(self.number()):
            key = self.text()
            if key in found or key == "__proto__":
                raise Malformed("a key twice, or one that hides what is under it")
            found[key] = self.value(levels)
        return found

    def _signed(self) -> int:
        first = self.octet()
        found = first & 0x3F
        if first & 0x80:
            found = self._more(found, 6)
        return -found if first & 0x40 else found

    def _more(self, found: int, shift: int) -> int:
        """Like lib0, which looks at the size only where more follows: `number` looks at the last step too."""
        last = self._at - (shift > 0)
        while True:
            octet = self.octet()
            if octet & 0x7F:
                last = self._at - 1
            found |= (octet & 0x7F) << shift
            shift += 7
            if octet < 0x80:
                if last < self._at - 1:
                    self.spare.append((last, self._at))
                return found
            if found > _MAX_WHOLE or shift > _MAX_SHIFT:
                raise Malformed("a number too large")

    def _float(self, form: str, size: int) -> float:
        found: float = struct.unpack(form, self.octets(size))[0]
        return found
