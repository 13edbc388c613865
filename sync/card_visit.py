"""A card at a fresh device: what the chain says of it is proved before any of that is kept (P12)."""

from sync import control
from sync.card import CardKeys, open_with_card
from sync.errors import Damaged
from sync.keys import DeviceKeys, Randomness
from sync.membership import replay
from sync.operation import NewDevice


class CardVisit:
    """The card's proof and the space's key, from a chain as a server has it. Raises Damaged if it is not the card's."""

    def __init__(self, card: CardKeys, chain: tuple[bytes, ...], expected_space: bytes | None) -> None:
        self.chain = chain
        self._card = card
        self._state = replay(chain, expected_space)
        self._epoch_key = open_with_card(card, self._state, chain)[-1]

    def admit(self, keys: DeviceKeys, listed: tuple[int, ...] | None, ts: int, randomness: Randomness) -> bytes:
        """The entry that lets in the device with these keys: as that of these members, or of the card's holder."""
        known = self._state.device(self._card.device.id)
        if known is None:
            raise Damaged("AUTHOR_UNKNOWN")
        new = NewDevice(keys.signing.public, keys.box.public, listed or known.members)
        return control.admit(self._state, self._card.device, None, new, self._epoch_key, (), ts, randomness)
