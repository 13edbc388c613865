"""The 2,048 kind words that keys and comparisons are read aloud in."""

from functools import cache
from pathlib import Path
from typing import Final

WORD_BITS: Final = 11
_TELLING: Final = 4  # the words differ in this many first letters


@cache
def all_words() -> tuple[str, ...]:
    """Every word, in order; a word's place is the number that it stands for."""
    words = tuple(Path(__file__).with_name("words.txt").read_text("utf-8").split())
    if len(words) != 1 << WORD_BITS or len(_places(words)) != len(words):
        raise ValueError("words.txt must hold 2,048 words that differ in their first four letters")
    return words


def from_bits(bits: int, count: int) -> tuple[str, ...]:
    """The words for a number of `count` times 11 bits, most significant first."""
    words = all_words()
    return tuple(words[bits >> (WORD_BITS * place) & (len(words) - 1)] for place in reversed(range(count)))


def to_bits(words: tuple[str, ...]) -> int | None:
    """The number that these words stand for, or None if one of them is not a word of ours.

    Capital letters do not matter, and four letters are enough; a longer word must be right to its end.
    """
    known, places = all_words(), _places(all_words())
    bits = 0
    for word in (word.lower() for word in words):
        place = places.get(word[:_TELLING])
        if place is None or word not in (known[place], known[place][:_TELLING]):
            return None
        bits = bits << WORD_BITS | place
    return bits


def _places(words: tuple[str, ...]) -> dict[str, int]:
    return {word[:_TELLING]: place for place, word in enumerate(words)}
