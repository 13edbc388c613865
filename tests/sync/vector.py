"""Reading the vector files, typed."""

import json
from dataclasses import dataclass

from sync.encoding import Item
from sync.envelope import By
from tests.sources import ROOT


@dataclass(frozen=True, slots=True)
class Vector:
    """A JSON object of a vector file. Its readers fail when a field is not what it should be."""

    fields: dict[str, object]

    @staticmethod
    def load(name: str) -> "Vector":
        """A whole file."""
        return Vector.of(json.loads((ROOT / "sync" / "vectors" / f"{name}.json").read_text("utf-8")))

    @staticmethod
    def of(found: object) -> "Vector":
        assert isinstance(found, dict)
        return Vector(found)

    @property
    def name(self) -> str:
        return self.text("name")

    @property
    def code(self) -> str | None:
        return self.text("code") if "code" in self.fields else None

    def has(self, key: str) -> bool:
        return self.fields.get(key) is not None

    def text(self, key: str) -> str:
        found = self.fields[key]
        assert isinstance(found, str)
        return found

    def octets(self, key: str) -> bytes:
        return bytes.fromhex(self.text(key))

    def octets_or_none(self, key: str) -> bytes | None:
        return self.octets(key) if self.has(key) else None

    def whole(self, key: str) -> int:
        found = self.fields[key]
        assert isinstance(found, int)
        assert not isinstance(found, bool)
        return found

    def flag(self, key: str) -> bool:
        found = self.fields[key]
        assert isinstance(found, bool)
        return found

    def by(self, key: str = "by") -> By:
        return "both" if self.fields[key] == "both" else self.whole(key)

    def item(self, key: str) -> Item:
        return _item(self.fields[key])

    def part(self, key: str) -> "Vector":
        return Vector.of(self.fields[key])

    def parts(self, key: str) -> "list[Vector]":
        return [Vector.of(part) for part in self.listed(key)]

    def listed(self, key: str) -> list[object]:
        found = self.fields[key]
        assert isinstance(found, list)
        return found

    def octets_list(self, key: str) -> tuple[bytes, ...]:
        return tuple(bytes.fromhex(str(part)) for part in self.listed(key))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(part) for part in self.listed(key))

    def wholes(self, key: str) -> tuple[int, ...]:
        return tuple(int(str(part)) for part in self.listed(key))


def cases(file: str, *lists: str) -> "list[Vector]":
    """The cases of some lists of a file."""
    return [case for name in lists for case in Vector.load(file).parts(name)]


def by_name(case: Vector) -> str:
    """A test's name."""
    return case.name


def _item(found: object) -> Item:
    if isinstance(found, list):
        return tuple(_item(part) for part in found)
    if isinstance(found, dict):
        return bytes.fromhex(str(found["hex"]))
    assert found is None or isinstance(found, bool | int | str)
    return found
