"""Snapshots: Python passes the vectors, takes a state apart and puts it together again, and agrees with itself."""

import random

import pytest
from pycrdt import Doc, Map, Text

from sync.digest import digest
from sync.encoding import Item
from sync.errors import Damaged, Malformed
from sync.limits import LIMITS
from sync.membership import replay
from sync.remark import Cover, Part, Remark, parse_attest, parse_part
from sync.shape import array, octets, whole
from sync.snapshot import Shelf, Snapshot, join, split
from tests.sync.vector import Vector, by_name, cases

SNAPSHOTS = Vector.load("snapshots")


@pytest.mark.parametrize("case", cases("snapshots", "digests"), ids=by_name)
def test_digests_also_of_what_pycrdt_makes_of_the_state(case: Vector) -> None:
    doc = Doc[Map[object]]()
    doc.apply_update(case.octets("state"))
    assert digest(case.octets("state")) == digest(doc.get_update()) == case.octets("digest")


@pytest.mark.parametrize("case", cases("snapshots", "refused_digests"), ids=by_name)
def test_states_that_are_none(case: Vector) -> None:
    with pytest.raises(Malformed):
        digest(case.octets("state"))


@pytest.mark.parametrize("case", cases("snapshots", "good"), ids=by_name)
def test_good_snapshots(case: Vector) -> None:
    snapshot = Snapshot(
        case.whole("position"),
        tuple(_cover(item) for item in array(case.item("covers"))),
        case.octets("digest"),
        case.octets("state"),
        tuple(_pair(item) for item in array(case.item("actors"))),
    )
    assert join(_parts(case)) == join(split(snapshot)) == snapshot


@pytest.mark.parametrize("case", cases("snapshots", "refused"), ids=by_name)
def test_refused_snapshots(case: Vector) -> None:
    with pytest.raises(Damaged) as refused:
        join(_parts(case))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("snapshots", "shelves"), ids=by_name)
def test_which_one_is_trusted(case: Vector) -> None:
    shelf = Shelf()
    for said in array(case.item("said")):
        ix, seq, record_hash, remark = array(said, 4)
        shelf.add(whole(ix), whole(seq), bytes.fromhex(str(record_hash)), _remark(remark))
    found = shelf.newest_trusted(replay(SNAPSHOTS.octets_list("entries")[: case.whole("length")]))
    assert (found and [found.ix, found.first_seq]) == case.fields["trusted"]


def test_a_large_state_comes_apart_and_together_and_a_larger_one_is_never_made() -> None:
    note = random.Random(1).randbytes(120_000).hex()
    doc = Doc[Map[object]](client_id=7)
    doc.get("meta", type=Map)["note"] = [note, 0, 1]
    state = doc.get_update()
    parts = split(Snapshot(9, (), digest(state), state, ((7, 0),)))
    assert [len(part.piece) <= LIMITS.snapshot_part_bytes for part in parts] == [True, True, True]
    assert join(parts).state == state
    with pytest.raises(Damaged, match="TOO_LARGE"):
        split(Snapshot(9, (), bytes(32), bytes(LIMITS.snapshot_bytes), ()))


def test_however_updates_arrive_the_digest_is_the_same_500_edits_by_four() -> None:
    draw = random.Random(8)
    docs = [Doc[Map[object]](client_id=client) for client in (11, 12, 13, 14)]
    docs[0].get("meta", type=Map)["note"] = Text("words")
    for doc in docs[1:]:
        doc.apply_update(docs[0].get_update())
    for _ in range(500):
        one, other = draw.sample(docs, 2)
        _edit(one, draw)
        if draw.random() < 0.3:
            other.apply_update(one.get_update(other.get_state()))
    for one in docs:
        for other in draw.sample(docs, len(docs)):
            one.apply_update(other.get_update())
    fresh = Doc[Map[object]]()
    fresh.apply_update(docs[2].get_update())
    assert len({digest(doc.get_update()) for doc in [*docs, fresh]}) == 1


def _edit(doc: Doc[Map[object]], draw: random.Random) -> None:
    meta = doc.get("meta", type=Map)
    key = draw.choice("abc")
    if draw.random() < 0.5:
        meta[key] = [draw.choice(["x", 1.5, None, {"b": 1, "a": [True]}]), 0, 1]
        return
    text = meta["note"]
    assert isinstance(text, Text)
    length = len(text)
    if length > 5 and draw.random() < 0.4:
        del text[1:4]
    else:
        text.insert(draw.randint(0, length), draw.choice(["tea", " and cake", "x"]))


def _parts(case: Vector) -> list[Part]:
    return [parse_part(array(item)) for item in array(case.item("parts"))]


def _remark(item: Item) -> Remark:
    kind, items = array(item, 2)
    return parse_part(array(items)) if kind == "Part" else parse_attest(array(items))


def _cover(item: Item) -> Cover:
    ix, seq, record_hash = array(item, 3)
    return whole(ix), whole(seq), octets(record_hash)


def _pair(item: Item) -> tuple[int, int]:
    left, right = array(item, 2)
    return whole(left), whole(right)
