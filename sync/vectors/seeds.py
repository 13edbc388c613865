"""What vectors are made of: fixed seeds in place of randomness, and JSON in place of bytes."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeAlias

from sync.encoding import Item
from sync.keys import DeviceKeys, Randomness

Json: TypeAlias = "bool | float | str | Sequence[Json] | dict[str, Json] | None"
Case: TypeAlias = dict[str, Json]


def seed(name: str, size: int = 32) -> bytes:
    """Bytes that are always the same for a name."""
    found = b""
    while len(found) < size:
        found += sha256(f"kith vectors: {name}: {len(found)}".encode()).digest()
    return found[:size]


def randomness(name: str) -> Randomness:
    """A source that gives the same bytes every time it is made anew."""
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return seed(f"{name} {count}", size)

    return draw


def device(name: str) -> DeviceKeys:
    """The device of this name."""
    return DeviceKeys.from_seeds(seed(f"{name} signs"), seed(f"{name} opens"))


def as_json(item: Item) -> Json:
    """An item of the encoding as the JSON of README.md."""
    if isinstance(item, bytes):
        return {"hex": item.hex()}
    if isinstance(item, (list, tuple)):
        return [as_json(part) for part in item]
    if item is None or isinstance(item, (bool, int, str)):
        return item
    raise TypeError(type(item).__name__)


def hexed(parts: Sequence[bytes]) -> Json:
    """A list of bytes as a list of hex."""
    return [part.hex() for part in parts]
