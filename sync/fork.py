"""Which of two control chains goes on, when a restored server and its clients have gone different ways (P19).

Vectors: vectors/fork.json.
"""

from collections.abc import Sequence

from sync import entry as entries
from sync import rights
from sync.belonging import Membership
from sync.errors import Damaged, Malformed
from sync.membership import apply


def goes_on(common: Membership, ours: Sequence[bytes], theirs: Sequence[bytes]) -> bool:
    """Whether our branch goes on; `common` is the state that both follow, each branch the entries after it.

    A branch that ends something is never given up for one that does not: a server could get back for a device that was
    removed what it had lost. If each ends what the other does not, neither is given up. Otherwise the branch that ends
    something goes on; then the one whose first entry is by the owner's own device or card, if only one is; then the one
    whose first entry has the lower hash. A branch of no entries never goes on. Raises Damaged for a branch that is not
    good, Malformed for branches that do not part.
    """
    if not ours or not theirs:
        if not ours and not theirs:
            raise Malformed("branches that do not part")
        return bool(ours)
    first, other = entries.parse(ours[0]), entries.parse(theirs[0])
    if first.hash == other.hash:
        raise Malformed("branches that do not part")
    after, others_after = _follow(common, ours), _follow(common, theirs)
    if _ends_more(after, others_after, common):
        return True
    if _ends_more(others_after, after, common):
        return False
    is_ours = (_is_owners(common, first.author), other.hash > first.hash)
    is_theirs = (_is_owners(common, other.author), first.hash > other.hash)
    return is_ours > is_theirs


def _follow(state: Membership, branch: Sequence[bytes]) -> Membership:
    for raw in branch:
        state = apply(state, raw)
    return state


def _ends_more(after: Membership, other: Membership, common: Membership) -> bool:
    """Whether something ended in one branch and goes on in the other: the space, a person, whom a device lists."""
    if (after.is_closed_at(after.n), after.is_erased) > (other.is_closed_at(other.n), other.is_erased):
        return True
    if any(other.is_member(member) and not after.is_member(member) for member in range(common.members)):
        return True
    return any(_holds(other, known.ix, len(common.devices)) - _keeps(after, known.ix) for known in common.devices)


def _keeps(state: Membership, ix: int) -> set[int]:
    """Whom the device lists, or the one that goes on for it; nobody once it was removed."""
    known = state.latest(ix)
    return set(known.members) if known.is_active else set()


def _holds(state: Membership, ix: int, parted: int) -> set[int]:
    """Whom the device lists, with all that it has let in since the branches parted: that may be its other self."""
    family = {ix}
    for known in state.devices[parted:]:
        if known.introduced_by in family:
            family.add(known.ix)
    return {member for each in family if state.devices[each].is_active for member in state.devices[each].members}


def _is_owners(state: Membership, device: bytes) -> bool:
    known = state.device(device)
    if known is None:
        raise Damaged("AUTHOR_UNKNOWN")
    return rights.acts_for_owner(known)
