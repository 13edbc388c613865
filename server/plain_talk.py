"""What the two said, each for themselves, as plain text: sayings, feelings, answers."""

from collections.abc import Iterator
from typing import Final

from server import plain_levels
from sync.answer import Answer
from sync.document import Document
from sync.saying import Saying

_KINDS: Final = {
    "thought": "first thought",
    "hope": "hopes",
    "worry": "worries",
    "easier": "would make it easier",
    "together": "how we work together",
    "sign": "a sign that it helps",
    "heard": "what I heard",
    "works": "works",
    "not yet": "not yet",
    "stopped": "what stopped it",
    "helped": "what helped",
}
_QUESTIONS: Final = {
    "go on": "Shall we go on?",
    "questions": "Were these the right questions?",
    "helpful": "Was this a helpful talk?",
    "know": "How will we know that it helps?",
    "goal": "What about this goal?",
    "level": "How far has it come?",
    "sign": "What do you notice?",
    "look back": "Shall we look back on what you said?",
}
_SIGNS: Final = {
    "signs/sure": "more sure of things",
    "signs/lead": "taking the lead",
    "signs/ahead": "talking of what comes next",
    "signs/ease": "more at ease, you can see it",
    "signs/help": "asking for other help, or for less",
}
_TOPICS: Final = {
    "": "",
    "chances": "chances to try it",
    "time": "time",
    "backing": "others being for it",
    "means": "money and things",
    "ideas": "new ideas",
}
_NATURES: Final = {"": "", "structural": "how the work is set up", "skill": "something to learn", "other": ""}
_AGREED: Final = {"": "", "yes": " (that is right)", "no": " (not quite)"}


def lines(document: Document) -> Iterator[str]:
    """Each part under its heading, each line with whose it is; a part of which nothing was said has none."""
    parts = {
        "What we said": [
            f"- {_whose(saying.by, document)}, {_KINDS[saying.kind]}: {saying.words}{_AGREED[saying.agreed]}"
            f"{_about(saying)}{_through(saying.through)}"
            for saying in document.sayings
            if not saying.archived
        ],
        "How we felt": [
            f"- {feeling.day} {_whose(feeling.by, document)}: "
            f"{'; '.join(filter(None, (*feeling.feels, feeling.words)))}"
            f"{_through(feeling.through)}"
            for feeling in document.feelings
            if not feeling.archived
        ],
        "What we answered": [
            f"- {answer.day} {_whose(answer.by, document)}. {_QUESTIONS[answer.question]} "
            f"{'; '.join(filter(None, (answer.said, *answer.rooms, answer.words, _again(answer.again))))}"
            f"{plain_levels.of(answer, document)}{_sign(answer, document)}{_through(answer.through)}"
            for answer in document.answers
            if not answer.archived
        ],
    }
    for title, said in parts.items():
        if said:
            yield from ("", title, *said)


def away(document: Document) -> Iterator[str]:
    """What was put away, in its words."""
    yield from (saying.words for saying in document.sayings if saying.archived and saying.words)
    yield from (f"{feeling.day} {feeling.words}".strip() for feeling in document.feelings if feeling.archived)
    yield from (f"{answer.day} {answer.words}".strip() for answer in document.answers if answer.archived)


def _whose(by: int, document: Document) -> str:
    name = document.names[by] if by < len(document.names) else ""
    return name or f"person {by + 1}"


def _about(saying: Saying) -> str:
    said = "; ".join(filter(None, (_TOPICS[saying.topic], _NATURES[saying.nature])))
    return f" ({said})" if said else ""


def _sign(answer: Answer, document: Document) -> str:
    """Which sign it is that somebody notices."""
    if answer.question != "sign":
        return ""
    own = {f"sayings/{saying.id}": saying.words for saying in document.sayings}
    said = _SIGNS.get(answer.beside) or own.get(answer.beside, "")
    return f" ({said})" if said else ""


def _through(who: str) -> str:
    return f" (read or written by {who})" if who else ""


def _again(day: str) -> str:
    return f"ask again from {day}" if day else ""
