"""A whole made-up map of forty, and how two people put it on a tablet: a finger, letters, and nothing else.

Nobody here exists. It is Sam's map: a small family, one good friend, a street, a few places that know a face, one club,
two services, a dog.
"""

import re
from itertools import groupby
from typing import Final, NamedTuple

from playwright.sync_api import Locator, expect

from e2e.people import Person
from e2e.somebody import PLACES

RELATION: Final = re.compile(r"^(?:Who|What) is .+ to you\?$")
LIKENESS: Final = "What kind, and a picture"
CONNECTION: Final = "What kind of connection"
TOGETHER: Final = "What you do together, and help with"


class Connection(NamedTuple):
    """One of the forty, where they are put when they are added."""

    name: str
    ring: str
    kind: str = "Person"


class Said(NamedTuple):
    """What is said of one of them in their sheet; what is empty is left out, as people do."""

    name: str
    relation: str = ""
    face: str = ""
    contexts: tuple[str, ...] = ()
    together: str = ""


CONNECTIONS: Final = (
    *(Connection(name, "closest") for name in ("Mum", "Dionne", "Nan Pearl", "Tariq")),
    Connection("Pepper", "closest", "Animal"),
    *(Connection(name, "close") for name in ("Uncle Winston", "Layla", "Big Steve", "Agnieszka", "Jermaine")),
    *(Connection(name, "close") for name in ("Mrs Chowdhury", "Owen")),
    Connection("Bluebird café", "close", "Place"),
    Connection("Allotment", "close", "Place"),
    Connection("Five-a-side", "close", "Activity"),
    *(Connection(name, "life") for name in ("Gwen next door", "Femi", "Marek", "Auntie Joy", "Col", "Sunita")),
    *(Connection(name, "life") for name in ("Mr Papadakis", "Ruth", "Bilal", "Hamza", "Tess")),
    *(Connection(name, "life", "Place") for name in ("Library", "St Mark’s", "Market", "Baths")),
    *(Connection(name, "life", "Activity") for name in ("Repair café", "Long walks", "Guitar")),
    *(Connection(name, "life", "Service") for name in ("Dr Lim", "Housing team", "Job club")),
    *(Connection(name, "tray") for name in ("Lorna", "Chess")),
    *(Connection(name, "tray") for name in ("Danny", "Miss Abara")),  # these two go to "back in touch, one day"
)

BACK_IN_TOUCH: Final = ("Danny", "Miss Abara")

CLOSER: Final = {"Owen": "closest", "Femi": "close"}  # moved when they had been talked about

SAID: Final = (
    Said("Dionne", "my sister", "👩🏿‍🦱", ("Family",), "Sunday dinner"),
    Said("Nan Pearl", "mum’s mum", "👵"),
    Said("Tariq", "from school", "👳🏽", ("Friend",)),
    Said("Pepper", "", "🐕"),
    Said("Gwen next door", "has our spare key", "", ("Neighbour",)),
    Said("Bluebird café", "they know my order", "☕️"),
    Said("Housing team", "ask for Maureen"),
)

DIED: Final = "Nan Pearl"

TIES: Final = (
    ("Mum", ("Dionne", "Nan Pearl", "Uncle Winston")),
    ("Dionne", ("Nan Pearl", "Pepper")),
    ("Tariq", ("Owen", "Layla", "Hamza")),
    ("Owen", ("Five-a-side",)),
    ("Gwen next door", ("Mrs Chowdhury", "Allotment")),
    ("Femi", ("Guitar",)),
)


def heard_of(name: str) -> str:
    """What the finished map says of one of the forty to whoever hears it."""
    added = next(one for one in CONNECTIONS if one.name == name)
    ring = "past" if name in BACK_IN_TOUCH else CLOSER.get(name, added.ring)
    relation = next((said.relation for said in SAID if said.name == name), "")
    died = "Has died" if name == DIED else ""
    parts = [f"{name}, {added.kind.lower()}", PLACES[ring], relation, died, knows(name)]
    return ". ".join(part for part in parts if part)


def knows(name: str) -> str:
    """In the order of the letters; nobody here knows more than four."""
    names = sorted(other for one, others in TIES for other in others if one == name)
    names = sorted(names + [one for one, others in TIES if name in others])
    if not names:
        return ""
    return f"Knows {', '.join(names[:-1])} and {names[-1]}" if names[1:] else f"Knows {names[0]}"


def draws_all(person: Person) -> None:
    """From an empty map to the finished one."""
    names_everybody(person)
    moves_some(person)
    says_some(person)
    ties_some(person)


def names_everybody(person: Person) -> None:
    """One after the other; the keyboard stays for the next, and kind and ring are tapped where they change."""
    person.presses("Add someone")
    form = person.page.get_by_role("form", name="Add someone")
    field = form.get_by_role("textbox", name="Who or what?")
    before = ("Person", "tray")
    for (kind, ring), members in groupby(CONNECTIONS, key=lambda one: (one.kind, one.ring)):
        if kind != before[0]:
            person.chooses(kind, within=form)
        if ring != before[1]:
            person.chooses(PLACES[ring], within=form)
        before = (kind, ring)
        expect(field).to_be_focused()
        for one in members:
            person.types(one.name)
            person.hits("Enter")
            expect(field).to_have_value("")
    person.presses("That’s all for now", within=form)


def moves_some(person: Person) -> None:
    """What was put somewhere in haste, carried with a finger to where it belongs."""
    for name, ring in CLOSER.items():
        person.drags_with_a_finger(name, ring)
        person.sees(name, ring=ring)
    for name in BACK_IN_TOUCH:
        person.carries_to_back_in_touch(name)
        person.sees(name, ring="past")


def says_some(person: Person) -> None:
    """A little about a few: two taps, and their sheet is open."""
    for said in SAID:
        person.picks_up(said.name)
        person.touches(person.mark(said.name))
        sheet = person.sheet(f"About {said.name}")
        says_of(person, said, sheet)
        if said.name == DIED:
            person.unfolds("When things change", within=sheet)
            person.touches(sheet.get_by_role("checkbox", name="Has died"))
        person.presses("Close", within=sheet)
        expect(sheet).to_have_count(0)
    person.presses("Done")


def says_of(person: Person, said: Said, sheet: Locator) -> None:
    if said.relation:
        person.touches(sheet.get_by_label(RELATION))
        person.types(said.relation)
    if said.contexts:
        person.unfolds(CONNECTION, within=sheet)
        for context in said.contexts:
            person.touches(sheet.get_by_role("checkbox", name=context, exact=True))
    if said.together:
        person.unfolds(TOGETHER, within=sheet)
        person.touches(sheet.get_by_label("What we do together", exact=True))
        person.types(said.together)
    if said.face:
        person.unfolds(LIKENESS, within=sheet)
        person.chooses(said.face, within=sheet)


def ties_some(person: Person) -> None:
    """One, and then everybody whom they know; then someone else."""
    person.presses("More to do here")
    person.touches(person.page.get_by_role("button", name="Who knows whom"))
    bar = person.page.get_by_role("region", name="Who knows whom")
    for at, (one, others) in enumerate(TIES):
        if at > 0:
            person.presses("Someone else", within=bar)
        person.touches(person.mark(one))
        for other in others:
            person.touches(person.mark(other))
            person.hears(f"{one} and {other} know each other.")
    person.presses("Done", within=bar)
