"""A device's own words that are kept though what they stand on has not come; and what others write upon them."""

from sync.vectors import scribe
from sync.vectors.authorship_cases import PHONE, TABLET, Asked, told
from sync.vectors.scribe import REGISTER, after, by_hand, deleted, in_root, inside, number, text
from sync.vectors.seeds import Json
from sync.yjs_update import ANY, STRING, TYPE

_MAP, _TEXT = number(1), number(2)


def groundless() -> list[Json]:
    """By case: `own`, which the tablet learns unasked, before all else."""
    goal = by_hand(22, 0, *_titled("goals", "title"))
    mine = by_hand(12, 0, after(STRING, 22, 2, text("x")))
    upon = by_hand(22, 3, after(STRING, 12, 0, text("y")))
    early, taken_out = by_hand(23, 0, after(STRING, 12, 0, text("y"))), by_hand(23, 0, deletes=deleted(12, 0, 1))
    register = number(1) + REGISTER
    hope = by_hand(
        12, 0, in_root(TYPE, "sayings", "h", _MAP), inside(ANY, 12, 0, "by", register),
        inside(TYPE, 12, 0, "words", _TEXT), scribe.in_list(STRING, 12, 2, text("a")),
    )  # fmt: skip
    more, within = (by_hand(client, 0, after(STRING, on, clock, text("x"))) for client, on, clock in _ROW)
    typed = by_hand(13, 0, scribe.in_list(STRING, 12, 2, text("x")))
    return [
        _told([mine], Asked("upon words whose ground has come", upon, 1, PHONE, [(PHONE, 1, goal)])),
        _told([mine], Asked("upon words whose ground has not come", early, 1, PHONE, code="OMISSION")),
        _told([mine], Asked("such words, taken out", taken_out, 1, PHONE, code="OMISSION")),
        _told(
            [more],
            Asked("in one's own words, whose ground has come", within, 1, PHONE, [(TABLET, 0, hope)], "ACTOR_WRONG"),
        ),
        _told(
            [typed], Asked("the same where they have come first", within, 1, PHONE, [(TABLET, 0, hope)], "ACTOR_WRONG")
        ),
    ]


# Letters of the tablet's behind the first of a hope, and the phone's behind those.
_ROW = ((13, 12, 3), (22, 13, 0))


def _titled(root: str, field: str) -> tuple[bytes, ...]:
    """A thing with a text of one letter, at the clock 2."""
    return (
        in_root(TYPE, root, "t", _MAP),
        inside(TYPE, 22, 0, field, _TEXT),
        scribe.in_list(STRING, 22, 1, text("a")),
    )


def _told(own: list[bytes], asked: Asked) -> Json:
    case = told(asked)
    if not isinstance(case, dict):
        raise TypeError(asked.name)
    return {**case, "own": [update.hex() for update in own]}
