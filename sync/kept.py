"""What lost to another hand's value at the same moment, kept beside the field (P25)."""

from typing import Final

from pydantic import Field, JsonValue

from sync.fields import BY, JSON, NUMBER, TEXT_VALUE, entities, fitting
from sync.part import By, Part
from sync.person import spot
from sync.register import Stored, is_same, mapping, to_register, value_of
from sync.roots import FLAT_ROOTS

# What stands on rings; a place elsewhere is a word.
_PLACED: Final = ("people", "offers")


class Kept(Part):
    """What someone wrote while the other wrote something else there: kept until it is put back or let go."""

    id: str = ""
    entity: str = Field(default="", description="`people/<id>`, `goals/<id>` and so on; `meta`, `ties` or `help`.")
    field: str = Field(
        default="",
        description="As in the entity; `people/<id>` for a link, `contexts/<code>`, `rows/<id>`; else the key.",
    )
    value: JsonValue = Field(default=None, description="As the field is read; a placing as its ring and angle.")
    by: By = "both"
    at: int = Field(default=0, description="Unix seconds, for display only.")
    instead_by: By = Field(default="both", description="Whose value stands in its place.")


def read_kept(document: Stored) -> tuple[Kept, ...]:
    """Those that still wait: neither put back, nor let go, nor equal to what stands there now."""
    found = (_kept(id_, item, document) for id_, item in entities(document, "kept"))
    return tuple(note for note in found if note is not None)


def _kept(id_: str, stored: Stored, document: Stored) -> Kept | None:
    entity = fitting(TEXT_VALUE, value_of(stored.get("entity")), "")
    field = fitting(TEXT_VALUE, value_of(stored.get("field")), "")
    value = value_of(stored.get("value"))
    current = _standing(document, entity, field)
    standing = to_register(current)
    settled = value_of(mapping(document.get("meta")).get(f"kept/{id_}"))
    is_settled = settled not in (None, False, 0, "")
    if is_settled or (standing and is_same(standing.value, value)):
        return None  # put back, let go, or what stands there anyway
    if field in ("place", "wonder") and entity.split("/")[0] in _PLACED:
        ring, angle, _, _ = spot([value, 0, 0])
        value = {"ring": ring, "angle": angle}
    return Kept(
        id=id_,
        entity=entity,
        field=field,
        value=fitting(JSON, value, None),
        by=fitting(BY, value_of(stored.get("author")), "both"),
        at=fitting(NUMBER, value_of(stored.get("when")), 0),
        instead_by=fitting(BY, standing.by, "both") if standing else "both",
    )


def _standing(document: Stored, entity: str, field: str) -> object:
    if entity in FLAT_ROOTS:
        return mapping(document.get(entity)).get(field)
    current: object = document
    for part in entity.split("/"):
        current = mapping(current).get(part)
    if field in mapping(current):
        return mapping(current).get(field)  # flags have a stroke in their key
    for part in field.split("/"):
        current = mapping(current).get(part)
    return current
