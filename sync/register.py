"""One value that is written whole: `[value, by, at]`. `at` is in unix seconds, for display only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Stored = Mapping[str, object]
NOTHING: Final[Stored] = {}
DEEPEST: Final = 16  # no value that anybody writes is nested nearly so deep; what is deeper reads as nothing


@dataclass(frozen=True, slots=True)
class Register:
    """What was stored, not yet looked at: each part may be of any kind."""

    value: object
    by: object
    at: object


def to_register(item: object) -> Register | None:
    """The register that `item` is, or None when something else is stored there."""
    if not isinstance(item, list | tuple) or len(item) < 3:
        return None
    return Register(_whole(item[0], DEEPEST), _whole(item[1], DEEPEST), _whole(item[2], DEEPEST))


def value_of(item: object) -> object:
    """The value of the register that `item` is; None when it is none."""
    register = to_register(item)
    return register.value if register else None


def mapping(item: object) -> Stored:
    """The map that `item` is; an empty one when it is none."""
    return item if isinstance(item, dict) else NOTHING


def is_same(one: object, other: object) -> bool:
    """Whether two values are equal, however deep; yes is never the same as 1."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(part, other[key]) for key, part in one.items())
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _whole(item: object, depth: int) -> object:
    """The item with whole numbers as integers: a reader of Yjs gives floats."""
    if isinstance(item, float) and item.is_integer():
        return int(item)
    if not isinstance(item, list | tuple | dict):
        return item
    if depth == 0:
        return None
    if isinstance(item, dict):
        return {key: _whole(part, depth - 1) for key, part in item.items()}
    return [_whole(part, depth - 1) for part in item]
