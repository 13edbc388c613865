"""Where items stand: at a key or in a list, and in whose words: what is behind or before something, where that stands.

README.md section 4, "honest".
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol

from sync.whose_text import KEY, LIST, RULES, Pin, Spot, Thing, Words
from sync.yjs_update import ANY, TEXT, TYPE, Id, Item, Range


@dataclass(slots=True)
class Row:
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


class Known(Protocol):
    """What came before, as far as it matters where something new stands."""

    def thing(self, at: Id) -> Thing | None:
        """The thing that this item made."""

    def words(self, at: Id) -> Words | None:
        """The text that this item made."""

    def within(self, of: Range) -> Iterable[tuple[int, int, Spot]]:
        """What stands where in this range of clocks: from, up to, and what."""


class Coming:
    """What is new in an update, and where each of its items stands, in whatever order they come."""

    def __init__(self, items: Sequence[Item], known: Known, ends: Mapping[int, int]) -> None:
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
        self._rows: dict[int, Row] = {}
        for item, spot in self.all:
            if spot is not None:
                self._rows.setdefault(item.client, Row()).add(item.clock, item.clock + item.length, spot)
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

    def within(self, of: Range) -> Iterable[tuple[int, int, Spot]]:
        """What is new in this range of clocks."""
        client, clock, length = of
        row = self._rows.get(client)
        return row.within(clock, clock + length) if row else ()

    def unpinned(self, deletes: Iterable[Range]) -> set[Id]:
        """Those that are taken away, or that say nothing."""
        gone = {(item.client, item.clock) for item, _ in self._pins if item.kind != ANY}
        for of in deletes:
            for start, end, spot in chain(self._known.within(of), self.within(of)):
                if isinstance(spot, Pin):
                    gone |= {(of[0], at) for at in range(start, end)}
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
        if isinstance(item.parent, tuple):
            if self.at(item.parent) is None:
                return None
            words = self.words.get(item.parent) or self._known.words(item.parent)
            if words is not None:
                return words
            thing = self.things.get(item.parent) or self._known.thing(item.parent)
            if thing and item.key and thing.is_pinned(item.key):
                return Pin(thing, item.key)
        return LIST if item.key is None else KEY

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
