"""What two people share as plain text: for somebody who has a file and no app."""

from collections.abc import Iterator
from typing import Final

from server import plain_beside, plain_levels, plain_map, plain_meetings, plain_talk
from sync.document import Document
from sync.jar import Wish
from sync.part import OWNER, By
from sync.person import Person
from sync.plan import Goal, Step, WhenDay, WhenNext, WhoBoth, WhoMember, WhoOther, WhoPerson

_RINGS: Final = {
    "closest": "Closest",
    "close": "Close",
    "life": "In my life",
    "tray": "Not sure where",
    "past": "Back in touch with",
}
_GOALS: Final = {"open": "", "resting": " (resting)", "done": " (done)", "let go": " (let go)"}
_STATES: Final = {"open": "", "done": " (done)", "let go": " (let go)"}


def of(document: Document) -> str:
    """The map, the plan, and what is kept beside them. What was put away stands last."""
    return "\n".join(map(_one_line, _lines(document))) + "\n"


def _lines(document: Document) -> Iterator[str]:
    names = {person.id: _one_line(person.name) for person in document.people}
    yield " and ".join(filter(None, map(_one_line, document.names))) or "Two people"
    if document.resting:
        yield f"Having a rest since {document.resting}"
    yield from plain_meetings.arranged(document, _hand)
    yield from _map([person for person in document.people if not person.archived], document)
    yield from plain_map.lines(document)
    yield from plain_meetings.lines(document, _hand)
    yield from plain_talk.lines(document)
    steps = [step for step in document.steps if not step.archived]
    goals = [goal for goal in document.goals if not goal.archived]
    wishes = [wish for wish in document.wishes if not wish.archived]
    if wishes:
        yield from ("", "Wishes", *(_wish(wish, names, document) for wish in wishes))
    for goal in goals:
        yield from ("", f"Goal: {goal.title}{_GOALS[goal.state]}{_waits(goal, document)}{_with(goal.people, names)}")
        yield from plain_levels.lines(goal.id, document)
        yield from (_step(step, names, document) for step in steps if step.goal == goal.id)
    known = {goal.id for goal in goals}
    others = [step for step in steps if step.goal not in known]
    if others:
        yield from ("", "Other steps", *(_step(step, names, document) for step in others))
    yield from plain_beside.lines(document, _hand)
    if document.kept:
        yield from ("", "Kept beside, because two people wrote at once")
        yield from (f"- {_hand(note.by, document)}: {note.value}" for note in document.kept)
    away = [
        *(person.name for person in document.people if person.archived and person.name),
        *(strength.words for strength in document.strengths if strength.archived and strength.words),
        *plain_talk.away(document),
        *(meeting.words or meeting.day for meeting in document.meetings if meeting.archived),
        *(picture.name or picture.day for picture in document.pictures if picture.archived),
        *(one.name or one.day for one in document.photographs if one.archived),
        *(offer.name or offer.words for offer in document.offers if offer.archived),
        *(note.words for note in document.notes if note.archived),
        *(wish.words for wish in document.wishes if wish.archived),
        *(goal.title for goal in document.goals if goal.archived),
        *(step.what for step in document.steps if step.archived),
        *plain_beside.away(document),
    ]
    if away:
        yield from ("", "Put away", *(f"- {each}" for each in away))


def _map(people: list[Person], document: Document) -> Iterator[str]:
    for ring, title in _RINGS.items():
        here = [person for person in people if person.place.ring == ring]
        if here:
            yield from ("", title)
            yield from (f"- {_person(person, document)}" for person in here)


def _person(person: Person, document: Document) -> str:
    said = _one_line(person.name) or "Somebody"
    if person.relation:
        said += f", {person.relation}"
    if person.died:
        said += " (has died)"
    if details := plain_map.details(person):
        said += f". {details}"
    if person.wonder:
        said += f" ({_hand(person.wonder.by, document)} wonders: {_RINGS[person.wonder.ring].lower()}?)"
    return said


def _step(step: Step, names: dict[str, str], document: Document) -> str:
    said = f"- {step.what}{_STATES[step.done]}"
    match step.who:
        case WhoBoth():
            said += f". Who: {_hand('both', document)}"
        case WhoMember(member=member):
            said += f". Who: {_hand(member, document)}"
        case WhoPerson(id=id_):
            said += f". Who: {names.get(id_) or 'somebody'}"
        case WhoOther(name=name) if name:
            said += f". Who: {name}"
        case _:
            pass
    match step.when:
        case WhenNext():
            said += ". When: next time"
        case WhenDay(day=day) if day:
            said += f". When: {day}"
        case _:
            pass
    return said + (f". How it went: {step.went}" if step.went else "")


def _wish(wish: Wish, names: dict[str, str], document: Document) -> str:
    said = f"- {wish.words}{_with(wish.people, names)}{_waits(wish, document)}"
    if wish.guess:
        said += f" (a guess of {_hand(wish.by, document)})"
    said += " (not any more)" if wish.over else ""
    return said + (f". What was seen: {wish.seen}" if wish.seen else "")


def _waits(thing: Goal | Wish, document: Document) -> str:
    if thing.taken == "no":
        return " (not for now)"
    is_theirs = thing.by in (OWNER, "both")
    return "" if is_theirs or thing.taken == "yes" else f" ({_hand(thing.by, document)} suggests)"


def _with(people: tuple[str, ...], names: dict[str, str]) -> str:
    could_help = [names[id_] for id_ in people if names.get(id_)]
    return f" (with {', '.join(could_help)})" if could_help else ""


def _hand(by: By, document: Document) -> str:
    if by == "both":
        return "both"
    name = document.names[by] if 0 <= by < len(document.names) else ""
    return _one_line(name) or f"person {by + 1}"


def _one_line(words: str) -> str:
    """So that nobody's words can look like a heading of this page, or steer the screen that shows them."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
