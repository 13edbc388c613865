"""letters.json: who may write and rub out letters, in whose words."""

from collections.abc import Callable
from typing import Final

from pycrdt import Map, Text, merge_updates

from sync.envelope import By
from sync.limits import LIMITS
from sync.vectors.authorship_cases import PHONE, TABLET, Asked, told
from sync.vectors.groundless import groundless
from sync.vectors.scribe import Root, Scribe, after, before, by_hand, deleted, in_root, inside, number, text, within
from sync.vectors.seeds import Case
from sync.yjs_update import ANY, DELETED, STRING, TYPE, read

Change = Callable[[dict[str, Root]], None]

_AT: Final = 1764547200
_SAM, _JO = 0, 1  # whose map it is, on the tablet, and who helps, on the phone
_HOPE: Final = "I hope to swim"
# By root: the texts that are one member's own.
_OWN: Final = {
    "sayings": ("words",),
    "feelings": ("words",),
    "answers": ("words",),
    "worries": ("words",),
    "impressions": ("words", "next_time"),
    "needs": ("words",),
}


def build() -> Case:
    """The file's content."""
    cases = [told(asked) for asked in [*_good(), *_refused(), *_agreed(), *_named()]]
    return {"cases": cases, "groundless": groundless()}


def _good() -> list[Asked]:
    hope, known = _said()
    both, known_both = _said(_JO, "both")
    copy, known_copy = _said(_JO, _SAM, copied=["2026-11-30", _SAM, _AT])
    thought, known_thought = _said(kind=["thought", _JO, _AT])
    worry, known_worry = _said(root="worries", i_could=Text("ring first"))
    own = [
        Asked(f"one's own {field} in {root}", Scribe(22, made).write(_typed(root, field)), _JO, PHONE, before)
        for root, fields in _OWN.items()
        for field in fields
        for made, before in [_said(root=root, next_time=Text("go early"))]
    ]
    rubbed = Scribe(22, hope).write(_rubbed())
    back = Scribe(23, hope, rubbed).write(_typed())
    again = Scribe(22, hope).write(_put("by", [_JO, _JO, _AT + 1]))
    new = Scribe(24).write(_made("sayings", _statement(_JO, _JO)))
    merged = merge_updates(new, Scribe(25, new).write(_typed()), Scribe(9, new).write(_typed()))
    return [
        *own,
        Asked("both write in what one of them said", Scribe(12, hope).write(_typed()), "both", TABLET, known),
        Asked("one's own, written down by both", Scribe(22, both).write(_typed()), _JO, PHONE, known_both),
        Asked("one's own, rubbed out", rubbed, _JO, PHONE, known),
        Asked("and put back", back, _JO, PHONE, [*known, (PHONE, _JO, rubbed)]),
        Asked("the owner's copy of what the other said", Scribe(12, copy).write(_typed()), _SAM, TABLET, known_copy),
        Asked("the other in a copy of what they said", Scribe(22, copy).write(_typed()), _JO, PHONE, known_copy),
        Asked("what either could do about a worry", Scribe(12, worry).write(_typed("worries", "i_could")), _SAM,
              TABLET, known_worry),
        Asked("the words out of a first thought", Scribe(12, thought).write(_rubbed()), _SAM, TABLET, known_thought),
        Asked("whose it is, said again", again, _JO, PHONE, known),
        Asked("as another's, which that hand may not say", Scribe(22, hope).write(_put("by", [_SAM, _JO, _AT])), _JO,
              PHONE, known),
        Asked("of another kind", Scribe(22, hope).write(_put("kind", ["sign", _JO, _AT])), _JO, PHONE, known),
        Asked("a register in the other's hand, which nobody reads",
              Scribe(12, hope).write(_put("archived", [True, _SAM, _AT])), _SAM, TABLET, known),
        Asked("made and written in one update, by two client ids of a device", merged, _JO, PHONE),
        Asked("in whose name it may not be said: it is the hand's that wrote it",
              Scribe(22, _said(_SAM, _JO)[0]).write(_typed()), _JO, PHONE, _said(_SAM, _JO)[1]),
        Asked("letters behind what has not come", by_hand(22, 0, after(STRING, 21, 90, text("x"))), _SAM, TABLET,
              known, "OMISSION"),
    ]  # fmt: skip


def _refused() -> list[Asked]:
    hope, known = _said()
    both, known_both = _said(_JO, "both")
    thought, known_thought = _said(kind=["thought", _JO, _AT])
    empty, known_empty = _said(words=Text(""))
    own = [
        Asked(f"P10: {what} another's {field} in {root}", Scribe(12, made).write(change(root, field)), _SAM, TABLET,
              before, "ACTOR_WRONG")
        for root, fields in _OWN.items()
        for field in fields
        for what, change in (("a letter in", _typed), ("a letter out of", _rubbed))
        for made, before in [_said(root=root, next_time=Text("go early"))]
    ]  # fmt: skip
    rubbed = Scribe(22, hope).write(_rubbed())
    marked = Scribe(12, hope).write(_put("copied", ["2026-11-30", _SAM, _AT]))
    known_marked = [*known, (TABLET, _SAM, marked)]
    mine, known_mine = _said(_SAM, _SAM, client=11, key="mine")
    first, last = _letters_of(hope)
    ours = _letters_of(mine)[0]
    between = bytes((STRING | 0xC0,)) + number(11) + number(ours) + number(21) + number(first) + text("x")
    behind = by_hand(12, 0, after(STRING, 21, last, text("x")))
    into = Scribe(12, empty).write(_typed())
    # begun among one's own letters, and gone on from there as if in another's
    begun = by_hand(12, 0, after(STRING, 11, ours, text("x")))
    overlapping = by_hand(12, 0, after(STRING, 21, first, text("xyz")))
    return [
        *own,
        _no("before the first letter", by_hand(12, 0, before(STRING, 21, first, text("x"))), known),
        _no("behind the last letter", behind, known),
        _no("behind letters that were rubbed out", behind, [*known, (PHONE, _JO, rubbed)]),
        _no("the first letter of all", into, known_empty),
        _no("between one's own and another's", by_hand(12, 0, between), [*known, *known_mine]),
        _no("letters that are gone already", by_hand(12, 0, after(DELETED, 21, first, number(1))), known),
        _no("on from clocks that came before", overlapping, [*known, *known_mine, (TABLET, _SAM, begun)]),
        _no("a wide range rubbed out", by_hand(12, 0, deletes=deleted(21, first, 3)), known),
        _no("in what both wrote down for the other", Scribe(12, both).write(_typed()), known_both),
        _no("in what was called a copy afterwards", Scribe(12, hope, marked).write(_typed()), known_marked),
        _no("in a first thought", Scribe(12, thought).write(_typed()), known_thought),
        _no("the other in the owner's words", Scribe(22, mine).write(_typed(key="mine")), known_mine, _JO),
    ]


def _agreed() -> list[Asked]:
    """Words that were agreed on: nobody writes in them, not even whoever wrote them down."""
    cases: list[Asked] = []
    for root, field in (("aims", "hoped"), ("aims", "why"), ("meetings", "words")):
        aim = Scribe(11).write(_made(root, Map({field: Text("swim twice"), "by": ["both", "both", _AT]})))
        known: list[tuple[bytes, By, bytes]] = [(TABLET, "both", aim)]
        hands: list[tuple[By, bytes]] = [("both", TABLET), (_JO, PHONE)]
        for by, device in hands:
            for what, change in (("a letter in", _typed), ("a letter out of", _rubbed)):
                written = Scribe(12, aim).write(change(root, field))
                cases.append(Asked(f"{what} the agreed {field} in {root}, by {by}", written, by, device, known,
                                   "ACTOR_WRONG"))  # fmt: skip
    long = Scribe(11).write(_made("aims", Map({"hoped": Text("a" * LIMITS.insert_code_points)})))
    more = Scribe(12, long).write(_typed("aims", "hoped"))
    less = Scribe(12, long).write(_rubbed("aims", "hoped"))
    known = [(TABLET, "both", long)]
    aim = in_root(TYPE, "aims", "one", number(1))
    other_type = by_hand(12, 0, aim, inside(TYPE, 12, 0, "hoped", number(6)))
    no_text = by_hand(12, 0, aim, inside(STRING, 12, 0, "hoped", text("swim")))
    letters = bytes((STRING,)) + number(0) + number(12) + number(1) + text("swim")
    never = after(DELETED, 12, 5, number(LIMITS.insert_code_points))
    never_there = by_hand(12, 0, aim, inside(TYPE, 12, 0, "hoped", number(2)), letters, never)
    on = by_hand(13, 0, after(STRING, 12, 5, text("x")))
    return [
        *cases,
        _no("agreed words in a type that is no text", other_type, []),
        _no("agreed words with no text to stand in", no_text, []),
        _no("on behind agreed words that are long by what was never there", on, [(TABLET, _SAM, never_there)]),
        Asked("the rest of agreed words that are too long for one update", more, "both", TABLET, known),
        Asked("letters out of agreed words that are so long", less, "both", TABLET, known, "ACTOR_WRONG"),
    ]


def _named() -> list[Asked]:
    """What says whose words they are stays as it was made."""
    hope, known = _said()
    bare, known_bare = _said(_JO, None)
    thought, known_thought = _said(kind=["thought", _JO, _AT])
    at = _clock_of(hope, "by")
    gone = by_hand(12, 0, after(DELETED, 21, at, number(1)))
    new = Scribe(12).write(_made("sayings", _statement(_SAM, _SAM), "two"))
    twice = merge_updates(new, Scribe(13, new).write(_put("by", [_JO, _SAM, _AT], "two")))
    return [
        _no("P22: another's words under one's own name", Scribe(12, hope).write(_put("by", [_SAM, _SAM, _AT])), known),
        _no("a name for what had none", Scribe(22, bare).write(_put("by", [_JO, _JO, _AT])), known_bare, _JO),
        _no("a name taken away", Scribe(12, hope).write(_taken("by")), known),
        _no("a name gone already in its place", gone, known),
        _no("a hope called a first thought", Scribe(12, hope).write(_put("kind", ["thought", _SAM, _AT])), known),
        _no("a first thought of no kind", Scribe(22, thought).write(_taken("kind")), known_thought, _JO),
        _no("two names at once", twice, []),
    ]


def _no(name: str, update: bytes, known: list[tuple[bytes, By, bytes]], by: By = _SAM) -> Asked:
    return Asked(name, update, by, PHONE if by == _JO else TABLET, known, "ACTOR_WRONG")


def _said(
    whose: int = _JO,
    by: By | None = _JO,
    root: str = "sayings",
    *,
    client: int = 21,
    key: str = "hope",
    **more: object,
) -> tuple[bytes, list[tuple[bytes, By, bytes]]]:
    """A statement, and that it is known. Where nobody is given, nothing says whose it is."""
    hand = _JO if by is None else by
    made = Scribe(client).write(_made(root, _statement(whose, by, **more), key))
    return made, [(PHONE if hand == _JO else TABLET, hand, made)]


def _statement(whose: int, by: By | None, **more: object) -> Root:
    named: dict[str, object] = {} if by is None else {"by": [whose, by, _AT]}
    return Map({"words": Text(_HOPE), **named, **more})


def _made(root: str, thing: Root, key: str = "hope") -> Change:
    def change(roots: dict[str, Root]) -> None:
        roots[root][key] = thing

    return change


def _typed(root: str = "sayings", field: str = "words", key: str = "hope") -> Change:
    def change(roots: dict[str, Root]) -> None:
        _text(roots, root, field, key).insert(0, "not ")

    return change


def _rubbed(root: str = "sayings", field: str = "words", key: str = "hope") -> Change:
    def change(roots: dict[str, Root]) -> None:
        del _text(roots, root, field, key)[0:2]

    return change


def _put(field: str, register: object, key: str = "hope") -> Change:
    def change(roots: dict[str, Root]) -> None:
        within(roots["sayings"], key)[field] = register

    return change


def _taken(field: str) -> Change:
    def change(roots: dict[str, Root]) -> None:
        del within(roots["sayings"], "hope")[field]

    return change


def _text(roots: dict[str, Root], root: str, field: str, key: str) -> Text:
    found = within(roots[root], key)[field]
    if not isinstance(found, Text):
        raise TypeError(field)
    return found


def _letters_of(update: bytes) -> tuple[int, int]:
    """The clocks of the first and the last letter."""
    item = next(item for item in read(update).items if item.text == _HOPE)
    return item.clock, item.clock + item.length - 1


def _clock_of(update: bytes, key: str) -> int:
    return next(item.clock for item in read(update).items if item.key == key and item.kind in (ANY, TYPE))
