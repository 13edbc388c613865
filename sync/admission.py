"""What lets somebody in: invitations, admissions, cards, and a device that goes on under new keys.

Each function gives the state after an operation, but for the chain itself, or raises Damaged. README.md section 2.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from sync import rights
from sync.belonging import Invited, Membership
from sync.entry import Entry
from sync.errors import Damaged, Malformed
from sync.joining import check_request, invite_id, parse_request
from sync.keys import device_id, is_weak_ed, is_weak_x
from sync.limits import LIMITS
from sync.operation import AddCard, Admit, Genesis, Heads, Invite, NewCard, NewDevice, Replace, Revoke, Wraps
from sync.rights import Device


def beginning(genesis: Genesis) -> tuple[tuple[Device, ...], frozenset[bytes]]:
    """The devices and cards that a space begins with, and their keys."""
    _check_counts(genesis.members, genesis.devices, genesis.cards)
    pairs = [(new.ed, new.x) for new in genesis.devices] + [(new.ed, new.x) for new in genesis.cards]
    for ed, x in pairs:
        _check_strong(ed, x)
    every_key = [key for pair in pairs for key in pair]
    if len(set(every_key)) != len(every_key):
        raise Damaged("DEVICE_REUSED")
    return tuple(_first_devices(genesis)), frozenset(every_key)


def invite(state: Membership, author: Device, operation: Invite, entry: Entry) -> Membership:
    """One more invitation; one that lists the next number keeps it for a new member."""
    state = _with_members(state, author, operation.members)
    if author.paper or not rights.may_admit_for(author, operation.members):
        raise Damaged("NOT_ALLOWED")
    _check_strong(operation.sign, operation.box)
    _check_new(state, operation.sign, operation.box)
    _check_members_room(state)
    invited = Invited(
        id=invite_id(operation.sign, operation.box),
        hash=entry.hash,
        sign=operation.sign,
        box=operation.box,
        members=operation.members,
        expires=operation.expires,
        open=True,
        by=author.ix,
    )
    keys = state.keys | {operation.sign, operation.box}
    return replace(state, invites=_with_few_open((*state.invites, invited)), keys=keys)


def revoke(state: Membership, author: Device, operation: Revoke) -> Membership:
    """An invitation is taken back."""
    invited = state.invite(operation.invite)
    if invited is None:
        raise Damaged("INVITE_UNKNOWN")
    if not invited.open:
        raise Damaged("INVITE_USED")
    may = author.ix == invited.by or rights.may_admit_for(author, invited.members)
    if author.paper or not may:
        raise Damaged("NOT_ALLOWED")
    return replace(state, invites=_closed(state.invites, state.invites.index(invited)))


def admit(state: Membership, author: Device, operation: Admit, entry: Entry) -> Membership:
    """One more device. A stale card that lets one in makes a rotation due: its secret may be known to others."""
    new = operation.device
    state = _with_members(state, author, new.members) if author.paper else state
    _check_members(state, new.members)
    if not rights.may_admit_for(author, new.members) or (author.paper and operation.request is not None):
        raise Damaged("NOT_ALLOWED")
    invites = state.invites
    if not author.paper:
        invites = _closed(invites, _check_answered(state, operation))
    _check_strong(new.ed, new.x)
    _check_new(state, new.ed, new.x)
    ix = len(state.devices)
    _check_wraps(operation.wraps, (ix,))
    for head_ix, _, _ in operation.heads:
        known = state.device_at(head_ix)
        if known is None or known.paper:
            raise Malformed("the head of a device that is not known")
    device = _device(new, ix, author.ix, entry.n, operation.heads)
    _check_room(state, author, paper=False)
    _check_members_room(state)
    due_turns = state.due_turns
    if author.is_stale and not state.is_rotation_due_at(state.n):
        due_turns = (*due_turns, entry.n)
    keys = state.keys | {new.ed, new.x}
    return replace(state, devices=(*state.devices, device), invites=invites, keys=keys, due_turns=due_turns)


def add_card(state: Membership, author: Device, operation: AddCard, entry: Entry) -> Membership:
    """One more card."""
    new = operation.card
    _check_members(state, (new.holder,))
    if not rights.may_add_card(author, new.holder, state.active):
        raise Damaged("NOT_ALLOWED")
    _check_strong(new.ed, new.x)
    _check_new(state, new.ed, new.x)
    _check_room(state, author, paper=True)
    card = _card(new, len(state.devices), author.ix, entry.n)
    return replace(state, devices=(*state.devices, card), keys=state.keys | {new.ed, new.x})


def replace_device(state: Membership, author: Device, operation: Replace, entry: Entry) -> Membership:
    """The author goes on as another device; of its own records, those up to `final` stand (P22)."""
    if author.paper:
        raise Damaged("NOT_ALLOWED")
    if operation.final is not None and operation.final[0] != author.ix:
        raise Malformed("the end of another device")
    _check_strong(operation.ed, operation.x)
    _check_new(state, operation.ed, operation.x)
    ix = len(state.devices)
    _check_wraps(operation.wraps, (ix,))
    _check_indexes(state, author)
    _, seq, last = operation.final or (author.ix, 0, bytes(32))
    gone = replace(author, removed_n=entry.n, final=(seq, last))
    new = NewDevice(operation.ed, operation.x, author.members)
    device = replace(_device(new, ix, author.ix, entry.n, ()), replaces=author.ix)
    devices = (*state.devices[: author.ix], gone, *state.devices[author.ix + 1 :], device)
    return replace(state, devices=devices, keys=state.keys | {operation.ed, operation.x})


def may_be_answered(request: bytes, state: Membership) -> bool:
    """Whether it answers an invitation that is open: what does not verify is nobody's request. Raises Malformed."""
    parsed = parse_request(request)
    invited = state.invite(parsed.invite)
    if invited is None or not invited.open or state.device(device_id(parsed.ed, parsed.x)) is not None:
        return False
    try:
        check_request(parsed, state.space, invited.sign, invited.hash[:16])
    except Damaged:
        return False
    return True


def _with_members(state: Membership, author: Device, members: tuple[int, ...]) -> Membership:
    """The state with the new member that the list makes, if it makes one."""
    if state.is_next_member(author, members):
        return replace(state, members=state.members + 1)
    _check_members(state, members)
    return state


def _check_answered(state: Membership, operation: Admit) -> int:
    """The place of the invitation that the request inside answers."""
    if operation.request is None:
        raise Damaged("REQUEST_BAD")
    try:
        request = parse_request(operation.request)
    except Malformed as error:
        raise Damaged("REQUEST_BAD") from error
    invited = state.invite(request.invite)
    if invited is None:
        raise Damaged("INVITE_UNKNOWN")
    if not invited.open:
        raise Damaged("INVITE_USED")
    if invited.members != operation.device.members:
        raise Damaged("NOT_ALLOWED")
    check_request(request, state.space, invited.sign, invited.hash[:16])
    if (request.ed, request.x) != (operation.device.ed, operation.device.x):
        raise Damaged("REQUEST_BAD")
    return state.invites.index(invited)


def _closed(invites: tuple[Invited, ...], at: int) -> tuple[Invited, ...]:
    return (*invites[:at], replace(invites[at], open=False), *invites[at + 1 :])


def _with_few_open(invites: tuple[Invited, ...]) -> tuple[Invited, ...]:
    """The same, the oldest open one closed if there are too many. Looks from the end, where the open ones are."""
    still_open = (at for at in reversed(range(len(invites))) if invites[at].open)
    pushed_out = next(islice(still_open, LIMITS.open_invites, None), None)
    return invites if pushed_out is None else _closed(invites, pushed_out)


def _first_devices(genesis: Genesis) -> Iterable[Device]:
    for ix, device in enumerate(genesis.devices):
        yield _device(device, ix, None if ix == 0 else 0, 0, ())
    for ix, card in enumerate(genesis.cards, len(genesis.devices)):
        yield _card(card, ix, 0, 0)


def _device(new: NewDevice, ix: int, introduced_by: int | None, n: int, heads: Heads) -> Device:
    return Device(ix, device_id(new.ed, new.x), new.ed, new.x, new.members, False, None, introduced_by, n, heads)


def _card(new: NewCard, ix: int, introduced_by: int, n: int) -> Device:
    members = (new.holder,)
    return Device(ix, device_id(new.ed, new.x), new.ed, new.x, members, True, new.holder, introduced_by, n)


def _check_counts(members: int, devices: tuple[NewDevice, ...], cards: tuple[NewCard, ...]) -> None:
    if members > LIMITS.members or len(devices) > LIMITS.devices or len(cards) > LIMITS.cards:
        raise Damaged("TOO_MANY")
    listed = [member for device in devices for member in device.members] + [card.holder for card in cards]
    if any(member >= members for member in listed):
        raise Damaged("MEMBER_UNKNOWN")


def _check_members(state: Membership, members: tuple[int, ...]) -> None:
    if not all(state.is_member(member) for member in members):
        raise Damaged("MEMBER_UNKNOWN")


def _check_members_room(state: Membership) -> None:
    present = state.members - len(state.removed_members)
    if present > LIMITS.members or state.members > LIMITS.members_ever:
        raise Damaged("TOO_MANY")


def _check_strong(ed: bytes, x: bytes) -> None:
    if is_weak_ed(ed) or is_weak_x(x):
        raise Damaged("KEY_WEAK")


def _check_new(state: Membership, ed: bytes, x: bytes) -> None:
    if ed == x or ed in state.keys or x in state.keys:
        raise Damaged("DEVICE_REUSED")


def _check_wraps(wraps: Wraps, expected: tuple[int, ...]) -> None:
    if tuple(ix for ix, _ in wraps) != expected:
        raise Damaged("WRAPS_WRONG")


def _check_room(state: Membership, author: Device, *, paper: bool) -> None:
    alike = sum(1 for device in state.active if device.paper is paper)
    if alike >= (LIMITS.cards if paper else LIMITS.devices):
        raise Damaged("TOO_MANY")
    _check_indexes(state, author)


def _check_indexes(state: Membership, author: Device) -> None:
    """Nobody else uses up the last of them, so that the owner always finds a way in."""
    if len(state.devices) >= LIMITS.device_indexes - (0 if author.is_of_owner_alone else LIMITS.indexes_of_owner):
        raise Damaged("TOO_MANY")
