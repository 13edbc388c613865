"""Someone or something on the map: who that is, where they stand, and what was said about them."""

from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.fields import BY, NUMBER, fitting, read_thing
from sync.part import FLAGS, REGISTER, SPOT, By, Part, Thing
from sync.register import Stored, to_register, value_of

Ring = TypeAliasType("Ring", Literal["closest", "close", "life", "tray", "past"])
Angle = TypeAliasType("Angle", Annotated[int, Field(ge=0, le=3599)])
PersonKind = TypeAliasType("PersonKind", Literal["person", "place", "activity", "service", "animal", "missing"])
Service = TypeAliasType("Service", Literal["unknown", "outside", "inside", "linked"])
Context = TypeAliasType(
    "Context",
    Literal["family", "friend", "neighbour", "work", "learning", "club", "faith", "service", "online", "other"],
)
HowOften = TypeAliasType(
    "HowOften",
    Literal["", "daily", "few a week", "weekly", "few a month", "monthly", "less", "lost touch", "varies"],
)


class Placing(Part):
    """Where someone stands on the map. `tray` is "not sure where yet", `past` is "back in touch with"."""

    ring: Ring = "tray"
    angle: Angle = Field(default=0, description="Tenths of a degree, clockwise from the top.")
    by: By = "both"


class Wonder(Part):
    """Where the other partner wonders if someone belongs, until the map's owner has answered."""

    ring: Ring = "tray"
    angle: Angle = Field(default=0, description="Tenths of a degree, clockwise from the top.")
    by: By = "both"
    at: int = Field(default=0, description="Unix seconds, for display only.")


class Person(Thing):
    """Someone or something on the map. `missing` is nobody yet: what someone would like to have there."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    kind: Annotated[PersonKind, REGISTER] = "person"
    relation: Annotated[str, REGISTER] = ""
    face: Annotated[str, REGISTER] = Field(default="", description="An emoji, or nothing.")
    place: Annotated[Placing, SPOT] = Placing()
    wonder: Annotated[Wonder | None, SPOT] = None
    died: Annotated[bool, REGISTER] = False
    service: Annotated[Service, REGISTER] = Field(
        default="unknown", description="Outside services, inside, or linked to them."
    )
    contexts: Annotated[tuple[Context, ...], FLAGS] = Field(default=(), description="Where they know each other from.")
    in_person: Annotated[HowOften, REGISTER] = Field(default="", description="How often they see each other.")
    by_phone: Annotated[HowOften, REGISTER] = ""
    online: Annotated[HowOften, REGISTER] = ""
    together: Annotated[str, REGISTER] = Field(default="", description="What they do together.")
    they_help: Annotated[str, REGISTER] = Field(default="", description="What they help with.")
    i_help: Annotated[str, REGISTER] = Field(default="", description="What the map's owner helps them with.")
    closer: Annotated[bool, REGISTER] = Field(default=False, description="The map's owner would like to be closer.")
    phone: Annotated[str, REGISTER] = ""
    question: Annotated[str, REGISTER] = Field(default="", description="The code of the question that brought them up.")
    archived: Annotated[bool, REGISTER] = False


RING: Final[TypeAdapter[Ring]] = TypeAdapter(Ring)
ANGLE: Final[TypeAdapter[Angle]] = TypeAdapter(Angle)


def read_person(id_: str, stored: Stored) -> Person:
    """With their two spots: only the hand of the owner, or of both, places; anyone else's wonders."""
    person = read_thing(Person, id_, {key: item for key, item in stored.items() if key != "answered"})
    ring, angle, by, at = spot(stored.get("place"))
    places = ring == "tray" or by in (0, "both")
    wonder = None if places else Wonder(ring=ring, angle=angle, by=by, at=at)
    place = Placing(ring=ring, angle=angle, by=by) if places else Placing(by=by)
    if isinstance(value_of(stored.get("wonder")), list):
        ring, angle, by, at = spot(stored.get("wonder"))
        wonder = Wonder(ring=ring, angle=angle, by=by, at=at)
    if wonder and value_of(stored.get("answered")) == [wonder.ring, wonder.angle, wonder.by, wonder.at]:
        wonder = None
    return person.model_copy(update={"place": place, "wonder": wonder})


def spot(register: object) -> tuple[Ring, Angle, By, int]:
    """Ring, angle, whose hand, and when, of a register that holds `[ring, angle]`; the tray where it is none."""
    stored = to_register(register)
    value = stored.value if stored else None
    ring, angle = [*value, None, None][:2] if isinstance(value, list) else ("tray", 0)
    return (
        fitting(RING, ring, "tray"),
        fitting(ANGLE, angle, 0),
        fitting(BY, stored.by if stored else None, "both"),
        fitting(NUMBER, stored.at if stored else None, 0),
    )
