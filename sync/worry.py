"""What one of the two worries about before going out, and what either could do about it."""

from typing import Annotated

from pydantic import Field

from sync.part import OWN, REGISTER, TEXT, Member, Voice


class Worry(Voice):
    """A worry is whoever's said it; the other has one of their own."""

    id: str = ""
    outing: Annotated[str, REGISTER] = Field(default="", description="The id of its outing.")
    by: Annotated[Member, REGISTER] = Field(default=0, description="Whose worry it is, by member number.")
    words: Annotated[str, OWN] = ""
    i_could: Annotated[str, TEXT] = Field(default="", description="What that one could do.")
    you_could: Annotated[str, TEXT] = Field(default="", description="What the other could do.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False
