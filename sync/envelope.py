"""One unit of the data log: a signed header that anyone can read, and a body that only the space can.

Vectors: vectors/envelope.json. Whether a record may stand where it stands is for acceptance.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal, NamedTuple, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync import plain_record
from sync.encoding import Item, decode, encode, tagged
from sync.errors import Damaged, Malformed
from sync.keys import SigningKey, record_key, verify
from sync.limits import LIMITS
from sync.padding import pad, unpad
from sync.remark import Attest, Notice, Part, Remark, parse_attest, parse_notice, parse_part, remark_items
from sync.shape import array, ascending, octets, whole

By: TypeAlias = int | Literal["both"]

UPDATE: Final = 1
SNAPSHOT: Final = 2  # a part of one
ATTEST: Final = 3
HEADS: Final = 4
NOTICE: Final = 5
_FORMAT: Final = "y1"  # a Yjs update, version 1
_NONCE_BYTES: Final = 12
HASHED: Final = b"kith/v1/record-hash\0\x83"  # what a record's hash begins with: the tag, an array of three
_DIGEST: Final = b"\x58\x20"  # 32 bytes follow
_REMARKS: Final[dict[int, type[Remark]]] = {SNAPSHOT: Part, ATTEST: Attest, NOTICE: Notice}
_PARSERS: Final[dict[int, Callable[[tuple[Item, ...]], Remark]]] = {
    SNAPSHOT: parse_part,
    ATTEST: parse_attest,
    NOTICE: parse_notice,
}
_KINDS: Final = frozenset((UPDATE, HEADS, *_REMARKS))


class Header(NamedTuple):
    """What everyone may know about a record."""

    kind: int
    space: bytes
    device: bytes
    seq: int
    prev: bytes
    epoch: int
    ctl: bytes  # the first 16 bytes of the hash of the control entry that the author had last applied
    by: By
    seen: tuple[tuple[int, int], ...]  # device index, seq: the heads that moved since the device's last record


class Record(NamedTuple):
    """A record as it came: its bytes are kept and never encoded again."""

    header: Header
    header_bytes: bytes
    body: bytes
    signature: bytes
    raw: bytes  # whole
    hash: bytes


@dataclass(frozen=True, slots=True)
class Payload:
    """What a record says, once opened."""

    schema: int
    ts: int  # unix seconds, for display only
    update: bytes | None  # a Yjs update; none in a record of another kind than UPDATE
    remark: Remark | None = None  # what a record of kind SNAPSHOT, ATTEST or NOTICE says


def parse(data: bytes) -> Record:
    """The record in these bytes. Raises Malformed, also for one that is too large."""
    if len(data) > LIMITS.record_bytes:
        raise Malformed("a record too large")
    return _plain(data) or _any(data)


def _plain(data: bytes) -> Record | None:
    plain = plain_record.read(data)
    if plain is None:
        return None
    kind, space, device, seq, prev, epoch, ctl, by, seen, header_at, header_end, body_at, body_end = plain
    header = Header._make((kind, space, device, seq, prev, epoch, ctl, "both" if by is None else by, seen))
    body = data[body_at:body_end]
    # as _record_hash has it, without encoding again what stands there encoded
    hashed = HASHED + data[1:header_end] + _DIGEST + sha256(body).digest() + data[body_end:]
    hash_ = sha256(hashed).digest()
    return Record(header, data[header_at:header_end], body, data[body_end + 2 :], data, hash_)


def _any(data: bytes) -> Record:
    parts = array(decode(data), 3)
    header_bytes, body, signature = octets(parts[0]), octets(parts[1]), octets(parts[2], 64)
    header = _parse_header(decode(header_bytes))
    return Record(header, header_bytes, body, signature, data, _record_hash(header_bytes, body, signature))


def seal(header: Header, payload: Payload, epoch_key: bytes, signing_key: SigningKey, nonce: bytes) -> Record:
    """The one record with this header and payload under this nonce. Raises Damaged TOO_LARGE."""
    header_bytes = encode(header_item(header))
    _parse_header(decode(header_bytes))
    plain = _payload_items(payload, header.kind)
    if len(nonce) != _NONCE_BYTES:
        raise Malformed("a nonce of another size")
    key = record_key(epoch_key, header.space, header.device)
    body = nonce + AESGCM(key).encrypt(nonce, pad(encode(plain)), header_bytes)
    signature = signing_key.sign(_signed(header_bytes, body))
    data = encode((header_bytes, body, signature))
    if len(data) > LIMITS.record_bytes:
        raise Damaged("TOO_LARGE")
    return Record(header, header_bytes, body, signature, data, _record_hash(header_bytes, body, signature))


def is_signed_by(record: Record, ed_public: bytes) -> bool:
    """Whether the device with this public key signed the record."""
    return verify(ed_public, _signed(record.header_bytes, record.body), record.signature)


def open_payload(record: Record, epoch_key: bytes) -> Payload:
    """What the record says. Raises Damaged DECRYPT_BAD, whatever is wrong inside."""
    key = record_key(epoch_key, record.header.space, record.header.device)
    nonce, box = record.body[:_NONCE_BYTES], record.body[_NONCE_BYTES:]
    try:
        return _parse_payload(unpad(AESGCM(key).decrypt(nonce, box, record.header_bytes)), record.header.kind)
    except (InvalidTag, ValueError, Malformed) as error:
        raise Damaged("DECRYPT_BAD") from error


def _signed(header_bytes: bytes, body: bytes) -> bytes:
    return tagged("record", (header_bytes, sha256(body).digest()))


def _record_hash(header_bytes: bytes, body: bytes, signature: bytes) -> bytes:
    return sha256(tagged("record-hash", (header_bytes, sha256(body).digest(), signature))).digest()


def kind_of(remark: Remark) -> int:
    """The kind of the records that say such a thing."""
    return next(kind for kind, each in _REMARKS.items() if isinstance(remark, each))


def header_item(header: Header) -> Item:
    """What stands in the bytes of the header."""
    h = header
    return (1, h.kind, h.space, h.device, h.seq, h.prev, h.epoch, h.ctl, h.by, h.seen)


def _parse_header(item: Item) -> Header:
    version, kind, space, device, seq, prev, epoch, ctl, by, seen = array(item, 10)
    whole(version, 1, 1)
    if kind not in _KINDS or isinstance(kind, bool):
        raise Malformed("a kind of record that is not known")
    pairs = tuple(array(pair, 2) for pair in array(seen))
    heads = tuple((whole(ix), whole(head_seq, 1)) for ix, head_seq in pairs)
    ascending(tuple(ix for ix, _ in heads))
    return Header(
        kind=whole(kind),
        space=octets(space, 16),
        device=octets(device, 16),
        seq=whole(seq, 1),
        prev=octets(prev, 32),
        epoch=whole(epoch),
        ctl=octets(ctl, 16),
        by="both" if by == "both" else whole(by),
        seen=heads,
    )


def _payload_items(payload: Payload, kind: int) -> tuple[Item, ...]:
    remark = _REMARKS.get(kind, type(None))
    if (payload.update is not None) != (kind == UPDATE) or not isinstance(payload.remark, remark):
        raise Malformed("a payload of the wrong kind")
    if payload.update is not None:
        return payload.schema, payload.ts, _FORMAT, payload.update
    behind = remark_items(payload.remark) if payload.remark is not None else ()
    return payload.schema, payload.ts, *behind


def _parse_payload(plain: bytes, kind: int) -> Payload:
    items = array(decode(plain))
    if len(items) < 2:
        raise Malformed("a payload that ends too early")
    schema, ts, rest = whole(items[0], 1), whole(items[1]), items[2:]
    if kind == UPDATE:
        return Payload(schema, ts, _parse_update(rest))
    parse_remark = _PARSERS.get(kind)
    if parse_remark is not None:
        return Payload(schema, ts, None, parse_remark(rest))
    array(rest, 0)
    return Payload(schema, ts, None)


def _parse_update(items: tuple[Item, ...]) -> bytes:
    form, update = array(items, 2)
    if form != _FORMAT:
        raise Malformed("an update in a form that is not known")
    return octets(update)
