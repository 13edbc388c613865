"""pieces.json: photographs in sealed pieces, the updates that carry them, and every refusal."""

from typing import Final

from pycrdt import Doc, Map

from sync.envelope import By
from sync.limits import LIMITS
from sync.piece import name_of, pieces_in, seal, seal_piece, written
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import Case, Json, hexed, seed
from sync.vectors.story import NOON

_KEY: Final = seed("a photograph")
_ROOM: Final = LIMITS.photograph_piece_bytes - 16
_FILL: Final = b"\x07"
_SIZES: Final = {"one byte": 1, "a small one": 90, "as much as one piece holds": _ROOM, "one byte more": _ROOM + 1}
_SMALL: Final = seed("a small one", 90)


def build() -> Case:
    """The file's content."""
    return {
        "photographs": [_photograph(name, size) for name, size in _SIZES.items()],
        "updates": [_update(*each) for each in _updates()],
        "others": _others(),
        "waiting": [
            {"name": "a piece that has not come", "found": hexed(_two()[:1]), **_named(_two())},
            {"name": "the first has not come", "found": hexed(_two()[1:]), **_named(_two())},
            {"name": "none has come", "found": [], **_named(_two())},
        ],
        "refused": _refused(),
        "refused_plain": [
            {"name": "nothing at all", "size": 0, "code": "TOO_LARGE"},
            {"name": "one byte too many", "size": LIMITS.photograph_bytes + 1, "code": "TOO_LARGE"},
        ],
    }


def _photograph(name: str, size: int) -> dict[str, Json]:
    pieces = seal(_FILL * size, _KEY)
    return {"name": name, "fill": _FILL.hex(), "size": size, "pieces": hexed(pieces), **_named(pieces)}


def _named(pieces: tuple[bytes, ...]) -> dict[str, Json]:
    return {"names": [name_of(piece) for piece in pieces], "key": _KEY.hex()}


def _two() -> tuple[bytes, ...]:
    return tuple(seal_piece(seed(f"piece {index}", 90), _KEY, index, 2) for index in range(2))


def _updates() -> list[tuple[str, int, int, By, int]]:
    return [
        ("the owner's hand", 1, 0, 0, NOON),
        ("both", 4_294_967_295, 0, "both", 0),
        ("the eighth piece of a client id", 200, 7, 1, NOON),
        ("member 63", 63, 64, 63, 64),
        ("member 64, at a time beyond what Yjs writes so", 64, 128, 64, 2**40),
    ]


def _update(name: str, client: int, clock: int, by: By, at: int) -> dict[str, Json]:
    (piece,) = seal(_SMALL, _KEY)
    update = written(client, clock, piece, by, at)
    return {
        "name": name,
        "piece": piece.hex(),
        "client": client,
        "clock": clock,
        "by": by,
        "at": at,
        "update": update.hex(),
    }


def _others() -> list[Json]:
    (piece,) = seal(_SMALL, _KEY)
    name = name_of(piece)
    stays = Scribe(7).write(set_value("meeting", ["Tuesday", 0, NOON]))
    no_bytes = _stored(name, ["piece", 0, NOON])
    no_register = _stored(name, piece)
    elsewhere = _stored(name, [piece, 0, NOON], "meta")
    cases = {"no piece": stays, "text in its place": no_bytes, "no register": no_register, "elsewhere": elsewhere}
    return [
        {"name": name, "update": update.hex(), "pieces": hexed(list(pieces_in(update).values()))}
        for name, update in {**cases, "one that stays": _stored(name, [piece, 0, NOON])}.items()
    ]


def _stored(key: str, value: object, root: str = "pieces") -> bytes:
    doc = Doc[Map[object]](client_id=9)
    doc.get(root, type=Map)[key] = value
    return doc.get_update()


def _refused() -> list[Json]:
    two, named = _two(), _named(_two())
    names = [name_of(piece) for piece in two]
    other = seal(seed("another photograph", 90), _KEY)
    cut = (two[0], two[1][:-1])
    bad: list[tuple[str, tuple[bytes, ...], dict[str, Json]]] = [
        ("another key", two, {**named, "key": seed("another key").hex()}),
        ("a key that is too short", two, {**named, "key": _KEY.hex()[:-2]}),
        ("no key", two, {**named, "key": ""}),
        ("the other order", two, {**named, "names": [*reversed(names)]}),
        ("a piece twice", two, {**named, "names": [names[0], names[0]]}),
        ("a piece left out", two, {**named, "names": names[:1]}),
        ("a piece of another photograph", (*two, *other), {**named, "names": [names[0], name_of(other[0])]}),
        ("a piece cut short", cut, {**named, "names": [name_of(piece) for piece in cut]}),
        ("a piece shorter than its tag", (b"\x00",), {**named, "names": [name_of(b"\x00")]}),
        ("no pieces", two, {**named, "names": []}),
    ]
    return [{"name": name, "found": hexed(found), **said, "code": "PIECES_BAD"} for name, found, said in bad]
