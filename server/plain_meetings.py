"""When the two meet, as plain text: what is arranged for the next time, and the times before."""

from collections.abc import Callable, Iterator
from typing import Final

from sync.document import Document
from sync.part import By, Whose

_KINDS: Final = {
    "": "we met",
    "chat": "just a chat",
    "map": "the map",
    "plan": "the plan",
    "out": "out and about",
    "stock": "a look at how it is going",
}

Hand = Callable[[By, Document], str]


def arranged(document: Document, hand: Hand) -> Iterator[str]:
    """A line for each thing that was said of the next time."""
    if document.meeting:
        yield f"We meet next: {document.meeting}"
    if document.meeting_place:
        yield f"Where: {document.meeting_place}{_idea(document.meeting_chosen, document, hand)}"
    if document.late:
        yield f"If one of us is late: {document.late}"
    for member, phone in enumerate(document.phones):
        if phone:
            yield f"A number for {hand(member, document)}: {phone}"


def lines(document: Document, hand: Hand) -> Iterator[str]:
    """Under a heading, the oldest first; nothing where none was kept."""
    said = [
        " ".join(
            filter(
                None,
                (
                    f"- {meeting.day} {_KINDS[meeting.kind]}".replace("  ", " "),
                    f"({meeting.where}{_idea(meeting.chosen, document, hand)})" if meeting.where else "",
                    meeting.words and f"We said: {meeting.words}",
                ),
            )
        )
        for meeting in document.meetings
        if not meeting.archived
    ]
    if said:
        yield from ("", "Times we met", *said)


def _idea(whose: Whose, document: Document, hand: Hand) -> str:
    if whose == "":
        return ""
    return f", the idea of {whose if whose == 'someone else' else hand(whose, document)}"
