"""Sealing something for one public key: HPKE base mode, single shot (RFC 9180).

DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, empty AAD. Opening is the cryptography package's. Sealing is
written out here because that package draws its own ephemeral key, and here all randomness is passed in.
"""

import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from sync.errors import Damaged

_KEM_SUITE: Final = b"KEM\x00\x20"
_SUITE: Final = b"HPKE\x00\x20\x00\x01\x00\x02"
_OPENER: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def seal(plaintext: bytes, to_public: bytes, info: bytes, randomness: Callable[[int], bytes]) -> bytes:
    """`enc ‖ ct`: 48 bytes more than `plaintext`. Raises Damaged KEY_WEAK for a public key of small order."""
    ephemeral = X25519PrivateKey.from_private_bytes(randomness(32))
    enc = ephemeral.public_key().public_bytes_raw()
    try:
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(to_public))
    except ValueError as error:
        raise Damaged("KEY_WEAK") from error
    prk = _extract(_KEM_SUITE, b"", b"eae_prk", shared)
    secret = _expand(_KEM_SUITE, prk, b"shared_secret", enc + to_public, 32)
    context = b"\0" + _extract(_SUITE, b"", b"psk_id_hash", b"") + _extract(_SUITE, b"", b"info_hash", info)
    schedule = _extract(_SUITE, secret, b"secret", b"")
    key = _expand(_SUITE, schedule, b"key", context, 32)
    nonce = _expand(_SUITE, schedule, b"base_nonce", context, 12)
    return enc + AESGCM(key).encrypt(nonce, plaintext, b"")


def unseal(sealed: bytes, private: bytes, info: bytes) -> bytes:
    """What was sealed for the key whose private half is given. Raises Damaged WRAP_BAD."""
    try:
        return _OPENER.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info)
    except (InvalidTag, ValueError) as error:
        raise Damaged("WRAP_BAD") from error


def _extract(suite: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, sha256)


def _expand(suite: bytes, prk: bytes, label: bytes, info: bytes, size: int) -> bytes:
    labelled = size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(SHA256(), size, labelled).derive(prk)
