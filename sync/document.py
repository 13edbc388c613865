"""The shape of what two people share, once opened. These models, and those they are made of, are the one source of it.

`python -m sync.schema` writes schema.json and document.ts from here. Every field has a default, no field is ever
renamed or used again for something else, and a field that this version does not know is kept and passed on.
`from_plain` reads a stored document.
"""

from typing import Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from sync.answer import Answer
from sync.barrier import Barrier
from sync.disclosure import Disclosure, read_disclosure
from sync.feeling import Feeling
from sync.fields import NUMBER, TEXT_VALUE, entities, fitting, in_order, ordered, read_thing, said
from sync.jar import Wish, read_wish
from sync.kept import Kept, read_kept
from sync.limits import LIMITS
from sync.meeting import Meeting
from sync.need import Need
from sync.note import Note
from sync.occasion import Impression, Occasion
from sync.offer import Offer, read_offer
from sync.outing import Outing
from sync.part import Part, Thing, Whose
from sync.person import Person, read_person
from sync.photograph import Photograph
from sync.picture import Picture, read_picture
from sync.plan import Goal, Step, read_goal
from sync.register import Stored, mapping, value_of
from sync.round import Round
from sync.saying import Saying, read_saying
from sync.situation import Situation, read_situations
from sync.strength import Strength, read_strength
from sync.support import Support
from sync.tie import Tie, read_ties
from sync.worry import Worry
from sync.yardstick import Aim, Yardstick, read_yardstick

SpaceKind = TypeAliasType("SpaceKind", Literal["pair", "own", "team"])

# What stands in the root maps that hold things under an id.
THINGS: Final[dict[str, type[Thing]]] = {
    "people": Person,
    "goals": Goal,
    "steps": Step,
    "strengths": Strength,
    "sayings": Saying,
    "feelings": Feeling,
    "answers": Answer,
    "pictures": Picture,
    "photographs": Photograph,
    "offers": Offer,
    "notes": Note,
    "rounds": Round,
    "barriers": Barrier,
    "disclosures": Disclosure,
    "outings": Outing,
    "supports": Support,
    "worries": Worry,
    "occasions": Occasion,
    "impressions": Impression,
    "needs": Need,
    "wishes": Wish,
    "yardsticks": Yardstick,
    "aims": Aim,
    "meetings": Meeting,
}


class Document(Part):
    """Everything two people share, or one person has alone: the map, what belongs to it, and the plan."""

    schema_number: int = Field(default=1, alias="schema")
    kind: SpaceKind = Field(default="pair", description="Two people's, somebody's own, or an agency's.")
    names: tuple[str, ...] = Field(default=("", ""), description="First names by member number; may be empty.")
    meeting: str = Field(default="", description="When they meet next, in their words.")
    meeting_place: str = Field(default="", description="Where, in their words.")
    meeting_chosen: Whose = Field(default="", description="Whose idea that place was.")
    late: str = Field(default="", description="What they do if one of them is late, in their words.")
    phones: tuple[str, ...] = Field(default=("", ""), description="Numbers by member number; may be empty.")
    resting: str = Field(default="", description="Since which day the two are having a rest, or nothing.")
    people: tuple[Person, ...] = ()
    ties: tuple[Tie, ...] = ()
    help: tuple[Situation, ...] = Field(default=(), description="Who could help with what.")
    strengths: tuple[Strength, ...] = ()
    sayings: tuple[Saying, ...] = ()
    feelings: tuple[Feeling, ...] = Field(default=(), description="The oldest first.")
    answers: tuple[Answer, ...] = Field(default=(), description="The oldest first.")
    pictures: tuple[Picture, ...] = Field(default=(), description="The oldest first.")
    photographs: tuple[Photograph, ...] = Field(default=(), description="The oldest first.")
    offers: tuple[Offer, ...] = ()
    notes: tuple[Note, ...] = Field(default=(), description="In a space of somebody's own alone.")
    rounds: tuple[Round, ...] = Field(default=(), description="The same.")
    wishes: tuple[Wish, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    yardsticks: tuple[Yardstick, ...] = ()
    aims: tuple[Aim, ...] = Field(default=(), description="The oldest first.")
    barriers: tuple[Barrier, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    outings: tuple[Outing, ...] = ()
    supports: tuple[Support, ...] = ()
    worries: tuple[Worry, ...] = ()
    occasions: tuple[Occasion, ...] = Field(default=(), description="The oldest first.")
    impressions: tuple[Impression, ...] = ()
    needs: tuple[Need, ...] = ()
    meetings: tuple[Meeting, ...] = Field(default=(), description="The oldest first.")
    kept: tuple[Kept, ...] = ()


_KIND: Final[TypeAdapter[SpaceKind]] = TypeAdapter(SpaceKind)
_WHOSE: Final[TypeAdapter[Whose]] = TypeAdapter(Whose)


def from_plain(stored: Stored) -> Document:
    """The document in `stored`: root map name to its content as plain dicts, lists and strings (text as `str`).

    Never raises: what is odd or of an unknown kind is read as the field's default and stays where it is stored.
    Whole numbers may be floats.
    """
    meta = mapping(stored.get("meta"))
    wishes = [read_wish(id_, item) for id_, item in said(Wish, stored, "wishes")]
    goals = [read_goal(id_, item) for id_, item in said(Goal, stored, "goals")]
    strengths = [read_strength(id_, item) for id_, item in said(Strength, stored, "strengths")]
    sayings = [read_saying(id_, item) for id_, item in said(Saying, stored, "sayings")]
    feelings = [read_thing(Feeling, id_, item) for id_, item in said(Feeling, stored, "feelings")]
    answers = [read_thing(Answer, id_, item) for id_, item in said(Answer, stored, "answers")]
    pictures = [read_picture(id_, item) for id_, item in entities(stored, "pictures")]
    occasions = [read_thing(Occasion, id_, item) for id_, item in entities(stored, "occasions")]
    disclosures = [read_disclosure(id_, item) for id_, item in said(Disclosure, stored, "disclosures")]
    aims = [read_thing(Aim, id_, item) for id_, item in said(Aim, stored, "aims")]
    meetings = [read_thing(Meeting, id_, item) for id_, item in said(Meeting, stored, "meetings")]
    photographs = [read_thing(Photograph, id_, item) for id_, item in entities(stored, "photographs")]
    return Document(
        schema_number=fitting(NUMBER, value_of(meta.get("schema")), 1),
        kind=fitting(_KIND, value_of(meta.get("kind")), "pair"),
        names=_by_member(meta, "name"),
        meeting=fitting(TEXT_VALUE, value_of(meta.get("meeting")), ""),
        meeting_place=fitting(TEXT_VALUE, value_of(meta.get("meeting_place")), ""),
        meeting_chosen=fitting(_WHOSE, value_of(meta.get("meeting_chosen")), ""),
        late=fitting(TEXT_VALUE, value_of(meta.get("late")), ""),
        phones=_by_member(meta, "phone"),
        resting=fitting(TEXT_VALUE, value_of(meta.get("resting")), ""),
        people=tuple(read_person(id_, item) for id_, item in entities(stored, "people")),
        ties=read_ties(mapping(stored.get("ties"))),
        help=read_situations(mapping(stored.get("help"))),
        strengths=in_order(strengths),
        sayings=in_order(sayings),
        feelings=tuple(sorted(feelings, key=lambda feeling: (feeling.day, feeling.id))),
        answers=tuple(sorted(answers, key=lambda answer: (answer.day, answer.id))),
        pictures=tuple(sorted(pictures, key=lambda picture: (picture.day, picture.id))),
        photographs=tuple(sorted(photographs, key=lambda one: (one.day, one.id))),
        offers=tuple(read_offer(id_, item) for id_, item in said(Offer, stored, "offers")),
        notes=tuple(read_thing(Note, id_, item) for id_, item in entities(stored, "notes")),
        rounds=tuple(read_thing(Round, id_, item) for id_, item in entities(stored, "rounds")),
        wishes=in_order(wishes),
        goals=in_order(goals),
        steps=ordered(Step, stored, "steps"),
        yardsticks=tuple(read_yardstick(id_, item) for id_, item in entities(stored, "yardsticks")),
        aims=tuple(sorted(aims, key=lambda aim: (aim.day, aim.id))),
        barriers=ordered(Barrier, stored, "barriers"),
        disclosures=in_order(disclosures),
        outings=ordered(Outing, stored, "outings"),
        supports=ordered(Support, stored, "supports"),
        worries=ordered(Worry, stored, "worries"),
        occasions=tuple(sorted(occasions, key=lambda occasion: (occasion.day, occasion.id))),
        impressions=tuple(read_thing(Impression, id_, item) for id_, item in said(Impression, stored, "impressions")),
        needs=ordered(Need, stored, "needs"),
        meetings=tuple(sorted(meetings, key=lambda meeting: (meeting.day, meeting.id))),
        kept=read_kept(stored),
    )


def _by_member(meta: Stored, field: str) -> tuple[str, ...]:
    said = {0: "", 1: ""}
    for member in range(LIMITS.members):
        if text := fitting(TEXT_VALUE, value_of(meta.get(f"{field}/{member}")), ""):
            said[member] = text
    return tuple(said.get(member, "") for member in range(max(said) + 1))
