"""Whom somebody knows who could help: a list of one's own, and what of it was shown to the other."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import read_thing
from sync.part import REGISTER, SPOT, TEXT, Member, Thing
from sync.person import PersonKind, Placing, spot
from sync.register import Stored

Asked = TypeAliasType("Asked", Literal["not yet", "yes", "no"])


class Offer(Thing):
    """Someone who could offer something. In a pair's document it is a copy, with no name until that one was asked."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    words: Annotated[str, TEXT] = Field(default="", description="What they could offer.")
    kind: Annotated[PersonKind, REGISTER] = "person"
    place: Annotated[Placing, SPOT] = Field(default=Placing(), description="Where on the map of whoever knows them.")
    asked: Annotated[Asked, REGISTER] = Field(default="not yet", description="Whether they may be named.")
    by: Annotated[Member, REGISTER] = Field(default=1, description="Who knows them, by member number.")
    of: Annotated[str, REGISTER] = Field(default="", description="The id that it has in the list it was copied from.")
    archived: Annotated[bool, REGISTER] = False


def read_offer(id_: str, stored: Stored) -> Offer:
    """With its spot, whoever put it there: only one person's map is meant."""
    ring, angle, by, _ = spot(stored.get("place"))
    return read_thing(Offer, id_, stored).model_copy(update={"place": Placing(ring=ring, angle=angle, by=by)})
