"""What may be told to somebody else about the one whose place it is, once that one has said yes to exactly that."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.fields import BY, fitting, read_thing
from sync.part import OWNER, REGISTER, TEXT, By, Part, Thing
from sync.register import Stored, to_register


class ConsentOpen(Part):
    """No answer, which is no yes."""

    kind: Literal["open"] = "open"


class ConsentYes(Part):
    """Yes to these words, to be told to these people, up to this day: as it was said before there were first days."""

    kind: Literal["yes"] = "yes"
    words: str
    to: str
    until: str


class ConsentExactly(Part):
    """Yes to these words, to be told to these people, for this reason, from this day up to that."""

    kind: Literal["exactly"] = "exactly"
    words: str
    to: str
    why: str
    begins: str
    until: str


class ConsentNo(Part):
    """No."""

    kind: Literal["no"] = "no"


class ConsentBack(Part):
    """A yes that was taken back."""

    kind: Literal["back"] = "back"


Consent = TypeAliasType(
    "Consent",
    Annotated[ConsentOpen | ConsentYes | ConsentExactly | ConsentNo | ConsentBack, Field(discriminator="kind")],
)


class Disclosure(Thing):
    """Nothing may be told unless `consent` is a yes to all that stands there now: words, listener, reason and days."""

    id: str = ""
    words: Annotated[str, TEXT] = Field(default="", description="What exactly may be said.")
    why: Annotated[str, TEXT] = ""
    to: Annotated[str, REGISTER] = Field(default="", description="To whom, by name or by what they do.")
    begins: Annotated[str, REGISTER] = Field(default="", description="The first day, as `2026-11-30`, or nothing.")
    until: Annotated[str, REGISTER] = Field(default="", description="The last day, as `2026-11-30`, or nothing.")
    by: Annotated[By, REGISTER] = Field(default="both", description="Who wrote it down.")
    consent: Annotated[Consent, REGISTER] = Field(
        default=ConsentOpen(), description="What the owner said: only their own hand can, never both."
    )
    told: Annotated[bool, REGISTER] = Field(default=False, description="It has been said to them.")
    order: Annotated[str, REGISTER] = Field(default="", description="A fractional key; equal keys go by id.")
    archived: Annotated[bool, REGISTER] = False


def read_disclosure(id_: str, stored: Stored) -> Disclosure:
    """Nobody says yes in the owner's place."""
    disclosure = read_thing(Disclosure, id_, stored)
    said = to_register(stored.get("consent"))
    is_theirs = said is not None and fitting(BY, said.by, "both") == OWNER
    return disclosure if is_theirs else disclosure.model_copy(update={"consent": ConsentOpen()})


def may_be_told(disclosure: Disclosure, today: str) -> bool:
    """Whether it may be told on this day, given as `2026-11-30`."""
    if disclosure.archived or not _is_to_what_stands_there(disclosure):
        return False
    return disclosure.begins <= today and (disclosure.until == "" or today <= disclosure.until)


def _is_to_what_stands_there(disclosure: Disclosure) -> bool:
    yes, now = disclosure.consent, (disclosure.words, disclosure.to, disclosure.until)
    if isinstance(yes, ConsentYes):
        return (yes.words, yes.to, yes.until) == now and disclosure.begins == ""
    if isinstance(yes, ConsentExactly):
        reason_and_first_day = (yes.why, yes.begins) == (disclosure.why, disclosure.begins)
        return (yes.words, yes.to, yes.until) == now and reason_and_first_day
    return False
