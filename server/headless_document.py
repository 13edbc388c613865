"""The shared document without a screen: what people do to it becomes updates, and others' updates are taken in.

Python writes registers and whole texts only, in tests and tools; pages are where people write.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from time import time
from types import NoneType
from typing import Final, TypeAlias

from pycrdt import Array, Doc, Map, Text, TransactionEvent
from pydantic import JsonValue

from sync import document
from sync.envelope import By
from sync.errors import Malformed
from sync.part import stored_as
from sync.roots import FLAT_ROOTS, ROOTS
from sync.yrs import apply_update

Shared: TypeAlias = "Map[object]"

_DEEPEST: Final = 16  # no entity is nearly as deep
_READABLE: Final = (Map, Array, Text, str, bytes, int, float, list, dict, NoneType)


class HeadlessDocument:
    """One session: a client id that nobody has used before."""

    def __init__(self, client_id: int, updates: Iterable[bytes] = (), now: Callable[[], float] = time) -> None:
        self._now = now
        self._doc = Doc[Shared](client_id=client_id)
        self._roots = {name: self._doc.get(name, type=Map) for name in ROOTS}
        self.apply(updates)

    def apply(self, updates: Iterable[bytes]) -> None:
        """Take in what was written elsewhere, or here before. What one update breaks keeps no other from being read."""
        for update in updates:
            with suppress(Malformed):
                apply_update(self._doc, update)

    def read(self) -> document.Document:
        """What the two people share."""
        return document.from_plain(self.plain())

    def plain(self) -> dict[str, object]:
        """Everything in every root, also what this version does not know; not what is no map, list or text."""
        return {name: _plain(root, _DEEPEST) for name, root in self._roots.items()}

    def whole(self) -> bytes:
        """Everything as one update."""
        return self._doc.get_update()

    def add(self, root: str, id_: str, values: Mapping[str, JsonValue], by: By) -> list[bytes]:
        """A whole thing in one of `THINGS`: its registers and texts by field, and empty links."""
        entity: dict[str, object] = {}
        for name, field in document.THINGS[root].model_fields.items():
            stored = stored_as(field)
            if stored == "text":
                entity[name] = Text(str(values.get(name, "")))
            elif stored in ("links", "rows"):
                entity[name] = Map({})
            elif stored is not None and name in values:
                entity[name] = self._register(values[name], by)
        return self._edited(lambda: _put(self._roots[root], id_, Map(entity)))

    def set(self, entity: str, field: str, value: JsonValue, by: By) -> list[bytes]:
        """One register: of a thing (`people/<id>`), its links (`people/<id>`), or a flat root. Raises KeyError."""
        holder, key = self._place(entity, field)
        return self._edited(lambda: _put(holder, key, self._register(value, by)))

    def write_text(self, entity: str, field: str, words: str) -> list[bytes]:
        """Words at the end of a text that two people write letter by letter. Raises KeyError."""
        holder, key = self._place(entity, field)
        found = holder[key]
        if not isinstance(found, Text):
            raise KeyError(field)
        return self._edited(lambda: found.insert(len(found), words))

    def _register(self, value: JsonValue, by: By) -> list[object]:
        return [value, by, int(self._now())]

    def _edited(self, change: Callable[[], None]) -> list[bytes]:
        updates: list[bytes] = []

        def notice(event: TransactionEvent) -> None:
            updates.append(event.update)

        watching = self._doc.observe(notice)
        with self._doc.transaction():
            change()
        self._doc.unobserve(watching)
        return updates

    def _place(self, entity: str, field: str) -> tuple[Shared, str]:
        if entity in FLAT_ROOTS:
            return self._roots[entity], field
        root, _, id_ = entity.partition("/")
        holder = _map(self._roots[root][id_])
        links, _, link = field.partition("/")
        known = document.THINGS[root].model_fields.get(links)
        if known is not None and stored_as(known) == "flags":
            return holder, field
        return (_map(holder[links]), link) if link else (holder, field)


def _plain(value: object, depth: int) -> object:
    """So that nothing that somebody puts into the document keeps the rest from being read."""
    if depth == 0:
        return None
    if isinstance(value, Map):
        return {key: _plain(item, depth - 1) for key, item in value.items() if isinstance(item, _READABLE)}
    if isinstance(value, Array):
        return [_plain(item, depth - 1) for item in value if isinstance(item, _READABLE)]
    return str(value) if isinstance(value, Text) else value


def _put(holder: Shared, key: str, value: object) -> None:
    holder[key] = value


def _map(found: object) -> Shared:
    if not isinstance(found, Map):
        raise KeyError("no such entity")
    return found
