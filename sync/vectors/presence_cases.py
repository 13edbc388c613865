"""presence.json: frames that say who is here, and frames that are not listened to."""

from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.encoding import Item, encode
from sync.keys import presence_key
from sync.messages import Eph
from sync.padding import pad_presence
from sync.presence import Bye, Hand, Hands, Have, Here, Presence, PresenceHeader, Typing, seal
from sync.vectors.seeds import Case, Json, as_json, device, seed
from sync.vectors.story import EPOCH_KEY, pair

_SPACE: Final = pair().state.space
_TABLET: Final = device("tablet").id
_SESSION: Final = seed("session", 16)
_HERE: Final[Item] = ("here", seed("my nonce", 16), ())


def build() -> Case:
    """The file's content."""
    drag = Hand(1, "person", "ann", "close", 900, -512, 1000000)
    touch = Hand(2, "person", "bo", None, None, 0, 0)
    said: list[tuple[str, Item, Presence]] = [
        ("someone arrives", _HERE, Here(seed("my nonce", 16), ())),
        (
            "someone has heard another",
            ("here", seed("my nonce", 16), ((seed("their session", 16), seed("their nonce", 16)),)),
            Here(seed("my nonce", 16), ((seed("their session", 16), seed("their nonce", 16)),)),
        ),
        ("hands lifted", ("hands", "both", ()), Hands("both", ())),
        (
            "two hands at once",
            ("hands", 1, ((1, "person", "ann", "close", 900, -512, 1000000), (2, "person", "bo", None, None, 0, 0))),
            Hands(1, (drag, touch)),
        ),
        ("someone types", ("typing", 0, "goals/1", "title"), Typing(0, "goals/1", "title")),
        ("what has been applied", ("have", ((0, 4), (2, 7))), Have(((0, 4), (2, 7)))),
        ("someone leaves", ("bye",), Bye()),
    ]
    good: list[Json] = []
    for counter, (name, item, presence) in enumerate(said, 1):
        frame = seal(PresenceHeader(_SPACE, _TABLET, 0, _SESSION, counter), presence, EPOCH_KEY)
        good.append({"name": name, **_about(counter), "payload": as_json(item), **_frame(frame)})
    return {"good": good, "refused": _refused_frames()}


def _refused_frames() -> list[Json]:
    good = _boxed(_HERE)
    wide = ("here", bytes(16), tuple((bytes(16), bytes(16)) for _ in range(40)))
    unpadded = _boxed(_HERE, padded=encode(_HERE) + b"\x80")
    return [
        _refused("no header", Eph(b"", good.box), 0, "MALFORMED"),
        _refused("another version", _boxed(_HERE, {0: 2}), 0, "MALFORMED"),
        _refused("a session of 15 bytes", _boxed(_HERE, {4: bytes(15)}), 0, "MALFORMED"),
        _refused("a counter of 0", _boxed(_HERE, {5: 0}), 0, "MALFORMED"),
        _refused("a field too many", Eph(encode((*_header({}), 0)), good.box), 0, "MALFORMED"),
        _refused("a frame larger than 1 KiB", _boxed(wide), 0, "MALFORMED"),
        _refused("another space", _boxed(_HERE, {1: seed("space", 16)}), 0, "SPACE_MISMATCH"),
        _refused("another epoch", _boxed(_HERE, {3: 1}), 0, "EPOCH_WRONG"),
        _refused("P29: the same frame again", good, 7, "COUNTER_BACK"),
        _refused("P29: a frame from before", good, 9, "COUNTER_BACK"),
        _refused("another device's name", Eph(encode(_header({2: device("desk").id})), good.box), 0, "DECRYPT_BAD"),
        _refused("another session's name on it", Eph(encode(_header({4: bytes(16)})), good.box), 0, "DECRYPT_BAD"),
        _refused("a counter pushed up", Eph(encode(_header({5: 8})), good.box), 0, "DECRYPT_BAD"),
        _refused("no box", Eph(good.header, b""), 0, "DECRYPT_BAD"),
        _refused("not padded", unpadded, 0, "DECRYPT_BAD"),
        _refused("a payload that is not known", _boxed(("wave", 1)), 0, "DECRYPT_BAD"),
        _refused("a payload of nothing", _boxed(()), 0, "DECRYPT_BAD"),
        _refused("hands by all", _boxed(("hands", "all", ())), 0, "DECRYPT_BAD"),
        _refused("a hand far outside", _boxed(("hands", 0, ((1, "", "", None, None, 1000001, 0),))), 0, "DECRYPT_BAD"),
        _refused("a hand at no angle", _boxed(("hands", 0, ((1, "", "", None, 3600, 0, 0),))), 0, "DECRYPT_BAD"),
        _refused("heads out of order", _boxed(("have", ((2, 1), (0, 1)))), 0, "DECRYPT_BAD"),
        _refused("a nonce of 15 bytes", _boxed(("here", bytes(15), ())), 0, "DECRYPT_BAD"),
    ]


def _header(changes: dict[int, Item]) -> tuple[Item, ...]:
    fields: tuple[Item, ...] = (1, _SPACE, _TABLET, 0, _SESSION, 7)
    return tuple(changes.get(place, field) for place, field in enumerate(fields))


def _boxed(payload: Item, changes: dict[int, Item] | None = None, padded: bytes | None = None) -> Eph:
    """A frame with the right seal for its header, whatever it says."""
    fields = _header(changes or {})
    header_bytes = encode(fields)
    session, counter = fields[4], fields[5]
    key = presence_key(EPOCH_KEY, session if isinstance(session, bytes) else b"", _TABLET)
    nonce = (counter if isinstance(counter, int) else 0).to_bytes(12, "big")
    return Eph(header_bytes, AESGCM(key).encrypt(nonce, padded or pad_presence(encode(payload)), header_bytes))


def _about(counter: int) -> Case:
    return {
        "space": _SPACE.hex(),
        "device": _TABLET.hex(),
        "epoch": 0,
        "session": _SESSION.hex(),
        "counter": counter,
        "epoch_key": EPOCH_KEY.hex(),
    }


def _frame(frame: Eph) -> Case:
    return {"header": frame.header.hex(), "box": frame.box.hex()}


def _refused(name: str, frame: Eph, last_heard: int, code: str) -> Json:
    return {
        "name": name,
        **_frame(frame),
        "space": _SPACE.hex(),
        "epoch": 0,
        "epoch_key": EPOCH_KEY.hex(),
        "device": _TABLET.hex(),
        "counter": last_heard,
        "code": code,
    }
