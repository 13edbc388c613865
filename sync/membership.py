"""Who belongs to a space and which keys they hold: a pure function of its control chain.

Every rule and refusal is in README.md section 2; vectors/membership.json, removal.json and ending.json hold both
languages to them.
"""

from collections.abc import Iterable
from dataclasses import replace

from sync import admission, removal
from sync import entry as entries
from sync.belonging import Epoch, Invited, Membership
from sync.entry import Entry
from sync.errors import Damaged, Malformed
from sync.keys import verify
from sync.limits import LIMITS
from sync.operation import (
    AddCard,
    Admit,
    Close,
    Genesis,
    Invite,
    Operation,
    Remove,
    Reopen,
    Replace,
    Revoke,
    Rotate,
    Turn,
)
from sync.rights import Device

__all__ = ["Epoch", "Invited", "Membership", "apply", "begin", "replay"]


def begin(raw: bytes, expected_space: bytes | None = None) -> Membership:
    """The space that this genesis makes. Raises Damaged, with SPACE_MISMATCH if it is not the one expected."""
    entry = entries.parse(raw)
    genesis = entry.operation
    if not isinstance(genesis, Genesis):
        raise Malformed("a chain that does not begin")
    if entry.n != 0 or entry.prev != bytes(32):
        raise Damaged("CHAIN_BROKEN")
    if entry.space != entries.space_id(entry.header_bytes) or expected_space not in (None, entry.space):
        raise Damaged("SPACE_MISMATCH")
    devices, keys = admission.beginning(genesis)
    if devices[0].id != entry.author:
        raise Damaged("AUTHOR_UNKNOWN")
    _check_signed(entry, devices[0])
    if tuple(ix for ix, _ in genesis.wraps) != tuple(range(len(devices))):
        raise Damaged("WRAPS_WRONG")
    epochs = (Epoch(0, genesis.commitment),)
    return Membership(
        entry.space,
        genesis.nonce,
        0,
        entry.hash,
        genesis.members,
        devices,
        epochs,
        (),
        (entry.hash,),
        keys,
        predecessor=genesis.predecessor,
    )


def apply(state: Membership, raw: bytes) -> Membership:
    """The state after one more entry. Raises Damaged; `state` is as it was."""
    entry = entries.parse(raw)
    if isinstance(entry.operation, Genesis):
        raise Malformed("a second beginning")
    if entry.space != state.space:
        raise Damaged("SPACE_MISMATCH")
    if entry.n != state.n + 1 or entry.prev != state.head:
        raise Damaged("CHAIN_BROKEN")
    author = state.device(entry.author)
    if author is None:
        raise Damaged("AUTHOR_UNKNOWN")
    if not author.is_active:
        raise Damaged("AUTHOR_REMOVED")
    if entry.n >= LIMITS.entries - (0 if author.is_of_owner_alone else LIMITS.entries_of_owner):
        raise Damaged("TOO_MANY")
    _check_signed(entry, author)
    if state.is_erased or (state.is_closed_at(state.n) and not isinstance(entry.operation, Reopen)):
        raise Damaged("SPACE_CLOSED")
    state = _after(state, author, entry.operation, entry)
    return replace(state, n=entry.n, head=entry.hash, hashes=(*state.hashes, entry.hash))


def replay(chain: Iterable[bytes], expected_space: bytes | None = None) -> Membership:
    """The state after a whole chain. Raises Damaged, Malformed for an empty one."""
    state: Membership | None = None
    for raw in chain:
        state = begin(raw, expected_space) if state is None else apply(state, raw)
    if state is None:
        raise Malformed("an empty chain")
    return state


def _after(state: Membership, author: Device, operation: Operation, entry: Entry) -> Membership:
    """What the operation changes."""
    match operation:
        case Invite():
            return admission.invite(state, author, operation, entry)
        case Revoke():
            return admission.revoke(state, author, operation)
        case Admit():
            return admission.admit(state, author, operation, entry)
        case AddCard():
            return admission.add_card(state, author, operation, entry)
        case Replace():
            return admission.replace_device(state, author, operation, entry)
        case Turn():
            return removal.turn(state, author, operation, entry)
        case Remove():
            return removal.remove(state, author, operation, entry)
        case Rotate():
            return removal.rotate(state, operation, entry)
        case Close():
            return removal.close(state, author, operation, entry)
        case Reopen():
            return removal.reopen(state, author, entry)
        case Genesis():
            raise Malformed("a second beginning")


def _check_signed(entry: Entry, author: Device) -> None:
    if not verify(author.ed, entries.signed(entry.header_bytes), entry.signature):
        raise Damaged("SIGNATURE_BAD")
