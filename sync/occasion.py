"""One time of going out: who came along, and how each of the two found it."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import LINKS, OWN, REGISTER, Member, Thing, Voice

Company = TypeAliasType("Company", Literal["", "together", "met there", "with someone", "on my own"])
Felt = TypeAliasType("Felt", Literal["", "loved", "ok", "mixed", "not for me", "did not go"])
Mark = TypeAliasType("Mark", Literal["", "together", "mostly together", "half", "mostly on my own", "on my own"])


class Occasion(Thing):
    """What is true for both of them of one time."""

    id: str = ""
    outing: Annotated[str, REGISTER] = Field(default="", description="The id of its outing.")
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`, or nothing.")
    company: Annotated[Company, REGISTER] = Field(default="", description="With whom the owner went.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of who came along.")
    archived: Annotated[bool, REGISTER] = False


class Impression(Voice):
    """How one of them found it. The other has one of their own, and neither stands in the other's place."""

    id: str = ""
    outing: Annotated[str, REGISTER] = Field(default="", description="The id of its outing.")
    occasion: Annotated[str, REGISTER] = Field(default="", description="The id of its occasion; nothing before it.")
    by: Annotated[Member, REGISTER] = Field(default=0, description="Whose view it is, by member number.")
    size: Annotated[str, REGISTER] = Field(default="", description="How big a step it feels, in their words.")
    felt: Annotated[Felt, REGISTER] = ""
    mark: Annotated[Mark, REGISTER] = Field(default="", description="Between together and on one's own.")
    words: Annotated[str, OWN] = ""
    next_time: Annotated[str, OWN] = Field(default="", description="What would help next time.")
    archived: Annotated[bool, REGISTER] = False
