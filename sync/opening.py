"""Getting the space's keys out of its control chain, for a device or a card that belongs, or belonged."""

from sync import entry as entries
from sync.belonging import Membership
from sync.entry import Entry
from sync.errors import Damaged
from sync.keys import DeviceKeys, commitment, unseal_prev, unwrap, wrap_info
from sync.operation import AddCard, Admit, Genesis, Remove, Replace, Rotate, Wraps
from sync.rights import Device


def introduction(state: Membership, device: bytes, chain: tuple[bytes, ...]) -> Entry:
    """The entry that made the device or card belong; `chain` is what `state` was made from.

    Raises Damaged AUTHOR_UNKNOWN if none did.
    """
    known = state.device(device)
    if known is None:
        raise Damaged("AUTHOR_UNKNOWN")
    return entries.parse(chain[known.admitted_n])


def open_epochs(state: Membership, keys: DeviceKeys, chain: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The epoch keys, from 0 to the newest that was wrapped for these keys.

    That one is opened, and those before it through the boxes in which each epoch holds the one before. Raises Damaged
    AUTHOR_UNKNOWN, WRAP_BAD or COMMITMENT_BAD.
    """
    known = state.device(keys.id)
    if known is None:
        raise Damaged("AUTHOR_UNKNOWN")
    entry, wrapped = _newest(state, known, chain)
    epoch = state.epoch_at(entry.n)
    found = [_bound(unwrap(wrapped, keys.box, wrap_info(state.nonce, epoch, entry.prev, keys.id)), state, epoch)]
    for later in range(epoch, 0, -1):
        entry = entries.parse(chain[state.epochs[later].n])
        box = _rotation(entry).prev_box
        found.append(_bound(unseal_prev(box, found[-1], state.space, later, entry.prev), state, later - 1))
    return tuple(reversed(found))


def _newest(state: Membership, known: Device, chain: tuple[bytes, ...]) -> tuple[Entry, bytes]:
    """The last entry that wraps an epoch for the device, and its wrap."""
    for epoch in reversed(state.epochs):
        if epoch.n <= known.admitted_n:
            break
        entry = entries.parse(chain[epoch.n])
        wraps = dict(_rotation(entry).wraps)
        if known.ix in wraps:
            return entry, wraps[known.ix]
    entry = entries.parse(chain[known.admitted_n])
    return entry, dict(_first_wraps(entry, known.ix))[known.ix]


def _first_wraps(entry: Entry, ix: int) -> Wraps:
    match entry.operation:
        case Genesis(wraps=wraps) | Admit(wraps=wraps) | Replace(wraps=wraps):
            return wraps
        case AddCard(wrap=wrapped):
            return ((ix, wrapped),)
        case _:
            raise Damaged("AUTHOR_UNKNOWN")


def _rotation(entry: Entry) -> Rotate:
    match entry.operation:
        case Rotate() as rotation:
            return rotation
        case Remove(rotation=Rotate() as rotation):
            return rotation
        case _:
            raise Damaged("WRAPS_WRONG")


def _bound(epoch_key: bytes, state: Membership, epoch: int) -> bytes:
    if commitment(epoch_key) != state.epochs[epoch].commitment:
        raise Damaged("COMMITMENT_BAD")
    return epoch_key
