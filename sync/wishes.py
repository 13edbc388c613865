"""Entries that a device wishes to append to the control chain: one at a time, made anew when another came first."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeAlias

from sync import entry as entries
from sync import membership
from sync.duties import duty_of, is_to_go_on
from sync.errors import Damaged, Malformed, Refused
from sync.membership import Membership
from sync.messages import CtlAck, CtlAppend
from sync.operation import Turn
from sync.replica import Replica

Wish: TypeAlias = Callable[[Membership], bytes]  # the entry that would be appended to this state

_CAME_TRUE = ("DEVICE_REUSED", "INVITE_USED")  # what a wish is refused with whose CTL_ACK was lost


def names_of(ixs: Iterable[int], state: Membership | None) -> tuple[bytes, ...]:
    """Whom people mean as they wish it: later, on another branch, the same indices may be others'. Raises Malformed."""
    known = [state.device_at(ix) if state else None for ix in ixs]
    if None in known:
        raise Malformed("a device that does not belong")
    return tuple(device.id for device in known if device is not None)


class Wishes:
    """`refusal` says why the last wish came to nothing."""

    def __init__(self, replica: Replica, duty: Callable[[], bytes]) -> None:
        self.refusal: Refused | None = None
        self._replica = replica
        self._wishes: deque[Wish] = deque()
        self._last: Wish | None = None
        self._returned: deque[bytes] = deque()  # entries that a restored server lacks
        self._appending: bytes | None = None
        self._from: deque[Wish] | deque[bytes] | None = None  # where the entry on its way waits until it is answered
        self._said: set[bytes] = set()  # hashes of the entries that the first wish became, until it is answered
        self._in_conflict = False
        self._duty = duty  # made before anything else when the replica has one (P16, P22)
        self._refused_n = -1  # the entry after which it was refused
        self._refused_ends: object = None  # the ends of every device's records then, where they were in the way
        self._ends: object = None  # of every device's records, when the entry on its way was made

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to be appended."""
        return not (self._wishes or self._last or self._returned or self._appending or self._has_duty())

    @property
    def is_waiting(self) -> bool:
        """Whether an entry is on its way."""
        return self._appending is not None

    @property
    def on_its_way(self) -> bytes | None:
        """The entry that the server has not answered for."""
        return self._appending

    @property
    def is_giving_back(self) -> bool:
        """Whether a restored server still lacks entries that it had."""
        return bool(self._returned)

    def add(self, wish: Wish) -> None:
        """One more. Raises Damaged at once if it is plain that it may not be."""
        if self._replica.state is not None:
            membership.apply(self._replica.state, wish(self._replica.state))
        self._wishes.append(wish)

    def end_with(self, wish: Wish) -> None:
        """One for when the server has everything else: after it nothing more is taken from this device."""
        self._last = wish

    def add_if_it_may(self, wish: Wish) -> None:
        """One more, or its refusal."""
        try:
            self.add(wish)
        except Damaged as error:
            self.refusal = Refused("CTL_INVALID", detail=error.code)

    def give_back(self, raws: Iterable[bytes]) -> None:
        """Entries of anyone's that the server has lost."""
        self._returned.extend(raws)

    def append(self, raw: bytes) -> list[CtlAppend]:
        """This entry, before any wish."""
        return self._send(raw, None)

    def next(self, *, may_end: bool) -> list[CtlAppend]:
        """What to send now: nothing while an entry is on its way, or the chain is asked for that came in its place.

        `may_end`: the server has every record of ours.
        """
        state = self._replica.state
        if self._appending is not None or self._in_conflict or state is None:
            return []
        if self._returned:
            return self._send(self._returned[0], self._returned)
        if self._has_duty():
            return self._send(self._duty(), None)
        if self._wishes and not self._said.isdisjoint(state.hashes):  # its CTL_ACK was lost, or came out of turn
            self._wishes.popleft()
            self._said.clear()
        if self._last and may_end and not self._wishes:
            wish, self._last = self._last, None
            self.add_if_it_may(wish)
        while self._wishes:
            raw = self._made(self._wishes[0], state)
            if raw is not None and self._is_too_early(raw):
                return []
            if raw is not None:
                self._said.add(entries.parse(raw).hash)
                return self._send(raw, self._wishes)
            self._wishes.popleft()
            self._said.clear()
        return []

    def acknowledged(self, ack: CtlAck) -> bool:
        """The server has appended an entry; whether it is the one that was on its way."""
        raw = self._appending
        if raw is None:
            return False
        entry = entries.parse(raw)
        if (entry.n, entry.hash) != (ack.n, ack.hash):
            return False
        self._replica.mark_served(ack.n + 1)
        if raw not in self._replica.entries[ack.n :]:  # two of the owner's may show one card for the same, at once
            self._replica.take_entry(raw)
        self._answered()
        return True

    def conflicted(self) -> int | None:
        """Another entry came first: from which on to ask for the chain; None when what came first is here already."""
        raw, self._appending = self._appending, None
        state = self._replica.state
        if raw is None or state is None:
            return None
        n = entries.parse(raw).n
        self._in_conflict = n > state.n or self._from is self._returned
        return n if self._in_conflict else None

    def looked(self, *, has_grown: bool) -> None:
        """The chain has been asked for. A conflict with nothing to be seen is no reason to try again: neither the chain
        nor the records have grown, of which a removal must know all (P17).
        """
        if self._in_conflict and not has_grown and self._ends == self._known_ends():
            if self._from is self._wishes and self._wishes:
                self._wishes.popleft()
                self._said.clear()
            elif self._from is self._returned:
                self._returned.clear()
            elif self._replica.state is not None:
                self._refused_n, self._refused_ends = self._replica.state.n, self._ends
            self.refusal = Refused("CTL_CONFLICT")
        self._in_conflict = False

    def refused(self, refusal: Refused) -> None:
        """The server has not taken the entry, and will not."""
        self.refusal = refusal
        if self._from is None and self._replica.state is not None:
            self._refused_n, self._refused_ends = self._replica.state.n, None
        self._answered()

    def pause(self) -> None:
        """The entry on its way goes again later."""
        self._appending = None

    def close(self) -> None:
        """The socket has gone."""
        self._appending, self._in_conflict = None, False
        self._returned.clear()

    def _send(self, raw: bytes, source: "deque[Wish] | deque[bytes] | None") -> list[CtlAppend]:
        self._appending, self._from, self._ends = raw, source, self._known_ends()
        return [CtlAppend(raw)]

    def _known_ends(self) -> object:
        state = self._replica.state
        log = self._replica.log
        return (log.ends(state), log.heads(state)) if state else None

    def _has_duty(self) -> bool:
        state = self._replica.state
        if state is None or duty_of(self._replica) is None:
            return False
        is_refused = self._refused_n == state.n and self._refused_ends in (None, self._known_ends())
        return not is_refused

    def _answered(self) -> None:
        if self._from:
            self._from.popleft()
        if self._from is self._wishes:
            self._said.clear()
        self._appending, self._from = None, None

    def _is_too_early(self, raw: bytes) -> bool:
        operation, me = entries.parse(raw).operation, self._replica.me
        return isinstance(operation, Turn) and me is not None and operation.ix == me.ix and is_to_go_on(self._replica)

    def _made(self, wish: Wish, state: Membership) -> bytes | None:
        try:
            raw = wish(state)
            membership.apply(state, raw)
        except Damaged as error:
            if error.code not in _CAME_TRUE:
                self.refusal = Refused("CTL_INVALID", detail=error.code)
            return None
        return raw
