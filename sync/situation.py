"""Who could help with something of every day."""

from typing import Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.fields import FLAG, TEXT_VALUE, fitting
from sync.part import Part
from sync.register import Stored, mapping, to_register, value_of

HelpAnswer = TypeAliasType("HelpAnswer", Literal["", "nobody", "rather not", "myself"])


class Situation(Part):
    """One situation of every day, and who could help with it: registers of the root `help`, `<id>/<field>`."""

    id: str = Field(default="", description="A code of the catalogue, or the id of one in their own words.")
    words: str = Field(default="", description="Their own words; nothing where the catalogue's stand.")
    answer: HelpAnswer = Field(default="", description="What was said in place of a name, if anything.")
    gives: bool = Field(default=False, description="The map's owner does this for others.")
    people: tuple[str, ...] = Field(default=(), description="Ids of people who could help.")
    away: bool = Field(default=False, description="Put away.")
    order: str = Field(default="", description="A fractional key; equal keys go by id.")


_ANSWER: Final[TypeAdapter[HelpAnswer]] = TypeAdapter(HelpAnswer)
_FIELDS: Final = ("words", "answer", "gives", "away", "order")


def read_situations(stored: Stored) -> tuple[Situation, ...]:
    """Every situation of which anything was said, in their order."""
    said: dict[str, dict[str, object]] = {}
    for key, item in sorted(mapping(stored).items()):
        id_, *field = key.split("/")
        is_known = field[0] in _FIELDS if len(field) == 1 else len(field) == 2 and field[0] == "people"
        if id_ and is_known and to_register(item):
            said.setdefault(id_, {})["/".join(field)] = value_of(item)
    return tuple(sorted((_situation(id_, values) for id_, values in said.items()), key=lambda one: (one.order, one.id)))


def _situation(id_: str, values: dict[str, object]) -> Situation:
    people = tuple(
        key.removeprefix("people/") for key, on in values.items() if key.startswith("people/") and on is True
    )
    answer = fitting(_ANSWER, values.get("answer"), "")
    return Situation(
        id=id_,
        words=fitting(TEXT_VALUE, values.get("words"), ""),
        answer="" if answer == "nobody" and people else answer,  # a face, said by another hand meanwhile, goes first
        gives=fitting(FLAG, values.get("gives"), False),
        people=people,
        away=fitting(FLAG, values.get("away"), False),
        order=fitting(TEXT_VALUE, values.get("order"), ""),
    )
