"""Python passes the vectors of photographs in pieces, and no library keeps what such an update brings."""

from collections.abc import Sequence

import pytest
from pycrdt import Doc, Map

from sync.authorship import Authors, check
from sync.digest import digest
from sync.errors import Damaged
from sync.piece import ROOT, name_of, opened, pieces_in, seal, written
from sync.vectors.seeds import device, seed
from tests.sync.vector import Vector, by_name, cases

ROOM_BYTES = 400  # more than a document takes that holds no piece, far less than a piece


def by_their_names(pieces: Sequence[bytes]) -> dict[str, bytes]:
    return {name_of(piece): piece for piece in pieces}


@pytest.mark.parametrize("case", cases("pieces", "photographs"), ids=by_name)
def test_photographs(case: Vector) -> None:
    pieces = case.octets_list("pieces")
    plain = case.octets("fill") * case.whole("size")
    assert seal(plain, case.octets("key")) == pieces
    assert tuple(by_their_names(pieces)) == case.texts("names")
    assert opened(by_their_names(pieces), case.texts("names"), case.octets("key")) == plain


@pytest.mark.parametrize("case", cases("pieces", "updates"), ids=by_name)
def test_updates(case: Vector) -> None:
    piece, update = case.octets("piece"), case.octets("update")
    assert written(case.whole("client"), case.whole("clock"), piece, case.by(), case.whole("at")) == update
    assert pieces_in(update) == {name_of(piece): piece}


@pytest.mark.parametrize("case", cases("pieces", "others"), ids=by_name)
def test_other_updates(case: Vector) -> None:
    assert pieces_in(case.octets("update")) == by_their_names(case.octets_list("pieces"))


@pytest.mark.parametrize("case", cases("pieces", "waiting"), ids=by_name)
def test_waiting(case: Vector) -> None:
    found = by_their_names(case.octets_list("found"))
    assert opened(found, case.texts("names"), case.octets("key")) is None


@pytest.mark.parametrize("case", cases("pieces", "refused"), ids=by_name)
def test_refused(case: Vector) -> None:
    found = by_their_names(case.octets_list("found"))
    with pytest.raises(Damaged) as refused:
        opened(found, case.texts("names"), case.octets("key"))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("pieces", "refused_plain"), ids=by_name)
def test_what_is_not_sealed(case: Vector) -> None:
    with pytest.raises(Damaged) as refused:
        seal(bytes(case.whole("size")), seed("a photograph"))
    assert refused.value.code == case.code


def test_readers_take_it_as_any_update_of_its_author_and_no_document_holds_it() -> None:
    (piece,) = seal(seed("a full piece", 40_000), seed("a photograph"))
    update = written(11, 0, piece, 0, 1764547200)
    authors = Authors()
    authors.learn(device("tablet").id, check(update, 0, device("tablet").id, authors))
    with pytest.raises(Damaged):
        check(update, 1, device("tablet").id, Authors())
    with pytest.raises(Damaged):
        check(update, 0, device("desk").id, authors)
    doc = Doc[Map[object]](client_id=12)
    doc.apply_update(update)
    assert len(doc.get(ROOT, type=Map)) == 0
    assert len(doc.get_update()) < ROOM_BYTES
    assert digest(doc.get_update()) == digest(_applied(doc.get_update()))


def _applied(update: bytes) -> bytes:
    doc = Doc[Map[object]](client_id=13)
    doc.apply_update(update)
    return doc.get_update()
