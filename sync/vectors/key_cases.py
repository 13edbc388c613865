"""keys.json: names of devices, signatures, weak keys, derived keys and wraps."""

from sync.encoding import tagged
from sync.keys import (
    BoxKey,
    SigningKey,
    auth_message,
    commitment,
    hkdf,
    is_weak_ed,
    is_weak_x,
    presence_key,
    record_key,
    verify,
    wrap,
    wrap_info,
)
from sync.vectors import curve
from sync.vectors.seeds import Case, Json, device, seed

_MESSAGE = tagged("control", b"vectors")


def build() -> Case:
    """The file's content."""
    space, session, epoch_key = seed("space", 16), seed("session", 16), seed("epoch key")
    one = device("one")
    message = auth_message("https://kith.example", space, one.id, seed("challenge"))
    return {
        "devices": [_device(name) for name in ("one", "two", "three")],
        "signing": [
            _signing("nothing", seed("signer"), b""),
            _signing("an entry", seed("signer"), _MESSAGE),
            _signing("a long message", seed("another signer"), seed("long", 5000)),
        ],
        "signatures": _signatures(),
        "weak": _weak(),
        "hkdf": [
            _derived("a salt", seed("ikm"), seed("salt", 16), tagged("rec", (seed("device", 16),))),
            _derived("no salt", seed("ikm", 16), b"", tagged("card", ("sign",))),
        ],
        "derived": [
            {
                "name": "the keys of an epoch",
                "epoch_key": epoch_key.hex(),
                "space": space.hex(),
                "device": one.id.hex(),
                "session": session.hex(),
                "record_key": record_key(epoch_key, space, one.id).hex(),
                "presence_key": presence_key(epoch_key, session, one.id).hex(),
                "commitment": commitment(epoch_key).hex(),
            }
        ],
        "wraps": _wraps(epoch_key),
        "auth": [
            {
                "name": "a device answers a challenge",
                "origin": "https://kith.example",
                "space": space.hex(),
                "device": one.id.hex(),
                "challenge": seed("challenge").hex(),
                "message": message.hex(),
            }
        ],
    }


def _device(name: str) -> Json:
    keys = device(name)
    return {
        "name": name,
        "signing_seed": keys.signing.private.hex(),
        "box_seed": keys.box.private.hex(),
        "ed": keys.signing.public.hex(),
        "x": keys.box.public.hex(),
        "id": keys.id.hex(),
    }


def _signing(name: str, private: bytes, message: bytes) -> Json:
    signature = SigningKey.from_seed(private).sign(message)
    return {"name": name, "seed": private.hex(), "message": message.hex(), "signature": signature.hex()}


def _signatures() -> list[Json]:
    key = SigningKey.from_seed(seed("signer"))
    good = key.sign(_MESSAGE)
    s = int.from_bytes(good[32:], "little")
    small = curve.torsion()
    r = 8 * int.from_bytes(seed("r"), "little") % curve.ORDER
    scalar = curve.private_scalar(key.private)
    mixed_key = curve.compress(curve.add(curve.times(scalar, curve.BASE), small[1]))
    off_curve = next(y.to_bytes(32, "little") for y in range(2, 99) if not curve.decompress(y.to_bytes(32, "little")))
    cases = [
        ("a good signature", key.public, _MESSAGE, good),
        ("another message", key.public, _MESSAGE + b"\0", good),
        ("another key", SigningKey.from_seed(seed("another signer")).public, _MESSAGE, good),
        ("a bit of R changed", key.public, _MESSAGE, bytes((good[0] ^ 1,)) + good[1:]),
        ("a bit of S changed", key.public, _MESSAGE, good[:63] + bytes((good[63] ^ 1,))),
        ("S not below the order", key.public, _MESSAGE, good[:32] + (s + curve.ORDER).to_bytes(32, "little")),
        ("a signature of 63 bytes", key.public, _MESSAGE, good[:63]),
        ("a signature of 65 bytes", key.public, _MESSAGE, good + b"\0"),
        ("only zeros", key.public, _MESSAGE, bytes(64)),
        ("a public key of 31 bytes", key.public[:31], _MESSAGE, good),
        ("a public key that is no point", off_curve, _MESSAGE, good),
        ("R of mixed order", key.public, _MESSAGE, _forged(scalar, key.public, r, small[1])),
        ("R is the neutral point", key.public, _MESSAGE, _forged(scalar, key.public, 0, small[0])),
        (
            "R is the neutral point in another encoding",
            key.public,
            _MESSAGE,
            _forged(scalar, key.public, 0, small[0], (curve.P + 1).to_bytes(32, "little")),
        ),
    ]
    for message in (tagged("control", n) for n in range(99)):
        encoded = curve.compress(curve.times(r, curve.BASE))
        falls_out = curve.challenge(encoded, mixed_key, message) % 8 == 0
        name = "a key of mixed order, where it falls out" if falls_out else "a key of mixed order"
        if all(name != case[0] for case in cases):
            cases.append((name, mixed_key, message, _forged(scalar, mixed_key, r, small[0], message=message)))
    for n, point in enumerate(small):
        public = curve.compress(point)
        cases.append((f"a key of small order, {n}", public, _MESSAGE, curve.compress(small[0]) + bytes(32)))
    return [
        {
            "name": name,
            "public": public.hex(),
            "message": message.hex(),
            "signature": signature.hex(),
            "good": verify(public, message, signature),
        }
        for name, public, message, signature in cases
    ]


def _forged(
    scalar: int,
    public: bytes,
    r: int,
    torsion: curve.Point,
    encoded: bytes | None = None,
    message: bytes = _MESSAGE,
) -> bytes:
    """A signature whose R has `torsion` added, or another encoding: good with the cofactor, perhaps not without."""
    point = encoded or curve.compress(curve.add(curve.times(r, curve.BASE), torsion))
    s = (r + curve.challenge(point, public, message) * scalar) % curve.ORDER
    return point + s.to_bytes(32, "little")


def _weak() -> list[Json]:
    ys = {y for _, y in curve.torsion()}
    eds = [(f"an Ed25519 key of small order, {n}", y, 0) for n, y in enumerate(sorted(ys))]
    eds += [(f"the same with its sign set, {n}", y, 1) for n, y in enumerate(sorted(ys))]
    eds += [
        (f"an Ed25519 key that is {n} above the prime", curve.P + n, sign) for n in (0, 1, 5, 18) for sign in (0, 1)
    ]
    us = sorted({(1 + y) * pow(1 - y, -1, curve.P) % curve.P for y in ys if y != 1} | {0, curve.P - 1})
    xs = [(f"an X25519 key of small order, {n}", u) for n, u in enumerate(us)]
    xs += [(f"the same with its top bit set, {n}", u | 1 << 255) for n, u in enumerate(us)]
    xs += [(f"an X25519 key that is {n} above the prime", curve.P + n) for n in (0, 1, 9, 18)]
    one = device("one")
    good_x = int.from_bytes(one.box.public, "little")
    cases = [(name, "ed", (y | sign << 255).to_bytes(32, "little")) for name, y, sign in eds]
    cases += [(name, "x", u.to_bytes(32, "little")) for name, u in xs]
    cases += [
        ("a good Ed25519 key", "ed", one.signing.public),
        ("the key of the base point", "ed", curve.compress(curve.BASE)),
        ("a good X25519 key", "x", one.box.public),
        ("the X25519 base point", "x", (9).to_bytes(32, "little")),
        ("a good X25519 key with its top bit set", "x", (good_x | 1 << 255).to_bytes(32, "little")),
    ]
    return [
        {
            "name": name,
            "kind": kind,
            "public": public.hex(),
            "weak": is_weak_ed(public) if kind == "ed" else is_weak_x(public),
        }
        for name, kind, public in cases
    ]


def _derived(name: str, ikm: bytes, salt: bytes, info: bytes) -> Json:
    out = hkdf(ikm, salt, info)
    return {"name": name, "ikm": ikm.hex(), "salt": salt.hex(), "info": info.hex(), "out": out.hex()}


def _wraps(epoch_key: bytes) -> list[Json]:
    one = device("one")
    nonce, prev, ephemeral = seed("nonce", 16), seed("prev"), seed("ephemeral")
    info = wrap_info(nonce, 0, prev, one.id)
    good = wrap(epoch_key, one.box.public, info, lambda _: ephemeral)
    short = wrap(epoch_key[:31], one.box.public, info, lambda _: ephemeral)
    other = BoxKey.from_seed(seed("another box"))

    def case(name: str, wrapped: bytes, box: BoxKey, epoch: int, answer: Case) -> Json:
        return {
            "name": name,
            "nonce": nonce.hex(),
            "epoch": epoch,
            "prev": prev.hex(),
            "device": one.id.hex(),
            "box_seed": box.private.hex(),
            "info": wrap_info(nonce, epoch, prev, one.id).hex(),
            "wrap": wrapped.hex(),
            **answer,
        }

    bad: Case = {"code": "WRAP_BAD"}
    return [
        case("a wrap", good, one.box, 0, {"epoch_key": epoch_key.hex(), "ephemeral": ephemeral.hex()}),
        case("a wrap for someone else", good, other, 0, bad),
        case("a wrap of another epoch", good, one.box, 1, bad),
        case("a wrap with a bit changed", good[:-1] + bytes((good[-1] ^ 1,)), one.box, 0, bad),
        case("a wrap cut short", good[:40], one.box, 0, bad),
        case("a wrap whose key is of small order", bytes(32) + good[32:], one.box, 0, bad),
        case("a wrap of a key that is too short", short, one.box, 0, bad),
    ]
