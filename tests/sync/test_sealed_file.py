"""Python passes the vectors of sealed files; no file is opened that was changed anywhere."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.encoding import decode
from sync.errors import Damaged
from sync.file_contents import from_bytes, to_bytes
from sync.limits import LIMITS
from sync.sealed_file import (
    CAP,
    FLOOR,
    KdfParameters,
    Kind,
    kind_of,
    normal_form,
    open_backup,
    open_hand_over,
    seal_backup,
    seal_hand_over,
)
from tests.sync.vector import Vector, by_name, cases

KEY = bytes(range(32))


def parameters(case: Vector) -> KdfParameters:
    return KdfParameters(case.whole("memory_kib"), case.whole("passes"), case.whole("lanes"))


DERIVATIONS = {
    (case.octets("passphrase"), case.octets("salt"), parameters(case)): case.octets("key")
    for case in cases("sealed_file", "derivations")
}


class Derivation:
    """The derivations of the vectors, counted."""

    def __init__(self) -> None:
        self.tried = 0

    def __call__(self, passphrase: bytes, salt: bytes, asked: KdfParameters) -> bytes:
        self.tried += 1
        return DERIVATIONS[(passphrase, salt, asked)]


@pytest.mark.parametrize("case", cases("sealed_file", "typed"), ids=by_name)
def test_what_counts_of_typed_words(case: Vector) -> None:
    assert normal_form(case.text("typed")) == case.octets("hex")


@pytest.mark.parametrize("case", cases("sealed_file", "contents"), ids=by_name)
def test_contents(case: Vector) -> None:
    contents = from_bytes(case.octets("hex"), kind(case))
    assert to_bytes(contents) == case.octets("hex")
    assert decode(case.octets("hex")) == case.item("item")


@pytest.mark.parametrize("case", cases("sealed_file", "refused_contents"), ids=by_name)
def test_refused_contents(case: Vector) -> None:
    with pytest.raises(Damaged) as refused:
        from_bytes(case.octets("hex"), kind(case))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("sealed_file", "backups"), ids=by_name)
def test_backups(case: Vector) -> None:
    plain, words, salt = case.octets("plain"), case.text("passphrase"), case.octets("salt")
    sealed = seal_backup(plain, words, Derivation(), lambda _: salt, parameters(case), case.whole("chunk_bytes"))
    assert sealed == case.octets("file")
    assert kind_of(sealed) == "backup"
    assert open_backup(sealed, f"  {words} ", Derivation()) == plain


@pytest.mark.parametrize("case", cases("sealed_file", "hand_overs"), ids=by_name)
def test_hand_overs(case: Vector) -> None:
    key, plain, salt = case.octets("epoch_key"), case.octets("plain"), case.octets("salt")
    sealed = seal_hand_over(plain, key, lambda _: salt, case.whole("chunk_bytes"))
    assert sealed == case.octets("file")
    assert kind_of(sealed) == "hand-over"
    assert open_hand_over(sealed, (KEY, key)) == plain


@pytest.mark.parametrize("case", cases("sealed_file", "refused"), ids=by_name)
def test_refused_files(case: Vector) -> None:
    derivation = Derivation()
    with pytest.raises(Damaged) as refused:
        opened(case, derivation)
    assert refused.value.code == case.code
    assert derivation.tried == int(case.flag("derives"))


def test_every_refusal_of_a_file_has_a_vector_but_one_of_hundreds_of_megabytes() -> None:
    found = {case.code for case in cases("sealed_file", "refused")}
    assert found == {"FILE_BAD", "FILE_LOCKED", "FILE_VERSION", "FILE_KIND"}
    with pytest.raises(Damaged, match="TOO_LARGE"):
        open_backup(bytes(LIMITS.file_bytes + 1), "words", Derivation())


@given(st.binary(max_size=5000), st.data())
def test_a_file_with_one_bit_changed_or_cut_anywhere_is_refused(plain: bytes, data: st.DataObject) -> None:
    sealed = seal_hand_over(plain, KEY, lambda size: sha256(plain).digest()[:size], 1024)
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    changed = bytearray(sealed)
    changed[at // 8] ^= 1 << at % 8
    for wrong in (bytes(changed), sealed[: at // 8], sealed + bytes(changed[:1])):
        with pytest.raises(Damaged):
            open_hand_over(wrong, (KEY,))
    assert open_hand_over(sealed, (KEY,)) == plain


@given(st.binary(max_size=3000))
def test_bytes_from_anywhere_are_refused_and_nothing_else(data: bytes) -> None:
    for wrong in (data, b"kith-file\0\1" + data, b"kith-file\0\1\0" + data):
        with pytest.raises(Damaged):
            open_hand_over(wrong, (KEY,))
    with pytest.raises(Damaged):
        from_bytes(data, "backup")


def test_floor_and_cap_are_those_of_the_readme() -> None:
    assert (FLOOR.memory_kib, FLOOR.passes, CAP.memory_kib, CAP.passes) == (19456, 2, 262144, 10)


def kind(case: Vector) -> Kind:
    return "backup" if case.text("kind") == "backup" else "hand-over"


def opened(case: Vector, derivation: Derivation) -> bytes:
    if case.has("epoch_keys"):
        return open_hand_over(case.octets("file"), case.octets_list("epoch_keys"))
    return open_backup(case.octets("file"), case.text("passphrase"), derivation)
