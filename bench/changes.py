"""What the relays carry: a person's registers rewritten again and again, as Yjs updates of about 200 bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import shake_128
from typing import Final

from pycrdt import Doc, Map, TransactionEvent

FIELDS: Final = 40
VALUE_BYTES: Final = 76


@dataclass(frozen=True, slots=True)
class Change:
    """One update, and the words inside it that no other has."""

    update: bytes
    value: bytes


def changes(author: int, count: int) -> list[Change]:
    """What one hand writes, in order: each update builds on the one before."""
    made: list[bytes] = []
    document: Doc[Map[object]] = Doc(client_id=1_000 + author)
    registers = document.get("people", type=Map)

    def keep(event: TransactionEvent) -> None:
        made.append(event.update)

    observed = document.observe(keep)
    values = list(_values(author, count))
    for index, value in enumerate(values):
        registers[f"{author}/{index % FIELDS}"] = [value, author % 2, 1_700_000_000 + index]
    document.unobserve(observed)
    return [Change(update, value.encode()) for update, value in zip(made, values, strict=True)]


def _values(author: int, count: int) -> Iterator[str]:
    for index in range(count):
        yield shake_128(f"{author}/{index}".encode()).hexdigest(VALUE_BYTES)
