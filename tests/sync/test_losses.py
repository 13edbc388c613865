"""A server has less than it had, or gives less than it promised: it is told, whatever else there is to find out."""

import pytest

from sync import control
from sync import messages as m
from sync.device import Device
from sync.errors import Malformed, Suspicious
from sync.membership import replay
from tests.sync.company import SOON, Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def test_that_a_server_has_less_is_told_whatever_comes_of_comparing_its_chain(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.does(phone, phone.rotate())
    company.parts(phone)
    company.goes_back(length)
    again = company.hears_welcome_and_is_cut_off(phone)
    space, keys = company.space, again.replica
    del space.entries[length - 2 :]
    space.entries.append(control.rotate(replay(space.entries), keys.keys, keys.epoch_keys[0], SOON, company.draw))
    space.state = replay(space.entries)
    company.relay.connect(again)
    with pytest.raises(Malformed, match="another before"):
        company.relay.run()
    assert again.alarms == {"FORK_CONTROL", "ROLLBACK"}


def test_that_a_server_has_less_is_told_by_who_was_cut_off_before_new_entries_came(company: Company) -> None:
    """Seeds 2481 and 2661: a device that knew of an entry, and had not got it, compared whole chains first."""
    phone = company.by_card(company.owner_card)
    company.says(phone, "before", 0)
    company.parts(phone)
    company.does(company.tablet, company.tablet.rotate())
    again = company.hears_welcome_and_is_cut_off(phone)
    company.space.records.clear()
    asked = company.hears_welcome(again)
    assert [m.parse(frame) for frame in asked] == [m.CtlPull(len(again.replica.entries))]
    company.does(again, asked)
    assert again.alarms == {"ROLLBACK"}
    assert again.is_settled
    assert len(company.space.records) == 1


def test_a_chain_that_is_promised_and_not_given_is_not_waited_for(company: Company) -> None:
    """Where a restored server has gone another way: it is asked for the whole chain, and gives none of it."""
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.does(phone, phone.rotate())
    company.goes_back(length)
    company.meets(desk)
    company.does(desk, desk.rotate())
    asked = company.hears_welcome(phone)
    assert [m.parse(frame) for frame in asked] == [m.CtlPull(0)]
    with pytest.raises(Suspicious, match="OMISSION"):
        phone.receive(m.to_bytes(m.Ctl(0, ())))
    assert phone.alarms == {"OMISSION"}


def test_that_words_were_lost_while_a_place_was_closed_is_told_once_it_is_open_again(company: Company) -> None:
    """Seed 513: who had heard that it was closed took what was missing for deleted."""
    phone, tablet = company.by_card(company.owner_card), company.tablet
    company.says(tablet, "before the end", 1)
    company.does(phone, phone.close())
    company.parts(tablet)
    company.does(phone, phone.reopen())
    company.space.records.clear()
    company.meets(tablet)
    assert tablet.alarms == {"ROLLBACK"}
    assert tablet.is_settled
    assert len(company.space.records) == 1


def test_who_is_removed_with_less_than_a_server_once_had_of_them_can_be_opened_again(company: Company) -> None:
    """Seed 12557: what it had taken as it stood then it refused when its facts were told again, and with that all."""
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.says(desk, "one", 1)
    for device in (phone, company.tablet):
        company.parts(device)
    company.says(desk, "two", 1)
    company.parts(desk)
    del company.space.records[1:]
    company.meets(phone)
    company.does(phone, phone.rotate())
    (asked,) = [m.parse(frame) for frame in company.hears_welcome(desk)]
    assert isinstance(asked, m.CtlPull)
    company.does(phone, phone.remove((3,)))
    company.does(desk, desk.receive(m.to_bytes(m.Ctl(asked.from_n, tuple(company.space.entries[asked.from_n :])))))
    assert desk.replica.me is not None
    assert not desk.replica.me.is_active
    again = Device.load(company.around, company.relay.keep(desk))
    assert again.replica.entries == desk.replica.entries == company.space.entries
    assert company.reads(again) == {"one", "two"}
