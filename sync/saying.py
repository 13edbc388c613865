"""What one of the two says, and what stays theirs: a hope, a worry, what works. The other says their own beside it."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import BY, fitting, is_said_by, read_thing
from sync.part import REGISTER, TEXT, Agreed, Member, Thing
from sync.register import Stored, to_register

# `together`: how the two will work. `sign`: by what they will know that it helps. `heard`: what one understood.
SayingKind = TypeAliasType(
    "SayingKind",
    Literal[
        "thought", "hope", "worry", "easier", "together", "sign", "heard", "works", "not yet", "stopped", "helped"
    ],
)  # fmt: skip


class Saying(Thing):
    """What one of the two says, in their words. Nobody else changes them."""

    id: str = ""
    words: Annotated[str, TEXT] = ""
    kind: Annotated[SayingKind, REGISTER] = "hope"
    by: Annotated[Member, REGISTER] = Field(default=0, description="Who says it, by member number.")
    beside: Annotated[str, REGISTER] = Field(
        default="", description="What it stands beside, as `sayings/<id>`, `goals/<id>` and so on; or nothing."
    )
    agreed: Annotated[Agreed, REGISTER] = Field(
        default="", description="Whether what was heard is right: only another hand than theirs, or both, can say."
    )
    shown: Annotated[bool, REGISTER] = Field(
        default=False, description="A worry that may stand in the plan: only their own hand, or both, can say."
    )
    through: Annotated[str, REGISTER] = Field(default="", description="Who read aloud, or wrote it for them.")
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
