"""Whatever stands in the document, also what no device would take, the rest of it is read."""

import json
from collections.abc import Callable

import pytest
from pycrdt import Array, Map, Text, XmlFragment

from server.headless_document import HeadlessDocument
from sync.vectors.scribe import Scribe

JO = 1


def nested(depth: int) -> Map[object]:
    return Map({"more": nested(depth - 1)} if depth else {})


STRANGE: dict[str, Callable[[], object]] = {
    "a kind of type that is not ours": XmlFragment,
    "one inside an entity": lambda: Map({"name": ["Ann", JO, 1], "zz": XmlFragment()}),
    "one inside a list": lambda: Map({"zz": Array([XmlFragment()])}),
    "bytes in a field that is not known": lambda: Map({"zz": [b"\xff\xfe", JO, 1]}),
    "a number that is none": lambda: Map({"zz": [float("nan"), JO, 1]}),
    "a text where an entity should be": lambda: Text("Ann"),
    "maps in maps": lambda: nested(40),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_strange_keeps_nobody_from_reading_the_rest(name: str) -> None:
    scribe = Scribe(77)
    updates = [
        scribe.write(lambda roots: roots["people"].__setitem__("bob", Map({"name": ["Bob", JO, 1]}))),
        scribe.write(lambda roots: roots["people"].__setitem__("ann", STRANGE[name]())),
    ]
    read = HeadlessDocument(5, updates).read()
    assert next(person.name for person in read.people if person.id == "bob") == "Bob"
    assert "Bob" in json.dumps(read.model_dump(mode="json", by_alias=True), allow_nan=False)
