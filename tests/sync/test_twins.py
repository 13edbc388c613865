"""Two of one device, from a disk that was copied: both were believed. One goes on under a new name, and all is kept."""

import pytest

from sync import messages as m
from sync.device import Device
from sync.membership import apply, replay
from sync.vectors.scribe import Scribe, set_value
from tests.sync.company import Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def twin_of(company: Company, device: Device) -> Device:
    """The same device once more, from a copy of its disk."""
    facts = list(company.relay.keep(device))
    twin = Device.load(company.around, facts)
    company.relay.kept[id(twin)] = facts
    return twin


def parted(company: Company) -> tuple[Device, Device]:
    """A phone, and the tablet's twin: the relay went back, and both tablets have been believed since."""
    phone, tablet = company.by_card(company.owner_card), company.tablet
    company.says(tablet, "both remember", 1)
    twin = twin_of(company, tablet)
    company.says(tablet, "first", 1)
    company.says(tablet, "second", 1)
    for device in (tablet, phone):
        company.parts(device)
    del company.space.records[1:]
    company.relay.incarnation = b"restored"
    company.says(twin, "the twin's", 1)
    company.meets(twin)
    company.parts(twin)
    return phone, twin


def test_a_device_that_was_believed_goes_on_under_a_new_name(company: Company) -> None:
    phone, twin = parted(company)
    old = company.tablet.replica.keys.id
    company.says(company.tablet, "third, unsent", 1)
    company.meets(company.tablet)
    assert company.tablet.replica.keys.id != old
    assert company.tablet.is_settled
    assert company.tablet.alarms == frozenset()
    everything = {"both remember", "first", "second", "third, unsent", "the twin's"}
    assert company.reads(company.tablet) == everything
    company.meets(phone)
    assert company.reads(phone) == everything
    assert phone.alarms == frozenset()
    assert phone.replica.log.held == company.tablet.replica.log.held
    company.says(company.tablet, "and on", "both")
    assert "and on" in company.reads(phone)
    company.meets(twin)
    assert twin.refusal is not None
    assert twin.refusal.code == "DEVICE_REMOVED"


def test_others_may_hear_of_it_before_they_have_the_records_that_stand(company: Company) -> None:
    phone, _ = parted(company)
    company.meets(company.tablet)
    for entry in company.space.entries[len(phone.replica.entries) :]:
        phone.replica.take_entry(entry)
    assert phone.replica.log.length(company.space.state.devices[0].id) == 3
    company.meets(phone)
    assert company.reads(phone) == company.reads(company.tablet)
    assert phone.replica.log.held == company.tablet.replica.log.held
    assert phone.alarms == frozenset()


def test_where_two_lives_have_parted_may_lie_behind_what_another_face_of_the_relay_had(company: Company) -> None:
    tablet = company.tablet
    phone = company.by_card(company.owner_card)
    company.says(tablet, "both remember", 1)
    twin = twin_of(company, tablet)
    company.says(tablet, "acknowledged by the other face", 1)
    company.parts(phone)
    tablet.write(1, Scribe(77).write(set_value("sealed", ["sealed by 1", 1, 1])))
    company.relay.keep(tablet)
    company.parts(tablet)
    del company.space.records[1:]
    company.meets(twin)
    company.says(twin, "the twin's", 1)
    company.says(twin, "and on", 1)
    company.parts(twin)
    company.meets(tablet)
    company.parts(tablet)
    company.meets(tablet)
    everything = {"both remember", "acknowledged by the other face", "sealed", "the twin's", "and on"}
    assert company.reads(tablet) == everything
    assert tablet.is_settled
    company.meets(phone)
    assert company.reads(phone) == everything


def test_its_answer_may_be_lost(company: Company) -> None:
    phone, _ = parted(company)
    tablet = company.tablet
    company.relay.connect(tablet)
    line = company.line_of(tablet)
    assert line is not None
    while not any(isinstance(m.parse(frame), m.CtlAck) for frame in line.inbox):
        company.relay.deliver(line, tablet.receive(line.inbox.popleft()))
    again = Device.load(company.around, company.relay.keep(tablet))
    company.parts(tablet)
    company.relay.kept[id(again)] = []
    assert again.replica.next_keys is not None
    company.meets(again)
    assert again.is_settled
    assert again.replica.me is not None
    assert again.replica.me.replaces == 0
    company.meets(phone)
    assert company.reads(phone) == company.reads(again)


def test_a_device_does_not_get_away_from_its_removal_by_going_on_under_other_keys(company: Company) -> None:
    phone, _ = parted(company)
    company.does(phone, phone.remove((0,)))
    company.meets(company.tablet)
    company.meets(phone)
    state = phone.replica.state
    assert phone.refusal is None
    assert phone.is_settled
    assert state is not None
    assert [known.ix for known in state.active if 0 in known.members and 1 in known.members] == []
    assert len([known for known in state.devices if known.replaces is not None]) == 1


def test_others_may_wait_with_most_of_the_chain_that_stands(company: Company) -> None:
    phone, twin = parted(company)
    company.meets(twin)
    for word in ("a", "b", "c", "d"):
        company.says(twin, word, 1)
    company.parts(twin)
    company.meets(phone)
    assert phone.replica.log.is_waiting
    assert phone.alarms == {"FORK_DEVICE"}
    company.meets(company.tablet)
    assert company.reads(phone) == company.reads(company.tablet) >= {"first", "second", "the twin's", "a", "d"}
    assert phone.replica.log.held == company.tablet.replica.log.held
    assert phone.alarms == frozenset()


def test_what_was_wished_under_the_name_it_had_comes_true_once_it_has_said_everything_under_its_new_one(
    company: Company,
) -> None:
    phone, _ = parted(company)
    company.says(company.tablet, "third, unsent", 1)
    company.does(company.tablet, company.tablet.leave())
    company.meets(company.tablet)
    company.meets(phone)
    assert company.reads(phone) == {"both remember", "first", "second", "third, unsent", "the twin's"}
    state = company.space.state
    assert [(known.replaces, known.is_active) for known in state.devices if known.members == (0, 1)] == [
        (None, False),
        (0, False),
    ]


def test_a_look_through_the_whole_log_forgets_nothing_that_was_acknowledged(company: Company) -> None:
    company.says(company.tablet, "acknowledged", 1)
    replica = company.tablet.replica
    known = replica.stored_seq, replica.served
    assert min(known) > 0
    replica.pull_anew()
    again = twin_of(company, company.tablet).replica
    assert (replica.cursor, again.cursor) == (1, 1)
    assert (replica.stored_seq, replica.served) == (again.stored_seq, again.served) == known


def forgets(company: Company, *, has_sealed: bool) -> Device:
    """A phone with an older disk, on which something was written since, meets a relay that keeps an entry back.

    The record that the phone does not remember names that entry.
    """
    phone = company.by_card(company.owner_card)
    company.says(phone, "both remember", 0)
    older = twin_of(company, phone)
    if has_sealed:
        company.meets(older)
        older.write(0, Scribe(77).write(set_value("written since", ["before it was sent", 0, 1])))
        company.relay.keep(older)
        company.parts(older)
    else:
        company.says(older, "written since", 0)
    company.does(company.tablet, company.tablet.rotate())
    company.says(phone, "forgotten", 0)
    company.parts(phone)
    space = company.space
    kept_back, space.entries, space.state = space.entries[-1], space.entries[:-1], replay(space.entries[:-1])
    company.meets(older)
    space.entries, space.state = [*space.entries, kept_back], apply(space.state, kept_back)
    return older


@pytest.mark.parametrize("has_sealed", [False, True])
def test_an_older_disk_says_nothing_in_the_place_of_a_record_of_its_own_that_waits(
    company: Company, *, has_sealed: bool
) -> None:
    older = forgets(company, has_sealed=has_sealed)
    assert older.refusal is None
    assert older.alarms == {"OMISSION"}
    assert older.replica.unstored() == []
    company.does(older, older.receive(m.to_bytes(m.Ctl(company.space.state.n, (company.space.entries[-1],)))))
    assert older.is_settled
    assert older.alarms == frozenset()
    company.parts(older)
    company.meets(older)
    assert older.alarms == frozenset()
    company.meets(company.tablet)
    assert company.reads(older) == company.reads(company.tablet) == {"both remember", "forgotten", "written since"}


def test_a_server_that_shows_another_record_where_it_had_acknowledged_one_is_noticed(company: Company) -> None:
    twin = twin_of(company, company.tablet)
    company.says(company.tablet, "acknowledged", 1)
    company.parts(company.tablet)
    company.space.records.clear()
    company.says(twin, "the twin's", 1)
    company.meets(twin)
    company.meets(company.tablet)
    assert company.tablet.alarms == {"ROLLBACK"}
    assert company.reads(company.tablet) == {"acknowledged", "the twin's"}


def test_a_record_that_comes_as_itself_and_with_a_refusal_is_adopted_once(company: Company) -> None:
    twin = twin_of(company, company.tablet)
    company.tablet.write(1, Scribe(77).write(set_value("mine", ["before it was sent", 1, 1])))
    company.parts(company.tablet)
    company.says(twin, "the twin's", 1)
    company.meets(twin)
    (stored,) = company.space.records
    replica = company.tablet.replica
    assert len(replica.unstored()) == 1
    replica.take_record(1, stored)
    assert replica.adopt(stored)
    assert replica.log.held[replica.keys.id] == [stored]
    assert len(replica.drafts) == 1
