"""Another reader of Kith, written from sync/README.md alone: nothing of sync/ or server/ is imported here.

`python -m tests.independent_reader <backup file> <words>` prints the document of a backup as JSON. It reads and checks;
it does not judge whose hand wrote what, nor who may do what in the control chain. The sections are those of that page.
"""

import hmac
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pycrdt import Doc, Map

Plain: TypeAlias = "dict[str, object]"

ROOTS = (
    "meta", "people", "goals", "steps", "strengths", "pictures", "offers", "notes", "wishes", "ties", "help", "kept",
    "barriers", "disclosures", "outings", "supports", "worries", "occasions", "impressions", "needs", "photographs",
    "sayings", "feelings", "answers", "yardsticks", "aims", "meetings", "rounds",
)  # fmt: skip
WHITE_SPACE = "[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+"


def need(is_so: bool, what: str) -> None:
    if not is_so:
        raise ValueError(what)


def decode(data: bytes) -> list[object]:
    """Section 1: an array, in the one encoding."""
    item = cbor2.loads(data)
    need(isinstance(item, list) and cbor2.dumps(item, canonical=True) == data, "not deterministic CBOR")
    return list(item)


def tagged(tag: str, item: object) -> bytes:
    return b"kith/v1/" + tag.encode() + b"\0" + cbor2.dumps(item, canonical=True)


def digest(tag: str, item: object) -> bytes:
    return sha256(tagged(tag, item)).digest()


def hkdf(ikm: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(ikm)


def verify(public: bytes, message: bytes, signature: bytes) -> None:
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)


def unpad(padded: bytes) -> bytes:
    payload = padded.rstrip(b"\0")
    need(payload.endswith(b"\x80"), "no marker")
    return payload[:-1]


def octets(item: object) -> bytes:
    need(isinstance(item, bytes), "not bytes")
    return item if isinstance(item, bytes) else b""


def whole(item: object) -> int:
    need(isinstance(item, int) and not isinstance(item, bool), "not a number")
    return item if isinstance(item, int) else 0


def array(item: object) -> list[object]:
    need(isinstance(item, list), "not an array")
    return list(item) if isinstance(item, list) else []


@dataclass
class Device:
    """Sections 1 and 2."""

    ed: bytes
    paper: bool
    since: int
    id: bytes
    seq: int = 0
    head: bytes = bytes(32)
    ctl: int = 0


@dataclass
class Space:
    """Sections 2 and 4: what a chain and its records come to."""

    id: bytes = b""
    devices: list[Device] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    epochs: list[tuple[int, bytes]] = field(default_factory=list)  # from which entry on, commitment
    keys: dict[int, bytes] = field(default_factory=dict)
    doc: "Doc[Map[object]]" = field(default_factory=Doc)
    updates: list[bytes] = field(default_factory=list)

    def add_entry(self, raw: bytes) -> None:
        header_bytes, signature = map(octets, decode(raw))
        header = decode(header_bytes)
        version, space, n, prev, author, _ts, op, payload = header
        need((version, n) == (1, len(self.hashes)), "a version, or an entry, that was not expected")
        if op == "genesis":
            need(prev == bytes(32), "a beginning after something")
            self.id = octets(space)
            zeroed = [*header[:1], bytes(16), *header[2:]]
            need(digest("space", zeroed)[:16] == self.id, "not the space that it says it is")
        else:
            need((space, prev) == (self.id, self.hashes[-1]), "another space, or a broken chain")
        known = {device.id: device for device in self.devices}
        self._change(str(op), array(payload), whole(n))
        known = known or {device.id: device for device in self.devices}
        verify(known[octets(author)].ed, tagged("control", header_bytes), signature)
        self.hashes.append(digest("control-hash", [header_bytes, signature]))

    def _change(self, op: str, payload: list[object], n: int) -> None:
        match op:
            case "genesis":
                _suite, _nonce, _count, devices, cards, block = payload
                for device in array(devices):
                    self._introduce(array(device), n, paper=False)
                for card in array(cards):
                    self._introduce(array(card), n, paper=True)
                self.epochs.append((n, octets(array(block)[0])))
            case "admit":
                self._introduce(array(payload[1]), n, paper=False)
            case "replace":
                self._introduce(array(payload[0]), n, paper=False)
            case "card":
                self._introduce(payload, n, paper=True)
            case "rotate":
                self.epochs.append((n, octets(payload[0])))
            case "remove" if payload[3] is not None:
                self.epochs.append((n, octets(array(payload[3])[0])))
            case "invite" | "revoke" | "turn" | "remove" | "close" | "reopen":
                pass
            case _:
                raise ValueError("an operation that is not on the page")

    def _introduce(self, fields: Sequence[object], n: int, *, paper: bool) -> None:
        ed, x = octets(fields[0]), octets(fields[1])
        self.devices.append(Device(ed, paper, n, digest("dev", [ed, x])[:16]))

    def use_keys(self, keys: Iterable[tuple[int, bytes]]) -> None:
        for epoch, key in keys:
            need(digest("kc", [key]) == self.epochs[epoch][1], "not the key of this epoch")
            self.keys[epoch] = key

    def add_records(self, records: Iterable[bytes]) -> None:
        """In any order: whoever is behind waits."""
        waiting = list(records)
        while waiting:
            left = [raw for raw in waiting if not self._add_record(raw)]
            need(len(left) < len(waiting), "records that nothing leads to")
            waiting = left

    def _add_record(self, raw: bytes) -> bool:
        header_bytes, body, signature = map(octets, decode(raw))
        version, kind, space, author, seq, prev, epoch, ctl, _by, seen = decode(header_bytes)
        need((version, space) == (1, self.id), "another version, or another space")
        n = next(n for n, known in enumerate(self.hashes) if known[:16] == ctl)
        device = next(device for device in self.devices if device.id == author)
        need(not device.paper and device.since <= n, "written by who did not belong")
        need(epoch == max(ix for ix, (since, _) in enumerate(self.epochs) if since <= n), "another epoch")
        covered = [header_bytes, sha256(body).digest()]
        verify(device.ed, tagged("record", covered), signature)
        ix = self.devices.index(device)
        if seq != device.seq + 1 or any(
            self.devices[whole(who)].seq < whole(has) for who, has in map(array, array(seen))
        ):
            return False
        need(
            prev == device.head and n >= device.ctl and ix not in [whole(array(one)[0]) for one in array(seen)],
            "a fork",
        )
        key = hkdf(self.keys[whole(epoch)], self.id, tagged("rec", [device.id]))
        payload = decode(unpad(AESGCM(key).decrypt(body[:12], body[12:], header_bytes)))
        device.seq, device.head, device.ctl = seq, digest("record-hash", [*covered, signature]), n
        if kind == 1:
            _schema, _ts, form, update = payload
            need(form == "y1", "an update in another form")
            self.updates.append(octets(update))
            self.doc.apply_update(self.updates[-1])
        return True

    def document(self) -> Plain:
        """Section 5."""
        return {name: self.doc.get(name, type=Map).to_py() for name in ROOTS}


def open_backup(data: bytes, words: str) -> list[object]:
    """Section 8: the contents."""
    need(data[:11] == b"kith-file\0\1", "not such a file")
    size = int.from_bytes(data[11:13], "big")
    header, commitment, check = data[13 : 13 + size], data[13 + size : 45 + size], data[45 + size : 61 + size]
    need(check == sha256(data[: 45 + size]).digest()[:16], "damaged")
    kind, lock, salt, chunk_bytes = decode(header)
    name, memory, passes, lanes = array(lock)
    need((kind, name, lanes) == ("backup", "argon2id", 1), "another kind of file")
    need(19456 <= whole(memory) <= 262144 and 2 <= whole(passes) <= 10, "parameters that nobody should run")
    typed = unicodedata.normalize("NFC", re.sub(WHITE_SPACE, " ", words).strip(" ")).encode()
    kdf = Argon2id(salt=octets(salt), length=32, iterations=whole(passes), lanes=1, memory_cost=whole(memory))
    root = hkdf(kdf.derive(typed), octets(salt), tagged("file", [header]))
    need(hmac.compare_digest(commitment, hkdf(root, b"", tagged("file-commitment", []))), "other words")
    box = AESGCM(hkdf(root, b"", tagged("file-key", [])))
    step = whole(chunk_bytes) + 16
    starts = range(61 + size, len(data), step)
    pieces = [
        box.decrypt(ix.to_bytes(11, "big") + bytes([start == starts[-1]]), data[start : start + step], header)
        for ix, start in enumerate(starts)
    ]
    return decode(unpad(b"".join(pieces)))


def read_backup(data: bytes, words: str) -> Plain:
    """The document of a backup, what its maker had not sealed included."""
    return space_of(data, words).document()


def read_photograph(data: bytes, words: str, id_: str) -> bytes:
    """Section 5: what a photograph of a backup shows."""
    space = space_of(data, words)
    said = space.doc.get("photographs", type=Map).to_py() or {}
    of = said[id_]
    assert isinstance(of, dict)
    key, names = (array(of[name])[0] for name in ("key", "pieces"))
    found = {digest("piece-name", [piece]).hex(): piece for update in space.updates for piece in values_of(update)}
    aes, count = AESGCM(bytes.fromhex(str(key))), len(array(names))
    pieces = [found[str(name)] for name in array(names)]
    plain = (
        aes.decrypt(at.to_bytes(12, "big"), piece, tagged("piece", [at, count])) for at, piece in enumerate(pieces)
    )
    return b"".join(plain)


def values_of(update: bytes) -> Iterator[bytes]:
    """Byte strings that stand first in an array of three, as Yjs writes them: whatever may be a piece."""
    for start in re.finditer(b"\x75\x03\x74", update):
        size, shift, at = 0, 0, start.end()
        while shift < 35 and at < len(update):
            size |= (update[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if update[at - 1] < 0x80:
                break
        yield update[at : at + size]


def space_of(data: bytes, words: str) -> Space:
    """A backup, opened and checked."""
    space_id, _made_at, _made_by, entries, records, keys, loose = open_backup(data, words)
    space = Space()
    for entry in array(entries):
        space.add_entry(octets(entry))
    need(space.id == space_id, "another space")
    space.use_keys((whole(epoch), octets(key)) for epoch, key in map(array, array(keys)))
    space.add_records(map(octets, array(records)))
    for _by, _ts, update in map(array, array(loose)):
        space.updates.append(octets(update))
        space.doc.apply_update(space.updates[-1])
    return space


def read_session(frames: Iterable[bytes], keys: Iterable[tuple[int, bytes]]) -> Plain:
    """Section 6: the document, from what a server sent to one device, and that device's epoch keys."""
    space, records, asked = Space(), list[bytes](), b""
    for kind, *fields in map(decode, frames):
        match kind, fields:
            case ((3 | 9), [entry, *_]):  # CREATE, CTL_APPEND: not yet, the server may refuse it
                asked = octets(entry)
            case 4, _ if not space.hashes:  # CREATED
                space.add_entry(asked)
            case 10, [n, _] if n == len(space.hashes):  # CTL_ACK
                space.add_entry(asked)
            case 8, [first, entries]:  # CTL
                for entry in array(entries)[max(0, len(space.hashes) - whole(first)) :]:
                    space.add_entry(octets(entry))
            case 12, [placed, _]:  # RECORDS
                records += [octets(array(one)[1]) for one in array(placed)]
            case 13, [pushed]:  # PUSH
                records += map(octets, array(pushed))
    space.use_keys(keys)
    space.add_records(dict.fromkeys(records))
    return space.document()


if __name__ == "__main__":
    print(json.dumps(read_backup(Path(sys.argv[1]).read_bytes(), sys.argv[2])))
