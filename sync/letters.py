"""Where letters and registers stand and are rubbed out: who may, in whose text (P10, P22), and none out of place.

README.md section 4, "honest"; vectors/letters.json.
"""

from collections.abc import Iterable, Mapping, Sequence

from sync.envelope import By
from sync.errors import Damaged, Suspicious
from sync.standing import Coming, Row
from sync.whose_text import LIST, Pin, Spot, Thing, Words, is_at_key
from sync.yjs_update import ANY, STRING, Id, Item, Parent, Range, Update


class Letters:
    """What the updates taken so far have made of statements and agreed words."""

    def __init__(self) -> None:
        self._things: dict[Id, Thing] = {}
        self._words: dict[Id, Words] = {}
        self._rows: dict[int, Row] = {}
        self._loose: list[tuple[int, Item]] = []  # this device's own, whose ground is still to come: from, and what

    def check(self, update: Update, items: Sequence[Item], by: By, ends: Mapping[int, int]) -> None:
        """Raises Damaged ACTOR_WRONG where this hand writes in what is not its own. `items`: what is new of the update.

        Suspicious OMISSION where nobody can tell yet, because this device's own words have come without their ground.
        `ends`: how far each client id went before. What is made in the same update is in the same hand.
        """
        coming = Coming(items, self, ends)
        deletes = _apart(update.deletes)
        if self._loose and (
            any(_stands_nowhere(coming, item, spot) for item, spot in coming.all) or self._any_is_loose(deletes)
        ):
            raise Suspicious("OMISSION", "beside what stands nowhere yet")
        _check_stands(coming)
        for item, spot in coming.all:
            touched = [spot, *(coming.at(each) for each in _beside(item, ends))]
            words = [each for each in touched if isinstance(each, Words) and not coming.makes(each)]
            if not all(each.may_grow(by) for each in words):
                raise Damaged("ACTOR_WRONG", "letters in another's words")
            if isinstance(spot, Pin) and not all(spot.thing.says_as_before(spot.key, value) for value in item.values):
                raise Damaged("ACTOR_WRONG", "another's words under another name")
        for gone in deletes:
            old = [spot for _, _, spot in self.within(gone) if isinstance(spot, Words)]
            new = [spot for _, _, spot in coming.within(gone) if isinstance(spot, Words)]
            if not all(spot.may_shrink(by) for spot in old) or any(spot.rule.is_settled for spot in new):
                raise Damaged("ACTOR_WRONG", "letters out of another's words")
        if not coming.unpinned(deletes) <= coming.written_again:
            raise Damaged("ACTOR_WRONG", "words from under their name")

    def learn(self, items: Sequence[Item], ends: Mapping[int, int]) -> None:
        """Take in what is new of an update that has been checked."""
        coming = Coming(items, self, ends)
        self._things |= coming.things
        self._words |= coming.words
        self._loose += [
            (start, item)
            for item, spot in coming.all
            if not self._put(start := max(item.clock, ends.get(item.client, 0)), item, spot)
        ]
        while self._loose:
            left = [each for each in self._loose if not self._put(*each, Coming([each[1]], self, {}).all[0][1])]
            if len(left) == len(self._loose):
                break
            self._loose = left

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

    def _any_is_loose(self, ranges: Iterable[Range]) -> bool:
        return any(
            item.client == client and clock < item.clock + item.length and start < clock + length
            for client, clock, length in ranges
            for start, item in self._loose
        )

    def _put(self, start: int, item: Item, spot: Spot | None) -> bool:
        """Whether it stands there now."""
        if spot is None:
            return False
        end = item.clock + item.length
        self._rows.setdefault(item.client, Row()).add(start, end, spot)
        if isinstance(spot, Words) and item.kind == STRING:
            spot.length += end - start
        return True


def _stands_nowhere(coming: Coming, item: Item, spot: Spot | None) -> bool:
    return spot is None or (item.right_origin is not None and coming.at(item.right_origin) is None)


def _check_stands(coming: Coming) -> None:
    """Registers and no letters at a key, each behind another or first; letters and no registers in a list."""
    at_keys = set[tuple[int, Id | tuple[Parent | None, str | None]]]()
    for item, spot in coming.all:
        right = LIST if item.right_origin is None else coming.at(item.right_origin)
        if spot is None or right is None:
            raise Damaged("ACTOR_WRONG", "beside what is gone")
        if not is_at_key(spot):
            is_between_nothing = item.origin is not None and item.origin == item.right_origin
            if item.kind == ANY or is_at_key(right) or is_between_nothing:
                raise Damaged("ACTOR_WRONG", "no letters among letters")
            continue
        if item.kind == STRING or item.right_origin is not None or (isinstance(spot, Pin) and item.length > 1):
            raise Damaged("ACTOR_WRONG", "no register at a key, or one before another")
        place = (item.client, item.origin or (item.parent, item.key))
        if place in at_keys:
            raise Damaged("ACTOR_WRONG", "two of one hand in one place")
        at_keys.add(place)


def _apart(ranges: Iterable[Range]) -> list[Range]:
    """The same ranges, none over another."""
    found = list[Range]()
    for client, clock, length in sorted(ranges):
        if found and found[-1][0] == client and clock <= found[-1][1] + found[-1][2]:
            _, first, before = found[-1]
            found[-1] = (client, first, max(before, clock + length - first))
        else:
            found.append((client, clock, length))
    return found


def _beside(item: Item, ends: Mapping[int, int]) -> list[Id]:
    """What an item also touches: what goes on from clocks that came before, Yjs puts behind what stands there."""
    end = ends.get(item.client, 0)
    own = [(item.client, end - 1)] if item.clock < end else []
    return [*own, item.right_origin] if item.right_origin else own
