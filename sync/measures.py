"""What can be counted on a map, for sentences such as "5 of the 8 people are outside services". Never a verdict.

Counted are people who stand on one of the three rings, each once. Places, activities, services and animals come in
only where asked for. Someone missing is nobody yet, and is never counted. Those in the tray and those to be back in
touch with are not counted, and are given beside, so that nobody is left out in silence.

Someone who has died counts where they stand: they are on the map because they matter, and a sentence that left them out
would hurt. How often people are in touch is never asked about them, and they are not counted there.

None means that there is nothing to say: nobody to count, or nothing asked. It is never 0. Definitions: density as
egor's `ego_density`, diversity as Blau's index, evenness (IQV) as that over its greatest, E-I as egor's `comp_ei`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final, Protocol

from sync.document import Document
from sync.person import Context, HowOften, Person, PersonKind, Ring, Service
from sync.picture import Picture

CLOSENESS: Final[dict[Ring, int]] = {"closest": 3, "close": 2, "life": 1}
SERVICES: Final[tuple[Service, ...]] = ("outside", "inside", "linked")
POSSIBLE_CONTEXTS: Final = 10


class Someone(Protocol):
    """A person on the map, or a row of a picture."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> PersonKind: ...
    @property
    def service(self) -> Service: ...
    @property
    def contexts(self) -> tuple[Context, ...]: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """Someone, and on which ring they stand."""

    someone: Someone
    ring: Ring


@dataclass(frozen=True, slots=True)
class Standing:
    """A map, now or in a picture. `ties` is None where nobody was tied to anybody: nobody asked who knows whom."""

    everyone: tuple[Placed, ...]
    ties: frozenset[tuple[str, str]] | None


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be counted on one map."""

    n: int
    tray: int
    past: int
    missing: int
    rings: Mapping[Ring, int]
    closeness: float | None  # the mean, where closest is 3, close 2 and in my life 1
    services: Mapping[Service, int]  # `unknown` is not said, and no part of the shares
    outside: float | None
    inside: float | None
    linked: float | None
    any_service: float | None
    services_ei: float | None  # from 1, all outside, to -1, all inside services or linked to them
    ties: int | None
    density: float | None
    contexts: Mapping[Context, int]  # somebody may be in several
    no_context: int
    contexts_blau: float | None
    contexts_iqv: float | None  # of all contexts that can be said
    contexts_entropy: float | None


@dataclass(frozen=True, slots=True)
class Turnover:
    """Two maps beside each other, by ids: names change, and two may have the same. Nobody in here is called gone."""

    kept: tuple[str, ...]
    new: tuple[str, ...]  # nowhere on the map before
    placed: tuple[str, ...]  # in the tray, or to be back in touch with, before
    unplaced: tuple[str, ...]  # there now
    not_shown: tuple[str, ...]  # nowhere this time: ask
    closer: tuple[str, ...]
    further: tuple[str, ...]
    jaccard: float | None  # kept of all in either
    retention: float | None  # kept of those before
    new_share: float | None  # new of those now


@dataclass(frozen=True, slots=True)
class Contact:
    """How often people are in touch in one way, of those of whom it was said."""

    often: Mapping[HowOften, int]
    not_said: int


def standing(document: Document) -> Standing:
    """The map as it stands, without those who were put away."""
    people = [person for person in document.people if not person.archived]
    ties = frozenset((tie.a, tie.b) for tie in document.ties)
    return Standing(tuple(Placed(person, person.place.ring) for person in people), ties or None)


def standing_in(picture: Picture) -> Standing:
    """The map as it stood in a picture."""
    ties = frozenset((row.id, other) for row in picture.rows for other in row.ties)
    return Standing(tuple(Placed(row, row.ring) for row in picture.rows), ties or None)


def measure(standing: Standing, *, everything: bool = False) -> Measures:
    """All that can be counted; with `everything`, places, activities, services and animals too."""
    shown = [placed for placed in standing.everyone if _counts(placed.someone, everything=everything)]
    on_rings = [placed for placed in shown if placed.ring in CLOSENESS]
    people = [placed.someone for placed in on_rings]
    ids = {person.id for person in people}
    rings = Counter(placed.ring for placed in on_rings)
    services = Counter(person.service for person in people)
    contexts = Counter(context for person in people for context in person.contexts)
    said = sum(services[service] for service in SERVICES)
    inside = services["inside"] + services["linked"]
    ties = None if standing.ties is None else sum(a in ids and b in ids for a, b in standing.ties)
    spread = list(contexts.values())
    return Measures(
        n=len(people),
        tray=sum(placed.ring == "tray" for placed in shown),
        past=sum(placed.ring == "past" for placed in shown),
        missing=sum(placed.someone.kind == "missing" for placed in standing.everyone),
        rings={ring: rings[ring] for ring in CLOSENESS},
        closeness=share(sum(CLOSENESS[ring] * count for ring, count in rings.items()), len(people)),
        services={service: services[service] for service in (*SERVICES, "unknown")},
        outside=share(services["outside"], said),
        inside=share(services["inside"], said),
        linked=share(services["linked"], said),
        any_service=share(inside, said),
        services_ei=ei(services["outside"], inside),
        ties=ties,
        density=density(len(people), ties),
        contexts=dict(sorted(contexts.items())),
        no_context=sum(not person.contexts for person in people),
        contexts_blau=blau(spread),
        contexts_iqv=iqv(spread, POSSIBLE_CONTEXTS),
        contexts_entropy=entropy(spread),
    )


def turnover(before: Standing, after: Standing, *, everything: bool = False) -> Turnover:
    """What is different between two maps, id by id, in the order of the ids."""
    then, now = (
        {placed.someone.id: placed.ring for placed in each.everyone if _counts(placed.someone, everything=everything)}
        for each in (before, after)
    )
    had = {id_ for id_, ring in then.items() if ring in CLOSENESS}
    has = {id_ for id_, ring in now.items() if ring in CLOSENESS}
    kept, came, went = sorted(had & has), sorted(has - had), sorted(had - has)
    new = [id_ for id_ in came if id_ not in then]
    nearer = {id_: CLOSENESS[now[id_]] - CLOSENESS[then[id_]] for id_ in kept}
    return Turnover(
        kept=tuple(kept),
        new=tuple(new),
        placed=tuple(id_ for id_ in came if id_ in then),
        unplaced=tuple(id_ for id_ in went if id_ in now),
        not_shown=tuple(id_ for id_ in went if id_ not in now),
        closer=tuple(id_ for id_ in kept if nearer[id_] > 0),
        further=tuple(id_ for id_ in kept if nearer[id_] < 0),
        jaccard=share(len(kept), len(had | has)),
        retention=share(len(kept), len(had)),
        new_share=share(len(new), len(has)),
    )


def contact(people: Iterable[Person]) -> dict[str, Contact]:
    """For each way of being in touch, how many are how often. Nobody is asked about who has died or is on no ring."""
    asked = [person for person in people if _is_asked(person)]
    found = {}
    for channel in ("in_person", "by_phone", "online"):
        often: Counter[HowOften] = Counter(getattr(person, channel) for person in asked)
        not_said = often.pop("", 0)
        found[channel] = Contact(dict(sorted(often.items())), not_said)
    return found


def in_touch(person: Person) -> bool | None:
    """Whether there is any contact; a message is one. None where nothing was said."""
    said = [often for often in (person.in_person, person.by_phone, person.online) if often != ""]
    return None if not said else any(often != "lost touch" for often in said)


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`; None of nothing."""
    return None if whole == 0 else part / whole


def density(n: int, ties: int | None) -> float | None:
    """Ties of all that could be, without the person in the middle. None below two people, and where nobody asked."""
    return None if ties is None or n < 2 else ties / (n * (n - 1) / 2)


def blau(counts: Sequence[int]) -> float | None:
    """How likely two of them, drawn with putting back, differ in kind: 0 where all are of one. None of nobody."""
    n = sum(counts)
    return None if n == 0 else 1 - sum((count / n) ** 2 for count in counts)


def iqv(counts: Sequence[int], possible: int) -> float | None:
    """Blau's index over the greatest that it can be with so many possible kinds; None of nobody, and of one kind."""
    diversity = blau(counts)
    return None if diversity is None or possible < 2 else diversity / (1 - 1 / possible)


def entropy(counts: Sequence[int]) -> float | None:
    """In bits. None of nobody."""
    n = sum(counts)
    return None if n == 0 else sum(count / n * log2(n / count) for count in counts if count > 0)


def ei(outside: int, inside: int) -> float | None:
    """(E - I) / (E + I). None of nobody."""
    return None if outside + inside == 0 else (outside - inside) / (outside + inside)


def _counts(someone: Someone, *, everything: bool) -> bool:
    return someone.kind != "missing" if everything else someone.kind == "person"


def _is_asked(person: Person) -> bool:
    is_shown = not person.archived and person.place.ring in CLOSENESS
    return is_shown and person.kind == "person" and not person.died
