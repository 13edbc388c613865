"""Two of one device, from a disk that was copied: both were believed. One goes on under a new name, and all is kept."""

import pytest

from sync import messages as m
from sync.device import Device
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


def test_a_wish_of_the_name_it_had_is_refused_and_it_goes_on(company: Company) -> None:
    parted(company)
    company.does(company.tablet, company.tablet.leave())
    company.meets(company.tablet)
    assert company.tablet.replica.me is not None
    assert company.tablet.replica.me.is_active
    assert company.tablet.refusal is not None
    company.says(company.tablet, "and on", "both")
    assert company.tablet.replica.unstored() == []


def test_a_look_through_the_whole_log_forgets_nothing_that_was_acknowledged(company: Company) -> None:
    company.says(company.tablet, "acknowledged", 1)
    replica = company.tablet.replica
    known = replica.stored_seq, replica.served
    assert min(known) > 0
    replica.pull_anew()
    again = twin_of(company, company.tablet).replica
    assert (replica.cursor, again.cursor) == (1, 1)
    assert (replica.stored_seq, replica.served) == (again.stored_seq, again.served) == known
