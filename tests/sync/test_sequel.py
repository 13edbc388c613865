"""A record that is like the one before is read quicker, and as if it had come alone."""

import random
from itertools import pairwise

import pytest

from sync import envelope, sequel
from sync.encoding import Item, encode
from sync.envelope import Record
from sync.errors import Malformed

SEED = 20_261_130
NUMBERS = (1, 23, 24, 25, 255, 256, 257, 65_535, 65_536, 65_537, 2**32 - 1, 2**32, 2**53 - 1)


def record(chance: random.Random, seq: int, body_size: int = 300, **changes: Item) -> bytes:
    fields: dict[str, Item] = {
        "version": 1, "kind": 1, "space": b"s" * 16, "device": b"d" * 16, "seq": seq, "prev": chance.randbytes(32),
        "epoch": 2, "ctl": b"c" * 16, "by": 1, "seen": (),
    }  # fmt: skip
    header = encode(tuple((fields | changes).values()))
    return encode((header, chance.randbytes(body_size), chance.randbytes(64)))


def changed(raw: bytes, at: int, chance: random.Random) -> bytes:
    match chance.randrange(4):
        case 0:
            return raw[:at] + bytes((chance.randrange(256),)) + raw[at + 1 :]
        case 1:
            return raw[:at] + raw[at + 1 :] + b"\0"  # as long as before
        case 2:
            return raw[:at] + chance.randbytes(1) + raw[at:-1]
        case _:
            return raw[:at]


def read_by(reader: sequel.Reader, raw: bytes) -> Record | None:
    try:
        return reader.parse(raw)
    except Malformed:
        return None


def read_alone(raw: bytes) -> Record | None:
    try:
        return envelope.parse(raw)
    except Malformed:
        return None


def test_whatever_comes_after_a_record_is_read_as_if_it_came_alone() -> None:
    chance = random.Random(SEED)  # to be played again
    others: list[dict[str, Item]] = [
        {"kind": 5}, {"device": b"e" * 16}, {"space": b"t" * 16}, {"epoch": 3}, {"ctl": b"e" * 16}, {"by": "both"},
        {"seen": ((0, 3),)}, {"version": 2}, {"prev": b"p" * 31},
    ]  # fmt: skip
    first = [record(chance, seq, size) for seq in NUMBERS for size in (22, 23, 24, 255, 256, 300)]
    first += [record(chance, 300, 300, **other) for other in others]
    for before in (raw for raw in first if read_alone(raw) is not None):
        reader = sequel.Reader()
        follows = [*first, *(changed(before, at, chance) for at in range(min(len(before), 160)))]
        follows += [changed(before, len(before) - at, chance) for at in range(60, 70)]
        for raw in follows:
            assert read_by(reader, before) == envelope.parse(before)
            assert read_by(reader, raw) == read_alone(raw)


@pytest.mark.parametrize("size", [24, 300, 60_000])
def test_what_is_like_the_record_before_is_not_read_again(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, reader = random.Random(SEED), sequel.Reader()
    raws = [record(chance, seq, size) for seq in (256, 257, 65_535, 300)]
    alone = [envelope.parse(raw) for raw in raws]
    assert reader.parse(raws[0]) == alone[0]
    monkeypatch.delattr(envelope, "parse")
    for (_, expected), raw in zip(pairwise(alone), raws[1:], strict=True):
        assert reader.parse(raw) == expected
