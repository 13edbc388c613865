"""Pictures of the map: how it stood on a day."""

from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.fields import FLAG, fitting, read_thing
from sync.part import REGISTER, ROWS, Part, Thing
from sync.person import ANGLE, RING, Angle, Context, PersonKind, Ring, Service
from sync.register import Stored, mapping, value_of

WentOn = TypeAliasType("WentOn", Literal["", "copy", "blank"])


class Row(Part):
    """Where someone stood, and what they were then. Their name is with the person."""

    id: str = Field(default="", description="Of the person.")
    ring: Ring = "tray"
    angle: Angle = Field(default=0, description="Tenths of a degree, clockwise from the top.")
    kind: PersonKind = "person"
    service: Service = "unknown"
    died: bool = False
    contexts: tuple[Context, ...] = ()
    ties: tuple[str, ...] = Field(default=(), description="Ids of those tied to them that are greater than theirs.")


class Picture(Thing):
    """The map as it stood once. A row is never changed, and is null where someone was taken out everywhere."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`.")
    after: Annotated[str, REGISTER] = Field(default="", description="The id of the picture before, or nothing.")
    start: Annotated[WentOn, REGISTER] = Field(
        default="", description="How the map went on from here: as it stood, or blank, with everybody in the tray."
    )
    rows: Annotated[tuple[Row, ...], ROWS] = ()
    archived: Annotated[bool, REGISTER] = False


_KIND: Final[TypeAdapter[PersonKind]] = TypeAdapter(PersonKind)
_SERVICE: Final[TypeAdapter[Service]] = TypeAdapter(Service)
_CONTEXT: Final[TypeAdapter[Context | None]] = TypeAdapter(Context | None)
_COLUMNS: Final = 7


def read_picture(id_: str, stored: Stored) -> Picture:
    """With its rows, by the person's id."""
    rows = (_row(person, value_of(item)) for person, item in sorted(mapping(stored.get("rows")).items()))
    found = tuple(row for row in rows if row is not None)
    return read_thing(Picture, id_, stored).model_copy(update={"rows": found})


def _row(person: str, value: object) -> Row | None:
    if not isinstance(value, list):
        return None
    ring, angle, kind, service, died, contexts, ties = [*value, *[None] * _COLUMNS][:_COLUMNS]
    return Row(
        id=person,
        ring=fitting(RING, ring, "tray"),
        angle=fitting(ANGLE, angle, 0),
        kind=fitting(_KIND, kind, "person"),
        service=fitting(_SERVICE, service, "unknown"),
        died=fitting(FLAG, died, False),
        contexts=tuple(code for each in _texts(contexts) if (code := fitting(_CONTEXT, each, None)) is not None),
        ties=tuple(_texts(ties)),
    )


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
