"""envelope.json: records in their place, and each refusal of README.md section 4."""

from dataclasses import replace
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.chain import Head
from sync.encoding import Item, decode, encode, tagged
from sync.envelope import ATTEST, HEADS, NOTICE, SNAPSHOT, UPDATE, By, Header, Payload, Record, header_item, seal
from sync.keys import DeviceKeys, record_key
from sync.limits import LIMITS
from sync.padding import pad
from sync.remark import MOST_PARTS, Attest, Notice, Part, Remark, remark_items
from sync.shape import array, octets
from sync.vectors.authorship_cases import ann
from sync.vectors.scribe import Scribe, person, set_value
from sync.vectors.seeds import Case, Json, as_json, device, hexed, seed
from sync.vectors.story import EPOCH_KEY, NOON, card, pair

_NONCE: Final = seed("record nonce", 12)
_STORY: Final = pair()
_STATE: Final = _STORY.state
_LAST: Final = _STATE.n
_PREV: Final = seed("record before")
_SEQ: Final = 5
_HEAD: Final = Head(_SEQ - 1, _PREV)
_OWNERS: Final = [(11, 0, 13), (21, 2, 1)]  # client id, device index, the clock after its last
_TYPES: Final = [(11, 0), (11, 3), (11, 12)]  # Ann, her note and her links


def build() -> Case:
    """The file's content."""
    names = {"tablet": 0, "desk": 2, "phone": 3, "second tablet": 5}
    return {
        "space": _STATE.space.hex(),
        "entries": hexed(_STORY.entries),
        "epoch_key": EPOCH_KEY.hex(),
        "devices": [
            {"ix": ix, "id": device(name).id.hex(), "signing_seed": device(name).signing.private.hex()}
            for name, ix in names.items()
        ],
        "owners": [list(owner) for owner in _OWNERS],
        "types": [list(made) for made in _TYPES],
        "good": _good(),
        "refused": _malformed() + _misplaced() + _unopened() + _dishonest(),
    }


def header(author: DeviceKeys, by: By) -> Header:
    """The header of the device's fifth record."""
    return Header(UPDATE, _STATE.space, author.id, _SEQ, _PREV, 0, _ctl(_LAST), by, ((0, 3), (2, 9)))


def meeting(by: By, client: int = 12) -> Payload:
    """Someone writes when they meet next."""
    return Payload(1, NOON, Scribe(client).write(set_value("meeting", ["Tuesday", by, NOON])))


def record(author: DeviceKeys, plain: Header) -> Record:
    """A record by whoever, with this header."""
    return seal(plain, meeting(plain.by), EPOCH_KEY, author.signing, _NONCE)


def _good() -> list[Json]:
    tablet, phone, desk = device("tablet"), device("phone"), device("desk")
    long = Payload(1, NOON, Scribe(12).write(set_value("meeting", ["soon " * 500, "both", NOON])))
    first = header(phone, 0)._replace(seq=1, prev=bytes(32), seen=())
    asked = [
        ("P10: the shared tablet, both hands", tablet, header(tablet, "both"), meeting("both"), _LAST),
        ("P10: the shared tablet, one hand", tablet, header(tablet, 1), meeting(1), 3),
        ("a first record, just after being admitted", phone, first._replace(ctl=_ctl(4)), meeting(0), 0),
        (
            "a record that names an older entry than the newest",
            desk,
            header(desk, 1)._replace(ctl=_ctl(2)),
            meeting(1),
            2,
        ),
        ("a long record", tablet, header(tablet, "both"), long, 0),
        ("heads", tablet, header(tablet, 0)._replace(kind=HEADS), Payload(1, NOON, None), 0),
        *(
            (name, tablet, header(tablet, 0)._replace(kind=kind), Payload(1, NOON, None, remark), 0)
            for name, kind, remark in _remarks()
        ),
        ("an update of a later schema", tablet, header(tablet, 0), replace(meeting(0), schema=9), 0),
    ]
    found: list[Json] = []
    for name, author, plain, payload, last_ctl in asked:
        sealed = seal(plain, payload, EPOCH_KEY, author.signing, _NONCE)
        found.append(
            {
                "name": name,
                "header": as_json(decode(sealed.header_bytes)),
                "schema": payload.schema,
                "ts": payload.ts,
                "update": payload.update.hex() if payload.update is not None else None,
                "remark": as_json(remark_items(payload.remark)) if payload.remark is not None else None,
                "nonce": _NONCE.hex(),
                "signing_seed": author.signing.private.hex(),
                "record": sealed.raw.hex(),
                "hash": sealed.hash.hex(),
                "head": {"seq": plain.seq - 1, "hash": plain.prev.hex()},
                "last_ctl": last_ctl,
            }
        )
    return found


def _remarks() -> list[tuple[str, int, Remark]]:
    digest, last = seed("digest"), seed("the last part")
    covers = ((0, 3, seed("a head")), (2, 9, seed("another head")))
    return [
        ("the first part of a snapshot", SNAPSHOT, Part(0, 2, 13, covers, digest, b"first")),
        ("the last part of a snapshot", SNAPSHOT, Part(1, 2, 0, (), b"", b"last")),
        ("a snapshot of nothing", SNAPSHOT, Part(0, MOST_PARTS, 1, (), digest, b"first")),
        ("a snapshot is right", ATTEST, Attest(2, 4, last, digest, True)),
        ("a snapshot is wrong", ATTEST, Attest(0, 1, last, digest, False)),
        ("P23: a record is set aside", NOTICE, Notice(3, 8, last, "ACTOR_WRONG")),
        ("P23: a record is set aside for a reason of a later version", NOTICE, Notice(3, 8, last, "TOO_SAD")),
    ]


def _malformed() -> list[Json]:
    tablet = device("tablet")
    good = record(tablet, header(tablet, 0))
    fields = array(decode(good.header_bytes))
    places: list[tuple[str, int, Item]] = [
        ("another version", 0, 2),
        ("a kind that is not known", 1, 6),
        ("a kind that is true", 1, True),
        ("a space of 15 bytes", 2, bytes(15)),
        ("seq 0", 4, 0),
        ("a hash of 16 bytes before", 5, bytes(16)),
        ("an epoch below 0", 6, -1),
        ("a control hash of 32 bytes", 7, bytes(32)),
        ("by nobody", 8, None),
        ("by all", 8, "all"),
        ("by minus one", 8, -1),
        ("heads out of order", 9, ((2, 1), (0, 1))),
        ("a head twice", 9, ((2, 1), (2, 2))),
        ("a head at 0", 9, ((2, 0),)),
        ("heads as numbers", 9, (2, 1)),
    ]
    found = [
        _refused(name, _signed(tuple(value if at == place else field for at, field in enumerate(fields)), good.body),
                 "MALFORMED")
        for name, place, value in places
    ]  # fmt: skip
    raw = array(decode(good.raw))
    return [
        *found,
        _refused("a header field too many", _signed((*fields, None), good.body), "MALFORMED"),
        _refused("a header field missing", _signed(fields[:9], good.body), "MALFORMED"),
        _refused("nothing", b"", "MALFORMED"),
        _refused("cut short", good.raw[:-1], "MALFORMED"),
        _refused("spare bytes", good.raw + b"\0", "MALFORMED"),
        _refused("a signature of 63 bytes", encode((*raw[:2], octets(raw[2])[:63])), "MALFORMED"),
        _refused("a header that is not in bytes", encode((fields, *raw[1:])), "MALFORMED"),
        _refused("a record larger than 64 KiB", _signed(fields, bytes(65536)), "MALFORMED"),
    ]


def _misplaced() -> list[Json]:
    tablet, desk, phone, owner = device("tablet"), device("desk"), device("phone"), card("owner").device
    good = record(tablet, header(tablet, 0))
    stranger = device("stranger")
    parts = array(decode(good.raw))
    other = seal(header(tablet, 0), meeting(0), EPOCH_KEY, desk.signing, _NONCE)
    swapped = record(tablet, header(tablet, 0)._replace(prev=seed("another record")))
    same_seq = Head(_SEQ, record(tablet, header(tablet, 1)).hash)
    late = Head(_SEQ + 3, _PREV)
    early = Head(_SEQ - 2, _PREV)
    return [
        _refused(
            "another space", record(tablet, header(tablet, 0)._replace(space=seed("space", 16))).raw, "SPACE_MISMATCH"
        ),
        _refused(
            "P18: a control entry that is not known",
            record(tablet, header(tablet, 0)._replace(ctl=seed("ctl", 16))).raw,
            "CTL_UNKNOWN",
        ),
        _refused("P18: a control entry that has not arrived", good.raw, "CTL_UNKNOWN", known=_LAST),
        _refused(
            "P18: an older entry than its last",
            record(tablet, header(tablet, 0)._replace(ctl=_ctl(3))).raw,
            "CTL_BACK",
            last_ctl=4,
        ),
        _refused("P22: a device that does not belong", record(stranger, header(stranger, 0)).raw, "AUTHOR_UNKNOWN"),
        _refused(
            "a device that did not belong then",
            record(phone, header(phone, 0)._replace(ctl=_ctl(3))).raw,
            "AUTHOR_UNKNOWN",
        ),
        _refused("P18: another epoch", record(tablet, header(tablet, 0)._replace(epoch=1)).raw, "EPOCH_WRONG"),
        _refused("P10: a member whom the device does not list", record(desk, header(desk, 0)).raw, "NOT_ALLOWED"),
        _refused("P10: both, on a device of one", record(phone, header(phone, "both")).raw, "NOT_ALLOWED"),
        _refused("P10: a member who is not there", record(tablet, header(tablet, 2)).raw, "NOT_ALLOWED"),
        _refused("P12: a card writes", record(owner, header(owner, 0)).raw, "NOT_ALLOWED"),
        _refused("signed by another device", other.raw, "SIGNATURE_BAD"),
        _refused("another body", encode((parts[0], record(tablet, header(tablet, 1)).body, parts[2])), "SIGNATURE_BAD"),
        _refused(
            "another header", encode((record(tablet, header(tablet, 1)).header_bytes, *parts[1:])), "SIGNATURE_BAD"
        ),
        _refused("a record is missing before it", good.raw, "CHAIN_GAP", head=early),
        _refused("it follows another record", swapped.raw, "CHAIN_FORKED"),
        _refused("another record of the same seq", good.raw, "CHAIN_FORKED", head=same_seq),
        _refused("a record from before, as if new", good.raw, "CHAIN_FORKED", head=late),
    ]


def _unopened() -> list[Json]:
    tablet = device("tablet")
    good = record(tablet, header(tablet, 0))
    update = meeting(0).update
    other_key = seal(header(tablet, 0), meeting(0), seed("another epoch key"), tablet.signing, _NONCE)
    heads = header(tablet, 0)._replace(kind=HEADS)
    plain = encode((1, NOON, "y1", update))
    remarks = [
        (name, header(tablet, 0)._replace(kind=kind), pad(encode((1, NOON, *items))))
        for name, kind, items in _bad_remarks()
    ]
    bad_plain: list[tuple[str, Header, bytes]] = [
        ("an update in another form", header(tablet, 0), pad(encode((1, NOON, "y2", update)))),
        ("a payload with a field too many", header(tablet, 0), pad(encode((1, NOON, "y1", update, 0)))),
        ("a payload that is not CBOR", header(tablet, 0), pad(b"\xff")),
        ("a time before 1970", header(tablet, 0), pad(encode((1, -1, "y1", update)))),
        ("an update in a record of heads", heads, pad(plain)),
        ("heads in a record of an update", header(tablet, 0), pad(encode((1, NOON)))),
        ("P27: a payload that is not padded", header(tablet, 0), plain + b"\x80"),
        ("P27: a payload padded too far", header(tablet, 0), (plain + b"\x80").ljust(1024, b"\0")),
        ("P27: a payload without a marker", header(tablet, 0), plain.ljust(256, b"\0")),
    ]
    return [
        _refused("sealed under another key", other_key.raw, "DECRYPT_BAD"),
        _refused(
            "a body under another header",
            _signed(decode(record(tablet, header(tablet, 1)).header_bytes), good.body),
            "DECRYPT_BAD",
        ),
        _refused("a body of no bytes", _signed(decode(good.header_bytes), b""), "DECRYPT_BAD"),
        _refused("a body of 20 bytes", _signed(decode(good.header_bytes), bytes(20)), "DECRYPT_BAD"),
        _refused(
            "a nonce with a bit changed", _signed(decode(good.header_bytes), b"\1" + good.body[1:]), "DECRYPT_BAD"
        ),
        *(
            _refused(name, _boxed(plain_header, padded), "DECRYPT_BAD")
            for name, plain_header, padded in bad_plain + remarks
        ),
    ]


def _bad_remarks() -> list[tuple[str, int, tuple[Item, ...]]]:
    digest, covers = seed("digest"), ((0, 3, seed("a head")), (2, 9, seed("another head")))
    first: tuple[Item, ...] = ("s1", 0, 2, 13, covers, digest, b"first")
    later: tuple[Item, ...] = ("s1", 1, 2, 0, (), b"", b"last")
    attest: tuple[Item, ...] = (2, 4, seed("the last part"), digest, True)
    notice: tuple[Item, ...] = (3, 8, seed("a record"), "ACTOR_WRONG")
    changes: list[tuple[str, int, tuple[Item, ...], int, Item]] = [
        ("a snapshot in another form", SNAPSHOT, first, 0, "s2"),
        ("a part beyond the last", SNAPSHOT, first, 1, 2),
        ("a snapshot of no parts", SNAPSHOT, first, 2, 0),
        ("a snapshot of too many parts", SNAPSHOT, first, 2, MOST_PARTS + 1),
        ("a snapshot of no position", SNAPSHOT, first, 3, 0),
        ("covers out of order", SNAPSHOT, first, 4, covers[::-1]),
        ("a device covered twice", SNAPSHOT, first, 4, (covers[0], covers[0])),
        ("a cover at 0", SNAPSHOT, first, 4, ((0, 0, seed("a head")),)),
        ("a cover without a hash", SNAPSHOT, first, 4, ((0, 3),)),
        ("a first part without a digest", SNAPSHOT, first, 5, b""),
        ("a part of no bytes", SNAPSHOT, first, 6, b""),
        ("a part of too many bytes", SNAPSHOT, first, 6, bytes(LIMITS.snapshot_part_bytes + 1)),
        ("a later part with a position", SNAPSHOT, later, 3, 13),
        ("a later part with covers", SNAPSHOT, later, 4, covers),
        ("a later part with a digest", SNAPSHOT, later, 5, digest),
        ("an attest of seq 0", ATTEST, attest, 1, 0),
        ("an attest of a short hash", ATTEST, attest, 2, bytes(31)),
        ("an attest of a short digest", ATTEST, attest, 3, bytes(31)),
        ("an attest that is 1", ATTEST, attest, 4, 1),
        ("a notice of seq 0", NOTICE, notice, 1, 0),
        ("a notice of a short hash", NOTICE, notice, 2, bytes(31)),
        ("a notice without a code", NOTICE, notice, 3, ""),
        ("a notice with a code of bytes", NOTICE, notice, 3, b"ACTOR_WRONG"),
    ]
    found = [
        (name, kind, tuple(value if at == place else item for at, item in enumerate(items)))
        for name, kind, items, place, value in changes
    ]
    return [
        *found,
        ("a part with a field too many", SNAPSHOT, (*first, None)),
        ("an attest with a field too few", ATTEST, attest[:4]),
        ("a notice with a field too many", NOTICE, (*notice, None)),
        ("an attest in a record of a notice", NOTICE, attest),
        ("nothing in a record of an attest", ATTEST, ()),
    ]


def _dishonest() -> list[Json]:
    tablet, desk = device("tablet"), device("desk")
    updates: list[tuple[str, DeviceKeys, By, bytes]] = [
        ("P22: another device's client id", tablet, 0, meeting(0, client=21).update or b""),
        ("P10: a register in another hand", tablet, 0, meeting(1).update or b""),
        ("P10: a register of both, in one hand", desk, 1, meeting("both").update or b""),
        ("P22: an entity is deleted", tablet, 0, Scribe(12, ann()).write(lambda roots: roots["people"].clear())),
        (
            "P22: an entity is made again",
            tablet,
            0,
            Scribe(12, ann()).write(set_value("ann", person("B", 0), "people")),
        ),
        ("an update that is none", tablet, 0, b"\xff\xff"),
    ]
    return [
        _refused(
            name, seal(header(who, by), Payload(1, NOON, update), EPOCH_KEY, who.signing, _NONCE).raw, "ACTOR_WRONG"
        )
        for name, who, by, update in updates
    ]


def _ctl(n: int) -> bytes:
    return _STATE.hashes[n][:16]


def _boxed(plain_header: Header, padded: bytes) -> bytes:
    """A record around a body that `seal` would not make."""
    header_bytes = encode(header_item(plain_header))
    key = record_key(EPOCH_KEY, plain_header.space, plain_header.device)
    return _signed(decode(header_bytes), _NONCE + AESGCM(key).encrypt(_NONCE, padded, header_bytes))


def _signed(fields: Item, body: bytes) -> bytes:
    """A record by the tablet with this header and body, whatever they are."""
    header_bytes = encode(fields)
    return encode(
        (header_bytes, body, device("tablet").signing.sign(tagged("record", (header_bytes, sha256(body).digest()))))
    )


def _refused(
    name: str, raw: bytes, code: str, *, known: int = _LAST + 1, head: Head = _HEAD, last_ctl: int = 0
) -> Json:
    return {
        "name": name,
        "record": raw.hex(),
        "known": known,
        "head": {"seq": head.seq, "hash": head.hash.hex()},
        "last_ctl": last_ctl,
        "code": code,
    }
