"""What fuzzing begins with: every byte string of the vectors, good and refused, and what was found before."""

import json
from pathlib import Path
from typing import Final

from pydantic import JsonValue

from sync.encoding import encode
from sync.envelope import HEADS, kind_of
from sync.remark import Attest, Notice, Part, Remark, remark_items
from sync.vectors.story import pair
from tests.fuzz.vouched import VOUCHER
from tests.server.raw_socket import masked
from tests.sources import ROOT
from tests.tampering.scene import Scene, word

KINDS: Final = (1, 2, 3, 4, 5)  # of records
FOUND: Final = Path(__file__).with_name("found")
_VECTORS: Final = {
    "encoding": "encoding", "messages": "messages", "entry": "membership", "envelope": "envelope",
    "update": "authorship", "joining": "joining", "presence": "presence", "file": "sealed_file",
    "contents": "sealed_file", "voucher": "vouchers", "plain-record": "envelope", "plain-push": "messages",
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
    if name == "voucher":
        found += [VOUCHER.encode(), bytes.fromhex(VOUCHER)]
    if name == "plain-push":
        found += [encode((13, records)) for records in ((bytes(24),), (bytes(300), bytes(24)), (bytes(300),) * 23)]
    if name == "payload":
        found += payloads()
    if name == "snapshot-behind":
        found += [encode((update, ((5001, 1),))) for update in beginnings("update")]
    return [*found, word(1), b"\x80", b"\x82\x01\x41\x00"][:_MOST]


def payloads() -> list[bytes]:
    """What may stand in a record of each kind, the kind in front as its place among them."""
    covers, hashed = ((0, 1, bytes(32)), (1, 7, bytes(32))), bytes(32)
    remarks: tuple[Remark, ...] = (Part(0, 2, 1, covers, hashed, b"state"), Part(1, 2, 0, (), b"", b"state"))
    remarks += (Attest(1, 2, hashed, hashed, True), Notice(1, 2, hashed, "DECRYPT_BAD"))
    said = [bytes((KINDS.index(kind_of(each)),)) + encode((1, 2, *remark_items(each))) for each in remarks]
    return [b"\x00" + encode((1, 2, "y1", bytes(2))), bytes((KINDS.index(HEADS),)) + encode((1, 2)), *said]


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
