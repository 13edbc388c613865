"""What fuzzing begins with: every byte string of the vectors, good and refused, and what was found before."""

import json
from pathlib import Path
from typing import Final

from pydantic import JsonValue

from sync.vectors.story import pair
from tests.server.test_incoming import masked
from tests.sources import ROOT
from tests.tampering.scene import Scene, word

FOUND: Final = Path(__file__).with_name("found")
_VECTORS: Final = {
    "encoding": "encoding", "messages": "messages", "entry": "membership", "envelope": "envelope",
    "update": "authorship", "joining": "joining", "presence": "presence", "file": "sealed_file",
    "contents": "sealed_file",
}  # fmt: skip
_MOST: Final = 400
_LARGEST_BYTES: Final = 4096


def beginnings(name: str) -> list[bytes]:
    """The corpus that a target begins with."""
    found = [bytes.fromhex(path.read_text()) for path in sorted(FOUND.glob(f"{name}-*"))]
    if name in _VECTORS:
        found += strings(json.loads((ROOT / "sync" / "vectors" / f"{_VECTORS[name]}.json").read_text()))
    if name == "entry":
        found += pair().entries
    if name in {"device", "messages"}:
        scene = Scene()
        found += [scene.records(*scene.next), scene.records(scene.next[0])]
    if name == "frames":
        found += [b"\x05" + masked(b"one ", 0x02) + masked(b"?", 0x89) + masked(b"two", 0x80) + masked(b"x" * 126)]
    if name in {"link", "words"}:
        found += [text.encode() for text in texts(json.loads((ROOT / "sync" / "vectors" / "cards.json").read_text()))]
        found += [text.encode() for text in texts(json.loads((ROOT / "sync" / "vectors" / "joining.json").read_text()))]
    return [*found, word(1), b"\x80", b"\x82\x01\x41\x00"][:_MOST]


def strings(item: JsonValue) -> list[bytes]:
    """Every text in it that is hex, as bytes."""
    found = list[bytes]()
    for text in texts(item):
        try:
            raw = bytes.fromhex(text)
        except ValueError:
            continue
        if 0 < len(raw) <= _LARGEST_BYTES:
            found.append(raw)
    return found


def texts(item: JsonValue) -> list[str]:
    """Every text in it."""
    if isinstance(item, str):
        return [item]
    if isinstance(item, dict):
        return [text for each in item.values() for text in texts(each)]
    if isinstance(item, list):
        return [text for each in item for text in texts(each)]
    return []
