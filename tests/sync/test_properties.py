"""What must hold for every value, not only for those in the vectors."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.authorship import Authors, check
from sync.chain import Head, extend
from sync.encoding import MAX_WHOLE, Item, decode, encode
from sync.envelope import UPDATE, Header, Payload, Record, is_signed_by, open_payload, parse, seal
from sync.errors import Damaged, Malformed, Suspicious
from sync.membership import apply, replay
from sync.messages import parse as parse_message
from sync.messages import to_bytes
from sync.padding import FLOOR_BYTES, pad, pad_presence, padme, unpad, unpad_presence
from sync.vectors.authorship_cases import ann
from sync.vectors.seeds import device, seed
from sync.vectors.story import pair
from tests.sync.vector import cases

ITEMS: st.SearchStrategy[Item] = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_WHOLE, MAX_WHOLE) | st.binary(max_size=300) | st.text(max_size=50),
    lambda inner: st.lists(inner, max_size=30).map(tuple),
    max_leaves=60,
)
STORY = pair()
KEY, SIGNER = seed("epoch key"), device("tablet").signing
UPDATES = [case.octets("update") for case in cases("authorship", "cases")]
FRAMES = [case.octets("hex") for case in cases("messages", "good")]


@given(ITEMS)
def test_a_value_has_one_encoding(item: Item) -> None:
    assert decode(encode(item)) == item


@given(st.binary(max_size=40))
def test_what_can_be_read_was_canonical(data: bytes) -> None:
    try:
        item = decode(data)
    except Malformed:
        return
    assert encode(item) == data


@given(ITEMS, st.data())
def test_a_changed_byte_is_another_value_or_none(item: Item, data: st.DataObject) -> None:
    whole = bytearray(encode(item))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    try:
        found = decode(bytes(whole))
    except Malformed:
        return
    assert encode(found) == bytes(whole) != encode(item)


@given(st.binary(max_size=3000))
def test_padding_comes_off_again(payload: bytes) -> None:
    padded = pad(payload)
    assert unpad(padded) == payload
    assert len(padded) == padme(len(payload) + 1) >= FLOOR_BYTES
    assert unpad_presence(pad_presence(payload)) == payload


@given(st.integers(0, 2**40))
def test_padme_is_a_fixed_point_and_wastes_little(size: int) -> None:
    padded = padme(size)
    assert padme(padded) == padded >= size
    assert padded <= max(FLOOR_BYTES, size + size * 12 // 100)


@given(st.binary(max_size=600))
def test_what_can_be_unpadded_was_padded(data: bytes) -> None:
    try:
        payload = unpad(data)
    except Malformed:
        return
    assert pad(payload) == data


@given(st.binary(max_size=2000), st.integers(0, MAX_WHOLE))
def test_a_record_comes_back_as_it_went(update: bytes, ts: int) -> None:
    sealed = record(1, bytes(32), Payload(1, ts, update))
    found = parse(sealed.raw)
    assert found == sealed
    assert is_signed_by(found, SIGNER.public)
    assert open_payload(found, KEY) == Payload(1, ts, update)


@given(st.data())
def test_a_changed_record_is_never_believed(data: st.DataObject) -> None:
    good = record(1, bytes(32), Payload(1, 5, b"update"))
    raw = bytearray(good.raw)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = parse(bytes(raw))
    except Malformed:
        return
    assert not is_signed_by(found, SIGNER.public)


@given(st.lists(st.integers(0, 5), max_size=12))
def test_a_chain_takes_each_record_once_and_in_order(order: list[int]) -> None:
    records: list[Record] = []
    for n in range(6):
        records.append(record(n + 1, records[-1].hash if records else bytes(32), Payload(1, n, b"u")))
    head = Head()
    for place in order:
        if place in (head.seq, head.seq - 1):
            head = extend(head, records[place])
            assert head == Head(place + 1, records[place].hash)
        else:
            with pytest.raises(Suspicious, match="CHAIN_GAP" if place > head.seq else "CHAIN_FORKED"):
                extend(head, records[place])


@given(st.integers(0, len(STORY.entries) - 1), st.data())
def test_a_changed_entry_never_passes(n: int, data: st.DataObject) -> None:
    raw = bytearray(STORY.entries[n])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Damaged):
        replay((*STORY.entries[:n], bytes(raw)))


@given(st.integers(1, len(STORY.entries) - 1), st.integers(0, len(STORY.entries) - 1))
def test_an_entry_has_one_place(n: int, before: int) -> None:
    if before == n - 1:
        assert apply(STORY.states[before], STORY.entries[n]) == STORY.states[n]
    else:
        with pytest.raises(Damaged, match="CHAIN_BROKEN"):
            apply(STORY.states[before], STORY.entries[n])


@given(st.sampled_from(UPDATES), st.data())
def test_a_broken_update_is_refused_and_nothing_else(update: bytes, data: st.DataObject) -> None:
    raw = bytearray(update)
    for _ in range(data.draw(st.integers(0, 4)) if raw else 0):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    tablet, authors = device("tablet").id, Authors()
    authors.learn(tablet, check(ann(), "both", tablet, authors))
    with suppress(Damaged, Suspicious):  # and nothing but that
        check(bytes(raw), 0, tablet, authors)


@given(st.sampled_from(FRAMES), st.data())
def test_a_changed_frame_is_another_message_or_none(frame: bytes, data: st.DataObject) -> None:
    raw = bytearray(frame)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        message = parse_message(bytes(raw))
    except Malformed:
        return
    assert to_bytes(message) == bytes(raw)


def record(seq: int, prev: bytes, payload: Payload) -> Record:
    header = Header(UPDATE, STORY.state.space, device("tablet").id, seq, prev, 0, STORY.state.head[:16], 0, ())
    return seal(header, payload, KEY, SIGNER, seed("nonce", 12))
