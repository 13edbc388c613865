"""A file that only some may open: a copy of a space under words, or what one device brings to another (P33).

README.md section 8. What is inside is for file_contents.py. Vectors: vectors/sealed_file.json.
"""

import hmac
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.encoding import Item, decode, encode, tagged
from sync.errors import Damaged, Malformed
from sync.keys import Randomness, hkdf
from sync.limits import LIMITS
from sync.padding import pad, unpad
from sync.shape import array, octets, text, whole

Kind: TypeAlias = Literal["backup", "hand-over"]

MAGIC: Final = b"kith-file\0"
VERSION: Final = 1
CHUNK_BYTES: Final = 65536
SMALLEST_CHUNK_BYTES, LARGEST_CHUNK_BYTES = 1024, 1048576
SALT_BYTES: Final = 16
_KEY_BYTES: Final = 32
_CHECK_BYTES: Final = 16
_TAG_BYTES: Final = 16
_HEADER_MOST_BYTES: Final = 1024
_KDF: Final = "argon2id"
# What a browser calls white space, and no more: the same words must be the same bytes everywhere.
_SPACES: Final = re.compile("[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+")


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """How much work it takes to try a passphrase: Argon2id (RFC 9106, version 0x13)."""

    memory_kib: int
    passes: int
    lanes: int


PARAMETERS: Final = KdfParameters(64 * 1024, 3, 1)
FLOOR: Final = KdfParameters(19 * 1024, 2, 1)
CAP: Final = KdfParameters(256 * 1024, 10, 1)

# the passphrase's bytes, the salt, the parameters: 32 bytes. Passed in, because sync is pure and this is not quick
Derive: TypeAlias = Callable[[bytes, bytes, KdfParameters], bytes]


@dataclass(frozen=True, slots=True)
class Head:
    """What anyone may see of a file before it is opened."""

    kind: Kind
    parameters: KdfParameters | None  # of a backup
    salt: bytes
    chunk_bytes: int
    header_bytes: bytes
    commitment: bytes
    size_bytes: int  # of all that stands before the chunks


def normal_form(passphrase: str) -> bytes:
    """What counts of a passphrase: other spaces and other ways to write an accent are the same words."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", passphrase).strip(" ")).encode("utf-8", "replace")


def kind_of(data: bytes) -> Kind:
    """What sort of file this says it is. Raises Damaged FILE_BAD, FILE_VERSION, TOO_LARGE."""
    return _read_head(data).kind


def seal_backup(
    plain: bytes,
    passphrase: str,
    derive: Derive,
    randomness: Randomness,
    parameters: KdfParameters = PARAMETERS,
    chunk_bytes: int = CHUNK_BYTES,
) -> bytes:
    """A backup of these contents, for whoever has the passphrase. Raises Damaged TOO_LARGE."""
    salt = randomness(SALT_BYTES)
    lock = (_KDF, parameters.memory_kib, parameters.passes, parameters.lanes)
    secret = derive(normal_form(passphrase), salt, parameters)
    return _sealed("backup", lock, salt, secret, plain, chunk_bytes)


def open_backup(data: bytes, passphrase: str, derive: Derive) -> bytes:
    """The contents of a backup.

    Raises Damaged: FILE_KIND if it is another sort of file, FILE_LOCKED for other words, FILE_BAD, FILE_VERSION,
    TOO_LARGE. Parameters outside the floor and the cap are FILE_BAD before `derive` is called.
    """
    head = _read_head(data)
    if head.parameters is None:
        raise Damaged("FILE_KIND")
    return _opened(data, head, (derive(normal_form(passphrase), head.salt, head.parameters),))


def seal_hand_over(plain: bytes, epoch_key: bytes, randomness: Randomness, chunk_bytes: int = CHUNK_BYTES) -> bytes:
    """These contents for whoever holds the key of this epoch, the newest. Raises Damaged TOO_LARGE."""
    return _sealed("hand-over", None, randomness(SALT_BYTES), epoch_key, plain, chunk_bytes)


def open_hand_over(data: bytes, epoch_keys: Iterable[bytes]) -> bytes:
    """The contents of a hand-over file, by any of these keys. Raises Damaged as `open_backup` does."""
    head = _read_head(data)
    if head.parameters is not None:
        raise Damaged("FILE_KIND")
    return _opened(data, head, epoch_keys)


def _sealed(kind: Kind, lock: Item, salt: bytes, secret: bytes, plain: bytes, chunk_bytes: int) -> bytes:
    header_bytes = encode((kind, lock, salt, chunk_bytes))
    key, commitment = _keys(secret, salt, header_bytes)
    before = MAGIC + bytes((VERSION,)) + len(header_bytes).to_bytes(2, "big") + header_bytes + commitment
    padded = pad(plain)
    starts = range(0, len(padded), chunk_bytes)
    box = AESGCM(key)
    chunks = (
        box.encrypt(
            _nonce(start // chunk_bytes, start == starts[-1]), padded[start : start + chunk_bytes], header_bytes
        )
        for start in starts
    )
    data = b"".join((before, _check(before), *chunks))
    if len(data) > LIMITS.file_bytes:
        raise Damaged("TOO_LARGE")
    return data


def _read_head(data: bytes) -> Head:
    if len(data) > LIMITS.file_bytes:
        raise Damaged("TOO_LARGE")
    at = len(MAGIC)
    if not data.startswith(MAGIC) or len(data) < at + 3:
        raise Damaged("FILE_BAD", "not a file of ours")
    if data[at] != VERSION:
        raise Damaged("FILE_VERSION")
    size = int.from_bytes(data[at + 1 : at + 3], "big")
    end = at + 3 + size + _KEY_BYTES
    if size > _HEADER_MOST_BYTES or len(data) < end + _CHECK_BYTES:
        raise Damaged("FILE_BAD", "ends too early")
    if data[end : end + _CHECK_BYTES] != _check(data[:end]):
        raise Damaged("FILE_BAD", "the beginning is damaged")
    header_bytes = data[at + 3 : at + 3 + size]
    try:
        kind, lock, salt, chunk_bytes = array(decode(header_bytes), 4)
        found, parameters = _lock(text(kind), lock)
        return Head(
            found,
            parameters,
            octets(salt, SALT_BYTES),
            whole(chunk_bytes, SMALLEST_CHUNK_BYTES, LARGEST_CHUNK_BYTES),
            header_bytes,
            data[end - _KEY_BYTES : end],
            end + _CHECK_BYTES,
        )
    except Malformed as error:
        raise Damaged("FILE_BAD", error.detail) from error


def _lock(kind: str, lock: Item) -> tuple[Kind, KdfParameters | None]:
    """The kind, and how hard a passphrase is to try: what is too weak or too much is refused here, before it runs."""
    if kind == "hand-over" and lock is None:
        return "hand-over", None
    if kind != "backup":
        raise Damaged("FILE_VERSION", "a kind of file that is not known")
    parts = array(lock)
    if text(parts[0] if parts else None) != _KDF:
        raise Damaged("FILE_VERSION", "a way of locking that is not known")
    _, memory_kib, passes, lanes = array(parts, 4)
    return "backup", KdfParameters(
        whole(memory_kib, FLOOR.memory_kib, CAP.memory_kib),
        whole(passes, FLOOR.passes, CAP.passes),
        whole(lanes, FLOOR.lanes, CAP.lanes),
    )


def _opened(data: bytes, head: Head, secrets: Iterable[bytes]) -> bytes:
    for secret in secrets:
        key, commitment = _keys(secret, head.salt, head.header_bytes)
        if hmac.compare_digest(commitment, head.commitment):
            return _unsealed(data, head, key)
    raise Damaged("FILE_LOCKED")


def _unsealed(data: bytes, head: Head, key: bytes) -> bytes:
    step = head.chunk_bytes + _TAG_BYTES
    starts = range(head.size_bytes, len(data), step)
    box = AESGCM(key)
    try:
        chunks = [
            box.decrypt(_nonce(ix, start == starts[-1]), data[start : start + step], head.header_bytes)
            for ix, start in enumerate(starts)
        ]
        return unpad(b"".join(chunks))
    except (InvalidTag, ValueError, Malformed) as error:
        raise Damaged("FILE_BAD", "a part is damaged or missing") from error


def _keys(secret: bytes, salt: bytes, header_bytes: bytes) -> tuple[bytes, bytes]:
    """The key of the chunks, and what says that this is the one key they open under."""
    root = hkdf(secret, salt, tagged("file", (header_bytes,)))
    return hkdf(root, b"", tagged("file-key", ())), hkdf(root, b"", tagged("file-commitment", ()))


def _nonce(ix: int, is_last: bool) -> bytes:
    return ix.to_bytes(11, "big") + bytes((is_last,))


def _check(before: bytes) -> bytes:
    """Shows damage before any words are asked for. It proves nothing about who wrote it."""
    return sha256(before).digest()[:_CHECK_BYTES]
