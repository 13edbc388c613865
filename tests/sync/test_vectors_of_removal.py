"""Python passes the vectors of removal, of many epochs and of forks."""

from functools import cache

import pytest

from sync.acceptance import accept, furthest
from sync.authorship import Authors, check
from sync.chain import Head
from sync.envelope import parse
from sync.errors import SyncError
from sync.fork import goes_on
from sync.keys import DeviceKeys
from sync.membership import Membership, apply, replay
from sync.opening import open_epochs
from sync.vectors.removal_cases import whole_state_json
from tests.sync.vector import Vector, by_name, cases

REMOVAL = Vector.load("removal")
ACCEPTANCE = Vector.load("acceptance")
CHAINS = {
    (name, case.name): case.octets_list("entries")
    for name, file in (("removal", REMOVAL), ("acceptance", ACCEPTANCE))
    for case in file.parts("chains")
}


@cache
def state_of(file: str, name: str, size: int) -> Membership:
    """The state after so many entries of a chain."""
    return replay(CHAINS[file, name][:size])


def state_before(file: str, case: Vector, size: int) -> Membership:
    """The state after the entries that come before."""
    return state_of(file, case.text("chain"), size)


@pytest.mark.parametrize("case", REMOVAL.parts("chains"), ids=by_name)
def test_good_chains(case: Vector) -> None:
    state = replay(case.octets_list("entries"))
    if case.has("state"):
        assert whole_state_json(state) == case.fields["state"]


@pytest.mark.parametrize("case", REMOVAL.parts("refused"), ids=by_name)
def test_refused_entries(case: Vector) -> None:
    before = state_before("removal", case, case.whole("length"))
    with pytest.raises(SyncError) as refused:
        apply(before, case.octets("entry"))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", REMOVAL.parts("questions"), ids=by_name)
def test_questions(case: Vector) -> None:
    state = state_before("removal", case, case.whole("length"))
    answers = {
        "may_write": lambda: state.may_write(case.octets("device"), case.by(), case.whole("n")),
        "may_admit_for": lambda: state.may_admit_for(case.octets("device"), case.wholes("members")),
        "is_active": lambda: state.is_active(case.octets("device"), case.whole("n")),
        "epoch_at": lambda: state.epoch_at(case.whole("n")),
        "is_rotation_due_at": lambda: state.is_rotation_due_at(case.whole("n")),
        "is_closed_at": lambda: state.is_closed_at(case.whole("n")),
        "owner_has_own_way_in": state.owner_has_own_way_in,
    }
    assert answers[case.text("ask")]() == case.fields["answer"]


@pytest.mark.parametrize("case", cases("opening", "cases"), ids=by_name)
def test_opening_every_epoch(case: Vector) -> None:
    keys = DeviceKeys.from_seeds(case.octets("signing_seed"), case.octets("box_seed"))
    entries = case.octets_list("entries")
    if case.code is None:
        assert open_epochs(replay(entries), keys, entries) == case.octets_list("epoch_keys")
    else:
        with pytest.raises(SyncError) as refused:
            open_epochs(replay(entries), keys, entries)
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", ACCEPTANCE.parts("cases"), ids=by_name)
def test_acceptance(case: Vector) -> None:
    state = state_before("acceptance", case, case.whole("known"))
    record, before = parse(case.octets("record")), head(case.part("head"))
    if case.code is None:
        assert accept(record, state, before, case.whole("last_ctl")) == head(case.part("after"))
    else:
        with pytest.raises(SyncError) as refused:
            accept(record, state, before, case.whole("last_ctl"))
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", ACCEPTANCE.parts("lines"), ids=by_name)
def test_how_far_records_lead(case: Vector) -> None:
    records, before = [parse(raw) for raw in case.octets_list("records")], head(case.part("head"))
    assert furthest(records, state_before("acceptance", case, 1), before, 0) == head(case.part("after"))


@pytest.mark.parametrize("case", cases("fork", "cases", "refused"), ids=by_name)
def test_forks(case: Vector) -> None:
    common, ours, theirs = replay(case.octets_list("entries")), case.octets_list("ours"), case.octets_list("theirs")
    if case.code is None:
        assert goes_on(common, ours, theirs) is case.flag("goes_on")
    else:
        with pytest.raises(SyncError) as refused:
            goes_on(common, ours, theirs)
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("succession", "cases"), ids=by_name)
def test_succession(case: Vector) -> None:
    authors = Authors()
    for pair in case.listed("replaces"):
        assert isinstance(pair, list)
        authors.succeed(*(bytes.fromhex(str(one)) for one in pair))
    for before in case.parts("before"):
        writer = before.octets("device")
        authors.learn(writer, check(before.octets("update"), before.by(), writer, authors))
    if case.code is None:
        check(case.octets("update"), case.by(), case.octets("device"), authors)
    else:
        with pytest.raises(SyncError) as refused:
            check(case.octets("update"), case.by(), case.octets("device"), authors)
        assert refused.value.code == case.code


def head(case: Vector) -> Head:
    return Head(case.whole("seq"), case.octets("hash"))
