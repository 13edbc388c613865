"""One hash for a whole state of the document, the same from Yjs and from pycrdt, however either cut it into structs.

README.md section 4, "digest"; vectors/snapshots.json. All of the state counts: what can be seen, in which order it came
to stand there, what is gone, and roots that nobody here knows.
"""

import struct
from bisect import bisect_right
from hashlib import sha256
from math import isnan
from typing import Final

from sync.encoding import MAX_WHOLE, Item, encode, tagged
from sync.errors import Malformed
from sync.yjs_update import ANY, DELETED, STRING, TYPE, Update, Value, read
from sync.yjs_update import Item as Struct

_KINDS: Final = {STRING: "t", ANY: "v", TYPE: "y"}


def digest(state: bytes) -> bytes:
    """Of what a document gives as its whole state in one update. Raises Malformed, also where something is missing."""
    update = read(state)
    gone = _Gone(update)
    ends: dict[int, int] = {}
    for client, clock, length in update.ranges:
        if client in ends or clock != 0:
            raise Malformed("a state with a gap")
        ends[client] = length
    if any(clock + length > ends.get(client, 0) for client, clock, length in update.deletes):
        raise Malformed("a state that deletes what is not there")
    runs: dict[int, list[_Run]] = {client: [] for client in ends}
    for item in sorted(update.items, key=lambda each: (each.client, each.clock)):
        _add(runs[item.client], item, gone.has(item))
    clients = tuple((client, ends[client], tuple(run.item() for run in runs[client])) for client in sorted(ends))
    return sha256(tagged("digest", clients)).digest()


class _Gone:
    """What a state says is deleted."""

    def __init__(self, update: Update) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        for client, clock, length in sorted(update.deletes):
            ranges = self._ranges.setdefault(client, [])
            if ranges and ranges[-1][1] >= clock:
                ranges[-1] = (ranges[-1][0], max(ranges[-1][1], clock + length))
            else:
                ranges.append((clock, clock + length))

    def has(self, item: Struct) -> bool:
        """Whether the item is gone. Raises Malformed where only a part of it is: a document cuts it there."""
        ranges = self._ranges.get(item.client, [])
        start, end = item.clock, item.clock + item.length
        place = bisect_right(ranges, (start, MAX_WHOLE))
        before = ranges[place - 1] if place > 0 else (0, 0)
        is_cut = start < before[1] < end or (place < len(ranges) and ranges[place][0] < end)
        if is_cut and item.kind != DELETED:
            raise Malformed("an item of which a part is deleted")
        return item.kind == DELETED or end <= before[1]


class _Run:
    """Items that one hand wrote in a row."""

    def __init__(self, item: Struct, kind: str) -> None:
        self.first, self.kind = item, kind
        self.end = item.clock
        self.texts: list[str] = []
        self.values: list[bytes] = []
        self.take(item)

    def goes_on(self, item: Struct, kind: str) -> bool:
        """Whether the item follows so that it could as well be one with those before."""
        is_next = item.clock == self.end and item.origin == (item.client, item.clock - 1)
        return is_next and kind == self.kind != "y" and item.right_origin == self.first.right_origin

    def take(self, item: Struct) -> None:
        self.end = item.clock + item.length
        self.texts.append(item.text)
        self.values += [_value(value) for value in item.values]

    def item(self) -> Item:
        content: Item = None
        if self.kind == "t":
            content = "".join(self.texts)
        elif self.kind == "v":
            content = tuple(self.values)
        elif self.kind == "y":
            content = self.first.of
        first = self.first
        length = self.end - first.clock
        return first.clock, length, first.origin, first.right_origin, first.parent, first.key, self.kind, content


def _add(runs: list[_Run], item: Struct, is_gone: bool) -> None:
    kind = "d" if is_gone else _KINDS[item.kind]
    if runs and runs[-1].goes_on(item, kind):
        runs[-1].take(item)
    else:
        runs.append(_Run(item, kind))


def _value(value: Value) -> bytes:
    """One form for each value: JavaScript has one kind of number, Python two."""
    if value is None or isinstance(value, bool | str):
        return encode(value)
    if isinstance(value, int):
        return encode(value if abs(value) <= MAX_WHOLE else ("n", str(value)))
    if isinstance(value, float):
        if value.is_integer() and abs(value) <= MAX_WHOLE:
            return encode(int(value))
        return encode(("f", b"nan" if isnan(value) else struct.pack(">d", value)))
    if isinstance(value, bytes):
        return encode(value)
    if isinstance(value, list):
        return encode(("a", tuple(_value(part) for part in value)))
    return encode(("m", tuple((key, _value(part)) for key, part in sorted(value.items(), key=_by_bytes))))


def _by_bytes(pair: tuple[str, Value]) -> bytes:
    return pair[0].encode()
