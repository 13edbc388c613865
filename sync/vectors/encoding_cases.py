"""encoding.json: one value, one encoding."""

from sync.encoding import MAX_WHOLE, Item, encode, tagged
from sync.vectors.seeds import Case, Json, as_json, seed


def _nested(levels: int) -> Item:
    item: Item = ()
    for _ in range(levels - 1):
        item = (item,)
    return item


_GOOD: list[tuple[str, Item]] = [
    ("null", None),
    ("false", False),
    ("true", True),
    ("zero", 0),
    ("the last number in one byte", 23),
    ("the first number in two bytes", 24),
    ("the last number in two bytes", 255),
    ("the first number in three bytes", 256),
    ("the last number in three bytes", 65535),
    ("the first number in five bytes", 65536),
    ("the last number in five bytes", 2**32 - 1),
    ("the first number in nine bytes", 2**32),
    ("the largest number", MAX_WHOLE),
    ("minus one", -1),
    ("minus 24", -24),
    ("minus 25", -25),
    ("minus 257", -257),
    ("the smallest number", -MAX_WHOLE),
    ("no bytes", b""),
    ("23 bytes", seed("bytes", 23)),
    ("24 bytes", seed("bytes", 24)),
    ("256 bytes", seed("bytes", 256)),
    ("no text", ""),
    ("text", "kith"),
    ("text beyond ASCII", "Zoë, Ŵyn, 日本, 👋🏽"),
    ("text that could be composed is left as it is", "e\u0301 \u00e9"),
    ("text with a zero and a line end", "a\0b\r\n"),
    ("an empty array", ()),
    ("an array of 24", tuple(range(24))),
    ("an array of everything", (None, True, -5, b"\0", "\u00fc", (1, (2, ())))),
    ("arrays 16 deep", _nested(16)),
]

_REFUSED: list[tuple[str, str]] = [
    ("nothing", ""),
    ("two values", "0000"),
    ("23 in two bytes", "1817"),
    ("255 in three bytes", "1900ff"),
    ("65535 in five bytes", "1a0000ffff"),
    ("2^32-1 in nine bytes", "1b00000000ffffffff"),
    ("2^53", "1b0020000000000000"),
    ("2^64-1", "1bffffffffffffffff"),
    ("-2^53", "3b001fffffffffffff"),
    ("a number cut short", "19ff"),
    ("bytes cut short", "42ff"),
    ("bytes with a length not in its shortest form", "5803aabbcc"),
    ("bytes that claim to be 4 GiB", "5affffffffaa"),
    ("bytes of indefinite length", "5f41aaff"),
    ("text cut short", "6261"),
    ("text of indefinite length", "7f6161ff"),
    ("text with a lone surrogate", "63eda080"),
    ("text with a byte that never occurs", "61ff"),
    ("text in an overlong form", "62c080"),
    ("text beyond the last code point", "64f4908080"),
    ("an array cut short", "8201"),
    ("an array that claims 2^32-1 items", "9affffffff00"),
    ("an array that claims 2^64-1 items", "9bffffffffffffffff00"),
    ("an array of indefinite length", "9f01ff"),
    ("a map", "a0"),
    ("a tag", "c100"),
    ("undefined", "f7"),
    ("a simple value", "f0"),
    ("a simple value in two bytes", "f8ff"),
    ("false in two bytes", "f814"),
    ("a half float", "f93c00"),
    ("a float", "fa3f800000"),
    ("a double", "fb3ff0000000000000"),
    ("a break", "ff"),
    ("a reserved length", "1c"),
    ("arrays 17 deep", "81" * 16 + "80"),
    ("arrays 100 deep", "81" * 99 + "80"),
    ("an array with spare bytes", "8000"),
]


def build() -> Case:
    """The file's content."""
    items: list[Item] = [(), (b"\x01", 2, "three"), "text"]
    tags: list[Json] = [
        {"name": f"tag {tag}, item {n}", "tag": tag, "item": as_json(item), "hex": tagged(tag, item).hex()}
        for n, (tag, item) in enumerate(zip(("dev", "record", "kc"), items, strict=True))
    ]
    return {
        "good": [{"name": name, "item": as_json(item), "hex": encode(item).hex()} for name, item in _GOOD],
        "refused": [{"name": name, "hex": data} for name, data in _REFUSED],
        "tagged": tags,
    }
