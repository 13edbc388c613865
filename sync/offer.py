"""Whom somebody knows who could help: a list of one's own, and what of it was shown to the other."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import REGISTER, TEXT, Member, Thing

Asked = TypeAliasType("Asked", Literal["not yet", "yes", "no"])


class Offer(Thing):
    """Someone who could offer something. In a pair's document it is a copy, with no name until that one was asked."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    words: Annotated[str, TEXT] = Field(default="", description="What they could offer.")
    asked: Annotated[Asked, REGISTER] = Field(default="not yet", description="Whether they may be named.")
    by: Annotated[Member, REGISTER] = Field(default=1, description="Who knows them, by member number.")
    of: Annotated[str, REGISTER] = Field(default="", description="The id that it has in the list it was copied from.")
    archived: Annotated[bool, REGISTER] = False
