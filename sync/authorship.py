"""Whose work an update is: under its own device's client ids, in one hand, with nothing whole taken away.

README.md section 4, "honest" (P10, P22); vectors/authorship.json.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sync.envelope import By
from sync.errors import Damaged, Malformed, Suspicious
from sync.halves import Halves
from sync.letters import Letters
from sync.making import KEPT_ROOT, Making
from sync.yjs_update import TYPE, Item, Parent, Update, Value, read

Place: TypeAlias = tuple[Parent, str | None]  # a parent, and a key in it


class Authors:
    """What the records taken so far have shown: whose each client id is, how far it goes, and which types there are."""

    def __init__(self) -> None:
        self._owners: dict[int, bytes] = {}
        self._ends: dict[int, int] = {}
        self._types: dict[int, list[int]] = {}
        self._places: set[Place] = set()
        self._replaced: dict[bytes, bytes] = {}
        self._letters = Letters()
        self._halves = Halves()

    def owner_of_client(self, client: int) -> bytes | None:
        """The device that first used this client id."""
        return self._owners.get(client)

    def succeed(self, device: bytes, replaced: bytes) -> None:
        """The device goes on for another, and may write under its client ids (P22)."""
        self._replaced[device] = replaced

    def may_use(self, device: bytes, client: int) -> bool:
        """Whether the client id is free, this device's, or that of one that it goes on for."""
        owner = self.owner_of_client(client)
        one: bytes | None = device
        while one is not None and one != owner:
            one = self._replaced.get(one)
        return owner is None or one is not None

    def end_of(self, client: int) -> int:
        """The clock after the last that is known of this client id."""
        return self._ends.get(client, 0)

    def knows(self, item: Item) -> bool:
        """Whether the item came before: Yjs passes over whatever stands at its clocks now."""
        return item.clock + item.length <= self.end_of(item.client)

    def holds_type(self, client: int, clock: int, length: int = 1) -> bool:
        """Whether a type was made in this range of clocks."""
        clocks = self._types.get(client, [])
        at = bisect_left(clocks, clock)
        return at < len(clocks) and clocks[at] < clock + length

    def is_taken(self, place: Place) -> bool:
        """Whether a type stands at this key of this parent."""
        return place in self._places

    def learn(self, device: bytes, update: Update) -> None:
        """Take in an update that has been checked."""
        items = [item for item in update.items if not self.knows(item)]
        self._letters.learn(items, self._ends)
        self._halves.learn(items, update.deletes, self._ends)
        for item in items:
            self.learn_type(item)
        for client, clock, length in update.ranges:
            self._owners.setdefault(client, device)
            self._ends[client] = max(self.end_of(client), clock + length)

    def check_letters(self, update: Update, items: Sequence[Item], by: By) -> None:
        """Raises Damaged ACTOR_WRONG where what is new of the update is in another's own words, or out of place."""
        self._letters.check(update, items, by, self._ends)
        self._halves.check(items, update.deletes, self._ends)

    def learn_type(self, item: Item) -> None:
        """Take in what an item makes, if it makes a type."""
        if item.kind == TYPE:
            insort(self._types.setdefault(item.client, []), item.clock)
            if item.parent is not None:
                self._places.add((item.parent, item.key))


def check(data: bytes, by: By, device: bytes, authors: Authors) -> Update:
    """The update, read, if it is this device's own work in this hand.

    Raises Damaged ACTOR_WRONG; Suspicious OMISSION when it rests on something that has not come, and must wait for it:
    taken sooner, it could say what is to become of words that nobody has written yet.
    """
    try:
        update = read(data)
    except Malformed as error:
        raise Damaged("ACTOR_WRONG", error.detail) from error
    if not all(authors.may_use(device, client) for client, _, _ in update.ranges):
        raise Damaged("ACTOR_WRONG", "another device's client id")
    items = [item for item in update.items if not authors.knows(item)]
    if any(item.clock < authors.end_of(item.client) for item in items):
        raise Damaged("ACTOR_WRONG", "goes on from the middle of what came")
    fresh, making = Authors(), Making()
    for item in sorted(items, key=lambda item: item.kind != TYPE):  # what stands before a type may be over it
        _check_content(item, by)
        making.take(item)
        _check_place(item, authors, fresh)
        fresh.learn_type(item)
    known = (authors, fresh)
    if any(item.origin and each.holds_type(*item.origin) for item in items for each in known):
        raise Damaged("ACTOR_WRONG", "writes over a type")
    if any(each.holds_type(*deleted) for deleted in update.deletes for each in known):
        raise Damaged("ACTOR_WRONG", "deletes a type")
    end_of = _end_after(update, authors)
    _check_come(update, items, end_of)
    parents = [item.parent for item in items if isinstance(item.parent, tuple)]
    if not all(any(each.holds_type(*parent) for each in known) for parent in parents):
        raise Damaged("ACTOR_WRONG", "in what is no type")
    authors.check_letters(update, items, by)
    _check_order(update, end_of)
    return update


def author_of(value: Value) -> By | None:
    """The author in a register, `[value, by, at]`; none if it is no register."""
    if not isinstance(value, list) or len(value) != 3:
        return None
    by = value[1]
    if by == "both":
        return "both"
    if isinstance(by, float) and by.is_integer():
        by = int(by)
    return by if isinstance(by, int) and not isinstance(by, bool) and by >= 0 else None


def _check_content(item: Item, by: By) -> None:
    if len(item.values) > 1:  # Yjs may part them, and what is left of them undeleted
        raise Damaged("ACTOR_WRONG", "several values in one")
    if any(author_of(value) != by for value in item.values):
        raise Damaged("ACTOR_WRONG", "a register in another hand")


def _check_place(item: Item, authors: Authors, fresh: Authors) -> None:
    may_meet = item.kind == TYPE and item.parent == KEPT_ROOT
    if item.parent is not None and not may_meet:
        place = (item.parent, item.key)
        if authors.is_taken(place) or fresh.is_taken(place):
            raise Damaged("ACTOR_WRONG", "writes over a type")


def _end_after(update: Update, authors: Authors) -> Callable[[int], int]:
    """How far each client id goes with this update. Raises Suspicious OMISSION where it begins behind a gap."""
    ends: dict[int, int] = {}
    for client, clock, length in update.ranges:
        end = ends.get(client, authors.end_of(client))
        if clock > end:
            raise Suspicious("OMISSION", "words before these")
        ends[client] = max(end, clock + length)
    return lambda client: ends.get(client, authors.end_of(client))


def _check_come(update: Update, items: list[Item], end_of: Callable[[int], int]) -> None:
    named = [each for item in items for each in (item.origin, item.right_origin, item.parent)]
    ids = [(client, clock + 1) for client, clock in (each for each in named if isinstance(each, tuple))]
    ids += [(client, clock + length) for client, clock, length in update.deletes]
    if any(end > end_of(client) for client, end in ids):
        raise Suspicious("OMISSION", "words that these rest on")


def _check_order(update: Update, end_of: Callable[[int], int]) -> None:
    """Yjs takes each client id's items in order, each behind all that it names; what it cannot take would wait."""
    rows: dict[int, list[Item]] = {}
    for item in update.items:
        rows.setdefault(item.client, []).append(item)
    taken = dict.fromkeys(rows, 0)
    waiting: dict[int, list[int]] = {}  # a client id, and those whose next item names one of its items

    def stands(client: int) -> int:
        """Up to where what this client id wrote is there."""
        row, at = rows.get(client, []), taken.get(client, 0)
        return row[at].clock if at < len(row) else end_of(client)

    ready = list(rows)
    while ready:
        client = ready.pop()
        row = rows[client]
        before = taken[client]
        while taken[client] < len(row):
            item = row[taken[client]]
            named = (each for each in (item.origin, item.right_origin, item.parent) if isinstance(each, tuple))
            missing = next((each for each in named if each[1] >= stands(each[0])), None)
            if missing is not None:
                waiting.setdefault(missing[0], []).append(client)
                break
            taken[client] += 1
        if taken[client] > before:
            ready += waiting.pop(client, [])
    if any(taken[client] < len(row) for client, row in rows.items()):
        raise Damaged("ACTOR_WRONG", "names what comes behind it")
