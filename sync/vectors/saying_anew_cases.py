"""saying_anew.json: what comes of words that are said anew where others have written meanwhile (P23, P25)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pycrdt import Doc, Map, Text, TransactionEvent

from sync.own_words import Draft
from sync.roots import FLAT_ROOTS
from sync.saying_anew import Seen, said_anew
from sync.vectors.seeds import Case, Json
from sync.yrs import apply_update

Shared = Doc["Map[object]"]
Change = Callable[[Shared], object]

_COMMON, _MEANWHILE, _LOST, _ANEW, _THEIRS = range(7, 12)  # Yjs client ids: of nobody else
_WHAT: Final = "Ask with 🫖 tea"


@dataclass(frozen=True, slots=True)
class _Told:
    """What another device wrote that everybody has, and what this one did that nobody could use.

    And what another had written that this one had seen, and nobody has.
    """

    meanwhile: Change
    lost: Change
    theirs: Change | None = None


def build() -> Case:
    """The file's content."""
    return {"cases": [_case(name, told) for name, told in _stories().items()]}


def _stories() -> dict[str, _Told]:
    return {
        "a value gives way and is kept under the id of the item that lost": _registers("done", "done", "let go"),
        "of a value written twice the last gives way": _Told(
            _twice,
            lambda doc: _step(doc).update({"done": ["let go", 0, 7]}),
        ),
        "the same value gives way to nothing": _registers("done", "done", "done"),
        "where a row stands is missed by nobody": _registers("order", "a3", "a2"),
        "which wonder was answered is missed by nobody": _registers("answered", "w1", "w2"),
        "a link gives way under the names of its thing and of the links": _Told(
            lambda doc: _map(_step(doc), "people").update({"bo": [False, 1, 6]}),
            lambda doc: _map(_step(doc), "people").update({"bo": [True, 0, 7]}),
        ),
        "a tie gives way under the name of its root and its key": _flat("ties", "ana/bo", "tie", "strong"),
        "so does what is said of the whole": _flat("meta", "meeting", "Monday", "Tuesday"),
        "whether something kept was put back is missed by nobody": _flat("meta", "kept/k", "let go", "put back"),
        "who could help gives way": _flat("help", "lift/answer", "nobody", "myself"),
        "where a row of help stands is missed by nobody": _flat("help", "lift/order", "a3", "a2"),
        "words that came meanwhile stay beside words that are said anew": _Told(
            lambda doc: _text(_step(doc)).insert(0, "Please: "),
            lambda doc: _text(_step(doc)).insert(len(_WHAT.encode()), " today"),
        ),
        "also in the middle of what was taken out": _Told(
            lambda doc: _text(_step(doc)).insert(len("Ask with 🫖".encode()), " much"),
            lambda doc: _text(_step(doc)).__delitem__(slice(len(b"Ask"), len(_WHAT.encode()))),
        ),
        "what another made and nobody has is made anew by nobody else": _Told(
            _nothing,
            lambda doc: _map(_steps(doc), "t").update({"done": ["done", 0, 7]}),
            _another_step,
        ),
        "nor is its text": _Told(
            _nothing,
            lambda doc: _text(_map(_steps(doc), "t")).insert(0, "Please: "),
            _another_step,
        ),
        "what one made oneself is, also where it was first seen beside another's": _Told(
            _nothing,
            lambda doc: _make(doc, "u", 0),
            _another_step,
        ),
    }


def _registers(field: str, meanwhile: str, lost: str) -> _Told:
    return _Told(
        lambda doc: _step(doc).update({field: [meanwhile, 1, 6]}),
        lambda doc: _step(doc).update({field: [lost, 0, 7]}),
    )


def _flat(root: str, key: str, meanwhile: str, lost: str) -> _Told:
    return _Told(
        lambda doc: doc.get(root, type=Map).update({key: [meanwhile, 1, 6]}),
        lambda doc: doc.get(root, type=Map).update({key: [lost, 0, 7]}),
    )


def _nothing(_: Shared) -> None:
    return None


def _another_step(doc: Shared) -> None:
    _make(doc, "t", 1)


def _twice(doc: Shared) -> None:
    step = _step(doc)
    step["done"] = ["open", 1, 6]
    step["done"] = ["done", 1, 8]


def _case(name: str, told: _Told) -> Json:
    common = Shared(client_id=_COMMON)
    first = _written(common, _begin)
    theirs = _written(_copy(first, _THEIRS), told.theirs) if told.theirs else []
    seen = [*first, *theirs]
    meanwhile = _written(_copy(first, _MEANWHILE), told.meanwhile)
    lost = _written(_copy(seen, _LOST), told.lost)
    base = [*first, *meanwhile]
    tail = [Draft(0, 9, update) for update in lost]
    said = said_anew(base, tail, _ANEW, Seen(seen, len(tail)))
    after = Shared()
    for update in [*base, *(draft.update for draft in said.edits)]:
        apply_update(after, update)
    return {
        "name": name,
        "base": [update.hex() for update in base],
        "seen": [update.hex() for update in seen],
        "tail": [{"by": draft.by, "update": draft.update.hex()} for draft in tail],
        "is_whole": not said.short,
        "after": {root: _plain(after.get(root, type=Map)) for root in ("steps", *FLAT_ROOTS, "kept")},
    }


def _begin(doc: Shared) -> None:
    _make(doc, "s", 0)
    _map(_step(doc), "people")["bo"] = ["", 0, 5]
    for root, key in (("ties", "ana/bo"), ("meta", "meeting"), ("help", "lift/answer"), ("help", "lift/order")):
        flat: Map[object] = doc.get(root, type=Map)
        flat[key] = ["", 0, 5]


def _make(doc: Shared, name: str, by: int) -> None:
    with doc.transaction():
        steps = _steps(doc)
        steps[name] = Map()
        step = _map(steps, name)
        step["what"] = Text(_WHAT)
        step["people"] = Map()
        for field, value in (("done", "open"), ("order", "a1")):
            step[field] = [value, by, 5]


def _steps(doc: Shared) -> "Map[object]":
    return doc.get("steps", type=Map)


def _step(doc: Shared) -> "Map[object]":
    return _map(_steps(doc), "s")


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
