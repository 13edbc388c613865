"""sealed_file.json: files that open, and each way in which one must not."""

from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sync.encoding import Item, encode, tagged
from sync.file_contents import FileContents, LooseEdit, to_bytes
from sync.keys import hkdf
from sync.padding import pad
from sync.sealed_file import (
    CAP,
    FLOOR,
    MAGIC,
    PARAMETERS,
    KdfParameters,
    normal_form,
    seal_backup,
    seal_hand_over,
)
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import Case, Json, as_json, device, hexed, seed
from sync.vectors.story import EPOCH_KEY, NOON, pair

_WORDS: Final = "tea garden boat lamp river"
_OTHER_WORDS: Final = "tea garden boat lamp rivers"
_SALT: Final = seed("file salt", 16)
_CHUNK: Final = 1024
_PLAIN: Final = seed("file contents", 2100)
_derived: Final[dict[tuple[bytes, bytes, KdfParameters], bytes]] = {}


def build() -> Case:
    """The file's content."""
    made: Case = {
        "typed": [
            {"name": name, "typed": typed, "hex": normal_form(typed).hex()}
            for name, typed in (
                ("as it is", _WORDS),
                ("spaces of all kinds", "\t tea \u00a0 garden\u2003boat\r\nlamp\u3000river\ufeff"),
                ("an accent of its own", "cafe\u0301 au lait"),
                ("capital letters count", "Tea"),
                ("a sign that is no space", "tea\u180egarden\u200bboat\u0085"),
            )
        ],
        "contents": [
            {"name": name, "kind": kind, "item": as_json(_item(contents)), "hex": to_bytes(contents).hex()}
            for name, kind, contents in _contents()
        ],
        "refused_contents": _refused_contents(),
        "backups": _backups(),
        "hand_overs": [
            _hand_over("one chunk", _PLAIN[:100]),
            _hand_over("three chunks", _PLAIN),
        ],
        "refused": _refused(),
    }
    derivations: list[Json] = [
        {"name": f"derivation {ix}", "passphrase": words.hex(), "salt": salt.hex(), **_numbers(asked), "key": key.hex()}
        for ix, ((words, salt, asked), key) in enumerate(_derived.items())
    ]
    return {"derivations": derivations, **made}


def derive(passphrase: bytes, salt: bytes, asked: KdfParameters) -> bytes:
    """Argon2id itself, each once."""
    known = (passphrase, salt, asked)
    if known not in _derived:
        kdf = Argon2id(salt=salt, length=32, iterations=asked.passes, lanes=asked.lanes, memory_cost=asked.memory_kib)
        _derived[known] = kdf.derive(passphrase)
    return _derived[known]


def _numbers(asked: KdfParameters) -> dict[str, Json]:
    return {"memory_kib": asked.memory_kib, "passes": asked.passes, "lanes": asked.lanes}


def _salt(_size: int) -> bytes:
    return _SALT


def _contents() -> list[tuple[str, str, FileContents]]:
    story, tablet = pair(), device("tablet")
    records = (seed("a record", 40), seed("another", 50))
    loose = (LooseEdit("both", NOON, Scribe(12).write(set_value("meeting", ["Tuesday", "both", NOON]))),)
    full = FileContents(
        story.state.space, NOON, tablet.id, tuple(story.entries), records, ((0, EPOCH_KEY), (1, seed("e1"))), loose
    )
    return [
        ("a backup with two epochs and an edit not yet sealed", "backup", full),
        ("a backup of nothing but its beginning", "backup",
         FileContents(full.space, 0, full.made_by, full.entries[:1], (), full.epoch_keys[:1])),
        ("a hand-over file", "hand-over", FileContents(full.space, NOON, full.made_by, full.entries, records)),
    ]  # fmt: skip


def _item(contents: FileContents) -> Item:
    loose = tuple((edit.by, edit.ts, edit.update) for edit in contents.loose)
    c = contents
    return (c.space, c.made_at, c.made_by, c.entries, c.records, c.epoch_keys, loose)


def _refused_contents() -> list[Json]:
    full, _, over = (contents for _, _, contents in _contents())
    parts = _fields(_item(full))

    def changed(at: int, value: Item) -> bytes:
        return encode((*parts[:at], value, *parts[at + 1 :]))

    cases: list[tuple[str, str, bytes]] = [
        ("a backup without keys", "backup", to_bytes(over)),
        ("a hand-over file with keys", "hand-over", changed(6, ())),
        ("a hand-over file with an edit that nobody signed", "hand-over", encode((*parts[:5], (), parts[6]))),
        ("no control chain", "backup", changed(3, ())),
        ("a space with a short name", "backup", changed(0, b"\0" * 15)),
        ("a time before 1970", "backup", changed(1, -1)),
        ("a maker who is not a device", "backup", changed(2, None)),
        ("an entry that is not bytes", "backup", changed(3, (1,))),
        ("a record that is not bytes", "backup", changed(4, ("a",))),
        ("two keys for one epoch", "backup", changed(5, ((0, EPOCH_KEY), (0, EPOCH_KEY)))),
        ("a key that is short", "backup", changed(5, ((0, EPOCH_KEY[1:]),))),
        ("an edit by nobody", "backup", changed(6, ((None, NOON, b""),))),
        ("a field too many", "backup", encode((*parts, 0))),
        ("a field too few", "backup", encode(parts[:6])),
        ("spare bytes", "backup", to_bytes(full) + b"\0"),
        ("bytes that are no encoding", "backup", b"\xff"),
        ("nothing", "backup", b""),
    ]
    return [{"name": name, "kind": kind, "hex": data.hex(), "code": "FILE_BAD"} for name, kind, data in cases]


def _backups() -> list[Json]:
    asked = [
        ("one chunk, as the app locks it", _PLAIN[:100], PARAMETERS, _CHUNK),
        ("three chunks, at the floor", _PLAIN, FLOOR, _CHUNK),
        ("chunks that are all full", _PLAIN[:2047], FLOOR, _CHUNK),
        ("nothing inside", b"", FLOOR, 65536),
    ]
    return [
        {
            "name": name,
            "passphrase": _WORDS,
            "salt": _SALT.hex(),
            **_numbers(parameters),
            "chunk_bytes": chunk,
            "plain": plain.hex(),
            "file": seal_backup(plain, _WORDS, derive, _salt, parameters, chunk).hex(),
        }
        for name, plain, parameters, chunk in asked
    ]


def _hand_over(name: str, plain: bytes) -> Json:
    data = seal_hand_over(plain, EPOCH_KEY, _salt, _CHUNK)
    return {
        "name": name,
        "epoch_key": EPOCH_KEY.hex(),
        "salt": _SALT.hex(),
        "chunk_bytes": _CHUNK,
        "plain": plain.hex(),
        "file": data.hex(),
    }


def _header(parameters: KdfParameters = FLOOR, *, kind: str = "backup", name: str = "argon2id") -> Item:
    return (kind, (name, parameters.memory_kib, parameters.passes, parameters.lanes), _SALT, _CHUNK)


class _Forge:
    """Somebody who holds the key and writes what a writer never would."""

    def __init__(self, header: Item, secret: bytes, plain: bytes = _PLAIN) -> None:
        self.header = encode(header)
        root = hkdf(secret, _SALT, tagged("file", (self.header,)))
        self.box = AESGCM(hkdf(root, b"", tagged("file-key", ())))
        self.commitment = hkdf(root, b"", tagged("file-commitment", ()))
        padded = pad(plain)
        self.pieces = [padded[start : start + _CHUNK] for start in range(0, len(padded), _CHUNK)]

    def chunk(self, ix: int, piece: bytes, *, last: bool) -> bytes:
        """One chunk under the nonce of this number and flag."""
        return self.box.encrypt(ix.to_bytes(11, "big") + bytes((last,)), piece, self.header)

    def chunks(self) -> list[bytes]:
        """All chunks, as they should be."""
        most = len(self.pieces) - 1
        return [self.chunk(ix, piece, last=ix == most) for ix, piece in enumerate(self.pieces)]

    def file(self, *chunks: bytes, version: int = 1, commitment: bytes | None = None) -> bytes:
        """A file with its check in order."""
        size = len(self.header).to_bytes(2, "big")
        before = MAGIC + bytes((version,)) + size + self.header + (commitment or self.commitment)
        return before + sha256(before).digest()[:16] + b"".join(chunks)

    def whole(self, version: int = 1) -> bytes:
        """A file with all its chunks."""
        return self.file(*self.chunks(), version=version)


def _refused() -> list[Json]:
    secret = derive(normal_form(_WORDS), _SALT, FLOOR)
    good = _Forge(_header(), secret)
    other = _Forge(_header(), derive(normal_form(_OTHER_WORDS), _SALT, FLOOR))
    first, second, third = good.chunks()
    before = good.file()
    data = good.whole()
    over = seal_hand_over(_PLAIN, EPOCH_KEY, _salt, _CHUNK)

    def flipped(at: int) -> bytes:
        return data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]

    def header(item: Item) -> bytes:
        return _Forge(item, secret, _PLAIN[:50]).whole()

    def asked(memory_kib: int, passes: int, lanes: int) -> bytes:
        return header(_header(KdfParameters(memory_kib, passes, lanes)))

    unopened = [
        ("an empty file", b"", "FILE_BAD"),
        ("nothing but the first bytes", MAGIC, "FILE_BAD"),
        ("another sort of file", b"%PDF-1.7\n" + bytes(500), "FILE_BAD"),
        ("a bit changed in the first bytes", flipped(0), "FILE_BAD"),
        ("a bit changed in the size of the header", flipped(12), "FILE_BAD"),
        ("a bit changed in the header", flipped(20), "FILE_BAD"),
        ("a bit changed in the salt", flipped(len(before) - 16 - 32 - 5 - 8), "FILE_BAD"),
        ("a bit changed in the commitment", flipped(len(before) - 16 - 10), "FILE_BAD"),
        ("a bit changed in the check", flipped(len(before) - 1), "FILE_BAD"),
        ("cut in the header", data[:30], "FILE_BAD"),
        ("cut in the check", before[:-1], "FILE_BAD"),
        ("a header that claims to be long", MAGIC + b"\x01\xff\xff" + bytes(700), "FILE_BAD"),
        ("a header that is no array", header(0), "FILE_BAD"),
        ("another version", good.whole(version=2), "FILE_VERSION"),
        ("version 0", good.whole(version=0), "FILE_VERSION"),
        ("a kind that is not known", header(_header(kind="postcard")), "FILE_VERSION"),
        ("a way of locking that is not known", header(_header(name="scrypt")), "FILE_VERSION"),
        ("less memory than the floor", asked(FLOOR.memory_kib - 1, 2, 1), "FILE_BAD"),
        ("fewer passes than the floor", asked(FLOOR.memory_kib, 1, 1), "FILE_BAD"),
        ("more memory than the cap", asked(CAP.memory_kib + 1, 2, 1), "FILE_BAD"),
        ("more passes than the cap", asked(FLOOR.memory_kib, CAP.passes + 1, 1), "FILE_BAD"),
        ("two lanes", asked(FLOOR.memory_kib, 2, 2), "FILE_BAD"),
        ("no lanes", asked(FLOOR.memory_kib, 2, 0), "FILE_BAD"),
        ("numbers that no machine has", asked(2**53 - 1, 2**53 - 1, 2**53 - 1), "FILE_BAD"),
        ("a backup that is not locked", header(("backup", None, _SALT, _CHUNK)), "FILE_BAD"),
        ("a lock with nothing in it", header(("backup", (), _SALT, _CHUNK)), "FILE_BAD"),
        ("a lock with a number too few", header(("backup", ("argon2id", 65536, 3), _SALT, _CHUNK)), "FILE_BAD"),
        ("a salt of 15 bytes", header(("backup", ("argon2id", 65536, 3, 1), _SALT[1:], _CHUNK)), "FILE_BAD"),
        ("chunks of 1,023 bytes", header(("backup", ("argon2id", 65536, 3, 1), _SALT, 1023)), "FILE_BAD"),
        ("chunks of more than 1 MiB", header(("backup", ("argon2id", 65536, 3, 1), _SALT, 2**20 + 1)), "FILE_BAD"),
        ("a header with a field too many", header((*_fields(_header()), None)), "FILE_BAD"),
        ("a hand-over file in place of a backup", over, "FILE_KIND"),
    ]
    opened = [
        ("a bit changed in the first chunk", flipped(len(before) + 5), "FILE_BAD"),
        ("a bit changed in the last tag", flipped(len(data) - 1), "FILE_BAD"),
        ("cut after the beginning", before, "FILE_BAD"),
        ("cut between two chunks", before + first + second, "FILE_BAD"),
        ("cut by a byte", data[:-1], "FILE_BAD"),
        ("a spare byte", data + b"\0", "FILE_BAD"),
        ("a whole spare chunk", good.file(first, second, good.chunk(2, good.pieces[2], last=False), third), "FILE_BAD"),
        ("two chunks the wrong way round", good.file(second, first, third), "FILE_BAD"),
        ("a chunk twice", good.file(first, first, third), "FILE_BAD"),
        ("the first chunk is missing", good.file(second, third), "FILE_BAD"),
        ("no last chunk says so", good.file(first, second, good.chunk(2, good.pieces[2], last=False)), "FILE_BAD"),
        ("two chunks say that they are the last",
         good.file(first, good.chunk(1, good.pieces[1], last=True), third), "FILE_BAD"),
        ("not padded", good.file(good.chunk(0, b"plain", last=True)), "FILE_BAD"),
        ("a chunk of another file under the same key's name", good.file(first, second, other.chunks()[2]), "FILE_BAD"),
        ("these words fit the commitment and other words the chunks", good.file(*other.chunks()), "FILE_BAD"),
    ]  # fmt: skip
    wrong = [
        ("other words", _OTHER_WORDS, data, "FILE_LOCKED"),
        ("no words", "", data, "FILE_LOCKED"),
        ("these words fit the chunks and other words the commitment", _WORDS, other.file(*good.chunks()),
         "FILE_LOCKED"),
    ]  # fmt: skip
    for _, words, _, _ in wrong:
        derive(normal_form(words), _SALT, FLOOR)
    return [
        *(_case(name, file, code, derives=False) for name, file, code in unopened),
        *(_case(name, file, code) for name, file, code in opened),
        *(_case(name, file, code, words) for name, words, file, code in wrong),
        *_refused_hand_overs(data, over),
    ]


def _refused_hand_overs(backup: bytes, over: bytes) -> list[Json]:
    with_lock = _Forge(_header(kind="hand-over"), EPOCH_KEY, _PLAIN[:50]).whole()
    asked: list[tuple[str, bytes, tuple[bytes, ...], str]] = [
        ("a backup in place of a hand-over file", backup, (EPOCH_KEY,), "FILE_KIND"),
        ("a hand-over file with a lock", with_lock, (EPOCH_KEY,), "FILE_VERSION"),
        ("somebody who does not belong", over, (seed("another epoch key"),), "FILE_LOCKED"),
        ("somebody who has no key", over, (), "FILE_LOCKED"),
        ("a hand-over file cut by a byte", over[:-1], (seed("another epoch key"), EPOCH_KEY), "FILE_BAD"),
    ]
    return [
        {"name": name, "file": file.hex(), "epoch_keys": hexed(keys), "derives": False, "code": code}
        for name, file, keys, code in asked
    ]


def _case(name: str, file: bytes, code: str, words: str = _WORDS, *, derives: bool = True) -> Json:
    return {"name": name, "file": file.hex(), "passphrase": words, "derives": derives, "code": code}


def _fields(item: Item) -> tuple[Item, ...]:
    return tuple(item) if isinstance(item, tuple) else ()
