"""The times that the two met. Nothing of one has to be said: a chat needs no words."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import REGISTER, SETTLED, By, Thing, Whose

# `stock`: they looked at how it is going, or at what is in the way.
MeetingKind = TypeAliasType("MeetingKind", Literal["", "chat", "map", "plan", "out", "stock"])


class Meeting(Thing):
    """One time that they met. Its words are written with it, and never after: both said yes to exactly these."""

    id: str = ""
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`, or nothing.")
    kind: Annotated[MeetingKind, REGISTER] = ""
    where: Annotated[str, REGISTER] = ""
    chosen: Annotated[Whose, REGISTER] = Field(default="", description="Whose idea the place was.")
    words: Annotated[str, SETTLED] = Field(
        default="", description="What both said yes to at the end of it, or nothing."
    )
    by: Annotated[By, REGISTER] = Field(default="both", description="In whose hand it was written down.")
    archived: Annotated[bool, REGISTER] = False
