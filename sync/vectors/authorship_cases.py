"""authorship.json: whose work an update is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from pycrdt import Map, Text

from sync.authorship import author_of
from sync.encoding import Item
from sync.envelope import By
from sync.making import DEEPEST
from sync.vectors import scribe
from sync.vectors.broken_updates import broken
from sync.vectors.out_of_place import in_place, out_of_place
from sync.vectors.scribe import (
    REGISTER,
    Root,
    Scribe,
    after,
    by_hand,
    deleted,
    in_root,
    number,
    person,
    set_value,
    text,
    within,
)
from sync.vectors.seeds import Case, Json, as_json, device
from sync.yjs_update import ANY, JSON, TYPE, read

TABLET, PHONE = device("tablet").id, device("phone").id
_AT: Final = 1764547200
_MAP, _TEXT = number(1), number(2)
# Yjs clears such types away, comes upon what is left of two values, and stops in the middle.
_PARTED_IN_LINKS: Final = (
    "02020900880504017503770276307d017d05280005000670656f706c65017503770276307d017d05040500270105676f616c73016701270005"
    "000670656f706c65012800050102626f027503770276307d017d057503770276317d017d05c805020503017503770276307d017d0500"
)
_PARTED_IN_KEPT: Final = (
    "020314002701046b657074017801280014000576616c7565027503770276307d017d057503770276317d017d05c814011402017503770276"
    "307d017d05021500881403017503770276307d017d052701046b65707401780100"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """An update, and what comes of it."""

    name: str
    update: bytes
    by: By = 0
    device: bytes = TABLET
    before: list[tuple[bytes, By, bytes]] = field(default_factory=list)  # device, by, update
    code: str | None = None


def build() -> Case:
    """The file's content."""
    bad = [Asked(name, update, code="ACTOR_WRONG") for name, update in (broken(ann()) | out_of_place()).items()]
    good = [Asked(name, update) for name, update in in_place().items()]
    return {"cases": [told(asked) for asked in _good() + good + _wrong() + _early() + bad]}


def ann() -> bytes:
    """The update that puts Ann on the map, by both, under client id 11."""
    return Scribe(11).write(set_value("ann", person("Ann", "both"), "people"))


def _good() -> list[Asked]:
    made = ann()
    known: list[tuple[bytes, By, bytes]] = [(TABLET, "both", made)]
    phantom = by_hand(11, 0, in_root(TYPE, "dances", "waltz", _MAP))
    written = by_hand(21, 0, in_root(ANY, "dances", "waltz", number(1) + REGISTER.replace(b"\x7d\0", b"\x7d\1")))
    kept = Scribe(12).write(set_value("lost", Map({"value": ["Ann", 1, _AT]}), "kept"))
    kept_too = Scribe(21).write(set_value("lost", Map({"value": ["Ann", 0, _AT]}), "kept"))
    return [
        Asked("nothing at all", b"\0\0"),
        Asked("an entity, made whole", made, "both"),
        Asked("a first word in the other's hand", Scribe(21).write(_register("meeting", 1)), 1, PHONE),
        Asked("a register is written again", Scribe(12, made).write(_renamed(0)), 0, before=known),
        Asked("a register that the other wrote", Scribe(21, made).write(_renamed(1)), 1, PHONE, known),
        Asked("letters typed and rubbed out", Scribe(21, made).write(_retyped), 1, PHONE, known),
        Asked("a tie", by_hand(12, 0, in_root(ANY, "ties", "a/b", number(1) + REGISTER)), 0, before=known),
        Asked("a link", Scribe(12, made).write(_linked), 0, before=known),
        Asked("two devices keep the same lost value", kept_too, 0, PHONE, [(TABLET, 1, kept)]),
        Asked("a register with a big integer", by_hand(11, 0, in_root(ANY, "meta", "a", number(1) + _big()))),
        Asked("what was deleted, and said again", by_hand(11, 0, b"\0" + number(13), b"\x0a\x01"), 0, before=known),
        Asked("the same update again", made, "both", before=known),
        Asked("an old clock that is a type now", phantom, 0, before=known),
        Asked("a register where an old clock says it is a type", written, 1, PHONE, [*known, (TABLET, 0, phantom)]),
        Asked("a thing with a text, and with links", _goal(("title", _TEXT), ("people", _MAP))),
        Asked("a thing with more in it than things of today have", _goal(("steps/first", _MAP), (None, _MAP))),
        Asked("types nested as deep as they may be", _goal(("to come", _MAP), *[(None, _MAP)] * (DEEPEST - 2))),
        Asked("a thing of a kind that is still to come", by_hand(12, 0, in_root(TYPE, "dances", "waltz", _TEXT))),
    ]


def _wrong() -> list[Asked]:
    made = ann()
    known: list[tuple[bytes, By, bytes]] = [(TABLET, "both", made)]
    register = number(1) + REGISTER
    wrong: list[tuple[str, bytes, By, bytes]] = [
        ("P22: another device's client id", Scribe(11).write(_register("meeting", 1)), 1, PHONE),
        ("P10: a register in the other's hand", Scribe(12, made).write(_renamed(1)), 0, TABLET),
        ("P10: a register of both in one hand", Scribe(12, made).write(_renamed("both")), 0, TABLET),
        ("P10: a register of one in both hands", Scribe(12, made).write(_renamed(0)), "both", TABLET),
        ("P10: an entity with a register in another hand", Scribe(12).write(_person("bo", 1)), 0, TABLET),
        ("a value that is no register", Scribe(12).write(set_value("meeting", "Tuesday")), 0, TABLET),
        ("a register of four", Scribe(12).write(set_value("meeting", ["Tuesday", 0, 1, 2])), 0, TABLET),
        ("an author who is true", Scribe(12).write(set_value("meeting", ["Tuesday", True, 1])), 1, TABLET),
        ("an author and a half", Scribe(12).write(set_value("meeting", ["Tuesday", 0.5, 1])), 0, TABLET),
        ("an author in a text", Scribe(12).write(set_value("meeting", ["Tuesday", "0", 1])), 0, TABLET),
        ("P22: an entity is deleted", Scribe(12, made).write(_removed("ann")), 0, TABLET),
        ("P22: a text is deleted", Scribe(12, made).write(_removed("note", "ann")), 0, TABLET),
        ("P22: an entity is written over", Scribe(12, made).write(set_value("ann", ["x", 0, 1], "people")), 0, TABLET),
        ("P22: an entity is made again", Scribe(12, made).write(_person("ann", 0)), 0, TABLET),
        ("the same, as if it had not been seen", Scribe(12).write(_person("ann", 0)), 0, TABLET),
        ("a register in its place, unseen", Scribe(12).write(set_value("ann", ["x", 0, 1], "people")), 0, TABLET),
        ("a register behind an entity", by_hand(12, 0, after(ANY, 11, 0, register)), 0, TABLET),
        ("a type in the place of a register", by_hand(12, 0, after(TYPE, 11, 1, _MAP)), 0, TABLET),
        ("two entities in one place", by_hand(12, 0, *[in_root(TYPE, "people", "bo", _MAP)] * 2), 0, TABLET),
        ("made and deleted at once", by_hand(12, 0, in_root(TYPE, "people", "bo", _MAP), deletes=deleted(12, 0, 1)), 0,
         TABLET),
        ("a wide range that covers an entity", by_hand(12, 0, deletes=deleted(11, 0, 1000)), 0, TABLET),
        ("bytes in place of a register", by_hand(12, 0, in_root(3, "meta", "a", text("abc"))), 0, TABLET),
        ("an embedded object", by_hand(12, 0, in_root(5, "meta", "a", text('["a",0,1]'))), 0, TABLET),
        ("a style in a text", by_hand(12, 0, after(6, 11, 3, text("bold") + text("true"))), 0, TABLET),
        ("a document in a document", by_hand(12, 0, in_root(9, "meta", "a", text("guid") + b"\x76\0")), 0, TABLET),
        ("a register as JSON", by_hand(12, 0, in_root(JSON, "meta", "a", number(1) + text('["a",0,1]'))), 0, TABLET),
        ("a type where a register is to come", by_hand(12, 0, scribe.inside(TYPE, 11, 0, "relation", _MAP)), 0, TABLET),
        ("a type among the names", by_hand(12, 0, in_root(TYPE, "meta", "name/1", _MAP)), 0, TABLET),
        ("a type among the ties", by_hand(12, 0, in_root(TYPE, "ties", "a/b", _MAP)), 0, TABLET),
        ("a type among those who could help", by_hand(12, 0, in_root(TYPE, "help", "lift/words", _MAP)), 0, TABLET),
        ("a client id twice", _twice(in_root(ANY, "meta", "a", register)), 0, TABLET),
        ("what goes on from the middle of what came",
         by_hand(11, 12, in_root(ANY, "meta", "a", number(2) + REGISTER * 2)), 0, TABLET),
        ("what came behind itself", by_hand(12, 0, after(ANY, 12, 0, register)), 0, TABLET),
        ("two that each came behind the other", _each_behind_the_other(register), 0, TABLET),
        ("what came before, and names what comes later",
         by_hand(11, 0, after(ANY, 11, 13, register), b"\0" + number(12), in_root(ANY, "meta", "a", register)),
         0, TABLET),
        ("a deleted range without length",
         by_hand(12, 0, in_root(ANY, "meta", "a", register), deletes=deleted(11, 0, 0)), 0, TABLET),
        ("clocks that no number tells apart",
         by_hand(12, 0, b"\0" + number(2**53 - 1), in_root(ANY, "meta", "a", register)), 0, TABLET),
    ]  # fmt: skip
    said = [Asked(name, update, by, who, known, "ACTOR_WRONG") for name, update, by, who in wrong]
    parted = {"links that are written over": _PARTED_IN_LINKS, "a lost value that is kept twice": _PARTED_IN_KEPT}
    return [
        *said,
        *(Asked(name, update, code="ACTOR_WRONG") for name, update in _misplaced().items()),
        *(
            Asked(f"two values in one, parted, in {where}", bytes.fromhex(update), 1, code="ACTOR_WRONG")
            for where, update in parted.items()
        ),
    ]


def _misplaced() -> dict[str, bytes]:
    """What would stand for ever where people write registers, or registers where people make things."""
    register, thing = number(1) + REGISTER, in_root(TYPE, "goals", "dance", _MAP)
    return {
        "a type where an answer belongs, in a new thing": _goal(("taken", _MAP)),
        "a type where a person's place belongs": _goal(("place", _MAP), root="people"),
        "a type where it is told from where somebody is known": _goal(("contexts/family", _MAP), root="people"),
        "a type where a link belongs": _goal(("people", _MAP), (None, _MAP)),
        "a type in a text": _goal(("title", _TEXT), (None, _MAP)),
        "links where a text belongs": _goal(("title", _MAP)),
        "a text where links belong": _goal(("people", _TEXT)),
        "a type in a lost value": _goal(("value", _MAP), root="kept"),
        "a register where people stand": by_hand(12, 0, in_root(ANY, "people", "bo", register)),
        "a register where lost values are kept": by_hand(12, 0, in_root(ANY, "kept", "lost", register)),
        "something deleted where lost values are kept": by_hand(12, 0, in_root(1, "kept", "lost", number(1))),
        "letters where people stand": by_hand(12, 0, in_root(4, "people", "bo", text("Bo"))),
        "a person that is a text": by_hand(12, 0, in_root(TYPE, "people", "bo", _TEXT)),
        "a lost value that is a text": by_hand(12, 0, in_root(TYPE, "kept", "lost", _TEXT)),
        "a register before the text that it would write over": by_hand(
            12, 0, thing, scribe.inside(ANY, 12, 0, "title", register), scribe.inside(TYPE, 12, 0, "title", _TEXT)
        ),
        "the same of another client id, which stands first": b"".join((
            number(2), number(1), number(13), number(0), scribe.inside(ANY, 12, 0, "title", register),
            number(2), number(12), number(0), thing, scribe.inside(TYPE, 12, 0, "title", _TEXT), b"\0",
        )),
        "two values in one": by_hand(12, 0, in_root(ANY, "meta", "a", number(2) + REGISTER * 2)),
        "letters where registers stand": by_hand(12, 0, in_root(4, "meta", "a", text("Bo"))),
        "letters in a new thing, where registers stand": by_hand(
            12, 0, thing, scribe.inside(4, 12, 0, "taken", text("yes"))
        ),
        "a register among letters": by_hand(
            12, 0, thing, scribe.inside(TYPE, 12, 0, "title", _TEXT),
            bytes((ANY,)) + number(0) + number(12) + number(1) + register,
        ),
        "types nested deeper than anybody needs": _goal(("to come", _MAP), *[(None, _MAP)] * DEEPEST),
    }  # fmt: skip


def _goal(*parts: tuple[str | None, bytes], root: str = "goals") -> bytes:
    """A new thing with these parts; one without a name stands in the part before it."""
    structs = [in_root(TYPE, root, "dance", _MAP)]
    for at, (name, what) in enumerate(parts):
        structs.append(scribe.inside(TYPE, 12, at if name is None else 0, name or "bo", what))
    return by_hand(12, 0, *structs)


def _early() -> list[Asked]:
    """Updates that rest on what has not come, and wait for it: what Ann's tablet writes next has the clocks from 13."""
    register = number(1) + REGISTER
    early = {
        "a register behind what has not come": by_hand(12, 0, after(ANY, 11, 13, register)),
        "a register before what has not come": by_hand(12, 0, scribe.before(ANY, 11, 13, register)),
        "a register in what has not come": by_hand(12, 0, scribe.inside(ANY, 11, 13, "name", register)),
        "what has not come is deleted": by_hand(12, 0, deletes=deleted(11, 13, 1)),
        "what nobody has begun is deleted": by_hand(12, 0, deletes=deleted(99, 0, 1)),
        "a register behind a gap": by_hand(12, 1, in_root(ANY, "meta", "a", register)),
        "a gap within": by_hand(12, 0, b"\0" + number(1), b"\x0a" + number(4), b"\0" + number(2)),
    }
    known: list[tuple[bytes, By, bytes]] = [(TABLET, "both", ann())]
    return [Asked(name, update, before=known, code="OMISSION") for name, update in early.items()]


def _each_behind_the_other(content: bytes) -> bytes:
    structs = [(12, after(ANY, 13, 0, content)), (13, after(ANY, 12, 0, content))]
    return number(2) + b"".join(number(1) + number(client) + number(0) + one for client, one in structs) + b"\0"


def _twice(struct: bytes) -> bytes:
    block = number(1) + number(12) + number(0) + struct
    return number(2) + block + block + b"\0"


def _register(key: str, by: By) -> Callable[[dict[str, Root]], None]:
    return set_value(key, ["Tuesday, at the café", by, _AT])


def _person(key: str, by: By) -> Callable[[dict[str, Root]], None]:
    return set_value(key, person("Bo", by), "people")


def _renamed(by: By) -> Callable[[dict[str, Root]], None]:
    def change(roots: dict[str, Root]) -> None:
        within(roots["people"], "ann")["name"] = ["Anna", by, _AT]

    return change


def _removed(key: str, entity: str | None = None) -> Callable[[dict[str, Root]], None]:
    def change(roots: dict[str, Root]) -> None:
        people = roots["people"]
        del (within(people, entity) if entity else people)[key]

    return change


def _linked(roots: dict[str, Root]) -> None:
    within(within(roots["people"], "ann"), "links")["bo"] = [True, 0, _AT]


def _retyped(roots: dict[str, Root]) -> None:
    note = within(roots["people"], "ann")["note"]
    if isinstance(note, Text):
        del note[0:4]
        note.insert(0, "without")


def _big() -> bytes:
    return b"\x75\x03\x77\x01a\x7a" + bytes(8) + b"\x7a" + _AT.to_bytes(8, "big")


def told(asked: Asked) -> Json:
    """As it stands in the file."""
    before: list[Json] = [{"device": who.hex(), "by": by, "update": update.hex()} for who, by, update in asked.before]
    case: Case = {
        "name": asked.name,
        "before": before,
        "device": asked.device.hex(),
        "by": asked.by,
        "update": asked.update.hex(),
    }
    if asked.code is not None:
        return {**case, "code": asked.code}
    return {**case, "reads": reads(asked.update)}


def reads(data: bytes) -> Json:
    """What there is in an update, in the form of README.md."""
    update = read(data)
    registers: list[Item] = [
        (item.parent, item.key, author_of(value)) for item in update.items if item.kind == ANY for value in item.values
    ]
    types: list[Item] = [(item.client, item.clock) for item in update.items if item.kind == TYPE]
    return {
        "clients": as_json(update.ranges),
        "registers": as_json(registers),
        "types": as_json(types),
        "deletes": as_json(update.deletes),
    }
