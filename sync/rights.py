"""Who may do what: P9, P10, P12 and P16 in a few lines. README.md section 2, "Rights".

Lists of devices are of those that are active, unless said otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sync.envelope import By

OWNER: Final = 0


@dataclass(frozen=True, slots=True)
class Device:
    """A device or a key card that belongs, or belonged, to the space."""

    ix: int
    id: bytes
    ed: bytes
    x: bytes
    members: tuple[int, ...]  # who may write on it; of a card, its holder alone
    paper: bool
    holder: int | None  # of a card
    introduced_by: int | None  # the index of the device that admitted it; none for the first
    admitted_n: int  # the control entry from which on it belongs
    heads: tuple[tuple[int, int, bytes], ...] = ()  # what its approver had: it may expect no less
    removed_n: int | None = None  # the control entry from which on it does not
    final: tuple[int, bytes] | None = None  # of a removed device: seq and hash of the last record that counts
    replaces: int | None = None  # the index of the device that it goes on for (P22)
    is_stale: bool = False  # a card that whoever introduced it may have copied, and that is its holder's only way in
    turned: tuple[tuple[int, tuple[int, ...]], ...] = ()  # for each turn its entry, and whom the device listed before

    @property
    def is_active(self) -> bool:
        """Whether it belongs at the end of the chain."""
        return self.removed_n is None

    @property
    def is_of_owner_alone(self) -> bool:
        """Whether it is a device or a card, be it stale, of the owner alone: for these some room is always left."""
        return self.members == (OWNER,)

    @property
    def is_own_of_owner(self) -> bool:
        """Whether it is a device, no card, of the owner alone."""
        return self.members == (OWNER,) and not self.paper

    @property
    def is_card_of_owner(self) -> bool:
        """Whether it is the owner's card, and may act for the owner's own device (P9)."""
        return self.holder == OWNER and not self.is_stale

    def members_at(self, n: int) -> tuple[int, ...]:
        """Whom it listed once entry `n` was in force."""
        return next((before for turned_n, before in self.turned if n < turned_n), self.members)


def may_write(device: Device, by: By, n: int) -> bool:
    """Whether a record by this hand that names entry `n` may come from this device.

    "both" are two of whom one is the owner, never others.
    """
    members = device.members_at(n)
    if device.paper:
        return False
    return len(members) == 2 and OWNER in members if by == "both" else by in members


def may_admit_for(device: Device, members: tuple[int, ...]) -> bool:
    """Whether the device, or card, may admit a device that lists these members; no card invites."""
    if not members:
        return False
    if device.is_own_of_owner:
        return True
    if device.is_card_of_owner:
        return OWNER in members
    allowed = set(device.members) - ({OWNER} if len(device.members) > 1 else set())
    return set(members) <= allowed


def may_add_card(device: Device, holder: int, everyone: Iterable[Device]) -> bool:
    """Whether the device, or card, may add a key card for this member."""
    if device.members == (holder,) or device.is_own_of_owner:
        return True
    return holder == OWNER and OWNER in device.members and not owner_has_own_way_in(everyone)


def may_turn(author: Device, device: Device, members: tuple[int, ...]) -> bool:
    """Whether the author may make this shared device one of these members alone."""
    return acts_for_owner(author) or (author.ix == device.ix and OWNER not in members)


def may_remove(author: Device, devices: Iterable[Device], members: tuple[int, ...]) -> bool:
    """Whether the author may remove these devices, cards and members, as they are named."""
    if OWNER in members:
        return False
    if author.is_own_of_owner or author.holder == OWNER:
        return True
    is_of_one = len(author.members) == 1
    may_name_devices = all(
        device.ix == author.ix or (is_of_one and device.members == author.members) for device in devices
    )
    return may_name_devices and all(is_of_one and member in author.members for member in members)


def acts_for_owner(author: Device) -> bool:
    """Whether it is the owner's own device, or the owner's card scanned for one act (P9)."""
    return author.is_own_of_owner or author.is_card_of_owner


def owner_has_own_way_in(everyone: Iterable[Device]) -> bool:
    """Whether the owner has a card, or a device of their own: then a shared device no longer adds their card."""
    return any(device.members == (OWNER,) for device in everyone)
