"""The shape of what two people share, once opened. These models are the one source of it.

`python -m sync.schema` writes schema.json and document.ts from here. Every field has a default, no field is ever
renamed or used again for something else, and a field that this version does not know is kept and passed on.
`from_plain` reads a stored document.
"""

import json
from functools import cache
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field, JsonValue, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType

from sync.limits import LIMITS
from sync.part import LINKS, REGISTER, SPOT, TEXT, Part, Thing
from sync.register import Stored, mapping, to_register, value_of

By = TypeAliasType("By", Annotated[int, Field(ge=0)] | Literal["both"])
Ring = TypeAliasType("Ring", Literal["closest", "close", "life", "tray", "past"])
PersonKind = TypeAliasType("PersonKind", Literal["person", "place", "activity", "service", "animal"])
StepState = TypeAliasType("StepState", Literal["open", "done", "let go"])
Angle = TypeAliasType("Angle", Annotated[int, Field(ge=0, le=3599)])


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
    """Someone or something on the map."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    kind: Annotated[PersonKind, REGISTER] = "person"
    relation: Annotated[str, REGISTER] = ""
    face: Annotated[str, REGISTER] = Field(default="", description="An emoji, or nothing.")
    place: Annotated[Placing, SPOT] = Placing()
    wonder: Annotated[Wonder | None, SPOT] = None
    died: Annotated[bool, REGISTER] = False
    archived: Annotated[bool, REGISTER] = False


class Goal(Thing):
    """A wish or a goal. `by` is whose words it is in."""

    id: str = ""
    title: Annotated[str, TEXT] = ""
    by: Annotated[By, REGISTER] = "both"
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of people who could help.")
    archived: Annotated[bool, REGISTER] = False


class WhoUnknown(Part):
    """Who does a step is still to be found."""

    kind: Literal["unknown"] = "unknown"


class WhoBoth(Part):
    """Both partners do it."""

    kind: Literal["both"] = "both"


class WhoMember(Part):
    """One partner does it."""

    kind: Literal["member"] = "member"
    member: Annotated[int, Field(ge=0)] = 0


class WhoPerson(Part):
    """Someone on the map does it."""

    kind: Literal["person"] = "person"
    id: str = ""


class WhoOther(Part):
    """Someone who is not on the map does it."""

    kind: Literal["other"] = "other"
    name: str = ""


class WhenNone(Part):
    """No day was said."""

    kind: Literal["none"] = "none"


class WhenNext(Part):
    """Next time we meet."""

    kind: Literal["next"] = "next"


class WhenDay(Part):
    """On a day, as `2026-11-30`."""

    kind: Literal["day"] = "day"
    day: str = ""


Who = TypeAliasType(
    "Who", Annotated[WhoUnknown | WhoBoth | WhoMember | WhoPerson | WhoOther, Field(discriminator="kind")]
)
When = TypeAliasType("When", Annotated[WhenNone | WhenNext | WhenDay, Field(discriminator="kind")])


class Step(Thing):
    """One thing that someone will do, and how it went."""

    id: str = ""
    goal: Annotated[str, REGISTER] = Field(default="", description="The id of its goal, or nothing.")
    what: Annotated[str, TEXT] = ""
    who: Annotated[Who, REGISTER] = WhoUnknown()
    when: Annotated[When, REGISTER] = WhenNone()
    done: Annotated[StepState, REGISTER] = "open"
    went: Annotated[str, TEXT] = Field(default="", description="How it went, in their words.")
    people: Annotated[tuple[str, ...], LINKS] = Field(default=(), description="Ids of people it is about.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


class Kept(Part):
    """What someone wrote while the other wrote something else there: kept beside the field until put back or let go."""

    id: str = ""
    entity: str = Field(default="", description="`people/<id>`, `goals/<id>`, `steps/<id>` or `meta`.")
    field: str = Field(default="", description="As in the entity; `people/<id>` for a link, `name/<member>` in `meta`.")
    value: JsonValue = Field(default=None, description="As the field is read; a placing as its ring and angle.")
    by: By = "both"
    at: int = Field(default=0, description="Unix seconds, for display only.")


class Document(Part):
    """Everything two people share: the map and the plan."""

    schema_number: int = Field(default=1, alias="schema")
    names: tuple[str, ...] = Field(default=("", ""), description="First names by member number; may be empty.")
    meeting: str = Field(default="", description="The next meeting, in their words.")
    people: tuple[Person, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    kept: tuple[Kept, ...] = ()


Entity = TypeVar("Entity", Person, Goal, Step)
Found = TypeVar("Found")
TEXT_VALUE: Final = TypeAdapter(str)
NUMBER: Final = TypeAdapter(int)
RING: Final[TypeAdapter[Literal["closest", "close", "life", "tray", "past"]]] = TypeAdapter(Ring)
ANGLE: Final[TypeAdapter[int]] = TypeAdapter(Angle)
BY: Final[TypeAdapter[int | Literal["both"]]] = TypeAdapter(By)
JSON: Final[TypeAdapter[JsonValue]] = TypeAdapter(JsonValue)


def from_plain(stored: Stored) -> Document:
    """The document in `stored`: root map name to its content as plain dicts, lists and strings (text as `str`).

    Never raises: what is odd or of an unknown kind is read as the field's default and stays where it is stored.
    Whole numbers may be floats.
    """
    meta = mapping(stored.get("meta"))
    goals = [_entity(Goal, id_, item) for id_, item in _entities(stored, "goals")]
    steps = [_entity(Step, id_, item) for id_, item in _entities(stored, "steps")]
    kept = [_kept(id_, item, stored) for id_, item in _entities(stored, "kept")]
    return Document(
        schema_number=_fitting(NUMBER, value_of(meta.get("schema")), 1),
        names=_names(meta),
        meeting=_fitting(TEXT_VALUE, value_of(meta.get("meeting")), ""),
        people=tuple(_person(id_, item) for id_, item in _entities(stored, "people")),
        goals=tuple(sorted(goals, key=lambda goal: (goal.order, goal.id))),
        steps=tuple(sorted(steps, key=lambda step: (step.order, step.id))),
        kept=tuple(note for note in kept if note is not None),
    )


def _entities(stored: Stored, root: str) -> list[tuple[str, Stored]]:
    """By id; anything there that is not an entity is left where it is."""
    return [(id_, mapping(item)) for id_, item in sorted(mapping(stored.get(root)).items()) if isinstance(item, dict)]


def _entity(model: type[Entity], id_: str, stored: Stored) -> Entity:
    found: dict[str, object] = {"id": id_}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        how = extra.get("stored") if isinstance(extra, dict) else None
        item = stored.get(name)
        if how == "register":
            found[name] = _fitting(_adapter(model, name), value_of(item), field.default)
        elif how == "text":
            found[name] = item if isinstance(item, str) else ""
        elif how == "links":
            found[name] = tuple(sorted(key for key, link in mapping(item).items() if value_of(link) is True))
    unknown = {
        key: _fitting(JSON, value_of(item), None)
        for key, item in stored.items()
        if key not in model.model_fields and to_register(item)
    }
    return model.model_validate(unknown | found)


def _person(id_: str, stored: Stored) -> Person:
    """With its two spots: only the hand of the owner, or of both, places; anyone else's wonders."""
    person = _entity(Person, id_, {key: item for key, item in stored.items() if key != "answered"})
    ring, angle, by, at = _spot(stored.get("place"))
    places = ring == "tray" or by in (0, "both")
    wonder = None if places else Wonder(ring=ring, angle=angle, by=by, at=at)
    place = Placing(ring=ring, angle=angle, by=by) if places else Placing(by=by)
    if isinstance(value_of(stored.get("wonder")), list):
        ring, angle, by, at = _spot(stored.get("wonder"))
        wonder = Wonder(ring=ring, angle=angle, by=by, at=at)
    if wonder and value_of(stored.get("answered")) == [wonder.ring, wonder.angle, wonder.by, wonder.at]:
        wonder = None
    return person.model_copy(update={"place": place, "wonder": wonder})


def _kept(id_: str, stored: Stored, document: Stored) -> Kept | None:
    entity = _fitting(TEXT_VALUE, value_of(stored.get("entity")), "")
    field = _fitting(TEXT_VALUE, value_of(stored.get("field")), "")
    value = value_of(stored.get("value"))
    current: object = document
    for part in ["meta", field] if entity == "meta" else [*entity.split("/"), *field.split("/")]:
        current = mapping(current).get(part)
    settled = value_of(mapping(document.get("meta")).get(f"kept/{id_}"))
    if settled or (to_register(current) and value_of(current) == value):
        return None  # put back, let go, or what stands there anyway
    if field in ("place", "wonder"):
        ring, angle, _, _ = _spot([value, 0, 0])
        value = {"ring": ring, "angle": angle}
    return Kept(
        id=id_,
        entity=entity,
        field=field,
        value=_fitting(JSON, value, None),
        by=_fitting(BY, value_of(stored.get("author")), "both"),
        at=_fitting(NUMBER, value_of(stored.get("when")), 0),
    )


def _names(meta: Stored) -> tuple[str, ...]:
    names = {0: "", 1: ""}
    for member in range(LIMITS.members):
        if name := _fitting(TEXT_VALUE, value_of(meta.get(f"name/{member}")), ""):
            names[member] = name
    return tuple(names.get(member, "") for member in range(max(names) + 1))


def _spot(register: object) -> tuple[Ring, int, int | Literal["both"], int]:
    stored = to_register(register)
    value = stored.value if stored else None
    ring, angle = value[:2] if isinstance(value, list) and len(value) >= 2 else ("tray", 0)
    return (
        _fitting(RING, ring, "tray"),
        _fitting(ANGLE, angle, 0),
        _fitting(BY, stored.by if stored else None, "both"),
        _fitting(NUMBER, stored.at if stored else None, 0),
    )


@cache
def _adapter(model: type[Part], name: str) -> TypeAdapter[object]:
    annotation = model.model_fields[name].annotation
    return TypeAdapter(object if annotation is None else annotation)


def _fitting(adapter: TypeAdapter[Found], value: object, default: Found) -> Found:
    try:
        return adapter.validate_json(json.dumps(value), strict=True)
    except (ValidationError, TypeError, ValueError, RecursionError):
        return default
