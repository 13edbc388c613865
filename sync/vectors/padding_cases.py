"""padding.json: how much is shown of how long something is."""

from sync.padding import pad, pad_presence, padme
from sync.vectors.seeds import Case, Json, seed

_SIZES = (0, 1, 255, 256, 257, 271, 272, 273, 288, 511, 512, 513, 1000, 1024, 1025, 4096, 5000, 30000, 65000, 65536)


def build() -> Case:
    """The file's content."""
    full = pad(seed("payload", 255))
    refused = {
        "nothing": b"",
        "only zeros": bytes(256),
        "no marker": b"\x01" * 256,
        "shorter than the floor": b"\x80" + bytes(254),
        "longer than it need be": b"a\x80" + bytes(510),
        "a size that is not Padmé's": b"\x01" * 256 + b"\x80",
        "another marker": b"a\x40" + bytes(254),
        "a byte behind the zeros": full[:100] + b"\x80" + bytes(154) + b"\x01",
    }
    presence_refused = {
        "nothing": b"",
        "only zeros": bytes(128),
        "one step too many": b"a\x80" + bytes(254),
        "not a whole step": b"a\x80" + bytes(100),
    }
    return {
        "sizes": [{"name": f"{size} bytes", "size": size, "padded": padme(size)} for size in _SIZES],
        "good": [_padded(f"{n} bytes", seed("payload", n), pad(seed("payload", n))) for n in (0, 1, 254, 255, 256, 300)]
        + [_padded("a payload that ends like padding", b"\x80\0\0", pad(b"\x80\0\0"))],
        "refused": [{"name": name, "padded": data.hex()} for name, data in refused.items()],
        "presence_good": [
            _padded(f"{n} bytes", seed("presence", n), pad_presence(seed("presence", n))) for n in (0, 1, 127, 128, 255)
        ],
        "presence_refused": [{"name": name, "padded": data.hex()} for name, data in presence_refused.items()],
    }


def _padded(name: str, payload: bytes, padded: bytes) -> Json:
    return {"name": name, "payload": payload.hex(), "padded": padded.hex()}
