"""Yjs updates with fixed client ids, written by the headless library, and some that no library writes."""

from collections.abc import Callable
from typing import Final, TypeAlias

from pycrdt import Doc, Map, Text, TransactionEvent

from sync.envelope import By
from sync.roots import ROOTS

Root: TypeAlias = "Map[object]"

REGISTER: Final = b"\x75\x03\x77\x01a\x7d\x00\x7d\x01"  # ["a", 0, 1], as lib0 writes it


class Scribe:
    """One tab of a device: a document under one client id, and each change as an update."""

    def __init__(self, client: int, *before: bytes) -> None:
        self._doc = Doc[Map[object]](client_id=client)
        for update in before:
            self._doc.apply_update(update)

    def write(self, change: Callable[[dict[str, Root]], None]) -> bytes:
        """The update that one change makes; the change is given the root maps by name."""
        found: list[bytes] = []

        def keep(event: TransactionEvent) -> None:
            found.append(event.update)

        roots = {name: self._doc.get(name, type=Map) for name in ROOTS}
        watching = self._doc.observe(keep)
        with self._doc.transaction():
            change(roots)
        self._doc.unobserve(watching)
        return found[0]


def person(name: str, by: By) -> Root:
    """A person as an entity: two registers, a text and links."""
    return Map(
        {"name": [name, by, 1764547200], "died": [False, by, 1764547200], "note": Text("with tea"), "links": Map({})}
    )


def within(root: Root, key: str) -> Root:
    """A map in a map."""
    found = root[key]
    if not isinstance(found, Map):
        raise TypeError(key)
    return found


def set_value(key: str, value: object, root: str = "meta") -> Callable[[dict[str, Root]], None]:
    """A change that writes one value under a key of a root."""

    def change(roots: dict[str, Root]) -> None:
        roots[root][key] = value

    return change


def number(value: int) -> bytes:
    """A number as lib0 writes it."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def text(value: str) -> bytes:
    """Text as lib0 writes it."""
    return number(len(value.encode())) + value.encode()


def by_hand(client: int, clock: int, *structs: bytes, deletes: bytes = b"\0") -> bytes:
    """An update with these structs of one client, and this delete set."""
    block = number(len(structs)) + number(client) + number(clock) + b"".join(structs)
    return (number(1) + block if structs else number(0)) + deletes


def in_root(kind: int, root: str, key: str, content: bytes) -> bytes:
    """An item under a key of a root map."""
    return bytes((kind | 0x20,)) + number(1) + text(root) + text(key) + content


def after(kind: int, client: int, clock: int, content: bytes) -> bytes:
    """An item that stands to the right of another, whose parent and key it takes over."""
    return bytes((kind | 0x80,)) + number(client) + number(clock) + content


def before(kind: int, client: int, clock: int, content: bytes) -> bytes:
    """An item that stands to the left of another."""
    return bytes((kind | 0x40,)) + number(client) + number(clock) + content


def inside(kind: int, client: int, clock: int, key: str, content: bytes) -> bytes:
    """An item under a key of the map that this item holds."""
    return bytes((kind | 0x20,)) + number(0) + number(client) + number(clock) + text(key) + content


def in_list(kind: int, client: int, clock: int, content: bytes) -> bytes:
    """An item in the list, or the text, that this item holds."""
    return bytes((kind,)) + number(0) + number(client) + number(clock) + content


def deleted(client: int, clock: int, length: int) -> bytes:
    """A delete set of one range."""
    return number(1) + number(client) + number(1) + number(clock) + number(length)
