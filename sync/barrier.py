"""What stands in the way of either of the two, of both, or between them and somewhere else."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import REGISTER, TEXT, By, Thing

Side = TypeAliasType("Side", Annotated[int, Field(ge=0)] | Literal["service", "elsewhere"])
BarrierKind = TypeAliasType(
    "BarrierKind",
    Literal[
        "",
        "health",
        "getting in",
        "culture",
        "confidence",
        "a lot on",
        "what others think",
        "not knowing",
        "company",
        "cost",
        "how places work",
        "time",
        "new ways",
    ],
)
BarrierState = TypeAliasType("BarrierState", Literal["open", "worked around", "left"])


class Barrier(Thing):
    """One thing in the way. Either of the two may change its words; `by` is who said it first."""

    id: str = ""
    words: Annotated[str, TEXT] = ""
    kind: Annotated[BarrierKind, REGISTER] = Field(default="", description="Of what kind; nothing for their own.")
    side: Annotated[Side, REGISTER] = Field(
        default="elsewhere", description="Where it is: with a member, with the service, or somewhere else."
    )
    by: Annotated[By, REGISTER] = Field(default="both", description="Who said it.")
    state: Annotated[BarrierState, REGISTER] = "open"
    parent: Annotated[str, REGISTER] = Field(default="", description="The id of the larger one that it was split from.")
    stops: Annotated[str, REGISTER] = Field(
        default="", description="What it stands before, `goals/<id>` or `outings/<id>`, or nothing."
    )
    of: Annotated[str, REGISTER] = Field(
        default="", description="The own note that it was put here from; where two are of the same one, they are one."
    )
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False
