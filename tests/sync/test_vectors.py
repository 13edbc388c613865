"""Python passes the vectors of the log and the chain. That they are today's: tests/test_generated.py."""

import pytest

from sync.acceptance import accept
from sync.authorship import Authors, check
from sync.chain import Head, extend
from sync.encoding import decode, encode
from sync.envelope import ATTEST, SNAPSHOT, Header, Payload, open_payload, parse, seal
from sync.errors import ALL_CODES, Damaged, SyncError
from sync.keys import SigningKey
from sync.membership import replay
from sync.remark import Remark, parse_attest, parse_notice, parse_part
from sync.shape import array
from sync.vectors.__main__ import BUILDERS
from sync.vectors.authorship_cases import TABLET, reads
from sync.vectors.membership_cases import state_json
from sync.yjs_update import TYPE, Item, Update, read
from tests.sources import ROOT
from tests.sync.vector import Vector, by_name, cases

MEMBERSHIP = Vector.load("membership")
ENVELOPE = Vector.load("envelope")


def test_every_refusal_is_a_known_code_and_every_rule_has_both() -> None:
    told = "".join((ROOT / "sync" / "vectors" / f"{name}.json").read_text("utf-8") for name in BUILDERS)
    for rule in ("P1", "P2", "P3", "P9", "P10", "P12", "P13", "P16", "P18", "P22", "P34"):
        assert f"{rule}: " in told
    for name in BUILDERS:
        for key in Vector.load(name).fields:
            if key.startswith("refused"):
                codes = {case.code for case in cases(name, key)} - {None}
                assert codes <= ALL_CODES


def test_every_code_of_the_reducer_has_a_vector() -> None:
    told = cases("membership", "refused") + cases("removal", "refused") + cases("cards", "proofs")
    found = {case.code for case in told}
    expected = {
        "MALFORMED", "SPACE_MISMATCH", "CHAIN_BROKEN", "SIGNATURE_BAD", "AUTHOR_UNKNOWN", "NOT_ALLOWED", "KEY_WEAK",
        "DEVICE_REUSED", "MEMBER_UNKNOWN", "INVITE_UNKNOWN", "INVITE_USED", "REQUEST_BAD", "WRAPS_WRONG", "TOO_MANY",
        "AUTHOR_REMOVED", "SPACE_CLOSED", "CARD_MAC_BAD", "COMMITMENT_BAD",
    }  # fmt: skip
    assert expected <= found


@pytest.mark.parametrize("case", MEMBERSHIP.parts("chains"), ids=by_name)
def test_good_chains(case: Vector) -> None:
    assert state_json(replay(case.octets_list("entries"), case.octets_or_none("space"))) == case.fields["state"]


@pytest.mark.parametrize("case", MEMBERSHIP.parts("refused"), ids=by_name)
def test_refused_entries(case: Vector) -> None:
    entries = (*chain(case), case.octets("entry"))
    with pytest.raises(Damaged) as refused:
        replay(entries, case.octets_or_none("space"))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", MEMBERSHIP.parts("questions"), ids=by_name)
def test_questions(case: Vector) -> None:
    state = replay(chain(case))
    answers = {
        "may_write": lambda: state.may_write(case.octets("device"), case.by(), state.n),
        "may_admit_for": lambda: state.may_admit_for(case.octets("device"), case.wholes("members")),
        "at": lambda: state.at(case.octets("ctl")),
        "epoch_at": lambda: state.epoch_at(case.whole("n")),
        "owner_has_own_way_in": state.owner_has_own_way_in,
    }
    assert answers[case.text("ask")]() == case.fields["answer"]


@pytest.mark.parametrize("case", cases("chain", "cases"), ids=by_name)
def test_chain(case: Vector) -> None:
    if case.code is None:
        assert extend(head(case.part("head")), parse(case.octets("record"))) == head(case.part("after"))
    else:
        with pytest.raises(SyncError) as refused:
            extend(head(case.part("head")), parse(case.octets("record")))
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", ENVELOPE.parts("good"), ids=by_name)
def test_good_records(case: Vector) -> None:
    payload = Payload(case.whole("schema"), case.whole("ts"), case.octets_or_none("update"), remark(case))
    key = SigningKey.from_seed(case.octets("signing_seed"))
    sealed = seal(header(case), payload, ENVELOPE.octets("epoch_key"), key, case.octets("nonce"))
    assert (sealed.raw, sealed.hash) == (case.octets("record"), case.octets("hash"))
    assert judge(case, len(ENVELOPE.listed("entries"))) == payload


@pytest.mark.parametrize("case", ENVELOPE.parts("refused"), ids=by_name)
def test_refused_records(case: Vector) -> None:
    with pytest.raises(SyncError) as refused:
        judge(case, case.whole("known"))
    assert refused.value.code == case.code


@pytest.mark.parametrize(
    "case", [*cases("authorship", "cases"), *cases("letters", "cases"), *cases("letters", "groundless")], ids=by_name
)
def test_authorship(case: Vector) -> None:
    authors = Authors()
    for own in case.octets_list("own") if case.has("own") else ():
        authors.learn(TABLET, read(own))
    for before in case.parts("before"):
        device = before.octets("device")
        authors.learn(device, check(before.octets("update"), before.by(), device, authors))
    if case.code is None:
        check(case.octets("update"), case.by(), case.octets("device"), authors)
        assert reads(case.octets("update")) == case.fields["reads"]
    else:
        with pytest.raises(SyncError) as refused:
            check(case.octets("update"), case.by(), case.octets("device"), authors)
        assert refused.value.code == case.code


def chain(case: Vector) -> tuple[bytes, ...]:
    """The entries that come before."""
    told = next(each for each in MEMBERSHIP.parts("chains") if each.name == case.text("chain"))
    return told.octets_list("entries")[: case.whole("length")]


def head(case: Vector) -> Head:
    return Head(case.whole("seq"), case.octets("hash"))


def remark(case: Vector) -> Remark | None:
    """What a record says that changes nothing."""
    if not case.has("remark"):
        return None
    kind, items = parse(case.octets("record")).header.kind, array(case.item("remark"))
    if kind == SNAPSHOT:
        return parse_part(items)
    return parse_attest(items) if kind == ATTEST else parse_notice(items)


def header(case: Vector) -> Header:
    """The header in a good case; it encodes to what the case says."""
    found = parse(case.octets("record")).header
    record_header = array(decode(case.octets("record")))[0]
    assert record_header == encode(case.item("header"))
    return found


def judge(case: Vector, known: int) -> Payload:
    """Everything that README.md section 4 asks of a record."""
    record = parse(case.octets("record"))
    state = replay(ENVELOPE.octets_list("entries")[:known], ENVELOPE.octets("space"))
    accept(record, state, head(case.part("head")), case.whole("last_ctl"))
    payload = open_payload(record, ENVELOPE.octets("epoch_key"))
    if payload.update is not None:
        check(payload.update, record.header.by, record.header.device, owners())
    return payload


def owners() -> Authors:
    """Who wrote under which client id, and which types there are."""
    ids = {device.whole("ix"): device.octets("id") for device in ENVELOPE.parts("devices")}
    types: list[tuple[int, int]] = []
    for each in ENVELOPE.listed("types"):
        assert isinstance(each, list)
        types.append((int(each[0]), int(each[1])))
    authors = Authors()
    for owner in ENVELOPE.listed("owners"):
        assert isinstance(owner, list)
        client, ix, end = int(owner[0]), int(owner[1]), int(owner[2])
        items = tuple(
            Item(client, clock, 1, None, None, None, None, TYPE, ()) for made, clock in types if made == client
        )
        authors.learn(ids[ix], Update(((client, 0, end),), items, ()))
    return authors
