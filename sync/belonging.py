"""Who belongs to a space and which keys they hold, at the end of its control chain and at every entry before.

membership.py makes it from the chain; admission.py and removal.py say what each operation changes about it.
"""

from dataclasses import dataclass

from sync import rights
from sync.envelope import By
from sync.errors import Malformed
from sync.rights import OWNER, Device


@dataclass(frozen=True, slots=True)
class Epoch:
    """A generation of the space's key: from which control entry on, and what binds the key to it."""

    n: int
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation in the control chain. Closed once it has been used, taken back, or pushed out by newer ones."""

    id: bytes
    hash: bytes  # of its entry
    sign: bytes
    box: bytes
    members: tuple[int, ...]
    expires: int
    open: bool
    by: int  # the index of the device that invites


@dataclass(frozen=True, slots=True)
class Membership:
    """What the control chain says, up to and with entry `n`."""

    space: bytes
    nonce: bytes
    n: int
    head: bytes
    members: int  # how many there have been; member 0 is the owner
    devices: tuple[Device, ...]  # cards too, by index, and those that were removed
    epochs: tuple[Epoch, ...]
    invites: tuple[Invited, ...]
    hashes: tuple[bytes, ...]  # of every entry
    keys: frozenset[bytes]  # of every device, card and invitation there has been
    removed_members: frozenset[int] = frozenset()
    due_turns: tuple[int, ...] = ()  # entries at which a rotation fell due, and was made, in turn
    close_turns: tuple[int, ...] = ()  # entries at which the space was closed, and reopened, in turn
    predecessor: bytes | None = None  # the space that this one takes the place of, as genesis says
    successor: bytes | None = None  # the space that goes on for this one, as the last `close` says
    is_erased: bool = False  # closed for ever

    def device(self, device: bytes) -> Device | None:
        """The device or card with this id, removed or not."""
        for known in self.devices:
            if known.id == device:
                return known
        return None

    def device_at(self, ix: int) -> Device | None:
        """The device or card with this index, removed or not."""
        return self.devices[ix] if 0 <= ix < len(self.devices) else None

    def latest(self, ix: int) -> Device:
        """The device or card with this index, or the one that goes on for it by now."""
        after = next((known for known in self.devices if known.replaces == ix), None)
        return self.devices[ix] if after is None else self.latest(after.ix)

    def index_of(self, name: bytes) -> int:
        """Where the device or card with this id is, or the one that goes on for it: it does not get away by that.

        Raises Malformed if it is not known: an index may be another's on another branch, an id is not.
        """
        known = self.device(name)
        if known is None:
            raise Malformed("a device that does not belong")
        return self.latest(known.ix).ix

    def successions(self, ix: int) -> int:
        """How many devices have gone on, one for the other, to end with this one."""
        before = self.devices[ix].replaces
        return 0 if before is None else 1 + self.successions(before)

    @property
    def active(self) -> tuple[Device, ...]:
        """The devices and cards that belong at the end."""
        return tuple(known for known in self.devices if known.is_active)

    def is_member(self, member: int) -> bool:
        """Whether this member belongs at the end."""
        return 0 <= member < self.members and member not in self.removed_members

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

    @property
    def epoch(self) -> int:
        """The newest epoch."""
        return len(self.epochs) - 1

    def is_rotation_due_at(self, n: int) -> bool:
        """Whether somebody who has gone still holds the key that entry `n` leaves in force."""
        return _is_between(self.due_turns, n)

    def is_closed_at(self, n: int) -> bool:
        """Whether the space is closed once entry `n` is in force."""
        return _is_between(self.close_turns, n)

    def is_active(self, device: bytes, n: int) -> bool:
        """Whether the device or card belonged once entry `n` was in force."""
        known = self.device(device)
        return known is not None and known.admitted_n <= n and (known.removed_n is None or n < known.removed_n)

    def may_write(self, device: bytes, by: By, n: int) -> bool:
        """Whether a record by this hand that names entry `n` may come from this device."""
        known = self.device(device)
        return known is not None and rights.may_write(known, by, n)

    def may_admit_for(self, device: bytes, members: tuple[int, ...]) -> bool:
        """Whether this device or card may let in a device that lists these members."""
        known = self.device(device)
        return known is not None and known.is_active and rights.may_admit_for(known, members)

    def owner_has_own_way_in(self) -> bool:
        """Whether the owner has a card or a device of their own."""
        return rights.owner_has_own_way_in(self.active)

    def is_next_member(self, author: Device, members: tuple[int, ...]) -> bool:
        """Whether this list makes a new member, by the owner's own device, or their card for both.

        A space that began with one person is that person's own, and has no other ever (P15).
        """
        if self.members == 1:
            return False
        alone, with_owner = (self.members,), (OWNER, self.members)
        if author.is_own_of_owner:
            return members in (alone, with_owner)
        return author.is_card_of_owner and members == with_owner


def _is_between(turns: tuple[int, ...], n: int) -> bool:
    return bool(turns) and sum(1 for turn in turns if turn <= n) % 2 == 1
