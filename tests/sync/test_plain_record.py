"""The shorter ways of the records and messages that come by the thousand lead where the long ones do."""

import random
from collections.abc import Iterator

import pytest

from sync import bulk, envelope, messages, plain_record
from sync.encoding import Item, encode
from sync.envelope import Record
from sync.errors import Malformed
from sync.messages import Ack, Push, Records

SIZES = (0, 22, 23, 24, 255, 256, 257, 300, 65_000)
NUMBERS = (0, 1, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, 2**48, 2**53 - 1)
SEED = 20_261_128


def header(**changes: Item) -> bytes:
    fields: dict[str, Item] = {
        "version": 1, "kind": 1, "space": b"s" * 16, "device": b"d" * 16, "seq": 7, "prev": b"p" * 32, "epoch": 2,
        "ctl": b"c" * 16, "by": 1, "seen": ((0, 3),),
    }  # fmt: skip
    return encode(tuple((fields | changes).values()))


def record(body_size: int = 300, **changes: Item) -> bytes:
    return encode((header(**changes), b"b" * body_size, b"x" * 64))


def sound() -> Iterator[bytes]:
    yield from (record(size) for size in SIZES)
    for number in NUMBERS:
        yield from (record(seq=number), record(epoch=number), record(by=number))
        yield from (record(seen=((number, 1),)), record(seen=((0, number),)))
    yield record(seq=2**53 - 1).replace((2**53 - 1).to_bytes(8, "big"), (2**53).to_bytes(8, "big"))
    yield from (record(kind=kind) for kind in range(7))
    yield record(by="both")
    for count in (0, 2, 22, 23, 24, 60):
        yield record(seen=tuple((ix, 1_000 * ix + 1) for ix in range(count)))
    yield from (record(seen=((3, 1), (2, 1))), record(seen=((2, 1), (2, 1))), record(seen=((0, 1), (1, 0))))
    yield from (record(space=b"s" * 15), record(prev=b"p" * 33), encode((header(), b"body", b"x" * 63)))


def changed(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw))
    match chance.randrange(4):
        case 0:
            return raw[:at] + bytes((chance.randrange(256),)) + raw[at + 1 :]
        case 1:
            return raw[:at] + raw[at + chance.randrange(1, 4) :]
        case 2:
            return raw[:at] + chance.randbytes(chance.randrange(1, 4)) + raw[at:]
        case _:
            return raw[:at]


def the_long_way(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> Record | None:
    with monkeypatch.context() as patch:
        patch.setattr(plain_record, "read", lambda _: None)
        return read(raw)


def read(raw: bytes) -> Record | None:
    try:
        return envelope.parse(raw)
    except Malformed:
        return None


def test_a_record_read_in_one_step_is_the_record_read_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(SEED)  # to be played again
    taken = 0
    for raw in sound():
        tampered = [changed(raw[: 2**10], chance) for _ in range(60)]
        for each in (raw, *tampered, raw + b"\0", b""):
            if plain_record.read(each) is not None:
                taken += 1
                assert read(each) == the_long_way(each, monkeypatch) is not None
    assert taken > 1_000


def test_nearly_every_record_is_read_in_one_step() -> None:
    for raw in (record(), record(24), record(60_000), record(by="both"), record(seen=()), record(seq=2**40)):
        assert plain_record.read(raw) is not None


def pushes() -> Iterator[Push]:
    yield from (Push((b"r" * size,)) for size in SIZES)
    yield from (Push((record(),) * count) for count in (0, 1, 2, 23, 24))


def test_a_push_cut_in_one_step_is_the_push_read_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(SEED)
    taken = 0
    for push in pushes():
        raw = encode((13, push.records))
        for each in (raw, *(changed(raw[: 2**10], chance) for _ in range(200))):
            found = bulk.plain_push(each)
            if found is not None:
                taken += 1
                with monkeypatch.context() as patch:
                    patch.setattr(bulk, "plain_push", lambda _: None)
                    assert messages.parse(each) == Push(found)
    assert taken > 200
    assert bulk.plain_push(messages.to_bytes(Push((record(),)))) == (record(),)


def test_acks_and_records_are_written_as_item_by_item() -> None:
    numbers = NUMBERS[1:]
    stored = tuple((bytes((index,)) * 16, number, number) for index, number in enumerate(numbers))
    positioned = tuple((number, b"r" * size) for number, size in zip(numbers, SIZES, strict=False))
    for count in range(len(positioned) + 1):
        assert messages.to_bytes(Ack(stored[:count])) == encode((14, stored[:count]))
        for end in (False, True):
            said = Records(positioned[:count], end)
            assert messages.to_bytes(said) == encode((12, positioned[:count], end))
