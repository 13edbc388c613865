"""The shape of what two people share, once opened. These models, and those they are made of, are the one source of it.

`python -m sync.schema` writes schema.json and document.ts from here. Every field has a default, no field is ever
renamed or used again for something else, and a field that this version does not know is kept and passed on.
`from_plain` reads a stored document.
"""

from typing import Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.fields import NUMBER, TEXT_VALUE, entities, fitting, read_thing
from sync.kept import Kept, read_kept
from sync.limits import LIMITS
from sync.note import Note
from sync.offer import Offer
from sync.part import Part, Thing
from sync.person import Person, read_person
from sync.picture import Picture, read_picture
from sync.plan import Goal, Step
from sync.register import Stored, mapping, value_of
from sync.situation import Situation, read_situations
from sync.strength import Strength, read_strength
from sync.tie import Tie, read_ties

SpaceKind = TypeAliasType("SpaceKind", Literal["pair", "own", "team"])

# What stands in the root maps that hold things under an id.
THINGS: Final[dict[str, type[Thing]]] = {
    "people": Person,
    "goals": Goal,
    "steps": Step,
    "strengths": Strength,
    "pictures": Picture,
    "offers": Offer,
    "notes": Note,
}


class Document(Part):
    """Everything two people share, or one person has alone: the map, what belongs to it, and the plan."""

    schema_number: int = Field(default=1, alias="schema")
    kind: SpaceKind = Field(default="pair", description="Two people's, somebody's own, or an agency's.")
    names: tuple[str, ...] = Field(default=("", ""), description="First names by member number; may be empty.")
    meeting: str = Field(default="", description="The next meeting, in their words.")
    people: tuple[Person, ...] = ()
    ties: tuple[Tie, ...] = ()
    help: tuple[Situation, ...] = Field(default=(), description="Who could help with what.")
    strengths: tuple[Strength, ...] = ()
    pictures: tuple[Picture, ...] = Field(default=(), description="The oldest first.")
    offers: tuple[Offer, ...] = ()
    notes: tuple[Note, ...] = Field(default=(), description="In a space of somebody's own alone.")
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    kept: tuple[Kept, ...] = ()


_KIND: Final[TypeAdapter[SpaceKind]] = TypeAdapter(SpaceKind)


def from_plain(stored: Stored) -> Document:
    """The document in `stored`: root map name to its content as plain dicts, lists and strings (text as `str`).

    Never raises: what is odd or of an unknown kind is read as the field's default and stays where it is stored.
    Whole numbers may be floats.
    """
    meta = mapping(stored.get("meta"))
    goals = [read_thing(Goal, id_, item) for id_, item in entities(stored, "goals")]
    steps = [read_thing(Step, id_, item) for id_, item in entities(stored, "steps")]
    strengths = [read_strength(id_, item) for id_, item in entities(stored, "strengths")]
    pictures = [read_picture(id_, item) for id_, item in entities(stored, "pictures")]
    return Document(
        schema_number=fitting(NUMBER, value_of(meta.get("schema")), 1),
        kind=fitting(_KIND, value_of(meta.get("kind")), "pair"),
        names=_names(meta),
        meeting=fitting(TEXT_VALUE, value_of(meta.get("meeting")), ""),
        people=tuple(read_person(id_, item) for id_, item in entities(stored, "people")),
        ties=read_ties(mapping(stored.get("ties"))),
        help=read_situations(mapping(stored.get("help"))),
        strengths=tuple(sorted(strengths, key=lambda strength: (strength.order, strength.id))),
        pictures=tuple(sorted(pictures, key=lambda picture: (picture.day, picture.id))),
        offers=tuple(read_thing(Offer, id_, item) for id_, item in entities(stored, "offers")),
        notes=tuple(read_thing(Note, id_, item) for id_, item in entities(stored, "notes")),
        goals=tuple(sorted(goals, key=lambda goal: (goal.order, goal.id))),
        steps=tuple(sorted(steps, key=lambda step: (step.order, step.id))),
        kept=read_kept(stored),
    )


def _names(meta: Stored) -> tuple[str, ...]:
    names = {0: "", 1: ""}
    for member in range(LIMITS.members):
        if name := fitting(TEXT_VALUE, value_of(meta.get(f"name/{member}")), ""):
            names[member] = name
    return tuple(names.get(member, "") for member in range(max(names) + 1))
