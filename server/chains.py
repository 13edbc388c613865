"""Who belongs to which space: control chains, judged once and remembered. All of it is for turns only."""

from collections import OrderedDict
from collections.abc import Sized
from dataclasses import dataclass
from functools import partial
from typing import Final

from server import store
from server.store import Reading, Store
from server.turns import Signal, Turns
from sync.errors import Refused
from sync.membership import Membership, replay

REMEMBERED: Final = 500  # of spaces where nobody is, besides those where somebody is


@dataclass(slots=True)
class _UnderWay:
    """A chain that is just being read, for all who need it."""

    ended: Signal
    is_done: bool = False
    found: Membership | None = None


class Chains:
    """The chains in `store`; as many more are remembered as there are `rooms`."""

    def __init__(self, store: Store, turns: Turns, rooms: Sized) -> None:
        self._store, self._turns, self._rooms = store, turns, rooms
        self._known: OrderedDict[bytes, Membership] = OrderedDict()
        self._under_way: dict[bytes, _UnderWay] = {}

    def knows(self, space: bytes) -> bool:
        """Whether `membership` does not wait."""
        return space in self._known

    def membership(self, space: bytes) -> Membership:
        """Who belongs, up to the last commit. Waits for the disk when the space is not remembered.

        Raises Refused SPACE_UNKNOWN.
        """
        known = self._known.get(space)
        if known is None:
            known = self._read(space)
            if known is None:
                raise Refused("SPACE_UNKNOWN")
            return self._remember(known)
        self._known.move_to_end(space)
        return known

    def grow(self, membership: Membership) -> None:
        """An entry of this space has been committed, and this is the state after it."""
        self._remember(membership)

    def forget(self, membership: Membership) -> None:
        """Reads this space's chain again when it is next needed, unless something newer is known by now."""
        if self._known.get(membership.space) is membership:
            del self._known[membership.space]

    def _remember(self, membership: Membership) -> Membership:
        """The newest state known of this space: a chain only grows. Nothing that is not stored may come here."""
        held = self._known.get(membership.space)
        newest = held if held is not None and held.n > membership.n else membership
        self._known[membership.space] = newest
        self._known.move_to_end(membership.space)
        if len(self._known) > REMEMBERED + len(self._rooms):
            self._known.popitem(last=False)
        return newest

    def _read(self, space: bytes) -> Membership | None:
        """Once, however many ask meanwhile: the longest chain takes seconds to judge."""
        under_way = self._under_way.get(space)
        if under_way is not None:
            under_way.ended.wait()
            return under_way.found if under_way.is_done else self._read(space)
        under_way = self._under_way[space] = _UnderWay(self._turns.signal())
        try:
            under_way.found = self._store.read(partial(_replay, space=space))
            under_way.is_done = True
        finally:
            del self._under_way[space]
            under_way.ended.set()
        return under_way.found


def _replay(connection: Reading, space: bytes) -> Membership | None:
    chain = store.entries(connection, space, 0)
    return replay(chain, space) if chain else None
