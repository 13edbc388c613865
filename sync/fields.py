"""Reading the fields of one thing. What is odd or of an unknown kind reads as the field's default, and stays stored."""

import json
from functools import cache
from typing import Final, TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from sync.part import OWNER, By, Part, Voice, stored_as
from sync.register import Stored, mapping, to_register, value_of

Found = TypeVar("Found")
Whole = TypeVar("Whole", bound=Part)

TEXT_VALUE: Final = TypeAdapter(str)
NUMBER: Final = TypeAdapter(int)
FLAG: Final = TypeAdapter(bool)
JSON: Final[TypeAdapter[JsonValue]] = TypeAdapter(JsonValue)
BY: Final[TypeAdapter[By]] = TypeAdapter(By)


def fitting(adapter: TypeAdapter[Found], value: object, default: Found) -> Found:
    """`value` if it is one of the adapter's, else `default`. Never raises."""
    try:
        return adapter.validate_json(json.dumps(value), strict=True)
    except (ValidationError, TypeError, ValueError, RecursionError):
        return default


def is_said_by(member: int, item: object) -> bool:
    """Whether the register that `item` is was written by the hand of this member, or of both."""
    register = to_register(item)
    return register is not None and fitting(BY, register.by, "both") in (member, "both")


def entities(stored: Stored, root: str) -> list[tuple[str, Stored]]:
    """By id; anything there that is not an entity is left where it is."""
    return [(id_, mapping(item)) for id_, item in sorted(mapping(stored.get(root)).items()) if isinstance(item, dict)]


def said(model: type[Part], stored: Stored, root: str) -> list[tuple[str, Stored]]:
    """What somebody said, by id: without what is nobody's word, because nothing says in whose hand it is."""
    return [(id_, item) for id_, item in entities(stored, root) if _said_by(model, item) is not None]


def ordered(model: type[Whole], stored: Stored, root: str) -> tuple[Whole, ...]:
    """The things of this root that need no look of their own, in their order."""
    found = said(model, stored, root) if "by" in model.model_fields else entities(stored, root)
    return in_order([read_thing(model, id_, item) for id_, item in found])


def in_order(things: list[Whole]) -> tuple[Whole, ...]:
    """By their fractional keys; equal keys go by id. Code points decide: webapp/src/document/order.ts."""
    return tuple(sorted(things, key=lambda thing: (getattr(thing, "order", ""), getattr(thing, "id", ""))))


def read_thing(model: type[Whole], id_: str, stored: Stored) -> Whole:
    """The thing stored under this id, with all fields but its spots and rows; registers not known here come along.

    Nobody says anything in another's name: where a hand wrote `by` that may not, it is whose hand that was.
    """
    found: dict[str, object] = {"id": id_}
    flags: list[str] = []
    if "by" in model.model_fields:
        by = _said_by(model, stored)
        stored = _in_their_hand(model, by, stored) | {"by": [by, by, 0]}
    for name, field in model.model_fields.items():
        how = stored_as(field)
        item = stored.get(name)
        if how == "register":
            found[name] = fitting(_adapter(model, name), value_of(item), field.default)
        elif how == "text":
            found[name] = item if isinstance(item, str) else ""
        elif how == "links":
            found[name] = tuple(sorted(key for key, link in mapping(item).items() if value_of(link) is True))
        elif how == "flags":
            flags.append(f"{name}/")
            said = (key.removeprefix(flags[-1]) for key in stored if key.startswith(flags[-1]))
            on = sorted(code for code in said if value_of(stored[f"{name}/{code}"]) is True)
            found[name] = tuple(code for code in on if fitting(_adapter(model, name), [code], None) is not None)
    unknown = {
        key: fitting(JSON, value_of(item), None)
        for key, item in stored.items()
        if key not in model.model_fields and not key.startswith(tuple(flags)) and to_register(item)
    }
    return model.model_validate(unknown | found)


def _said_by(model: type[Part], stored: Stored) -> object:
    """Whose word it is, as far as the hand that wrote so may say it; None where it is nobody's."""
    adapter, default = _adapter(model, "by"), model.model_fields["by"].default
    written = to_register(stored.get("by"))
    if written is None:
        return _hand_in(model, stored)
    hand, value = fitting(BY, written.by, "both"), fitting(adapter, written.value, None)
    if value is not None and _may_say(hand, value, stored):
        return value
    # The owner writes another's name on a copy alone. Whoever takes that mark off makes nothing the owner's.
    is_of_a_copy = hand == OWNER and value not in (None, "both")
    return None if is_of_a_copy else fitting(adapter, hand, default)


def _hand_in(model: type[Part], stored: Stored) -> By | None:
    """The hand of another than the owner, where nothing says whose word it is.

    So nothing becomes the owner's, or both's, and what the owner is asked to take is not taken.
    """
    if "taken" in model.model_fields:
        return 1 - OWNER
    of_either = frozenset[str]().union(*model.OF_EITHER.values()) if issubclass(model, Voice) else frozenset[str]()
    parts = (to_register(item) for name, item in sorted(stored.items()) if name not in of_either)
    hands = (fitting(BY, part.by, "both") for part in parts if part is not None)
    return next((hand for hand in hands if hand not in (OWNER, "both")), None)


def _may_say(hand: By, by: object, stored: Stored) -> bool:
    """Whether this hand may write what is said by that one: a copy is made by the owner, or by both."""
    is_copy = fitting(TEXT_VALUE, value_of(stored.get("copied")), "") != ""
    return hand in (by, "both") or (hand == OWNER and is_copy)


def _in_their_hand(model: type[Part], by: object, stored: Stored) -> dict[str, object]:
    if not issubclass(model, Voice):
        return dict(stored)

    def is_theirs(name: str, item: object) -> bool:
        register = to_register(item)
        return register is None or name in of_either or _may_say(fitting(BY, register.by, "both"), by, stored)

    of_either = model.OF_EITHER.get("", frozenset())
    own = {name: item for name, item in stored.items() if is_theirs(name, item)}
    of_either |= model.OF_EITHER.get(fitting(TEXT_VALUE, value_of(own.get("kind")), ""), frozenset())
    return {name: item for name, item in stored.items() if is_theirs(name, item)}


@cache
def _adapter(model: type[Part], name: str) -> TypeAdapter[object]:
    annotation = model.model_fields[name].annotation
    return TypeAdapter(object if annotation is None else annotation)
