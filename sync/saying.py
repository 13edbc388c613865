"""What one of the two says, and what stays theirs: a hope, a worry, what works. The other says their own beside it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import BY, fitting, is_said_by, read_thing
from sync.part import OWN_THOUGHT, REGISTER, Agreed, Member, Voice
from sync.register import Stored, to_register

# `together`: how the two will work. `sign`: by what they will know that it helps. `heard`: what one understood.
SayingKind = TypeAliasType(
    "SayingKind",
    Literal[
        "thought", "hope", "worry", "easier", "together", "sign", "heard", "works", "not yet", "stopped", "helped"
    ],
)  # fmt: skip

# What makes it easy or hard to help, for the one who does: `backing` is others being for it.
Topic = TypeAliasType("Topic", Literal["", "chances", "time", "backing", "means", "ideas"])
# Of what kind it is for them: how their work is set up, or what they know and can do.
Nature = TypeAliasType("Nature", Literal["", "structural", "skill", "other"])


class Saying(Voice):
    """What one of the two says, in their words. Nobody else changes them.

    In a space of somebody's own it is a line of their own column of what works and what does not yet. There it stands
    beside a pair's space, by its id in hex, or beside nothing where it holds anywhere. In a pair's document it may be a
    copy of such a line.
    """

    # `agreed` has a rule of its own. Either strikes how the two work together, and drops a first thought onto the map.
    OF_EITHER: ClassVar[dict[str, frozenset[str]]] = {
        "": frozenset({"agreed"}),
        "together": frozenset({"archived"}),
        "thought": frozenset({"archived", "beside"}),
    }

    id: str = ""
    words: Annotated[str, OWN_THOUGHT] = ""
    kind: Annotated[SayingKind, REGISTER] = "hope"
    by: Annotated[Member, REGISTER] = Field(default=0, description="Who says it, by member number.")
    beside: Annotated[str, REGISTER] = Field(
        default="", description="What it stands beside, as `sayings/<id>`, `goals/<id>` and so on; or nothing."
    )
    agreed: Annotated[Agreed, REGISTER] = Field(
        default="", description="Whether what was heard is right: only another hand than theirs, or both, can say."
    )
    shown: Annotated[bool, REGISTER] = Field(
        default=False,
        description="A worry or a hope that may stand in the plan: only their own hand, or both, can say.",
    )
    through: Annotated[str, REGISTER] = Field(default="", description="Who read aloud, or wrote it for them.")
    topic: Annotated[Topic, REGISTER] = Field(default="", description="Of somebody's own column: what it is about.")
    nature: Annotated[Nature, REGISTER] = Field(default="", description="The same: of what kind it is for them.")
    of: Annotated[str, REGISTER] = Field(default="", description="The id that it has in the column it was copied from.")
    day: Annotated[str, REGISTER] = ""
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


def read_saying(id_: str, stored: Stored) -> Saying:
    """Nobody agrees with themselves, or shows in the plan what another said."""
    saying = read_thing(Saying, id_, stored)
    answer = to_register(stored.get("agreed"))
    is_anothers = answer is not None and fitting(BY, answer.by, "both") != saying.by
    is_theirs = is_said_by(saying.by, stored.get("shown"))
    agreed, shown = saying.agreed if is_anothers else "", saying.shown and is_theirs
    return saying.model_copy(update={"agreed": agreed, "shown": shown})
