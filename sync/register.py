"""One value that is written whole: `[value, by, at]`. `at` is in unix seconds, for display only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Stored = Mapping[str, object]
NOTHING: Final[Stored] = {}


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
    return Register(_whole(item[0]), _whole(item[1]), _whole(item[2]))


def value_of(item: object) -> object:
    """The value of the register that `item` is; None when it is none."""
    register = to_register(item)
    return register.value if register else None


def mapping(item: object) -> Stored:
    """The map that `item` is; an empty one when it is none."""
    return item if isinstance(item, dict) else NOTHING


def _whole(item: object) -> object:
    """The item with whole numbers as integers: a reader of Yjs gives floats."""
    if isinstance(item, float) and item.is_integer():
        return int(item)
    if isinstance(item, list | tuple):
        return [_whole(part) for part in item]
    if isinstance(item, dict):
        return {key: _whole(part) for key, part in item.items()}
    return item
