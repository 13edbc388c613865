"""Who could do what to make going out easier, and whether they were asked."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.offer import Asked
from sync.part import REGISTER, TEXT, Thing
from sync.plan import Who, WhoUnknown

SupportKind = TypeAliasType(
    "SupportKind",
    Literal[
        "come along", "meet there", "call", "introduce", "buddy", "lift", "visit first", "practise", "learn", "other"
    ],
)


class Support(Thing):
    """One kind of help with one outing, of one who may not know of it yet."""

    id: str = ""
    outing: Annotated[str, REGISTER] = Field(default="", description="The id of its outing.")
    kind: Annotated[SupportKind, REGISTER] = "come along"
    words: Annotated[str, TEXT] = ""
    who: Annotated[Who, REGISTER] = WhoUnknown()
    asked: Annotated[Asked, REGISTER] = "not yet"
    to: Annotated[str, REGISTER] = Field(default="", description="Where it introduces: to whom.")
    happened: Annotated[bool, REGISTER] = False
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False
