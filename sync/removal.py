"""What ends something: a shared device turned into one member's, devices, cards and members removed, the key of the
space changed, the space closed.

Each function gives the state after an operation, but for the chain itself, or raises Damaged. README.md section 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sync import rights
from sync.belonging import Epoch, Invited, Membership
from sync.entry import Entry
from sync.errors import Damaged, Malformed
from sync.operation import Close, Heads, Remove, Rotate, Turn
from sync.rights import Device


@dataclass(frozen=True, slots=True)
class Going:
    """What goes when something is removed."""

    devices: frozenset[int]  # cards too
    stale: frozenset[int]  # cards that stay, though they may have been copied: their holder has no other way in

    def remaining(self, state: Membership) -> tuple[Device, ...]:
        """Who still belongs afterwards: those for whom a new epoch is wrapped."""
        return tuple(known for known in state.active if known.ix not in self.devices)


def closure(state: Membership, devices: Iterable[int], members: Iterable[int]) -> Going:
    """What goes when these active devices and cards and these members are removed (P9, P13).

    Every device that lists a removed member, every card of theirs, and every card that was introduced by something
    that goes, by a card that goes with it, or by a device that it replaces: whoever held those could have copied it.
    """
    left = set(members)
    gone = set(devices) | {known.ix for known in state.active if left.intersection(known.members)}
    makers = gone | _before(state, gone)
    doubtful: set[int] = set()
    for card in state.active:  # by index, so that whatever introduced a card has been seen before it
        if card.paper and card.ix not in gone and card.introduced_by in makers:
            doubtful.add(card.ix)
            makers.add(card.ix)
    sure = [known for known in state.active if known.ix not in gone | doubtful]
    with_a_way_in = {known.members[0] for known in sure if len(known.members) == 1}
    stale = {ix for ix in doubtful if state.devices[ix].holder not in with_a_way_in}
    return Going(frozenset(gone | doubtful - stale), frozenset(stale))


def turn(state: Membership, author: Device, operation: Turn, entry: Entry) -> Membership:
    """A shared device becomes that of some of its members, from this entry on."""
    device = state.device_at(operation.ix)
    if device is None or not device.is_active or not set(operation.members) < set(device.members):
        raise Malformed("no such turn")
    if not rights.may_turn(author, device, operation.members):
        raise Damaged("NOT_ALLOWED")
    turned = replace(device, members=operation.members, turned=(*device.turned, (entry.n, device.members)))
    return replace(state, devices=_with(state.devices, turned))


def remove(state: Membership, author: Device, operation: Remove, entry: Entry) -> Membership:
    """Devices, cards and members go. The author rotates in the same entry, unless it is one of those who go (P16)."""
    named = [state.device_at(ix) for ix in operation.devices]
    found = [known for known in named if known is not None and known.is_active]
    if len(found) != len(named):
        raise Malformed("a device that does not belong")
    if not all(state.is_member(member) for member in operation.members):
        raise Damaged("MEMBER_UNKNOWN")
    going = closure(state, operation.devices, operation.members)
    is_leaving = author.ix in going.devices
    may = rights.may_remove(author, found, operation.members) and going.remaining(state)
    if not may or (is_leaving and operation.rotation is not None):
        raise Damaged("NOT_ALLOWED")
    last = _final(state, going, operation.final)
    after = replace(
        state,
        devices=tuple(_after(known, going, last, entry.n) for known in state.devices),
        removed_members=state.removed_members | set(operation.members),
        invites=_all_closed(state.invites),
    )
    if is_leaving:
        is_due = state.is_rotation_due_at(state.n)
        return after if is_due else replace(after, due_turns=(*state.due_turns, entry.n))
    if operation.rotation is None:
        raise Damaged("WRAPS_WRONG")
    return rotate(after, operation.rotation, entry)


def rotate(state: Membership, operation: Rotate, entry: Entry) -> Membership:
    """A new epoch begins, for all who belong."""
    if tuple(ix for ix, _ in operation.wraps) != tuple(known.ix for known in state.active):
        raise Damaged("WRAPS_WRONG")
    is_due = state.is_rotation_due_at(state.n)
    return replace(
        state,
        epochs=(*state.epochs, Epoch(entry.n, operation.commitment)),
        invites=_all_closed(state.invites),
        due_turns=(*state.due_turns, entry.n) if is_due else state.due_turns,
    )


def close(state: Membership, author: Device, operation: Close, entry: Entry) -> Membership:
    """Nothing more is written, until the space is reopened, or for ever."""
    if not rights.acts_for_owner(author):
        raise Damaged("NOT_ALLOWED")
    turns = (*state.close_turns, entry.n)
    return replace(state, close_turns=turns, successor=operation.successor, is_erased=operation.erase)


def reopen(state: Membership, author: Device, entry: Entry) -> Membership:
    """The space goes on."""
    if not state.is_closed_at(state.n):
        raise Malformed("a space that is not closed")
    if not rights.acts_for_owner(author):
        raise Damaged("NOT_ALLOWED")
    return replace(state, close_turns=(*state.close_turns, entry.n), successor=None)


def _before(state: Membership, devices: set[int]) -> set[int]:
    """Those that these devices replace, and those that those replaced."""
    found: set[int] = set()
    for ix in devices:
        before = state.devices[ix].replaces
        while before is not None:
            found.add(before)
            before = state.devices[before].replaces
    return found


def _final(state: Membership, going: Going, final: Heads) -> dict[int, tuple[int, bytes]]:
    for ix, _, _ in final:
        if ix not in going.devices or state.devices[ix].paper:
            raise Malformed("the end of a device that stays, or of a card")
    return {ix: (seq, head) for ix, seq, head in final}


def _after(known: Device, going: Going, final: dict[int, tuple[int, bytes]], n: int) -> Device:
    if known.ix in going.stale:
        return replace(known, is_stale=True)
    if known.ix not in going.devices:
        return known
    return replace(known, removed_n=n, final=None if known.paper else final.get(known.ix, (0, bytes(32))))


def _with(devices: tuple[Device, ...], changed: Device) -> tuple[Device, ...]:
    return (*devices[: changed.ix], changed, *devices[changed.ix + 1 :])


def _all_closed(invites: tuple[Invited, ...]) -> tuple[Invited, ...]:
    return tuple(replace(known, open=False) if known.open else known for known in invites)
