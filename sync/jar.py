"""The wish jar: whatever somebody would like, and whatever that makes them think of."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import is_said_by, read_thing
from sync.part import LINKS, OWNER, REGISTER, TEXT, Agreed, By, Thing, Whose
from sync.register import Stored

WishCard = TypeAliasType("WishCard", Literal["", "used to", "fancied", "admired", "dream", "might"])


class Wish(Thing):
    """A wish: anything goes. `by` is whose words it is in; what another wrote waits for the owner's yes."""

    id: str = ""
    words: Annotated[str, TEXT] = ""
    by: Annotated[By, REGISTER] = "both"
    card: Annotated[WishCard, REGISTER] = Field(default="", description="The card that it answers, if any.")
    like: Annotated[str, REGISTER] = Field(default="", description="The id of the wish that it is like, or nothing.")
    idea: Annotated[Whose, REGISTER] = Field(default="", description="Whose idea it was.")
    guess: Annotated[bool, REGISTER] = Field(default=False, description="A guess, and never what the owner said.")
    seen: Annotated[str, TEXT] = Field(default="", description="What was seen or said when a guess was tried.")
    taken: Annotated[Agreed, REGISTER] = Field(
        default="", description="What the owner answered: only their hand, or both, can."
    )
    over: Annotated[bool, REGISTER] = Field(default=False, description="Not any more.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of whom on the map it is about.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


def read_wish(id_: str, stored: Stored) -> Wish:
    """Nobody takes a wish in the owner's place."""
    wish = read_thing(Wish, id_, stored)
    return wish if is_said_by(OWNER, stored.get("taken")) else wish.model_copy(update={"taken": ""})
