"""What a decoded item must look like. Each function gives the item back, typed, or raises Malformed."""

from itertools import pairwise

from sync.encoding import MAX_WHOLE, Item
from sync.errors import Malformed


def array(item: Item, size: int | None = None) -> tuple[Item, ...]:
    """An array, of exactly `size` items if that is given."""
    if not isinstance(item, (list, tuple)) or (size is not None and len(item) != size):
        raise Malformed("not the array that was expected")
    return tuple(item)


def whole(item: Item, low: int = 0, high: int = MAX_WHOLE) -> int:
    """A whole number between `low` and `high`, both included."""
    if isinstance(item, bool) or not isinstance(item, int) or not low <= item <= high:
        raise Malformed("not the number that was expected")
    return item


def octets(item: Item, size: int | None = None) -> bytes:
    """Bytes, of exactly `size` if that is given."""
    if not isinstance(item, bytes) or (size is not None and len(item) != size):
        raise Malformed("not the bytes that were expected")
    return item


def octets_or_none(item: Item, size: int | None = None) -> bytes | None:
    """Bytes as `octets` has them, or null."""
    return None if item is None else octets(item, size)


def text(item: Item) -> str:
    """Text."""
    if not isinstance(item, str):
        raise Malformed("not the text that was expected")
    return item


def flag(item: Item) -> bool:
    """True or false."""
    if not isinstance(item, bool):
        raise Malformed("not the yes or no that was expected")
    return item


def ascending(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers in rising order, none of them twice."""
    if any(left >= right for left, right in pairwise(numbers)):
        raise Malformed("not in rising order")
    return numbers
