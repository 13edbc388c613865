"""measures.json: what can be counted on a map, rounded to six places."""

from dataclasses import asdict
from typing import Final

from sync.document import Document, from_plain
from sync.measures import contact, in_touch, measure, standing, standing_in, turnover
from sync.vectors.seeds import Case, Json

_PLACES: Final = 6


def build() -> Case:
    """The file's content."""
    return {
        "numbers": [
            {"name": f"{ask} of {', '.join(map(str, given))}{why}", "ask": ask, "given": given, "answer": answer}
            for ask, given, answer, why in _numbers()
        ],
        "maps": [
            {
                "name": name,
                "stored": stored,
                "people": rounded(asdict(measure(standing(from_plain(stored))))),
                "everything": rounded(asdict(measure(standing(from_plain(stored)), everything=True))),
                "contact": rounded({way: asdict(said) for way, said in contact(from_plain(stored).people).items()}),
                "in_touch": [in_touch(person) for person in from_plain(stored).people],
                "pictures": [rounded(asdict(measure(standing_in(picture)))) for picture in from_plain(stored).pictures],
            }
            for name, stored in _maps().items()
        ],
        "turnovers": [
            {
                "name": name,
                "before": before,
                "after": after,
                "answer": rounded(asdict(turnover(standing(_of(before)), standing(_of(after))))),
            }
            for name, (before, after) in _turnovers().items()
        ],
    }


def _numbers() -> list[tuple[str, list[Json], float | None, str]]:
    """Out of the definitions, by hand."""
    kinds: Json = [5, 2, 1]
    contexts: Json = [1, 2, 1, 3, 1]
    ten: Json = [3] * 10
    return [
        ("density", [8, 5], 0.178571, ""),
        ("density", [2, 1], 1.0, ""),
        ("density", [2, 0], 0.0, ": asked, and they do not know each other"),
        ("density", [8, None], None, ": not asked is not 0"),
        ("density", [1, 0], None, ""),
        ("density", [0, 0], None, ""),
        ("share", [5, 8], 0.625, ""),
        ("share", [2, 8], 0.25, ""),
        ("share", [3, 8], 0.375, ""),
        ("share", [0, 0], None, ""),
        ("share", [15, 8], 1.875, ": the mean of the rings 3, 3, 2, 2, 2, 1, 1, 1"),
        ("blau", [kinds], 0.53125, ""),
        ("blau", [contexts], 0.75, ""),
        ("blau", [ten], 0.9, ""),
        ("blau", [[4, 4]], 0.5, ""),
        ("blau", [[1]], 0.0, ""),
        ("blau", [[]], None, ""),
        ("blau", [[0, 0]], None, ""),
        ("iqv", [kinds, 3], 0.796875, ""),
        ("iqv", [contexts, 5], 0.9375, ""),
        ("iqv", [contexts, 8], 0.857143, ""),
        ("iqv", [ten, 10], 1.0, ""),
        ("iqv", [[4, 4], 2], 1.0, ""),
        ("iqv", [[4], 1], None, ": one kind has no evenness"),
        ("iqv", [[], 5], None, ""),
        ("entropy", [contexts], 2.155639, ""),
        ("entropy", [[4, 0, 4]], 1.0, ""),
        ("entropy", [[7]], 0.0, ""),
        ("entropy", [[]], None, ""),
        ("ei", [5, 3], 0.25, ""),
        ("ei", [0, 4], -1.0, ""),
        ("ei", [4, 0], 1.0, ""),
        ("ei", [0, 0], None, ""),
    ]


def _maps() -> dict[str, dict[str, Json]]:
    eight = _eight()
    died: Json = {**_person("closest"), "died": [True, 0, 5], "in_person": ["daily", 0, 5]}
    others: dict[str, Json] = {
        "ann": _person("close", service="outside"),
        "cafe": _person("close", kind="place"),
        "swim": _person("life", kind="activity"),
        "help": _person("life", kind="service", service="inside"),
        "rex": _person("closest", kind="animal"),
        "walk": _person("close", kind="missing"),
        "gone": {**_person("close"), "archived": [True, 0, 5]},
    }
    said: dict[str, Json] = {
        "ann": _person("close", in_person="lost touch", by_phone="daily"),
        "bo": _person("close", online="weekly"),
        "cy": _person("life", in_person="lost touch"),
        "di": _person("life", in_person="lost touch", by_phone="lost touch", online="varies"),
        "ed": _person("life"),
        "fay": _person("tray", in_person="daily"),
        "gus": _person("past", in_person="monthly"),
    }
    row: Json = [["close", 0, "person", "outside", False, ["family"], ["bo"]], 0, 5]
    bo: Json = [["life", 0, "person", "linked", False, ["family", "club"], []], 0, 5]
    return {
        "nobody": {},
        "one person": {"people": {"ann": _person("close", contexts=("family",))}},
        "eight people, five of them outside services, and five ties": {
            "people": eight,
            "ties": {f"p{a}/p{b}": ["tie", 0, 5] for a, b in ((1, 2), (1, 3), (2, 3), (4, 5), (6, 7))},
        },
        "eight people, and nobody was asked who knows whom": {"people": eight},
        "ties to who is not counted": {
            "people": {
                "ann": _person("close"),
                "bo": _person("life"),
                "cafe": _person("life", kind="place"),
                "tray": _person("tray"),
            },
            "ties": {"ann/cafe": ["tie", 0, 5], "ann/tray": ["tie", 0, 5]},
        },
        "people only; the rest where it is asked for; someone missing never": {"people": others},
        "in the tray, and to be back in touch with": {
            "people": {"ann": _person("tray"), "bo": _person("tray"), "cy": _person("past"), "di": _person("life")}
        },
        "of two it is not said what they have to do with services": {
            "people": {**eight, "x": _person("life", service="unknown"), "y": _person("life", service="robot")}
        },
        "of nobody it is said": {"people": {"ann": _person("close"), "bo": _person("close")}},
        "someone who has died stands where they stand, and is not asked about": {"people": {"nan": died}},
        "in touch in several ways, in one, in none": {"people": said},
        "a picture": {
            "people": {"ann": _person("tray"), "bo": _person("tray")},
            "pictures": {"p": {"rows": {"ann": row, "bo": bo, "gone": [None, 0, 6]}}, "q": {"rows": {}}},
        },
    }


def _turnovers() -> dict[str, tuple[dict[str, Json], dict[str, Json]]]:
    eight = _eight()
    later = {id_: person for id_, person in eight.items() if id_ not in ("p7", "p8")}
    new: dict[str, Json] = {f"n{at}": _person("life") for at in range(3)}
    ann, bo = _person("close"), _person("life")
    return {
        "six kept, three new, two not shown": ({"people": eight}, {"people": {**later, **new}}),
        "nobody in either": ({}, {}),
        "nobody before": ({}, {"people": {"ann": ann}}),
        "nobody now": ({"people": {"ann": ann}}, {}),
        "the same map": ({"people": {"ann": ann, "bo": bo}}, {"people": {"ann": ann, "bo": bo}}),
        "the same names under other ids are other people": (
            {"people": {"a": {**_person("close"), "name": ["John", 0, 5]}}},
            {"people": {"b": {**_person("close"), "name": ["John", 0, 5]}}},
        ),
        "one closer, one further, one in the tray now, one out of it": (
            {"people": {"ann": ann, "bo": bo, "cy": _person("close"), "di": _person("tray")}},
            {"people": {"ann": bo, "bo": ann, "cy": _person("tray"), "di": _person("closest")}},
        ),
        "to be back in touch with before, and on the map now": (
            {"people": {"ann": _person("past")}},
            {"people": {"ann": _person("life")}},
        ),
        "someone missing then, and somebody now": (
            {"people": {"walk": _person("close", kind="missing")}},
            {"people": {"walk": _person("close")}},
        ),
    }


def _eight() -> dict[str, Json]:
    rings = ("closest", "closest", "close", "close", "close", "life", "life", "life")
    services = ("outside",) * 5 + ("inside",) * 2 + ("linked",)
    contexts = ("family", "friend", "friend", "club", "work", "work", "work", "faith")
    return {
        f"p{at + 1}": _person(ring, service=services[at], contexts=(contexts[at],)) for at, ring in enumerate(rings)
    }


def _person(ring: str, contexts: tuple[str, ...] = (), **said: str) -> dict[str, Json]:
    flags: dict[str, Json] = {f"contexts/{context}": [True, 0, 5] for context in contexts}
    return {"place": [[ring, 0], 0, 5], **flags, **{field: [value, 0, 5] for field, value in said.items()}}


def _of(stored: dict[str, Json]) -> Document:
    return from_plain(stored)


def rounded(found: object) -> Json:
    """Numbers to six places, tuples as lists, keys as text; however deep."""
    if isinstance(found, float):
        return round(found, _PLACES)
    if isinstance(found, dict):
        return {str(key): rounded(part) for key, part in found.items()}
    if isinstance(found, list | tuple):
        return [rounded(part) for part in found]
    if found is None or isinstance(found, bool | int | str):
        return found
    raise TypeError(type(found).__name__)
