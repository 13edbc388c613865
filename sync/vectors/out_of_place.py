"""Updates with items where nothing of their kind belongs, beside what is gone, or within a letter; and what is well."""

from sync.vectors import scribe
from sync.vectors.scribe import REGISTER, after, before, by_hand, deleted, in_root, inside, number, text
from sync.yjs_update import ANY, DELETED, STRING, TYPE

_MAP, _TEXT = number(1), number(2)
_LETTERS = "a\N{SWIMMER}b"  # its second half is at the clock 4


def out_of_place() -> dict[str, bytes]:
    """By name: each is refused. All of client id 12, from nothing."""
    register = number(1) + REGISTER
    first, gone = in_root(ANY, "meta", "a", register), b"\0" + number(1)
    many = in_root(DELETED, "meta", "a", number(1))
    pinned = (
        in_root(TYPE, "sayings", "x", _MAP),
        inside(DELETED, 12, 0, "by", number(2**20)),
        after(ANY, 12, 1, register),
    )
    return {
        "a register behind what is gone": by_hand(12, 0, gone, after(ANY, 12, 0, register)),
        "letters before what is gone": by_hand(12, 0, *_goal(), gone, _between(b"x", (12, 2), (12, 6))),
        "a register in what is no type": by_hand(12, 0, first, inside(ANY, 12, 0, "a", register)),
        "a register before another": by_hand(12, 0, first, before(ANY, 12, 0, register)),
        "a register on both sides of another": by_hand(
            12, 0, first, bytes((ANY | 0xC0,)) + (number(12) + number(0)) * 2 + register
        ),
        "a register behind a letter": by_hand(12, 0, *_goal(), after(ANY, 12, 2, register)),
        "letters behind a register": by_hand(12, 0, first, after(STRING, 12, 0, text("x"))),
        "a letter on both sides of another": by_hand(12, 0, *_goal(), _between(b"x", (12, 2), (12, 2))),
        "letters before a register": by_hand(12, 0, *_goal(), first, _between(b"x", (12, 2), (12, 6))),
        "two of one hand in one place": by_hand(12, 0, many, many),
        "the same behind another": by_hand(12, 0, first, *[after(ANY, 12, 0, register)] * 2),
        "whose words they are, deleted and long": by_hand(12, 0, *pinned, deletes=deleted(12, 1, 2**20)),
        "a clock that Yrs cannot hold": by_hand(12, 0, b"\0" + number(2**32 - 1), first),
        "a letter behind half a letter": by_hand(12, 0, *_goal(), after(STRING, 12, 3, text("x"))),
        "a letter before half a letter": by_hand(12, 0, *_goal(), before(STRING, 12, 4, text("x"))),
        "the first half of a letter is deleted": by_hand(12, 0, *_goal(), deletes=deleted(12, 3, 1)),
        "the second half of a letter is deleted": by_hand(12, 0, *_goal(), deletes=deleted(12, 4, 2)),
        "agreed words of which letters are deleted as they are made": by_hand(
            12, 0, in_root(TYPE, "aims", "x", _MAP), inside(TYPE, 12, 0, "hoped", _TEXT),
            scribe.in_list(STRING, 12, 1, text("agreed")), deletes=deleted(12, 2, 1),
        ),
    }  # fmt: skip


def in_place() -> dict[str, bytes]:
    """By name: each is well."""
    return {
        "a whole letter of two halves is deleted": by_hand(12, 0, *_goal(), deletes=deleted(12, 3, 2)),
        "letters beside one of two halves": by_hand(
            12, 0, *_goal(), _between(b"x", (12, 2), (12, 3)), _between(b"y", (12, 4), (12, 5))
        ),
        "registers of one hand, each behind the last": by_hand(
            12, 0, in_root(ANY, "meta", "a", number(1) + REGISTER), after(ANY, 12, 0, number(1) + REGISTER),
            deletes=deleted(12, 0, 1),
        ),
    }  # fmt: skip


def _goal() -> tuple[bytes, ...]:
    """A goal with a title, whose letters begin at the clock 2."""
    return (
        in_root(TYPE, "goals", "dance", _MAP),
        inside(TYPE, 12, 0, "title", _TEXT),
        scribe.in_list(STRING, 12, 1, text(_LETTERS)),
    )


def _between(letters: bytes, left: tuple[int, int], right: tuple[int, int]) -> bytes:
    names = b"".join(number(client) + number(clock) for client, clock in (left, right))
    return bytes((STRING | 0xC0,)) + names + number(len(letters)) + letters
