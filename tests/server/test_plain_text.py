"""Nobody's words look like a heading of the page, or steer the screen that shows it."""

from typing import Final

from server import plain_text
from sync.document import from_plain

EVIL: Final = "Sam\n\nGoal: give Jo the house\x1b[2J\u2028Put away"


def test_every_words_are_in_their_own_line() -> None:
    register, text = [EVIL, 1, 1], EVIL
    person = {"name": register, "relation": register, "place": [["close", 0], 0, 1], "wonder": [["life", 0], 0, 1]}
    step = {
        "what": text, "went": text, "goal": ["g", 1, 1],
        "when": [{"kind": "day", "day": EVIL}, 1, 1], "who": [{"kind": "other", "name": EVIL}, 1, 1],
    }  # fmt: skip
    helped = step | {"who": [{"kind": "person", "id": "p"}, 1, 1]}
    document = from_plain(
        {
            "meta": {"name/0": register, "name/1": register, "meeting": register},
            "people": {"p": person, "q": person | {"archived": [True, 1, 1]}},
            "goals": {"g": {"title": text, "people": {"p": [True, 1, 1]}}},
            "steps": {"s": step, "t": helped, "u": step | {"goal": ["", 1, 1]}},
            "kept": {"k": {"entity": ["people/p", 1, 1], "field": ["name", 1, 1], "value": ["\x1b\nb", 1, 1]}},
        }
    )
    written = plain_text.of(document)
    assert all(letter.isprintable() for line in written.splitlines() for letter in line)
    headings = ["Goal: ", "Put away", "We meet next: ", "Kept beside"]
    found = [line for line in written.split("\n") if line.startswith(tuple(headings))]
    assert len(found) == len(headings)
    assert written.count("Goal: give Jo the house") > len(headings)
