"""What a server says of itself, held against what it has said before."""

from typing import NoReturn

from sync.entry import parse, signed
from sync.errors import Malformed, Suspicious
from sync.keys import verify
from sync.messages import Welcome
from sync.outbox import Outbox
from sync.replica import Replica


class Losses:
    """Whether a server that was not restored has less than before.

    A closed space may have been purged. So where there are entries to come, which may have closed it, or opened it
    again, that it has fewer records is told once these are here.
    """

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._is_told = self._is_to_be_told = False

    def weigh(self, welcome: Welcome) -> None:
        """What is sure is told at once, whatever comes of comparing chains."""
        replica, state = self._replica, self._replica.state
        if state is None or welcome.incarnation != replica.incarnation:
            self._is_told = False
            return
        has_more, has_fewer = welcome.control_length > len(replica.entries), self._has_fewer_records(welcome)
        is_lost = has_fewer and not has_more and not state.is_closed_at(state.n)
        self._is_told = is_lost or welcome.control_length < replica.served
        self._is_to_be_told = self._is_to_be_told or (has_fewer and has_more)
        if self._is_told:
            replica.log.alarms.add("ROLLBACK")

    def compare_chain(self, welcome: Welcome) -> None:
        """Raises Malformed for another control chain than was seen."""
        state = self._replica.state
        if state is None:
            return
        there = state.hashes[: welcome.control_length]
        if len(there) == welcome.control_length and there[-1] != welcome.control_head:
            self._replica.log.alarms.add("FORK_CONTROL")
            raise Malformed("a control chain that was another before")
        if self._is_told:  # only now: until it shows the chain that it had, it is not taken for one that was restored
            self._replica.start_over(welcome.incarnation)

    def chain_is_here(self, welcome: Welcome | None, outbox: Outbox) -> None:
        """All entries of which this WELCOME has told."""
        replica, state = self._replica, self._replica.state
        if welcome is None or state is None or not self._is_to_be_told:
            return
        self._is_to_be_told = False
        if not state.is_closed_at(state.n):
            replica.log.alarms.add("ROLLBACK")
            replica.start_over(welcome.incarnation)
            replica.mark_served(welcome.control_length)
            outbox.compare(welcome)

    def _has_fewer_records(self, welcome: Welcome) -> bool:
        replica, own = self._replica, self._replica.keys.id
        stored, head = next(((seq, head) for device, seq, head in welcome.heads if device == own), (0, b""))
        has_others = 0 < stored <= replica.stored_seq and not replica.is_own(stored, head)
        return has_others or welcome.head_position < replica.cursor - 1 or stored < replica.stored_seq


def is_by_a_stranger(replica: Replica, raw: bytes) -> bool:
    """Whether an entry follows another chain than ours, and its author came on that one: where they part, who signed is
    known.
    """
    entry, state = parse(raw), replica.state
    return state is not None and entry.prev != state.head and state.device(entry.author) is None


def refuse_other_entry(replica: Replica, raw: bytes) -> NoReturn:
    """An entry that stands where another does, or follows another chain than ours. Raises Malformed.

    FORK_CONTROL only if somebody who belongs has signed it: an entry that was altered on its way shows no second chain.
    """
    entry = parse(raw)
    author = replica.state.device(entry.author) if replica.state else None
    if author is not None and verify(author.ed, signed(entry.header_bytes), entry.signature):
        replica.log.alarms.add("FORK_CONTROL")
    raise Malformed("a control chain that was another before")


def refuse_what_is_not_given(replica: Replica) -> NoReturn:
    """The server has more entries, as its WELCOME said, and gives none. Raises Suspicious OMISSION, told as well."""
    replica.log.alarms.add("OMISSION")
    raise Suspicious("OMISSION", "control entries")
