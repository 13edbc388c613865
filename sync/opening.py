"""Getting the space's key out of its control chain, for a device or a card that belongs."""

from sync import entry as entries
from sync.entry import AddCard, Admit, Entry, Genesis, Invite
from sync.errors import Damaged
from sync.keys import DeviceKeys, commitment, unwrap, wrap_info
from sync.membership import Membership


def introduction(state: Membership, device: bytes, chain: tuple[bytes, ...]) -> Entry:
    """The entry that made the device or card belong; `chain` is what `state` was made from.

    Raises Damaged AUTHOR_UNKNOWN if none did.
    """
    known = state.device(device)
    if known is None:
        raise Damaged("AUTHOR_UNKNOWN")
    return entries.parse(chain[known.admitted_n])


def open_epoch(state: Membership, keys: DeviceKeys, chain: tuple[bytes, ...]) -> bytes:
    """The epoch key that was wrapped for these keys. Raises Damaged AUTHOR_UNKNOWN, WRAP_BAD or COMMITMENT_BAD."""
    entry = introduction(state, keys.id, chain)
    known = state.device(keys.id)
    wraps = {} if known is None else _wraps(entry, known.ix)
    if known is None or known.ix not in wraps:
        raise Damaged("AUTHOR_UNKNOWN")
    epoch = state.epoch_at(entry.n)
    info = wrap_info(state.nonce, epoch, entry.prev, keys.id)
    epoch_key = unwrap(wraps[known.ix], keys.box, info)
    if commitment(epoch_key) != state.epochs[epoch].commitment:
        raise Damaged("COMMITMENT_BAD")
    return epoch_key


def _wraps(entry: Entry, ix: int) -> dict[int, bytes]:
    match entry.operation:
        case Genesis(wraps=wraps) | Admit(wraps=wraps):
            return dict(wraps)
        case AddCard(wrap=wrapped):
            return {ix: wrapped}
        case Invite():
            return {}
