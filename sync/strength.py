"""What someone likes, is good at, is said to be, and brings."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import is_said_by, read_thing
from sync.part import REGISTER, TEXT, Agreed, By, Member, Thing
from sync.register import Stored

StrengthKind = TypeAliasType("StrengthKind", Literal["like", "good at", "said", "bring"])


class Strength(Thing):
    """A strength of one of the two. What another said of someone counts once that one says yes; one's own at once."""

    id: str = ""
    words: Annotated[str, TEXT] = ""
    kind: Annotated[StrengthKind, REGISTER] = "like"
    about: Annotated[Member, REGISTER] = Field(default=0, description="Whose strength it is, by member number.")
    by: Annotated[By, REGISTER] = Field(default="both", description="Who said it.")
    agreed: Annotated[Agreed, REGISTER] = Field(
        default="", description="What that one answered: only their hand, or both, can."
    )
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


def read_strength(id_: str, stored: Stored) -> Strength:
    """Nobody agrees in another's place."""
    strength = read_thing(Strength, id_, stored)
    is_theirs = is_said_by(strength.about, stored.get("agreed"))
    return strength if is_theirs else strength.model_copy(update={"agreed": ""})
