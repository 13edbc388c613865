"""Whose work an update is: it writes under its own device's client ids, in one hand, and takes nothing whole away.

README.md section 4, "honest" (P10, P22); vectors/authorship.json.
"""

from bisect import bisect_left, insort
from typing import Final, TypeAlias

from sync.envelope import By
from sync.errors import Damaged, Malformed
from sync.yjs_update import ANY, DELETED, JSON, STRING, TYPE, Item, Parent, Update, Value, read

Place: TypeAlias = tuple[Parent, str | None]  # a parent, and a key in it

# Lost values are kept under ids that follow from what was lost, so two devices may both keep the same one.
_KEPT_ROOT: Final = "kept"


class Authors:
    """What the records taken so far have shown: whose each client id is, and which types there are."""

    def __init__(self) -> None:
        self._owners: dict[int, bytes] = {}
        self._types: dict[int, list[int]] = {}
        self._places: set[Place] = set()

    def owner_of_client(self, client: int) -> bytes | None:
        """The device that first used this client id."""
        return self._owners.get(client)

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
        for client, _, _ in update.ranges:
            self._owners.setdefault(client, device)
        for item in update.items:
            if item.kind == TYPE:
                insort(self._types.setdefault(item.client, []), item.clock)
                if item.parent is not None:
                    self._places.add((item.parent, item.key))


def check(data: bytes, by: By, device: bytes, authors: Authors) -> Update:
    """The update, read, if it is this device's own work in this hand. Raises Damaged ACTOR_WRONG."""
    try:
        update = read(data)
    except Malformed as error:
        raise Damaged("ACTOR_WRONG", error.detail) from error
    if any(authors.owner_of_client(client) not in (None, device) for client, _, _ in update.ranges):
        raise Damaged("ACTOR_WRONG", "another device's client id")
    fresh = Authors()
    for item in update.items:
        _check_content(item, by)
        _check_place(item, (authors, fresh))
        fresh.learn(device, Update((), (item,), ()))
    known = (authors, fresh)
    if any(item.origin and each.holds_type(*item.origin) for item in update.items for each in known):
        raise Damaged("ACTOR_WRONG", "writes over a type")
    if any(each.holds_type(*deleted) for deleted in update.deletes for each in known):
        raise Damaged("ACTOR_WRONG", "deletes a type")
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
    if item.kind in (ANY, JSON):
        if any(author_of(value) != by for value in item.values):
            raise Damaged("ACTOR_WRONG", "a register in another hand")
    elif item.kind not in (DELETED, STRING, TYPE):
        raise Damaged("ACTOR_WRONG", "content without an author")


def _check_place(item: Item, known: tuple[Authors, Authors]) -> None:
    if item.kind == TYPE and (item.origin, item.right_origin) != (None, None):
        raise Damaged("ACTOR_WRONG", "a type in the place of something")
    may_meet = item.kind == TYPE and item.parent == _KEPT_ROOT
    if item.parent is not None and not may_meet:
        place = (item.parent, item.key)
        if any(each.is_taken(place) for each in known):
            raise Damaged("ACTOR_WRONG", "writes over a type")
