"""Who may do what: P9, P10 and P12 in a few lines. README.md section 2, "Rights"."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sync.envelope import By

OWNER: Final = 0
_PAIR: Final = (0, 1)


@dataclass(frozen=True, slots=True)
class Device:
    """A device or a key card that belongs to the space."""

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


def may_write(device: Device, by: By) -> bool:
    """Whether a record by this hand may come from this device. "both" are the two of a pair, never others."""
    if device.paper:
        return False
    return device.members == _PAIR if by == "both" else by in device.members


def may_admit_for(device: Device, members: tuple[int, ...]) -> bool:
    """Whether the device, or card, may invite or admit a device that lists these members."""
    if device.paper or device.members != (OWNER,):
        shared = len(device.members) > 1
        allowed = tuple(member for member in device.members if not (shared and member == OWNER))
        return bool(members) and set(members) <= set(allowed)
    return True


def may_add_card(device: Device, holder: int, everyone: Iterable[Device]) -> bool:
    """Whether the device, or card, may add a key card for this member."""
    if device.members == (holder,) or (device.members == (OWNER,) and not device.paper):
        return True
    return holder == OWNER and OWNER in device.members and not owner_has_own_way_in(everyone)


def owner_has_own_way_in(everyone: Iterable[Device]) -> bool:
    """Whether the owner has a card, or a device of their own: then a shared device no longer adds their card."""
    return any(device.members == (OWNER,) for device in everyone)
