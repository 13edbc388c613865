"""By what the two would know how far a goal has come: five levels in their own words, and each agreed wording."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.attainment import Baseline
from sync.fields import BY, fitting, read_thing
from sync.part import OWNER, REGISTER, SETTLED, TEXT, By, Thing
from sync.register import Stored, to_register

# In attainment.py 0 to 3, in this order, and None where nothing was said.
Degree = TypeAliasType("Degree", Literal["", "none", "some", "much", "most"])


class Yardstick(Thing):
    """What the two write together, letter by letter. Only `hoped` is asked for, and not even that has to be there."""

    id: str = ""
    goal: Annotated[str, REGISTER] = Field(default="", description="The id of its goal.")
    hoped: Annotated[str, TEXT] = Field(default="", description="What would be as hoped.")
    better: Annotated[str, TEXT] = Field(default="", description="A bit more than that.")
    much_better: Annotated[str, TEXT] = Field(default="", description="A lot more.")
    less: Annotated[str, TEXT] = Field(default="", description="A bit less.")
    much_less: Annotated[str, TEXT] = Field(default="", description="A lot less.")
    start: Annotated[Baseline, REGISTER] = Field(default="", description="Where it began, beside what would be hoped.")
    by_day: Annotated[str, REGISTER] = Field(
        default="", description="By when it is hoped for, as `2026-11-30`, or nothing. Nothing is late because of it."
    )
    importance: Annotated[Degree, REGISTER] = Field(
        default="", description="How much it matters to the owner: only their own hand can say, never both."
    )
    difficulty: Annotated[Degree, REGISTER] = Field(default="", description="How hard it is, as both see it.")
    archived: Annotated[bool, REGISTER] = False


class Aim(Thing):
    """An agreed wording. Its words are written with it, and never after: what is said of it is said of them."""

    id: str = ""
    goal: Annotated[str, REGISTER] = Field(default="", description="The id of its goal.")
    yardstick: Annotated[str, REGISTER] = Field(default="", description="The id of what it was a wording of.")
    hoped: Annotated[str, SETTLED] = ""
    better: Annotated[str, SETTLED] = ""
    much_better: Annotated[str, SETTLED] = ""
    less: Annotated[str, SETTLED] = ""
    much_less: Annotated[str, SETTLED] = ""
    start: Annotated[Baseline, REGISTER] = ""
    by_day: Annotated[str, REGISTER] = ""
    why: Annotated[str, SETTLED] = Field(default="", description="What had changed since the wording before it.")
    by: Annotated[By, REGISTER] = Field(default="both", description="In whose hand it was agreed.")
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`.")
    replaced: Annotated[bool, REGISTER] = Field(default=False, description="Another wording stands in its place.")
    archived: Annotated[bool, REGISTER] = False


def read_yardstick(id_: str, stored: Stored) -> Yardstick:
    """Nobody says in the owner's place how much it matters to them."""
    yardstick = read_thing(Yardstick, id_, stored)
    said = to_register(stored.get("importance"))
    is_theirs = said is not None and fitting(BY, said.by, "both") == OWNER
    return yardstick if is_theirs else yardstick.model_copy(update={"importance": ""})
