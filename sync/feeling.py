"""How one of the two feels, in words and faces of which several may be true at once."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import FLAGS, OWN, REGISTER, Member, Voice

FeelingCode = TypeAliasType(
    "FeelingCode",
    Literal[
        "calm", "hopeful", "curious", "pleased", "proud", "safe",
        "tired", "unsure", "nervous", "sad", "cross", "let down", "alone", "mixed", "not sure",
    ],
)  # fmt: skip


class Feeling(Voice):
    """How somebody felt on a day. Nothing is counted, and none of them is better than another."""

    id: str = ""
    feels: Annotated[tuple[FeelingCode, ...], FLAGS] = ()
    words: Annotated[str, OWN] = Field(default="", description="In their own words.")
    beside: Annotated[str, REGISTER] = Field(
        default="", description="What it stands beside, as `steps/<id>` and so on; or nothing."
    )
    by: Annotated[Member, REGISTER] = Field(default=0, description="Who feels so, by member number.")
    through: Annotated[str, REGISTER] = Field(default="", description="Who read aloud, or wrote it for them.")
    day: Annotated[str, REGISTER] = ""
    archived: Annotated[bool, REGISTER] = False
