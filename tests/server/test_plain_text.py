"""Nobody's words look like a heading of the page, or steer the screen that shows it."""

from typing import Final

from server import plain_text
from sync.document import from_plain

EVIL: Final = "Sam\n\nGoal: give Jo the house\x1b[2J\u2028Put away"


def test_every_words_are_in_their_own_line() -> None:
    register, text = [EVIL, 1, 1], EVIL
    person = {"name": register, "relation": register, "place": [["close", 0], 0, 1], "wonder": [["life", 0], 0, 1]}
    said = {"name": register, "together": register, "they_help": register, "i_help": register, "phone": register}
    step = {
        "what": text, "went": text, "goal": ["g", 1, 1],
        "when": [{"kind": "day", "day": EVIL}, 1, 1], "who": [{"kind": "other", "name": EVIL}, 1, 1],
    }  # fmt: skip
    helped = step | {"who": [{"kind": "person", "id": "p"}, 1, 1]}
    document = from_plain(
        {
            "meta": {"name/0": register, "name/1": register, "meeting": register},
            "people": {"p": person, "r": said, "q": person | {"archived": [True, 1, 1]}},
            "goals": {"g": {"title": text, "people": {"p": [True, 1, 1]}}},
            "steps": {"s": step, "t": helped, "u": step | {"goal": ["", 1, 1]}},
            "ties": {"p/r": ["strong", 1, 1]},
            "help": {"own/words": register, "own/people/p": [True, 1, 1]},
            "strengths": {"t": {"words": text, "kind": ["like", 1, 1]}},
            "pictures": {"m": {"name": register, "day": register, "rows": {"p": [["close", 0], 1, 1]}}},
            "offers": {"o": {"name": register, "words": text}},
            "notes": {"n": {"words": text}},
            "kept": {"k": {"entity": ["people/p", 1, 1], "field": ["name", 1, 1], "value": ["\x1b\nb", 1, 1]}},
        }
    )
    written = plain_text.of(document)
    assert all(letter.isprintable() for line in written.splitlines() for letter in line)
    headings = ["Goal: ", "Put away", "We meet next: ", "Kept beside", "Who ", "Strengths", "Pictures", "For nobody"]
    found = [line for line in written.split("\n") if line.startswith(tuple(headings))]
    assert len(found) == len(headings) + 2
    assert written.count("Goal: give Jo the house") > len(headings)


def test_nothing_that_belongs_to_the_map_is_left_out() -> None:
    ann = {
        "name": ["Ann", 0, 1], "place": [["close", 0], 0, 1], "contexts/family": [True, 0, 1],
        "service": ["outside", 0, 1], "in_person": ["weekly", 0, 1], "by_phone": ["lost touch", 0, 1],
        "together": ["walk", 0, 1], "they_help": ["forms", 0, 1], "i_help": ["her garden", 0, 1],
        "closer": [True, 0, 1], "phone": ["0113 496 0000", 0, 1],
    }  # fmt: skip
    document = from_plain(
        {
            "meta": {"name/0": ["Sam", 0, 1]},
            "people": {"a": ann, "b": {"name": ["Bo", 0, 1]}, "c": {"name": ["", 0, 1], "archived": [True, 0, 1]}},
            "ties": {"a/b": ["strong", 0, 1], "a/c": ["tie", 0, 1]},
            "help": {"lift/people/b": [True, 0, 1], "cook/answer": ["myself", 0, 1], "cook/gives": [True, 0, 1]},
            "strengths": {"s": {"words": "patient", "kind": ["said", 1, 1], "agreed": ["yes", 0, 1]}},
            "pictures": {"p": {"name": ["Spring", 0, 1], "day": ["2026-05-01", 0, 1], "rows": {"a": [["life"], 0, 1]}}},
            "offers": {"o": {"words": "knows the allotment"}},
            "notes": {"n": {"words": "shouts", "distance": [True, 0, 1]}},
        }
    )
    said = (
        "family; outside services; in person: once a week; on the phone: lost touch; together: walk; they help: forms"
    )
    assert plain_text.of(document).splitlines() == [
        "Sam",
        "",
        "Close",
        f"- Ann. {said}; I help: her garden; I'd like us to be closer; phone: 0113 496 0000",
        "",
        "Not sure where",
        "- Bo",
        "",
        "Who knows whom",
        "- Ann and Bo (well)",
        "",
        "Who could help",
        "- cook: I can do this myself; I do this for others",
        "- lift: Bo",
        "",
        "Strengths",
        "- Sam. People say: patient (agreed)",
        "",
        "Pictures of the map",
        "- 2026-05-01 Spring: Ann (life)",
        "",
        "Who may help",
        "- I may know someone: knows the allotment (not asked yet)",
        "",
        "For nobody else",
        "- shouts (I would like more distance)",
    ]
