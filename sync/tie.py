"""Who knows whom on the map."""

from typing import Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.fields import fitting
from sync.part import Part
from sync.register import Stored, mapping, value_of

TieStrength = TypeAliasType("TieStrength", Literal["", "tie", "strong"])


class Tie(Part):
    """Two who know each other: one register of the root `ties`, `<a>/<b>`, so that no two hands make one map twice."""

    a: str = Field(default="", description="The lesser of their two ids.")
    b: str = ""
    strength: TieStrength = Field(default="tie", description="Never '': that is stored where a tie was taken away.")


_STRENGTH: Final[TypeAdapter[TieStrength]] = TypeAdapter(TieStrength)


def read_ties(stored: Stored) -> tuple[Tie, ...]:
    """The ties in the root map, by their key; what is not tied any more, or not known, is left out."""
    return tuple(tie for key, item in sorted(mapping(stored).items()) if (tie := _tie(key, value_of(item))) is not None)


def _tie(key: str, value: object) -> Tie | None:
    a, _, b = key.partition("/")
    strength = fitting(_STRENGTH, value, "")
    is_tie = strength != "" and a != "" and a < b and "/" not in b
    return Tie(a=a, b=b, strength=strength) if is_tie else None
