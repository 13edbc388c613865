"""What belongs to the map, as plain text: details, ties, help, strengths, pictures, photographs, offers, notes."""

from collections.abc import Iterator
from typing import Final

from sync.document import Document
from sync.person import Person
from sync.situation import Situation
from sync.strength import Strength

_SERVICES: Final = {"outside": "outside services", "inside": "inside a service", "linked": "linked to a service"}
_OFTEN: Final = {
    "daily": "every day",
    "few a week": "a few times a week",
    "weekly": "once a week",
    "few a month": "a few times a month",
    "monthly": "once a month",
    "less": "less often",
    "lost touch": "lost touch",
    "varies": "it varies",
}
_KINDS: Final = {"like": "Likes", "good at": "Good at", "said": "People say", "bring": "Brings"}
_ANSWERS: Final = {"nobody": "nobody yet", "rather not": "I'd rather not ask", "myself": "I can do this myself"}
_ASKED: Final = {"not yet": " (not asked yet)", "yes": "", "no": " (would rather not be named)"}


def details(person: Person) -> str:
    """What was said about somebody beside their name; nothing where nothing was."""
    often = (("in person", person.in_person), ("on the phone", person.by_phone), ("online", person.online))
    said = [
        ", ".join(person.contexts),
        _SERVICES.get(person.service, ""),
        *(f"{how}: {_OFTEN[rate]}" for how, rate in often if rate in _OFTEN),
        person.together and f"together: {person.together}",
        person.they_help and f"they help: {person.they_help}",
        person.i_help and f"I help: {person.i_help}",
        "I'd like us to be closer" if person.closer else "",
        person.phone and f"phone: {person.phone}",
    ]
    return "; ".join(filter(None, said))


def lines(document: Document) -> Iterator[str]:
    """Each part under its heading; a part of which nothing was said has none. Words may have any letter in them."""
    names = {person.id: person.name or "somebody" for person in document.people if not person.archived}
    parts = {
        "Who knows whom": _ties(document, names),
        "Who could help": [_help(situation, names) for situation in document.help if not situation.away],
        "Strengths": [_strength(strength, document) for strength in document.strengths if not strength.archived],
        "Pictures of the map": list(_pictures(document, names)),
        "Maps on paper": [
            f"- {' '.join(filter(None, (photograph.day, photograph.name, photograph.words)))}"
            for photograph in document.photographs
            if not photograph.archived
        ],
        "Who may help": [
            f"- {offer.name or 'I may know someone'}{': ' if offer.words else ''}{offer.words}{_ASKED[offer.asked]}"
            for offer in document.offers
            if not offer.archived
        ],
        "For nobody else": [
            f"- {note.words}{' (I would like more distance)' if note.distance else ''}"
            for note in document.notes
            if not note.archived
        ],
    }
    for title, said in parts.items():
        if said:
            yield from ("", title, *said)


def _ties(document: Document, names: dict[str, str]) -> list[str]:
    return [
        f"- {names[tie.a]} and {names[tie.b]}{' (well)' if tie.strength == 'strong' else ''}"
        for tie in document.ties
        if tie.a in names and tie.b in names
    ]


def _help(situation: Situation, names: dict[str, str]) -> str:
    faces = ", ".join(names[id_] for id_ in situation.people if id_ in names)
    said = [faces, _ANSWERS.get(situation.answer, ""), "I do this for others" if situation.gives else ""]
    return f"- {situation.words or situation.id}: {'; '.join(filter(None, said))}"


def _strength(strength: Strength, document: Document) -> str:
    whose = document.names[strength.about] if strength.about < len(document.names) else ""
    answer = {"yes": " (agreed)", "no": " (not agreed)", "": ""}[strength.agreed]
    return f"- {whose or f'person {strength.about + 1}'}. {_KINDS[strength.kind]}: {strength.words}{answer}"


def _pictures(document: Document, names: dict[str, str]) -> Iterator[str]:
    for picture in document.pictures:
        if not picture.archived:
            shown = ", ".join(f"{names.get(row.id, 'somebody')} ({row.ring})" for row in picture.rows)
            yield f"- {picture.day} {picture.name}: {shown}"
