"""Keys and what is derived from them. Private keys are 32 raw bytes; new ones come from the randomness passed in.

Vectors: vectors/keys.json.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeAlias

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync import hpke
from sync.encoding import tagged
from sync.errors import Damaged

Randomness: TypeAlias = Callable[[int], bytes]  # so many random bytes

WRAP_BYTES: Final = 80
_NONCE_BYTES: Final = 12
_P: Final = 2**255 - 19
# The y of every Ed25519 point, and the u of every X25519 point, whose order divides 8.
_SMALL_Y: Final = frozenset(
    (
        0,
        1,
        _P - 1,
        int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
        int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
    )
)
_SMALL_U: Final = frozenset(
    (
        0,
        1,
        _P - 1,
        int.from_bytes(bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"), "little"),
        int.from_bytes(bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"), "little"),
    )
)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key pair."""

    private: bytes
    public: bytes

    @staticmethod
    def from_seed(seed: bytes) -> "SigningKey":
        """The pair that a seed of 32 bytes stands for."""
        return SigningKey(seed, signer_of(seed).public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """64 bytes, the same every time."""
        return signer_of(self.private).sign(message)


@dataclass(frozen=True, slots=True)
class BoxKey:
    """An X25519 key pair."""

    private: bytes
    public: bytes

    @staticmethod
    def from_seed(seed: bytes) -> "BoxKey":
        """The pair that a private key of 32 bytes stands for."""
        return BoxKey(seed, X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """The two key pairs of a device or a card, and the name that follows from them."""

    signing: SigningKey
    box: BoxKey
    id: bytes

    @staticmethod
    def from_seeds(signing: bytes, box: bytes) -> "DeviceKeys":
        """The device that two seeds of 32 bytes stand for."""
        ed, x = SigningKey.from_seed(signing), BoxKey.from_seed(box)
        return DeviceKeys(ed, x, device_id(ed.public, x.public))

    @staticmethod
    def new(randomness: Randomness) -> "DeviceKeys":
        """A device that never was before."""
        return DeviceKeys.from_seeds(randomness(32), randomness(32))


def signer_of(seed: bytes) -> Ed25519PrivateKey:
    """What signs for a seed of 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def device_id(ed: bytes, x: bytes) -> bytes:
    """16 bytes that name the device with these public keys, and no other."""
    return sha256(tagged("dev", (ed, x))).digest()[:16]


def is_weak_ed(public: bytes) -> bool:
    """Whether an Ed25519 public key is of small order or not in its one encoding."""
    y = int.from_bytes(public, "little") & (2**255 - 1)
    return len(public) != 32 or y >= _P or y in _SMALL_Y


def is_weak_x(public: bytes) -> bool:
    """Whether an X25519 public key is of small order or not in its one encoding."""
    u = int.from_bytes(public, "little")
    return len(public) != 32 or u >= _P or u in _SMALL_U


def verify(ed_public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the holder of the key signed the message (RFC 8032, without cofactor). A weak key never did."""
    if is_weak_ed(ed_public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(ed_public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def hkdf(ikm: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA256, 32 bytes."""
    return HKDF(SHA256(), 32, salt, info).derive(ikm)


def record_key(epoch_key: bytes, space: bytes, device: bytes) -> bytes:
    """What a device's records are sealed with in an epoch."""
    return hkdf(epoch_key, space, tagged("rec", (device,)))


def presence_key(epoch_key: bytes, session: bytes, device: bytes) -> bytes:
    """What a device's presence is sealed with in one session."""
    return hkdf(epoch_key, session, tagged("eph", (device,)))


def commitment(epoch_key: bytes) -> bytes:
    """32 bytes that bind the control chain to this key without showing it."""
    return sha256(tagged("kc", (epoch_key,))).digest()


def wrap_info(nonce: bytes, epoch: int, prev: bytes, device: bytes) -> bytes:
    """What a wrap is bound to: the nonce of genesis, the epoch, the entry before, the device that may open it."""
    return tagged("wrap", (nonce, epoch, prev, device))


def wrap(epoch_key: bytes, to_x: bytes, info: bytes, randomness: Randomness) -> bytes:
    """The epoch key for one device, 80 bytes. Raises Damaged KEY_WEAK."""
    if is_weak_x(to_x):
        raise Damaged("KEY_WEAK")
    return hpke.seal(epoch_key, to_x, info, randomness)


def unwrap(wrapped: bytes, box: BoxKey, info: bytes) -> bytes:
    """The epoch key, 32 bytes. Raises Damaged WRAP_BAD."""
    epoch_key = hpke.unseal(wrapped, box.private, info)
    if len(epoch_key) != 32:
        raise Damaged("WRAP_BAD")
    return epoch_key


def seal_prev(epoch_key: bytes, before: bytes, space: bytes, epoch: int, prev: bytes, randomness: Randomness) -> bytes:
    """The key of the epoch before, for whoever holds that of `epoch`, 60 bytes. `prev` as in the entry."""
    nonce = randomness(_NONCE_BYTES)
    return nonce + AESGCM(_prev_key(epoch_key, space, epoch)).encrypt(nonce, before, prev)


def unseal_prev(box: bytes, epoch_key: bytes, space: bytes, epoch: int, prev: bytes) -> bytes:
    """The key of the epoch before, 32 bytes. Raises Damaged WRAP_BAD."""
    try:
        return AESGCM(_prev_key(epoch_key, space, epoch)).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], prev)
    except (InvalidTag, ValueError) as error:
        raise Damaged("WRAP_BAD") from error


def _prev_key(epoch_key: bytes, space: bytes, epoch: int) -> bytes:
    return hkdf(epoch_key, space, tagged("prev", (epoch,)))


def auth_message(origin: str, space: bytes, device: bytes, challenge: bytes) -> bytes:
    """What AUTH signs: this origin, this space, this device, this one challenge."""
    return tagged("auth", (origin, space, device, challenge))
