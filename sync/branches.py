"""A restored server whose control chain has gone another way: which of the two goes on, what is wished again (P19)."""

from collections.abc import Sequence

from sync import control
from sync.ends import check_ends_of_branch
from sync.entry import Entry, parse
from sync.errors import Damaged, Malformed
from sync.fork import goes_on
from sync.lies import refuse_what_is_not_given
from sync.membership import Membership, replay
from sync.messages import Ctl, CtlPull, Welcome
from sync.operation import Close, Invite, Remove, Reopen, Revoke, Turn
from sync.replica import Replica
from sync.surroundings import Surroundings
from sync.wishes import Wish


class Branches:
    """Between WELCOME and the rest: nothing else is done while `is_open`."""

    def __init__(self, replica: Replica) -> None:
        self.is_open = False
        self._replica = replica
        self._theirs: list[bytes] = []
        self._length = self._served = 0
        self.lost: tuple[bytes, ...] = ()  # this device's entries that have not gone on, until they are taken

    def take_lost(self) -> tuple[bytes, ...]:
        """The entries that did not go on, once."""
        lost, self.lost = self.lost, ()
        return lost

    def compare(self, welcome: Welcome) -> list[CtlPull]:
        """Asks for what must be compared, when the server is another than before, or has not got all of this chain yet:
        until somebody has given it back what it lacks, others may have gone another way.
        """
        replica, length = self._replica, welcome.control_length
        state, served = replica.state, replica.served if welcome.incarnation == replica.incarnation else 0
        if state is None or served >= len(replica.entries):
            return []
        there = state.hashes[:length]
        is_known = len(there) == length and there[-1] == welcome.control_head
        if is_known:
            return []
        self.is_open, self._length, self._served, self._theirs = True, length, served, []
        return [CtlPull(0)]

    def take(self, ctl: Ctl) -> list[CtlPull]:
        """More of the server's chain; what to ask for next. With the last of it, the one that goes on is this device's.

        Raises Malformed, with FORK_CONTROL among the alarms, when this device's own goes on, Damaged for a chain that
        is no good, and Suspicious FINAL_BACK for one that cuts off what this device has verified (P17), or OMISSION.
        """
        for n, raw in enumerate(ctl.entries, ctl.from_n):
            if n == len(self._theirs):
                self._theirs.append(raw)
        if len(self._theirs) < self._length:
            if not ctl.entries:
                refuse_what_is_not_given(self._replica)
            return [CtlPull(len(self._theirs))]
        self.close()
        self._choose(self._theirs)
        return []

    def close(self) -> None:
        """The socket has gone, or the chains have been compared."""
        self.is_open = False

    def _choose(self, theirs: list[bytes]) -> None:
        replica = self._replica
        ours = replica.entries
        size = min(len(ours), len(theirs))
        parted = next((n for n in range(size) if ours[n] != theirs[n]), size)
        if parted in (len(ours), len(theirs)):
            return  # one is the beginning of the other
        after = replay(theirs)  # a chain that is no good is no second chain: it is refused, and shows nothing
        try:
            if parted == 0:
                raise Malformed("another space")
            if parted < self._served:
                raise Malformed("a control chain that was another before")
            ours_goes_on = goes_on(replay(theirs[:parted]), ours[parted:], theirs[parted:])
            if ours_goes_on and _takes_away(ours[parted:]):
                raise Malformed("a control chain that was another before, and does not go on")
            check_ends_of_branch(after, parted, replica.log, replica.keys.id)
            replica.change_branch(theirs)
            self.lost = tuple(ours[parted:])
        except Damaged:
            replica.log.alarms.add("FORK_CONTROL")
            raise


def wishes_of(entries: Sequence[bytes], replica: Replica, around: Surroundings) -> list[Wish]:
    """What this device had made of these entries, to be asked for again where that can be: who is to be admitted is for
    people to say anew.
    """
    parsed = [parse(raw) for raw in entries]
    own = [entry for entry in parsed if entry.author == replica.keys.id]
    found = [_again(entry, parsed[0].n, replica, around) for entry in own]
    return [wish for wish in found if wish is not None]


def _takes_away(branch: Sequence[bytes]) -> bool:
    """Whether to give this branch up would give somebody back what was taken from them.

    A server takes only what extends its chain: where nothing of that kind is at stake, two devices that wait for each
    other for ever would lose more than an entry that is made anew.
    """
    return any(isinstance(parse(raw).operation, (Remove, Turn, Revoke, Close)) for raw in branch)


def _again(entry: Entry, parted: int, replica: Replica, around: Surroundings) -> Wish | None:
    keys, known, now = replica.keys, replica.invitations, around.now()
    match entry.operation:
        case Remove(devices=devices, members=members):
            return lambda state: _remove_again(state, parted, replica, devices, members, around)
        case Invite(sign=sign, members=members, expires=expires):
            made = next((each for each in known.values() if each.sign.public == sign), None)
            return None if made is None else lambda state: control.invite(state, keys, made, members, expires, now)
        case Revoke(invite=invite):
            return lambda state: control.revoke(state, keys, invite, now)
        case Turn(ix=ix, members=members):
            return lambda state: control.turn(state, keys, _same(state, ix, parted), members, now)
        case Close(successor=successor, erase=erase):
            return lambda state: control.close(state, keys, successor, erase=erase, ts=now)
        case Reopen():
            return lambda state: control.reopen(state, keys, now)
        case _:
            return None


def _same(state: Membership, ix: int, parted: int) -> int:
    """Who has by now the index that both branches gave to the same device: it, or the one that goes on for it.

    Raises Malformed for any other.
    """
    known = state.device_at(ix)
    if known is None or known.admitted_n >= parted:
        raise Malformed("a device of the lost branch")
    return state.latest(ix).ix


def _remove_again(
    state: Membership,
    parted: int,
    replica: Replica,
    devices: tuple[int, ...],
    members: tuple[int, ...],
    around: Surroundings,
) -> bytes:
    """Indices that the lost branch gave to others may be somebody else's now, or nobody's: those are left out."""
    shared = [ix for ix in devices if (known := state.device_at(ix)) and known.admitted_n < parted]
    present = sorted({latest.ix for latest in map(state.latest, shared) if latest.is_active})
    ends, key = replica.log.ends(state), replica.epoch_key or b""
    return control.remove(state, replica.keys, present, members, ends, key, around.now(), around.randomness)
