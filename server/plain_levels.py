"""By what the two would know how far a goal has come, as plain text: as they write it, and each agreed wording."""

from collections.abc import Iterator
from typing import Final

from sync.answer import Answer
from sync.document import Document
from sync.yardstick import Aim, Yardstick

_STARTS: Final = {"": "", "much less": "a lot less", "less": "a bit less", "expected": "so already"}
_MATTERS: Final = {
    "": "",
    "none": "not so much",
    "some": "it matters",
    "much": "a lot",
    "most": "more than most things",
}
_HARD: Final = {"": "", "none": "not hard", "some": "a bit hard", "much": "hard", "most": "very hard"}


def lines(goal: str, document: Document) -> Iterator[str]:
    """What was said of this goal, by id; nothing where nothing was."""
    for yardstick in document.yardsticks:
        if yardstick.goal == goal and not yardstick.archived:
            said = {
                **_levels(yardstick),
                "where it is now": _STARTS[yardstick.start],
                "by when": yardstick.by_day,
                "how much it matters": _MATTERS[yardstick.importance],
                "how hard it is": _HARD[yardstick.difficulty],
            }
            yield f"- How we would know. {_joined(said)}"
    for aim in document.aims:
        if aim.goal == goal and not aim.archived:
            began = {"where it began": _STARTS[aim.start], "by when": aim.by_day, "what had changed": aim.why}
            yield f"- Agreed{' before' if aim.replaced else ''} on {aim.day}. {_joined({**_levels(aim), **began})}"


def of(answer: Answer, document: Document) -> str:
    """The words that this is said of; nothing where it is not said of any."""
    hoped = (aim.hoped for aim in document.aims if answer.beside == f"aims/{aim.id}")
    return "".join(f" (hoped: {words})" for words in hoped)


def _levels(worded: Yardstick | Aim) -> dict[str, str]:
    return {
        "a lot more": worded.much_better,
        "a bit more": worded.better,
        "as hoped": worded.hoped,
        "a bit less": worded.less,
        "a lot less": worded.much_less,
    }


def _joined(said: dict[str, str]) -> str:
    return "; ".join(f"{what}: {words}" for what, words in said.items() if words)
