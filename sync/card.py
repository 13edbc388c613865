"""The key card: 16 random bytes on paper, and the keys that follow from them (P2, P11, P12).

Vectors: vectors/cards.json.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sync import entry as entries
from sync import link, words
from sync.encoding import tagged
from sync.errors import Damaged
from sync.keys import DeviceKeys, Randomness, hkdf
from sync.membership import Membership
from sync.opening import introduction, open_epochs
from sync.operation import AddCard, Genesis, Operation

SECRET_BYTES: Final = 16
_MARK: Final = "k1"
_WORDS: Final = 12
_CHECK_BITS: Final = 4


@dataclass(frozen=True, slots=True)
class CardKeys:
    """What a tablet uses of a card, and then forgets."""

    device: DeviceKeys
    mac_key: bytes

    def proof(self, header_bytes: bytes) -> bytes:
        """The mac that an entry with this header must hold to introduce the card (its own content is ignored)."""
        return hmac.digest(self.mac_key, entries.covered_by_card(header_bytes), sha256)


@dataclass(frozen=True, slots=True)
class CardSecret:
    """The 16 bytes of a card. Never stored."""

    secret: bytes

    @staticmethod
    def new(randomness: Randomness) -> "CardSecret":
        """A card that never was before."""
        return CardSecret(randomness(SECRET_BYTES))

    @staticmethod
    def from_words(typed: str) -> "CardSecret":
        """The card with these 12 words. Raises Damaged CARD_BAD if it is mistyped."""
        parts = tuple(typed.split())
        bits = words.to_bits(parts) if len(parts) == _WORDS else None
        if bits is None:
            raise Damaged("CARD_BAD")
        card = CardSecret((bits >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big"))
        if card._bits() != bits:
            raise Damaged("CARD_BAD")
        return card

    @staticmethod
    def from_qr(scanned: str) -> "tuple[CardSecret, str]":
        """The card and the address in a scanned text. Raises Damaged CARD_BAD."""
        address, secret = link.read(scanned, _MARK, SECRET_BYTES, "CARD_BAD")
        return CardSecret(secret), address

    def words(self) -> tuple[str, ...]:
        """The 12 words to print."""
        return words.from_bits(self._bits(), _WORDS)

    def qr(self, address: str) -> str:
        """The text of the QR code to print."""
        return link.write(address, _MARK, self.secret)

    def keys(self) -> CardKeys:
        """The keys of the card as a device of paper."""
        sign, box, mac = (hkdf(self.secret, b"", tagged("card", (purpose,))) for purpose in ("sign", "box", "mac"))
        return CardKeys(DeviceKeys.from_seeds(sign, box), mac)

    def _bits(self) -> int:
        check = sha256(self.secret).digest()[0] >> (8 - _CHECK_BITS)
        return int.from_bytes(self.secret, "big") << _CHECK_BITS | check


def open_with_card(keys: CardKeys, state: Membership, chain: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The epoch keys, for whoever holds the card's secret and the chain that `state` was made from.

    Raises Damaged: AUTHOR_UNKNOWN if the card is not in the chain, CARD_MAC_BAD if the entry that introduces it was
    not made at the table where the card was, WRAP_BAD and COMMITMENT_BAD if the key is not the space's.
    """
    entry = introduction(state, keys.device.id, chain)
    if not hmac.compare_digest(_mac(entry.operation, keys.device.signing.public), keys.proof(entry.header_bytes)):
        raise Damaged("CARD_MAC_BAD")
    return open_epochs(state, keys.device, chain)


def _mac(operation: Operation, ed: bytes) -> bytes:
    match operation:
        case Genesis(cards=cards):
            return next((card.mac for card in cards if card.ed == ed), b"")
        case AddCard(card=card):
            return card.mac
        case _:
            return b""
