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

    The branch that removes the author of the other's first entry, if only one does; then the one whose first entry is
    by the owner's own device or card, if only one is; then the one whose first entry has the lower hash. A branch of
    no entries never goes on. Raises Damaged for a branch that is not good, Malformed for branches that do not part.
    """
    if not ours or not theirs:
        if not ours and not theirs:
            raise Malformed("branches that do not part")
        return bool(ours)
    first, other = entries.parse(ours[0]), entries.parse(theirs[0])
    if first.hash == other.hash:
        raise Malformed("branches that do not part")
    after, others_after = _follow(common, ours), _follow(common, theirs)
    is_ours = (_removes(after, other.author), _is_owners(common, first.author), other.hash > first.hash)
    is_theirs = (_removes(others_after, first.author), _is_owners(common, other.author), first.hash > other.hash)
    return is_ours > is_theirs


def _follow(state: Membership, branch: Sequence[bytes]) -> Membership:
    for raw in branch:
        state = apply(state, raw)
    return state


def _removes(state: Membership, device: bytes) -> bool:
    return not state.is_active(device, state.n)


def _is_owners(state: Membership, device: bytes) -> bool:
    known = state.device(device)
    if known is None:
        raise Damaged("AUTHOR_UNKNOWN")
    return rights.acts_for_owner(known)
