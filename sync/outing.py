"""Going out: what, where, when and how, what helps, and what else if it does not come off. Nothing is required."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import LINKS, REGISTER, TEXT, By, Thing
from sync.plan import When, WhenNone

OutingState = TypeAliasType("OutingState", Literal["open", "no thanks", "resting", "let go"])


class Outing(Thing):
    """One thing to go out for, once or many times."""

    id: str = ""
    what: Annotated[str, TEXT] = ""
    where: Annotated[str, REGISTER] = ""
    when: Annotated[When, REGISTER] = WhenNone()
    time: Annotated[str, REGISTER] = Field(default="", description="In their words: when on that day, or how often.")
    getting: Annotated[str, REGISTER] = Field(default="", description="How to get there.")
    cost: Annotated[str, REGISTER] = ""
    meet: Annotated[str, REGISTER] = Field(default="", description="Where to meet, and what will be seen there.")
    phone: Annotated[str, REGISTER] = ""
    helps: Annotated[str, TEXT] = Field(default="", description="What helps.")
    plan_b: Annotated[str, TEXT] = Field(default="", description="What else, if it does not come off.")
    goal: Annotated[str, REGISTER] = Field(default="", description="The id of its goal, or nothing.")
    by: Annotated[By, REGISTER] = "both"
    state: Annotated[OutingState, REGISTER] = "open"
    since: Annotated[str, REGISTER] = Field(
        default="", description="Since which day it has been as it is, as `2026-11-30`; nothing while it is open."
    )
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of who and what it is with.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False
