"""Python passes the vectors of documents: written today, each reads as it did. TypeScript: documents.test.ts."""

import pytest

from server.headless_document import HeadlessDocument
from sync.document import from_plain
from tests.sync.vector import Vector, by_name, cases


@pytest.mark.parametrize("case", cases("documents", "cases"), ids=by_name)
def test_reading(case: Vector) -> None:
    read = from_plain(case.part("stored").fields)
    assert read.model_dump(mode="json", by_alias=True) == case.fields["read"]


def test_what_python_writes_it_reads() -> None:
    document = HeadlessDocument(5)
    document.add("people", "ann", {"name": "Ann"}, 0)
    document.add("people", "bo", {"name": "Bo"}, 0)
    document.add("pictures", "p", {"name": "Spring"}, 0)
    document.set("people/ann", "contexts/family", True, 1)
    document.set("ties", "ann/bo", "strong", 0)
    document.set("help", "lift/people/bo", True, 0)
    document.set("pictures/p", "rows/ann", ["close", 5, "person", "outside", False, [], ["bo"]], 0)
    read = document.read()
    assert read.people[0].contexts == ("family",)
    assert [(tie.a, tie.b, tie.strength) for tie in read.ties] == [("ann", "bo", "strong")]
    assert read.help[0].people == ("bo",)
    assert read.pictures[0].rows[0].ties == ("bo",)


def test_nothing_that_somebody_stores_keeps_the_rest_from_being_read() -> None:
    deep: object = 1
    for _ in range(2000):
        deep = [deep]
    odd: list[object] = [deep, deep, deep]
    stored: dict[str, object] = {
        "meta": {"meeting": odd, "schema": odd},
        "people": {"ann": {"name": odd, "place": odd, "later": odd}, "bo": {"name": ["Bo", 0, 5]}},
        "kept": {"a": {"entity": ["people/ann", 0, 5], "field": ["name", 0, 5], "value": odd}},
        "pictures": {"p": {"rows": {"ann": odd}}},
        "ties": {"ann/bo": odd},
        "help": {"lift/words": odd},
    }
    assert from_plain(stored).people[1].name == "Bo"
