"""messages.json: every message, and what is none."""

from sync import messages as m
from sync.encoding import Item, decode, encode
from sync.vectors.seeds import Case, as_json, seed

_SPACE, _DEVICE, _HASH, _NONCE = seed("space", 16), seed("device", 16), seed("hash"), seed("nonce")
_SIGNATURE = seed("signature", 64)

_GOOD: list[tuple[str, m.Message]] = [
    ("a device says hello", m.Hello(1, _SPACE, _DEVICE)),
    ("a card says hello", m.Hello(1, None, _DEVICE)),
    ("a device of a later version says hello", m.Hello(2, _SPACE, _DEVICE)),
    ("a challenge", m.Challenge(_NONCE, _SPACE, 1764547200)),
    ("a challenge for no space", m.Challenge(_NONCE, None, 0)),
    ("create with a token", m.Create(b"genesis", "let me in")),
    ("create without a token", m.Create(b"genesis", None)),
    ("created", m.Created(_SPACE)),
    ("auth", m.Auth(_SPACE, _DEVICE, _SIGNATURE)),
    ("welcome to an empty space", m.Welcome(_HASH[:8], 1, _HASH, 0, ())),
    ("welcome", m.Welcome(_HASH[:8], 3, _HASH, 12, ((_DEVICE, 11, _NONCE), (_SPACE, 1, _HASH)))),
    ("pull the chain", m.CtlPull(0)),
    ("the chain", m.Ctl(1, (b"one", b"two"))),
    ("nothing more of the chain", m.Ctl(3, ())),
    ("append to the chain", m.CtlAppend(b"entry")),
    ("appended", m.CtlAck(3, _HASH)),
    ("pull", m.Pull(1)),
    ("records", m.Records(((1, b"one"), (2, b"two")), False)),
    ("no more records", m.Records((), True)),
    ("push", m.Push((b"one", b"two"))),
    ("stored", m.Ack(((_DEVICE, 1, 7), (_DEVICE, 2, 8)))),
    ("a gap", m.Nack(_DEVICE, 5, "SEQ_GAP", 3, None)),
    ("a conflict", m.Nack(_DEVICE, 5, "SEQ_CONFLICT", 6, b"stored")),
    ("presence", m.Eph(b"header", b"box")),
    ("join", m.Join(b"request")),
    ("joined", m.Joined()),
    ("someone asks to join", m.JoinReq(b"request")),
    ("decline", m.Decline(_HASH)),
    ("a refusal", m.Err("RATE", 1500)),
    ("a refusal for good", m.Err("SPACE_UNKNOWN", None)),
    ("a refusal in a word of a later version", m.Err("NOT_TODAY", None)),
    ("drain", m.Drain(2000)),
    ("pull all snapshots", m.SnapPull(0)),
    ("pull older snapshots", m.SnapPull(512)),
    ("snapshots", m.Snaps(((511, b"two"), (401, b"one")), False)),
    ("no more snapshots", m.Snaps((), True)),
]

_REFUSED: list[tuple[str, Item]] = [
    ("no type", ()),
    ("not an array", 1),
    ("type 0", (0,)),
    ("a type that is not known", (99,)),
    ("a type that is text", ("1", 1, _SPACE, _DEVICE)),
    ("a type that is true", (True, 1, _SPACE, _DEVICE)),
    ("hello with a field too many", (1, 1, _SPACE, _DEVICE, 0)),
    ("hello with a field too few", (1, 1, _SPACE)),
    ("hello with a version that is true", (1, True, _SPACE, _DEVICE)),
    ("hello with a space of 15 bytes", (1, 1, _SPACE[:15], _DEVICE)),
    ("hello with a space of text", (1, 1, "space", _DEVICE)),
    ("hello with no device", (1, 1, _SPACE, None)),
    ("challenge with a short nonce", (2, _NONCE[:31], _SPACE, 0)),
    ("challenge before 1970", (2, _NONCE, _SPACE, -1)),
    ("create with a token of bytes", (3, b"genesis", b"token")),
    ("auth with a short signature", (5, _SPACE, _DEVICE, _SIGNATURE[:63])),
    ("welcome with an empty chain", (6, _HASH[:8], 0, _HASH, 0, ())),
    ("welcome with a head at 0", (6, _HASH[:8], 1, _HASH, 0, ((_DEVICE, 0, _HASH),))),
    ("pull from before the chain", (7, -1)),
    ("a chain of text", (8, 0, ("entry",))),
    ("pull from 0: positions run from 1", (11, 0)),
    ("records at position 0", (12, ((0, b"one"),), True)),
    ("records with an end that is 1", (12, (), 1)),
    ("records without positions", (12, (b"one",), True)),
    ("push of one that is not in an array", (13, b"one")),
    ("ack without a position", (14, ((_DEVICE, 1),))),
    ("nack of seq 0", (15, _DEVICE, 0, "SEQ_GAP", 1, None)),
    ("nack with a code of bytes", (15, _DEVICE, 1, b"SEQ_GAP", 1, None)),
    ("joined with a field", (18, None)),
    ("decline with 16 bytes", (20, _HASH[:16])),
    ("a refusal without a wait", (21, "RATE")),
    ("drain in no time", (22, None)),
    ("pull of snapshots before nothing", (23, None)),
    ("pull of snapshots below the log", (23, -1)),
    ("snapshots at position 0", (24, ((0, b"one"),), True)),
    ("snapshots without an end", (24, ())),
]


def build() -> Case:
    """The file's content."""
    refused = [(name, encode(item)) for name, item in _REFUSED]
    refused += [("spare bytes", m.to_bytes(m.Joined()) + b"\0"), ("nothing", b"")]
    return {
        "good": [
            {
                "name": name,
                "type": type(message).__name__,
                "item": as_json(decode(m.to_bytes(message))),
                "hex": m.to_bytes(message).hex(),
            }
            for name, message in _GOOD
        ],
        "refused": [{"name": name, "hex": data.hex()} for name, data in refused],
    }
