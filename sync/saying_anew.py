"""What a device had written that nobody can use, as new edits upon what everybody has (P23).

Edit by edit, in the same hands and order: registers get the values that the author's document shows, texts what was
done to them, and whole things are made once more under their names. What gives way to a register whose author never saw
it is kept beside the field (P25). README.md section 4, "Repair".
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pycrdt import Doc, Map, Text, TransactionEvent

from sync.envelope import By
from sync.errors import Malformed
from sync.giving_way import giving_way, note
from sync.own_words import Draft
from sync.piece import pieces_in, written
from sync.roots import ROOTS
from sync.text_edit import find_edit, rebase
from sync.yjs_update import read
from sync.yrs import apply_update

Shared: TypeAlias = "Map[object]"
Change: TypeAlias = Callable[[], None]
Plain: TypeAlias = "dict[str, object]"  # a map of the document: keys, and Plain, Words or values


@dataclass(frozen=True, slots=True)
class Words:
    """A text that people write letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a device showed when the first edits were written, and had not what has come since: how many these are.

    So a word counts as it was meant. What came later may stand in its place, and the two have never met on a screen.
    """

    updates: Sequence[bytes]
    first: int


@dataclass(frozen=True, slots=True)
class SaidAnew:
    """What comes of it: the edits, and what of the tail is not whole in them.

    That is about something which another made, and nobody has: its author alone makes it anew.
    """

    edits: list[Draft]
    short: list[Draft]


def said_anew(base: Sequence[bytes], tail: Sequence[Draft], client: int, seen: Seen | None = None) -> SaidAnew:
    """`base` is what everybody has, `tail` what was written upon it, the first on what was `seen`; `client` an id that
    nobody has used.
    """
    there, anew = Doc[Shared](), Doc[Shared](client_id=client)
    _read(base, anew)
    _read(seen.updates if seen else base, there)
    edits, short = list[Draft](), list[Draft]()
    before = _plain_roots(there)
    for at, draft in enumerate(tail):
        if seen is not None and at == seen.first:
            _read(base, there)
            before = _plain_roots(there)
        try:
            apply_update(there, draft.update)
        except Malformed:
            continue  # what no library reads has never been on a screen
        after = _plain_roots(there)
        edits.extend(Draft(draft.by, draft.ts, piece) for piece in _pieces(draft, anew, client))
        changes, is_short = _changes(before, after, anew, draft.by)
        for change in changes:
            edits.extend(Draft(draft.by, draft.ts, written) for written in _written(anew, change))
        if is_short:
            short.append(draft)
        before = after
    return SaidAnew(edits, short)


def _pieces(draft: Draft, anew: Doc[Shared], client: int) -> list[bytes]:
    """What no document shows: as it was."""
    pieces: list[bytes] = []
    for piece in pieces_in(draft.update).values():
        ranges = read(anew.get_update()).ranges
        end = max((clock + length for one, clock, length in ranges if one == client), default=0)
        pieces.append(written(client, end, piece, draft.by, draft.ts))
        apply_update(anew, pieces[-1])
    return pieces


def _read(updates: Iterable[bytes], doc: Doc[Shared]) -> None:
    for update in updates:
        with suppress(Malformed):
            apply_update(doc, update)


def _changes(before: Plain, after: Plain, anew: Doc[Shared], by: By) -> tuple[list[Change], bool]:
    """What brings a document from one to the other: each new thing and each text alone, then all registers together.

    And whether something cannot be done here: a thing or a text that was there before is not, or something else is.
    """
    alone: list[Change] = []
    registers: list[Change] = []
    short: list[str] = []
    roots = _roots(anew)

    def put(path: tuple[str, ...], key: str, register: list[object], before: object, holder: Shared) -> None:
        registers.append(partial(_put, holder, key, register))
        lost = giving_way(anew, path, key, before, register, holder.get(key))
        if lost is not None:
            registers.append(partial(note, lost, roots["kept"], by, register[2]))

    def compare(had: Plain, has: Plain, holder: Shared, path: tuple[str, ...]) -> None:
        for key, value in has.items():
            old, found = had.get(key), holder.get(key)
            if old == value:
                continue
            if isinstance(value, dict) and isinstance(found, Map):  # also where somebody else has made it meanwhile
                compare(_dict(old), value, found, (*path, key))
            elif isinstance(value, Words) and isinstance(found, Text):
                # one that another has made anew has been gone on with: its beginning is in it, or goes before it
                if isinstance(old, Words):
                    alone.append(partial(_rewrite, found, old.text, value.text))
                else:
                    alone.append(partial(_begin, found, value.text))
            elif isinstance(found, Map | Text) or _is_of_one_kind(value, old):
                short.append(key)
            elif isinstance(value, dict | Words):
                alone.append(partial(_make, holder, key, value, by))
            elif found is None or old is not None or not _is_empty(value):
                put(path, key, _in_hand(value, by), old, holder)

    for name, root in roots.items():
        compare(_dict(before[name]), _dict(after[name]), root, (name,))
    return [*alone, partial(_all, registers)] if registers else alone, bool(short)


def _is_of_one_kind(value: object, old: object) -> bool:
    """Whether what stands there was a thing, or a text, before and still is."""
    return any(isinstance(value, kind) and isinstance(old, kind) for kind in (dict, Words))


def _plain(root: Shared) -> Plain:
    found: Plain = {}
    for key in root.keys():  # noqa: SIM118 (its own iterator is typed as none)
        value = root[key]
        if isinstance(value, Map):
            found[key] = _plain(value)
        else:
            found[key] = Words(str(value)) if isinstance(value, Text) else value
    return found


def _plain_roots(doc: Doc[Shared]) -> Plain:
    return {name: _plain(root) for name, root in _roots(doc).items()}


def _roots(doc: Doc[Shared]) -> dict[str, Shared]:
    return {name: doc.get(name, type=Map) for name in ROOTS}


def _dict(found: object) -> Plain:
    return found if isinstance(found, dict) else {}


def _written(doc: Doc[Shared], change: Change) -> list[bytes]:
    updates: list[bytes] = []

    def notice(event: TransactionEvent) -> None:
        updates.append(event.update)

    watching = doc.observe(notice)
    with doc.transaction():
        change()
    doc.unobserve(watching)
    return updates


def _all(changes: Sequence[Change]) -> None:
    for change in changes:
        change()


def _put(holder: Shared, key: str, value: object) -> None:
    holder[key] = value


def _make(holder: Shared, key: str, value: object, by: By) -> None:
    holder[key] = _made(value, by)


def _made(value: object, by: By) -> object:
    if isinstance(value, dict):
        return Map({key: _made(each, by) for key, each in value.items()})
    return Text(value.text) if isinstance(value, Words) else _in_hand(value, by)


def _in_hand(value: object, by: By) -> list[object]:
    """A register as the hand of its record: it may have been in another, for which it could not be used."""
    if not isinstance(value, list) or len(value) != 3:
        return [value, by, 0]
    written, _, at = value
    return [_whole(written), by, _whole(at)]


def _is_empty(value: object) -> bool:
    """Whether a field says nothing yet, as most do of a thing that has just been made."""
    return isinstance(value, list) and len(value) == 3 and value[0] == ""


def _whole(value: object) -> object:
    """Numbers as people wrote them: the library gives them all back with a fraction."""
    if isinstance(value, list):
        return [_whole(each) for each in value]
    if isinstance(value, dict):
        return {key: _whole(each) for key, each in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _begin(text: Text, words: str) -> None:
    if words not in str(text):
        text.insert(0, words)


def _rewrite(text: Text, before: str, after: str) -> None:
    """What was done to the text and no more: others' words that stand there now stay."""
    for edit in rebase(find_edit(before, after), find_edit(before, str(text))):
        here = str(text)
        first = len(here[: edit.at].encode())  # the library counts in bytes, and people in code points
        if edit.remove > 0:
            del text[first : first + len(here[edit.at : edit.at + edit.remove].encode())]
        if edit.insert:
            text.insert(first, edit.insert)
