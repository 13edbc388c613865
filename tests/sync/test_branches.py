"""A relay was restored, and its control chain has gone another way than a device's (P19)."""

import pytest

from sync import control
from sync.branches import wishes_of
from sync.device import Device
from sync.errors import Damaged, Malformed, Suspicious
from sync.keys import DeviceKeys
from sync.membership import replay
from tests.sync.company import SOON, Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def test_the_owners_branch_goes_on_and_the_others_wish_is_made_again(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(phone)
    invitation, frames = desk.invite((1,), SOON)
    company.does(desk, frames)
    company.goes_back(length)
    _, frames = phone.invite((0,), SOON)
    company.does(phone, frames)
    company.meets(phone)
    company.meets(desk)
    assert desk.is_settled
    assert desk.alarms == frozenset()
    assert desk.replica.entries == company.space.entries
    assert desk.link_of(invitation) is not None
    company.says(desk, "after", 1)
    assert company.reads(phone) == {"before", "after"}


def test_what_was_said_by_the_branch_that_is_lost_is_said_again(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(phone)
    company.does(desk, desk.rotate())
    company.says(desk, "under a key of the lost branch", 1)
    company.says(company.tablet, "likewise", "both")
    company.goes_back(length)
    company.does(phone, phone.rotate())
    company.meets(phone)
    company.says(phone, "meanwhile", 0)
    for device in (desk, company.tablet):
        company.meets(device)
    expected = {"before", "under a key of the lost branch", "likewise", "meanwhile"}
    for device in (desk, company.tablet, phone):
        assert company.reads(device) == expected
        assert device.is_settled
        assert device.replica.entries == company.space.entries
    again = Device.load(company.around, company.relay.keep(desk))
    assert again.replica.log.held == desk.replica.log.held
    assert again.replica.keys == desk.replica.keys


def test_whoever_has_the_branch_that_goes_on_stops_and_keeps_everything(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    known = phone.replica.state and phone.replica.state.device(desk.replica.keys.id)
    assert known
    company.does(phone, phone.remove((known.ix,)))
    company.goes_back(length)
    _, frames = desk.invite((1,), SOON)
    company.does(desk, frames)
    company.meets(desk)
    company.relay.connect(phone)
    with pytest.raises(Damaged, match="does not go on"):
        company.relay.run()
    assert phone.alarms == {"FORK_CONTROL"}
    assert len(phone.replica.entries) == length + 1
    assert company.reads(phone) == {"before"}


def test_a_branch_that_took_nothing_from_anybody_gives_way_to_the_servers(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    _, frames = phone.invite((0,), SOON)
    company.does(phone, frames)
    company.goes_back(length)
    _, frames = desk.invite((1,), SOON)
    company.does(desk, frames)
    company.meets(desk)
    company.meets(phone)
    company.says(phone, "after", 0)
    assert company.reads(desk) == {"before", "after"}
    assert phone.alarms == frozenset()
    assert len(company.space.entries) == length + 2


def test_what_was_written_before_a_turn_is_said_as_it_was_meant(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(phone)
    company.does(desk, desk.rotate())
    company.parts(company.tablet)
    company.says(company.tablet, "by both, and not sent", "both")
    company.goes_back(length)
    company.does(phone, phone.turn(0, (1,)))
    for device in (phone, company.tablet, desk):
        company.meets(device)
    assert company.tablet.replica.me is not None
    assert company.tablet.replica.me.members == (1,)
    assert company.tablet.replica.unsaid == []
    for device in (phone, desk):
        assert company.reads(device) == {"before", "by both, and not sent"}


def test_a_longer_chain_is_compared_too(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(phone)
    company.does(desk, desk.rotate())
    company.goes_back(length)
    company.meets(phone)
    for _ in range(3):
        company.does(phone, phone.rotate())
    company.meets(desk)
    assert desk.is_settled
    assert desk.replica.epoch_keys == phone.replica.epoch_keys
    company.says(desk, "after", 1)
    assert company.reads(phone) == {"before", "after"}


def test_a_crash_after_a_restore_was_met_is_not_taken_for_a_lie(company: Company) -> None:
    tablet = company.tablet
    company.says(tablet, "before", 1)
    company.parts(tablet)
    company.space.records.clear()
    company.relay.incarnation = b"restored"
    again = company.hears_welcome_and_is_cut_off(tablet)
    company.meets(again)
    assert again.alarms == frozenset()
    assert again.is_settled
    assert len(company.space.records) == 1


def test_chains_that_part_after_a_restore_was_met_and_before_all_was_given_back_are_compared(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.parts(company.tablet)
    company.does(phone, phone.rotate())
    company.says(phone, "under a key that the server has lost", 0)
    company.parts(phone)
    company.goes_back(length)
    again = company.hears_welcome_and_is_cut_off(phone)
    company.meets(desk)
    company.does(desk, desk.rotate())
    company.meets(again)
    assert again.alarms == frozenset()
    assert again.is_settled
    assert again.replica.entries == company.space.entries
    assert company.reads(desk) == {"before", "under a key that the server has lost"}


def test_what_the_same_server_is_known_to_have_had_it_cannot_show_otherwise(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.does(phone, phone.rotate())
    company.parts(phone)
    company.goes_back(length)
    again = company.hears_welcome_and_is_cut_off(phone)
    chain = company.space.entries
    del chain[length - 1 :]
    other = control.rotate(replay(chain), again.replica.keys, again.replica.epoch_keys[0], SOON, company.draw)
    chain.append(other)
    company.space.state = replay(chain)
    company.relay.connect(again)
    with pytest.raises(Malformed, match="another before"):
        company.relay.run()
    assert again.alarms == {"FORK_CONTROL"}


def test_who_was_to_go_is_not_taken_for_somebody_else_with_the_same_index_on_another_branch(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.parts(company.tablet)
    lost = company.joins(phone, (0,))
    company.parts(phone)
    company.does(phone, phone.remove((4,)))
    company.goes_back(length)
    company.meets(desk)
    laptop = company.joins(desk, (1,))
    company.does(desk, desk.rotate())
    company.meets(phone)
    state = phone.replica.state
    assert state is not None
    assert [each.id for each in state.devices[4:]] == [laptop.replica.keys.id]
    assert state.devices[4].is_active
    assert state.device(lost.replica.keys.id) is None
    assert phone.replica.entries == company.space.entries
    assert phone.refusal is not None
    assert phone.refusal.code == "CTL_INVALID"


def test_a_device_that_has_gone_on_since_does_not_get_away_by_that(company: Company) -> None:
    phone, _, length = company.with_desk()
    company.parts(phone)
    before = company.space.entries[:length]
    state = replay(before)
    tablet, other_keys = company.tablet.replica, DeviceKeys.new(company.draw)
    replaced = control.replace_device(state, tablet.keys, other_keys, None, tablet.epoch_keys[0], SOON, company.draw)
    there = replay([*before, replaced])
    company.does(phone, phone.turn(0, (1,)))
    company.does(phone, phone.remove((0,)))
    company.meets(phone)
    turning, removing = wishes_of(company.space.entries[length:], phone.replica, company.around)
    assert [known.ix for known in there.devices if known.replaces == 0] == [4]
    assert replay([*before, replaced, turning(there)]).devices[4].members == (1,)
    assert not replay([*before, replaced, removing(there)]).devices[4].is_active


def test_no_restored_server_brings_back_a_device_that_was_removed(company: Company) -> None:
    """The server forgets the removal, and shows what the device itself has signed instead: other keys, another key."""
    phone, desk, length = company.with_desk()
    _, frames = desk.invite((1,), SOON)
    company.does(desk, frames)
    company.does(phone, phone.remove((3,)))
    company.parts(phone)
    company.goes_back(length)
    chain = list(company.space.entries)
    state = replay(chain)
    other_keys = DeviceKeys.new(company.draw)
    replaced = control.replace_device(
        state, desk.replica.keys, other_keys, None, desk.replica.epoch_keys[0], SOON, company.draw
    )
    company.space.entries.append(replaced)
    company.space.state = replay(company.space.entries)
    company.relay.connect(phone)
    with pytest.raises(Damaged, match="does not go on"):
        company.relay.run()
    assert phone.alarms == {"FORK_CONTROL"}
    assert phone.replica.state is not None
    assert not phone.replica.state.is_active(desk.replica.keys.id, phone.replica.state.n)
    assert phone.replica.state.device(other_keys.id) is None
    assert company.reads(phone) == {"before"}


def test_a_branch_that_cuts_off_words_which_others_may_rest_on_is_not_taken_over(company: Company) -> None:
    phone, desk, length = company.with_desk()
    company.parts(phone)
    company.says(company.tablet, "lost by the server", 1)
    company.does(desk, desk.rotate())
    company.goes_back(length)
    del company.space.records[1:]
    company.meets(phone)
    company.does(phone, phone.remove((0,)))
    company.relay.connect(desk)
    with pytest.raises(Suspicious, match="FINAL_BACK"):
        company.relay.run()
    assert desk.alarms == {"FINAL_BACK"}
    assert company.reads(desk) == {"before", "lost by the server"}


def test_a_relay_that_hides_that_it_went_back_is_found_out_by_entries_of_somebody_who_came_since(
    company: Company,
) -> None:
    phone, desk, length = company.with_desk()
    company.does(phone, phone.rotate())
    incarnation = company.relay.incarnation
    company.goes_back(length)
    other = company.by_card(company.owner_card)
    company.does(other, other.rotate())
    company.parts(other)
    company.relay.incarnation = incarnation
    company.relay.connect(desk)
    with pytest.raises(Malformed, match="another before"):
        company.relay.run()
    assert "FORK_CONTROL" in desk.alarms
