"""Who belongs to a space and which keys they hold: a pure function of its control chain.

Every rule and refusal is in README.md section 2; vectors/membership.json holds both languages to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from sync import entry as entries
from sync import rights
from sync.entry import AddCard, Admit, Entry, Genesis, Invite, NewCard, NewDevice
from sync.envelope import By
from sync.errors import Damaged, Malformed
from sync.joining import check_request, invite_id, parse_request
from sync.keys import device_id, is_weak_ed, is_weak_x, verify
from sync.limits import LIMITS
from sync.rights import Device


@dataclass(frozen=True, slots=True)
class Epoch:
    """A generation of the space's key: from which control entry on, and what binds the key to it."""

    n: int
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation in the control chain. Closed once it has been used, or pushed out by newer ones."""

    id: bytes
    hash: bytes  # of its entry
    sign: bytes
    box: bytes
    members: tuple[int, ...]
    expires: int
    open: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """What the control chain says, up to and with entry `n`."""

    space: bytes
    nonce: bytes
    n: int
    head: bytes
    members: int  # how many; member 0 is the owner
    devices: tuple[Device, ...]  # cards too, by index
    epochs: tuple[Epoch, ...]
    invites: tuple[Invited, ...]
    hashes: tuple[bytes, ...]  # of every entry
    keys: frozenset[bytes]  # of every device, card and invitation there has been

    def device(self, device: bytes) -> Device | None:
        """The device or card with this id."""
        return next((known for known in self.devices if known.id == device), None)

    def device_at(self, ix: int) -> Device | None:
        """The device or card with this index."""
        return self.devices[ix] if 0 <= ix < len(self.devices) else None

    def invite(self, invite: bytes) -> Invited | None:
        """The invitation with this id, open or not."""
        return next((known for known in self.invites if known.id == invite), None)

    def at(self, ctl: bytes) -> int | None:
        """The number of the entry whose hash starts with these 16 bytes; none if it is not known here."""
        for back, known in enumerate(reversed(self.hashes)):
            if known[:16] == ctl:
                return self.n - back
        return None

    def epoch_at(self, n: int) -> int:
        """The epoch that entry `n` leaves in force."""
        return max(ix for ix, epoch in enumerate(self.epochs) if epoch.n <= n)

    def is_active(self, device: bytes, n: int) -> bool:
        """Whether the device or card belonged once entry `n` was in force."""
        known = self.device(device)
        return known is not None and known.admitted_n <= n

    def may_write(self, device: bytes, by: By) -> bool:
        """Whether a record by this hand may come from this device."""
        known = self.device(device)
        return known is not None and rights.may_write(known, by)

    def may_admit_for(self, device: bytes, members: tuple[int, ...]) -> bool:
        """Whether this device or card may let in a device that lists these members."""
        known = self.device(device)
        return known is not None and rights.may_admit_for(known, members)

    def owner_has_own_way_in(self) -> bool:
        """Whether the owner has a card or a device of their own."""
        return rights.owner_has_own_way_in(self.devices)


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
    _check_counts(genesis.members, genesis.devices, genesis.cards)
    for ed, x in _keys(genesis):
        _check_strong(ed, x)
    every_key = [key for pair in _keys(genesis) for key in pair]
    if len(set(every_key)) != len(every_key):
        raise Damaged("DEVICE_REUSED")
    devices = tuple(_first_devices(genesis))
    if devices[0].id != entry.author:
        raise Damaged("AUTHOR_UNKNOWN")
    _check_signed(entry, devices[0])
    if tuple(ix for ix, _ in genesis.wraps) != tuple(range(len(devices))):
        raise Damaged("WRAPS_WRONG")
    epochs = (Epoch(0, genesis.commitment),)
    keys = frozenset(every_key)
    return Membership(
        entry.space, genesis.nonce, 0, entry.hash, genesis.members, devices, epochs, (), (entry.hash,), keys
    )


def apply(state: Membership, raw: bytes) -> Membership:
    """The state after one more entry. Raises Damaged; `state` is as it was."""
    entry = entries.parse(raw)
    operation = entry.operation
    if isinstance(operation, Genesis):
        raise Malformed("a second beginning")
    if entry.space != state.space:
        raise Damaged("SPACE_MISMATCH")
    if entry.n != state.n + 1 or entry.prev != state.head:
        raise Damaged("CHAIN_BROKEN")
    if entry.n >= LIMITS.entries:
        raise Damaged("TOO_MANY")
    author = state.device(entry.author)
    if author is None:
        raise Damaged("AUTHOR_UNKNOWN")
    _check_signed(entry, author)
    if isinstance(operation, Invite):
        state = _invite(state, author, operation, entry)
    elif isinstance(operation, Admit):
        state = _admit(state, author, operation, entry)
    else:
        state = _add_card(state, author, operation, entry)
    return replace(state, n=entry.n, head=entry.hash, hashes=(*state.hashes, entry.hash))


def replay(chain: Iterable[bytes], expected_space: bytes | None = None) -> Membership:
    """The state after a whole chain. Raises Damaged, Malformed for an empty one."""
    state: Membership | None = None
    for raw in chain:
        state = begin(raw, expected_space) if state is None else apply(state, raw)
    if state is None:
        raise Malformed("an empty chain")
    return state


def _invite(state: Membership, author: Device, invite: Invite, entry: Entry) -> Membership:
    _check_members(state, invite.members)
    if author.paper or not rights.may_admit_for(author, invite.members):
        raise Damaged("NOT_ALLOWED")
    _check_strong(invite.sign, invite.box)
    _check_new(state, invite.sign, invite.box)
    name = invite_id(invite.sign, invite.box)
    invited = Invited(name, entry.hash, invite.sign, invite.box, invite.members, invite.expires, open=True)
    keys = state.keys | {invite.sign, invite.box}
    return replace(state, invites=_with_few_open((*state.invites, invited)), keys=keys)


def _admit(state: Membership, author: Device, admit: Admit, entry: Entry) -> Membership:
    new = admit.device
    _check_members(state, new.members)
    if not rights.may_admit_for(author, new.members) or (author.paper and admit.request is not None):
        raise Damaged("NOT_ALLOWED")
    invites = state.invites
    if not author.paper:
        invites = _closed(invites, _check_answered(state, admit))
    _check_strong(new.ed, new.x)
    _check_new(state, new.ed, new.x)
    ix = len(state.devices)
    if tuple(to for to, _ in admit.wraps) != (ix,):
        raise Damaged("WRAPS_WRONG")
    for head_ix, _, _ in admit.heads:
        known = state.device_at(head_ix)
        if known is None or known.paper:
            raise Malformed("the head of a device that is not known")
    device = _device(new, ix, author.ix, entry.n, admit.heads)
    _check_room(state, paper=False)
    keys = state.keys | {new.ed, new.x}
    return replace(state, devices=(*state.devices, device), invites=invites, keys=keys)


def _add_card(state: Membership, author: Device, operation: AddCard, entry: Entry) -> Membership:
    new = operation.card
    _check_members(state, (new.holder,))
    if not rights.may_add_card(author, new.holder, state.devices):
        raise Damaged("NOT_ALLOWED")
    _check_strong(new.ed, new.x)
    _check_new(state, new.ed, new.x)
    _check_room(state, paper=True)
    card = _card(new, len(state.devices), author.ix, entry.n)
    return replace(state, devices=(*state.devices, card), keys=state.keys | {new.ed, new.x})


def _check_answered(state: Membership, admit: Admit) -> int:
    """The place of the invitation that the request inside answers."""
    if admit.request is None:
        raise Damaged("REQUEST_BAD")
    try:
        request = parse_request(admit.request)
    except Malformed as error:
        raise Damaged("REQUEST_BAD") from error
    invite = state.invite(request.invite)
    if invite is None:
        raise Damaged("INVITE_UNKNOWN")
    if not invite.open:
        raise Damaged("INVITE_USED")
    if invite.members != admit.device.members:
        raise Damaged("NOT_ALLOWED")
    check_request(request, state.space, invite.sign, invite.hash[:16])
    if (request.ed, request.x) != (admit.device.ed, admit.device.x):
        raise Damaged("REQUEST_BAD")
    return state.invites.index(invite)


def _closed(invites: tuple[Invited, ...], at: int) -> tuple[Invited, ...]:
    return (*invites[:at], replace(invites[at], open=False), *invites[at + 1 :])


def _with_few_open(invites: tuple[Invited, ...]) -> tuple[Invited, ...]:
    """The same, the oldest open one closed if there are too many. Looks from the end, where the open ones are."""
    still_open = (at for at in reversed(range(len(invites))) if invites[at].open)
    pushed_out = next(islice(still_open, LIMITS.open_invites, None), None)
    return invites if pushed_out is None else _closed(invites, pushed_out)


def _keys(genesis: Genesis) -> list[tuple[bytes, bytes]]:
    devices = [(new.ed, new.x) for new in genesis.devices]
    return devices + [(new.ed, new.x) for new in genesis.cards]


def _first_devices(genesis: Genesis) -> Iterable[Device]:
    for ix, device in enumerate(genesis.devices):
        yield _device(device, ix, None if ix == 0 else 0, 0, ())
    for ix, card in enumerate(genesis.cards, len(genesis.devices)):
        yield _card(card, ix, 0, 0)


def _device(
    new: NewDevice, ix: int, introduced_by: int | None, n: int, heads: tuple[tuple[int, int, bytes], ...]
) -> Device:
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


def _check_signed(entry: Entry, author: Device) -> None:
    if not verify(author.ed, entries.signed(entry.header_bytes), entry.signature):
        raise Damaged("SIGNATURE_BAD")


def _check_members(state: Membership, members: tuple[int, ...]) -> None:
    if any(member >= state.members for member in members):
        raise Damaged("MEMBER_UNKNOWN")


def _check_strong(ed: bytes, x: bytes) -> None:
    if is_weak_ed(ed) or is_weak_x(x):
        raise Damaged("KEY_WEAK")


def _check_new(state: Membership, ed: bytes, x: bytes) -> None:
    if ed == x or ed in state.keys or x in state.keys:
        raise Damaged("DEVICE_REUSED")


def _check_room(state: Membership, *, paper: bool) -> None:
    alike = sum(1 for device in state.devices if device.paper is paper)
    if alike >= (LIMITS.cards if paper else LIMITS.devices):
        raise Damaged("TOO_MANY")
