"""What one of the two would like the other to know and to heed. It is theirs: only their own hand writes it."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import OWN, REGISTER, Member, Voice
from sync.plan import Who, WhoUnknown

NeedKind = TypeAliasType("NeedKind", Literal["access", "about me", "check in"])


class Need(Voice):
    """What helps them get in and take part, a thing to know about them, or how they would like to be asked after."""

    id: str = ""
    kind: Annotated[NeedKind, REGISTER] = "about me"
    topic: Annotated[str, REGISTER] = Field(default="", description="A code of the catalogue, or nothing.")
    words: Annotated[str, OWN] = ""
    who: Annotated[Who, REGISTER] = Field(default=WhoUnknown(), description="Who is to check in.")
    by: Annotated[Member, REGISTER] = Field(default=0, description="Whose it is, by member number.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False
