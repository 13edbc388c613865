"""What one person said they would do, and when they meet next: gathered from the places that they open."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import REGISTER, Part, Thing
from sync.plan import When


class Errand(Part):
    """One thing that they said they would do."""

    what: str
    when: When


Errands = TypeAliasType("Errands", tuple[Errand, ...])


class Round(Thing):
    """Of one pair, as it stood there on a day. Only ever in a space of that person's own; let go, it has no words."""

    id: str = ""
    place: Annotated[str, REGISTER] = Field(default="", description="The pair's space, in hex.")
    label: Annotated[str, REGISTER] = Field(default="", description="What its place is called at the lock: no name.")
    name: Annotated[str, REGISTER] = Field(default="", description="Who it is, only where their helper chose so.")
    meeting: Annotated[str, REGISTER] = Field(default="", description="When they meet next.")
    errands: Annotated[Errands, REGISTER] = ()
    via: Annotated[str, REGISTER] = Field(
        default="", description="Which device gathered it, and as what it knows the place: `<number>/<id>`."
    )
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`.")
    archived: Annotated[bool, REGISTER] = False
