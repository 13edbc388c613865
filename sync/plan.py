"""The plan: goals, and the small steps towards them and towards whatever else they came from."""

from typing import Annotated, Final, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import is_said_by, read_thing
from sync.part import LINKS, OWNER, REGISTER, TEXT, Agreed, By, Member, Part, Thing, Whose
from sync.register import Stored

GoalState = TypeAliasType("GoalState", Literal["open", "resting", "done", "let go"])
StepState = TypeAliasType("StepState", Literal["open", "done", "let go"])
ORIGIN: Final = Field(default="", description="What it came from, as `wishes/<id>` or `steps/<id>`; or nothing.")


class Goal(Thing):
    """A goal. `by` is whose words it is in: what another wrote is suggested until the owner of the map takes it."""

    id: str = ""
    title: Annotated[str, TEXT] = ""
    by: Annotated[By, REGISTER] = "both"
    taken: Annotated[Agreed, REGISTER] = Field(
        default="",
        description="Whether the owner takes it: only their hand, or both, can say. Their own is taken at once.",
    )
    state: Annotated[GoalState, REGISTER] = "open"
    origin: Annotated[str, REGISTER] = ORIGIN
    idea: Annotated[Whose, REGISTER] = Field(default="", description="Whose idea it was.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of people who could help.")
    archived: Annotated[bool, REGISTER] = False


class WhoUnknown(Part):
    """Who does a step is still to be found."""

    kind: Literal["unknown"] = "unknown"


class WhoBoth(Part):
    """Both partners do it."""

    kind: Literal["both"] = "both"


class WhoMember(Part):
    """One partner does it."""

    kind: Literal["member"] = "member"
    member: Member


class WhoPerson(Part):
    """Someone on the map does it."""

    kind: Literal["person"] = "person"
    id: str


class WhoOther(Part):
    """Someone who is not on the map does it."""

    kind: Literal["other"] = "other"
    name: str


class WhenNone(Part):
    """No day was said."""

    kind: Literal["none"] = "none"


class WhenNext(Part):
    """Next time we meet."""

    kind: Literal["next"] = "next"


class WhenDay(Part):
    """On a day, as `2026-11-30`."""

    kind: Literal["day"] = "day"
    day: str


# Each is whole or none: what lacks a part reads as the field's default, in both languages.
Who = TypeAliasType(
    "Who", Annotated[WhoUnknown | WhoBoth | WhoMember | WhoPerson | WhoOther, Field(discriminator="kind")]
)
When = TypeAliasType("When", Annotated[WhenNone | WhenNext | WhenDay, Field(discriminator="kind")])


class Step(Thing):
    """One thing that someone will do, and how it went."""

    id: str = ""
    goal: Annotated[str, REGISTER] = Field(default="", description="The id of its goal, or nothing.")
    origin: Annotated[str, REGISTER] = ORIGIN
    what: Annotated[str, TEXT] = ""
    who: Annotated[Who, REGISTER] = WhoUnknown()
    when: Annotated[When, REGISTER] = WhenNone()
    done: Annotated[StepState, REGISTER] = "open"
    went: Annotated[str, TEXT] = Field(default="", description="How it went, in their words.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of people it is about.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


def read_goal(id_: str, stored: Stored) -> Goal:
    """Nobody takes a goal in the owner's place."""
    goal = read_thing(Goal, id_, stored)
    return goal if is_said_by(OWNER, stored.get("taken")) else goal.model_copy(update={"taken": ""})
