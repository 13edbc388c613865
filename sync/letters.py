"""Where letters are written and rubbed out: who may, in whose text (P10, P22).

README.md section 4, "honest"; vectors/letters.json.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sync.envelope import By
from sync.errors import Damaged
from sync.whose_text import RULES, Pin, Spot, Thing, Words
from sync.yjs_update import ANY, STRING, TEXT, TYPE, Id, Item, Range, Update


@dataclass(slots=True)
class _Row:
    """What stands where among the clocks of one client id, from the lowest on."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, start: int, end: int, spot: Spot) -> None:
        at = bisect_right(self.starts, start)
        if at > 0 and self.ends[at - 1] == start and self.spots[at - 1] is spot:
            self.ends[at - 1] = end
            return
        self.starts.insert(at, start)
        self.ends.insert(at, end)
        self.spots.insert(at, spot)

    def within(self, start: int, end: int) -> Iterable[tuple[int, int, Spot]]:
        at = max(0, bisect_right(self.starts, start) - 1)
        while at < len(self.starts) and self.starts[at] < end:
            if self.ends[at] > start:
                yield max(start, self.starts[at]), min(end, self.ends[at]), self.spots[at]
            at += 1


class Letters:
    """What the updates taken so far have made of statements and agreed words."""

    def __init__(self) -> None:
        self._things: dict[Id, Thing] = {}
        self._words: dict[Id, Words] = {}
        self._rows: dict[int, _Row] = {}

    def check(self, update: Update, items: Sequence[Item], by: By, ends: Mapping[int, int]) -> None:
        """Raises Damaged ACTOR_WRONG where this hand writes in what is not its own. `items`: what is new of the update.

        `ends`: how far each client id went before. What is made in the same update is in the same hand.
        """
        coming = _Coming(items, self, ends)
        for item, spot in coming.all:
            touched = [spot, *(coming.at(each) for each in _beside(item, ends))]
            words = [each for each in touched if isinstance(each, Words) and not coming.makes(each)]
            if not all(each.may_grow(by) for each in words):
                raise Damaged("ACTOR_WRONG", "letters in another's words")
            if isinstance(spot, Pin) and not all(spot.thing.says_as_before(spot.key, value) for value in item.values):
                raise Damaged("ACTOR_WRONG", "another's words under another name")
        for gone in update.deletes:
            for _, _, spot in self.within(gone):
                if isinstance(spot, Words) and not spot.may_shrink(by):
                    raise Damaged("ACTOR_WRONG", "letters out of another's words")
        if not coming.unpinned(update.deletes) <= coming.written_again:
            raise Damaged("ACTOR_WRONG", "words from under their name")

    def learn(self, items: Sequence[Item], ends: Mapping[int, int]) -> None:
        """Take in what is new of an update that has been checked."""
        coming = _Coming(items, self, ends)
        self._things |= coming.things
        self._words |= coming.words
        for item, spot in coming.all:
            if spot is not None:
                start, end = max(item.clock, ends.get(item.client, 0)), item.clock + item.length
                self._rows.setdefault(item.client, _Row()).add(start, end, spot)
                if isinstance(spot, Words) and item.kind == STRING:
                    spot.length += end - start

    def thing(self, at: Id) -> Thing | None:
        """The thing that this item made."""
        return self._things.get(at)

    def words(self, at: Id) -> Words | None:
        """The text that this item made."""
        return self._words.get(at)

    def within(self, of: Range) -> Iterable[tuple[int, int, Spot]]:
        """What stands where in this range of clocks: from, up to, and what."""
        client, clock, length = of
        row = self._rows.get(client)
        return row.within(clock, clock + length) if row else ()


class _Coming:
    """What is new in an update, and where each of its items stands, in whatever order they come."""

    def __init__(self, items: Sequence[Item], known: Letters, ends: Mapping[int, int]) -> None:
        self.things: dict[Id, Thing] = {}
        self.words: dict[Id, Words] = {}
        self._known = known
        self._items = items
        self._ends = ends
        self._found: dict[int, Spot | None] = {}
        self._places: dict[int, list[tuple[int, int]]] = {}  # client: clock, place in `items`
        for place, item in enumerate(items):
            self._places.setdefault(item.client, []).append((item.clock, place))
        for places in self._places.values():
            places.sort()
        self._make()
        self.all: list[tuple[Item, Spot | None]] = [(item, self._spot(place)) for place, item in enumerate(items)]
        self._made = {id(each) for each in (*self.things.values(), *self.words.values())}
        told = set[tuple[int, str]]()
        for item, spot in self._pins:
            name = (id(spot.thing), spot.key)
            if item.values and id(spot.thing) in self._made and name not in told:
                spot.thing.take(spot.key, item.values[0])
                told.add(name)

    def makes(self, words: Words) -> bool:
        """Whether the text is new."""
        return id(words) in self._made

    def at(self, name: Id) -> Spot | None:
        """Where the item of this name stands."""
        place = self._place_of(name)
        if place is not None:
            return self._spot(place)
        return next((spot for _, _, spot in self._known.within((*name, 1))), None)

    @property
    def written_again(self) -> set[Id]:
        """The registers that say whose a thing is and give way to another."""
        new = (item for item, _ in self._pins if item.kind == ANY and item.clock >= self._ends.get(item.client, 0))
        return {item.origin for item in new if item.origin is not None}

    def unpinned(self, deletes: Iterable[Range]) -> set[Id]:
        """Those that are taken away, or that say nothing."""
        gone = {(item.client, item.clock) for item, _ in self._pins if item.kind != ANY}
        rows: dict[int, _Row] = {}
        for item, pin in self._pins:
            if item.kind == ANY:
                rows.setdefault(item.client, _Row()).add(item.clock, item.clock + item.length, pin)
        for of in deletes:
            client, clock, length = of
            new = rows[client].within(clock, clock + length) if client in rows else ()
            for start, end, spot in chain(self._known.within(of), new):
                if isinstance(spot, Pin):
                    gone |= {(client, at) for at in range(start, end)}
        return gone

    @property
    def _pins(self) -> list[tuple[Item, Pin]]:
        return [(item, spot) for item, spot in self.all if isinstance(spot, Pin)]

    def _make(self) -> None:
        types = [item for item in self._items if item.kind == TYPE and item.key is not None]
        for item in types:
            if isinstance(item.parent, str) and item.parent in RULES:
                self.things[item.client, item.clock] = Thing(RULES[item.parent])
        for item in types:
            thing = self.things.get(item.parent) if isinstance(item.parent, tuple) else None
            rule = thing.rules.get(item.key or "") if thing else None
            if thing and rule and item.of == TEXT:
                self.words[item.client, item.clock] = Words(thing, rule)

    def _spot(self, place: int) -> Spot | None:
        """Where an item stands: with the one that it came behind, or before."""
        path, spot = list[int](), None
        while place not in self._found:
            self._found[place] = None  # two that each came behind the other stand nowhere
            path.append(place)
            item = self._items[place]
            beside = item.origin or item.right_origin
            if beside is None:
                spot = self._spot_in(item)
                break
            following = self._place_of(beside)
            if following is None:
                spot = next((each for _, _, each in self._known.within((*beside, 1))), None)
                break
            place = following
        else:
            spot = self._found[place]
        for each in path:
            self._found[each] = spot
        return spot

    def _spot_in(self, item: Item) -> Spot | None:
        if not isinstance(item.parent, tuple):
            return None
        words = self.words.get(item.parent) or self._known.words(item.parent)
        if words is not None:
            return words
        thing = self.things.get(item.parent) or self._known.thing(item.parent)
        return Pin(thing, item.key) if thing and item.key and thing.is_pinned(item.key) else None

    def _place_of(self, name: Id) -> int | None:
        client, clock = name
        places = self._places.get(client)
        if places is None or clock < self._ends.get(client, 0):
            return None
        at = bisect_right(places, (clock, len(self._items))) - 1
        if at < 0:
            return None
        start, place = places[at]
        return place if clock < start + self._items[place].length else None


def _beside(item: Item, ends: Mapping[int, int]) -> list[Id]:
    """What an item also touches: what goes on from clocks that came before, Yjs puts behind what stands there."""
    end = ends.get(item.client, 0)
    own = [(item.client, end - 1)] if item.clock < end else []
    return [*own, item.right_origin] if item.right_origin else own
