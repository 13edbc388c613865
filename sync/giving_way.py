"""A value that gives way to one whose author never saw it, kept beside the field (P25): webapp/src/document/kept.ts.

It goes by the same name on every device: the place, and the item that lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pycrdt import Doc, Map

from sync.envelope import By
from sync.register import is_same, to_register, value_of
from sync.roots import FLAT_ROOTS, THING_ROOTS
from sync.yjs_update import Id, Item, Parent, read

_SILENT: Final = ("order", "answered")  # nobody would miss where a row stands, and which wonder was answered


@dataclass(frozen=True, slots=True)
class Lost:
    """What stood there."""

    id: str
    entity: str
    field: str
    value: object
    author: object
    when: object


def giving_way(
    doc: "Doc[Map[object]]", path: Sequence[str], key: str, before: object, after: object, standing: object
) -> Lost | None:
    """What is `standing` under this key of the map at this path, where the author of `after` had seen `before`.

    None where it is the same as either, is no register, or nobody would miss it.
    """
    place, register = _place(path), to_register(standing)
    if place is None or register is None or _is_silent(path[0], key):
        return None
    if any(to_register(each) and is_same(value_of(each), register.value) for each in (before, after)):
        return None
    entity, prefix = place
    at = _Items(doc.get_update()).last_at(path, key)
    if at is None:
        return None
    field, (client, clock) = prefix + key, at
    return Lost(f"{entity}/{field}/{client}:{clock}", entity, field, register.value, register.by, register.at)


def note(lost: Lost, kept: "Map[object]", by: By, at: object) -> None:
    """Writes it down, in this hand, unless that has been done."""
    if lost.id not in kept:
        fields = ("entity", "field", "value", "author", "when")
        kept[lost.id] = Map({field: [getattr(lost, field), by, at] for field in fields})


def _place(path: Sequence[str]) -> tuple[str, str] | None:
    """The entity at this path, and what stands before the key in the name of the field."""
    root, *inside = path
    if root in FLAT_ROOTS:
        return (root, "") if not inside else None
    if root not in THING_ROOTS or not 1 <= len(inside) <= 2:
        return None
    return f"{root}/{inside[0]}", "".join(f"{links}/" for links in inside[1:])


def _is_silent(root: str, key: str) -> bool:
    if root == "meta":
        return key.startswith("kept/")
    if root == "rounds":  # gathered anew whenever they can be, and let go of they leave nothing
        return True
    return (key.partition("/")[2] if root == "help" else key) in _SILENT


class _Items:
    """The items of a document that stand under keys."""

    def __init__(self, state: bytes) -> None:
        update = read(state)
        self._by_id = {(item.client, item.clock + at): item for item in update.items for at in range(item.length)}
        gone = {(client, clock + at) for client, clock, length in update.deletes for at in range(length)}
        self._standing: dict[tuple[Parent, str], Id] = {}
        for item in update.items:
            parent, key = self._home(item)
            last = (item.client, item.clock + item.length - 1)
            if parent is not None and key is not None and last not in gone:
                self._standing[parent, key] = last

    def last_at(self, path: Sequence[str], key: str) -> Id | None:
        """The last id of the item under this key."""
        parent: Parent = path[0]
        for inside in path[1:]:
            holder = self._standing.get((parent, inside))
            if holder is None:
                return None
            parent = holder
        return self._standing.get((parent, key))

    def _home(self, item: Item) -> tuple[Parent | None, str | None]:
        """Where an item stands: with the one that it came behind, or before."""
        while item.parent is None:
            beside = item.origin or item.right_origin
            if beside is None or beside not in self._by_id:
                return None, None
            item = self._by_id[beside]
        return item.parent, item.key
