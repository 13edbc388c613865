"""What a server says of itself, held against what it has said before."""

from typing import NoReturn

from sync.entry import parse, signed
from sync.errors import Malformed, Suspicious
from sync.keys import verify
from sync.messages import Welcome
from sync.replica import Replica


def notice_less(replica: Replica, welcome: Welcome) -> bool:
    """Whether a server that was not restored has less than before: told at once, whatever comes of comparing chains.

    A closed space may have been purged.
    """
    state = replica.state
    if state is None or welcome.incarnation != replica.incarnation:
        return False
    stored, head = next(((seq, head) for device, seq, head in welcome.heads if device == replica.keys.id), (0, b""))
    has_others = 0 < stored <= replica.stored_seq and not replica.is_own(stored, head)
    has_fewer_records = welcome.head_position < replica.cursor - 1 or stored < replica.stored_seq
    may_be_purged = state.is_closed_at(state.n)
    has_less = welcome.control_length < replica.served or ((has_fewer_records or has_others) and not may_be_purged)
    if has_less:
        replica.log.alarms.add("ROLLBACK")
    return has_less


def look_for_lies(replica: Replica, welcome: Welcome) -> None:
    """The chain of a server is the one that was seen. Raises Malformed for another."""
    state, has_less = replica.state, notice_less(replica, welcome)
    if state is None:
        return
    there = state.hashes[: welcome.control_length]
    if len(there) == welcome.control_length and there[-1] != welcome.control_head:
        replica.log.alarms.add("FORK_CONTROL")
        raise Malformed("a control chain that was another before")
    if has_less:  # only now: until it shows the chain that it had, it is not taken for one that was restored
        replica.start_over(welcome.incarnation)


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
