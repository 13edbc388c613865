"""Good cryptography around letters in words that are another's own: what a member's changed app could say (P10)."""

from collections.abc import Callable
from random import Random
from typing import Final

from pycrdt import Text

from sync.vectors.scribe import Root, Scribe, after, before, by_hand, deleted, inside, within
from sync.vectors.scribe import text as written
from sync.vectors.story import NOON
from sync.yjs_update import STRING, read
from tests.tampering.records import Tampering
from tests.tampering.scene import HOPE, Scene

_LETTERS: Final = next(item for item in read(HOPE).items if item.kind == STRING)
_HOLDER: Final = next(item for item in read(HOPE).items if item.key == "words")


def letters_of_anothers(scene: Scene, draw: Random) -> bytes:
    """Written in, rubbed out, taken from under their name, in eight ways; anything else of the update is good."""
    client = draw.randrange(10_000, 2**31)
    at, letters = draw.randrange(_LETTERS.length), written("not " * draw.randrange(1, 9))
    here, size = _LETTERS.clock + at, draw.randrange(1, _LETTERS.length - at + 1)

    def says(change: Callable[[Root], None]) -> bytes:
        return Scribe(client, HOPE).write(lambda roots: change(within(roots["sayings"], "hope")))

    def typed(hope: Root) -> None:
        words = hope["words"]
        if isinstance(words, Text):
            words.insert(at, "never ")

    ways = (
        lambda: says(typed),
        lambda: by_hand(client, 0, after(STRING, _LETTERS.client, here, letters)),
        lambda: by_hand(client, 0, before(STRING, _LETTERS.client, here, letters)),
        lambda: by_hand(client, 0, inside(STRING, _HOLDER.client, _HOLDER.clock, "words", letters)),
        lambda: by_hand(client, 0, deletes=deleted(_LETTERS.client, here, size)),
        lambda: says(lambda hope: hope.update({"by": [1, 1, NOON]})),
        lambda: says(lambda hope: _take(hope, "by")),
        lambda: says(lambda hope: hope.update({"kind": ["thought", 1, NOON]})),
    )
    return scene.records(scene.says(draw, draw.choice(ways)()))


def _take(thing: Root, key: str) -> None:
    del thing[key]


WORDS: Final[dict[str, Tampering]] = {"letters in another's own words": letters_of_anothers}
