"""What stands beside the map and the plan, as plain text: in the way, what may be told, going out, good to know."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sync.barrier import Barrier
from sync.disclosure import Disclosure, may_be_told
from sync.document import Document
from sync.need import Need
from sync.occasion import Impression
from sync.outing import Outing
from sync.part import By
from sync.plan import When, WhenDay, WhenNext, Who, WhoBoth, WhoMember, WhoOther, WhoPerson
from sync.support import Support

_ASKED: Final = {"not yet": "to ask", "yes": "said yes", "no": "said no"}

Hand = Callable[[By, Document], str]


def lines(document: Document, hand: Hand) -> Iterator[str]:
    """Each part under its heading; a part of which nothing was said has none. `hand` gives a member's name."""
    parts = {
        "In the way": [
            f"- {_named(barrier.side, document, hand)}: {barrier.words} ({barrier.state})"
            for barrier in _once(document)
            if not barrier.archived
        ],
        "What may be told": [_told(one) for one in document.disclosures if not one.archived],
        "Going out": [
            line for outing in document.outings if not outing.archived for line in _out(outing, document, hand)
        ],
        "Good to know": [f"- {_need(need, document, hand)}" for need in document.needs if not need.archived],
    }
    for title, said in parts.items():
        if said:
            yield from ("", title, *said)


def _once(document: Document) -> list[Barrier]:
    """What was put on the board; once, also where two devices put it there from one note, and neither was worked on."""
    hung = {step.origin for step in document.steps} | {f"barriers/{one.parent}" for one in document.barriers}
    first: dict[tuple[str, ...], Barrier] = {}
    for barrier in sorted(document.barriers, key=lambda one: (one.archived, f"barriers/{one.id}" not in hung)):
        first.setdefault(_told_apart_by(barrier), barrier)
    return [
        barrier
        for barrier in document.barriers
        if barrier.of == "" or f"barriers/{barrier.id}" in hung or first[_told_apart_by(barrier)] is barrier
    ]


def _told_apart_by(barrier: Barrier) -> tuple[str, ...]:
    return barrier.of, barrier.words, barrier.kind, barrier.state, barrier.stops


def away(document: Document) -> list[str]:
    """What of it was put away."""
    things = [
        *((barrier.words, barrier.archived) for barrier in _once(document)),
        *((disclosure.words, disclosure.archived) for disclosure in document.disclosures),
        *((outing.what, outing.archived) for outing in document.outings),
        *((support.words or support.kind, support.archived) for support in document.supports),
        *((worry.words, worry.archived) for worry in document.worries),
        *((need.words or need.kind, need.archived) for need in document.needs),
    ]
    return [words for words, is_away in things if is_away and words]


def who(whom: Who, document: Document, hand: Hand) -> str:
    """Whom this means; nothing while that is open."""
    match whom:
        case WhoBoth():
            return hand("both", document)
        case WhoMember(member=member):
            return hand(member, document)
        case WhoPerson(id=id_):
            return next((person.name for person in document.people if person.id == id_), "") or "somebody"
        case WhoOther(name=name):
            return name
        case _:
            return ""


def when(day: When) -> str:
    """Which day this means; nothing where none was said."""
    match day:
        case WhenNext():
            return "next time"
        case WhenDay(day=said):
            return said
        case _:
            return ""


def _named(side: int | str, document: Document, hand: Hand) -> str:
    return hand(side, document) if isinstance(side, int) else side


def _told(disclosure: Disclosure) -> str:
    answer = "yes" if may_be_told(disclosure, disclosure.begins) else "no yes"
    to, begins = disclosure.to and f" to {disclosure.to}", disclosure.begins and f", from {disclosure.begins}"
    until = disclosure.until and f", until {disclosure.until}"
    why, back = disclosure.why and f". Why: {disclosure.why}", disclosure.consent.kind == "back"
    return f"- {disclosure.words}{to}{begins}{until} ({'taken back' if back else answer}){why}"


def _out(outing: Outing, document: Document, hand: Hand) -> Iterator[str]:
    names = {person.id: person.name for person in document.people}
    said = {
        "where": outing.where,
        "when": _joined((when(outing.when), outing.time)),
        "how to get there": outing.getting,
        "cost": outing.cost,
        "where to meet": outing.meet,
        "phone": outing.phone,
        "what helps": outing.helps,
        "plan B": outing.plan_b,
        "with": _joined(names.get(id_, "") for id_ in outing.people),
    }
    state = "" if outing.state == "open" else f" ({outing.state})"
    yield f"- {_joined((outing.what + state, *(f'{what}: {words}' for what, words in said.items() if words)), '; ')}"
    for support in document.supports:
        if support.outing == outing.id and not support.archived:
            yield f"  - {_support(support, document, hand)}"
    for worry in document.worries:
        if worry.outing == outing.id and not worry.archived:
            could = (("I could", worry.i_could), ("you could", worry.you_could))
            parts = (worry.words, *(f"{whom}: {words}" for whom, words in could if words))
            yield f"  - {hand(worry.by, document)} worries: {_joined(parts, '; ')}"
    days = {occasion.id: occasion.day for occasion in document.occasions if not occasion.archived}
    for occasion in document.occasions:
        if occasion.outing == outing.id and occasion.id in days:
            came = _joined((occasion.company, *(names.get(id_, "") for id_ in occasion.people)))
            yield f"  - {occasion.day}: {came}"
    for impression in document.impressions:
        if impression.outing == outing.id and not impression.archived:
            yield f"  - {_impression(impression, days.get(impression.occasion, ''), document, hand)}"


def _need(need: Need, document: Document, hand: Hand) -> str:
    said = _joined((need.topic, need.words, who(need.who, document, hand)))
    return f"{hand(need.by, document)}, {need.kind}: {said}"


def _support(support: Support, document: Document, hand: Hand) -> str:
    whom = who(support.who, document, hand)
    happened = "it happened" if support.happened else ""
    to = support.to and f"to {support.to}"
    return _joined((support.kind, support.words, to, whom and f"{whom} ({_ASKED[support.asked]})", happened), "; ")


def _impression(impression: Impression, day: str, document: Document, hand: Hand) -> str:
    said = (
        day,
        impression.felt,
        impression.mark,
        impression.size and f"how big a step: {impression.size}",
        impression.words,
        impression.next_time and f"next time: {impression.next_time}",
    )
    return f"{hand(impression.by, document)}: {_joined(said, '; ')}"


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
