"""saying_anew.json: what comes of words that are said anew where others have written meanwhile (P23, P25)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pycrdt import Doc, Map, Text, TransactionEvent

from sync.own_words import Draft
from sync.saying_anew import Seen, said_anew
from sync.vectors.seeds import Case, Json
from sync.yrs import apply_update

Shared = Doc["Map[object]"]
Change = Callable[["Map[object]"], object]

_COMMON, _MEANWHILE, _LOST, _ANEW = range(7, 11)  # Yjs client ids: of nobody else
_WHAT: Final = "Ask with 🫖 tea"


@dataclass(frozen=True, slots=True)
class _Told:
    """What another device wrote that everybody has, and what this one did that nobody could use."""

    meanwhile: Change
    lost: Change


def build() -> Case:
    """The file's content."""
    return {"cases": [_case(name, told) for name, told in _stories().items()]}


def _stories() -> dict[str, _Told]:
    return {
        "a value gives way and is kept under the id of the item that lost": _Told(
            lambda step: step.update({"done": ["done", 1, 6]}), lambda step: step.update({"done": ["let go", 0, 7]})
        ),
        "of a value written twice the last gives way": _Told(
            _twice,
            lambda step: step.update({"done": ["let go", 0, 7]}),
        ),
        "the same value gives way to nothing": _Told(
            lambda step: step.update({"done": ["done", 1, 6]}), lambda step: step.update({"done": ["done", 0, 7]})
        ),
        "where a row stands is missed by nobody": _Told(
            lambda step: step.update({"order": ["a3", 1, 6]}), lambda step: step.update({"order": ["a2", 0, 7]})
        ),
        "a link gives way under the names of its thing and of the links": _Told(
            lambda step: _map(step, "people").update({"bo": [False, 1, 6]}),
            lambda step: _map(step, "people").update({"bo": [True, 0, 7]}),
        ),
        "words that came meanwhile stay beside words that are said anew": _Told(
            lambda step: _text(step).insert(0, "Please: "),
            lambda step: _text(step).insert(len(_WHAT.encode()), " today"),
        ),
        "also in the middle of what was taken out": _Told(
            lambda step: _text(step).insert(len("Ask with 🫖".encode()), " much"),
            lambda step: _text(step).__delitem__(slice(len(b"Ask"), len(_WHAT.encode()))),
        ),
    }


def _twice(step: "Map[object]") -> None:
    step["done"] = ["open", 1, 6]
    step["done"] = ["done", 1, 8]


def _case(name: str, told: _Told) -> Json:
    common = Shared(client_id=_COMMON)
    first = _written(common, _begin)
    meanwhile = _written(_copy(first, _MEANWHILE), lambda doc: told.meanwhile(_step(doc)))
    lost = _written(_copy(first, _LOST), lambda doc: told.lost(_step(doc)))
    base = [*first, *meanwhile]
    tail = [Draft(0, 9, update) for update in lost]
    said = said_anew(base, tail, _ANEW, Seen(first, len(tail)))
    after = Shared()
    for update in [*base, *(draft.update for draft in said)]:
        apply_update(after, update)
    return {
        "name": name,
        "base": [update.hex() for update in base],
        "seen": [update.hex() for update in first],
        "tail": [{"by": draft.by, "update": draft.update.hex()} for draft in tail],
        "step": _plain(_step(after)),
        "kept": _plain(after.get("kept", type=Map)),
    }


def _begin(doc: Shared) -> None:
    steps: Map[object] = doc.get("steps", type=Map)
    steps["s"] = Map()
    step = _step(doc)
    step["what"] = Text(_WHAT)
    step["people"] = Map()
    for field, value in (("done", "open"), ("order", "a1")):
        step[field] = [value, 0, 5]
    _map(step, "people")["bo"] = ["", 0, 5]


def _step(doc: Shared) -> "Map[object]":
    return _map(doc.get("steps", type=Map), "s")


def _map(holder: "Map[object]", key: str) -> "Map[object]":
    found = holder[key]
    if not isinstance(found, Map):
        raise TypeError(key)
    return found


def _text(step: "Map[object]") -> Text:
    found = step["what"]
    if not isinstance(found, Text):
        raise TypeError("what")
    return found


def _copy(updates: list[bytes], client: int) -> Shared:
    doc = Shared(client_id=client)
    for update in updates:
        apply_update(doc, update)
    return doc


def _written(doc: Shared, change: Callable[[Shared], object]) -> list[bytes]:
    updates: list[bytes] = []

    def notice(event: TransactionEvent) -> None:
        updates.append(event.update)

    watching = doc.observe(notice)
    change(doc)
    doc.unobserve(watching)
    return updates


def _plain(item: object) -> Json:
    if isinstance(item, Map):
        return {key: _plain(item[key]) for key in sorted(item.keys())}
    if isinstance(item, Text):
        return str(item)
    if isinstance(item, list):
        return [_plain(part) for part in item]
    if not isinstance(item, (str, int, float, bool)) and item is not None:
        raise TypeError(type(item))
    return int(item) if isinstance(item, float) and item.is_integer() else item
