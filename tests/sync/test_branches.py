"""A relay was restored, and its control chain has gone another way than a device's (P19)."""

from collections.abc import Callable

import pytest
from pycrdt import Map, Text

from sync import control
from sync.branches import wishes_of
from sync.device import Device
from sync.envelope import By
from sync.errors import Damaged, Malformed, Suspicious
from sync.kept import Kept, read_kept
from sync.keys import DeviceKeys
from sync.membership import replay
from sync.roots import ROOTS
from sync.yjs_update import read
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


def test_what_rests_on_words_that_were_lost_with_another_branch_is_said_upon_what_stands(company: Company) -> None:
    """Somebody is let in, and says something; a restored server knows nothing of them, and they say it no more."""
    phone, desk, length = company.with_desk()
    company.parts(phone)
    laptop = company.joins(desk, (1,))
    company.says(laptop, "where", 1)
    writes_over(company, desk, "where", "at the pond")
    company.parts(desk)
    writes_over(company, desk, "where", "at the café")
    company.goes_back(length)
    company.does(phone, phone.rotate())
    company.meets(phone)
    company.meets(desk)
    late = company.by_card(company.owner_card)
    for device in (desk, phone, late):
        assert company.reads(device) == {"before", "where"}
        assert company.document_of(device).get("meta", type=Map)["where"] == ["at the café", 1, 2]
        assert not device.replica.log.is_waiting
    again = Device.load(company.around, company.relay.keep(desk))
    assert company.reads(again) == company.reads(late)
    assert again.replica.log.held == late.replica.log.held
    said = [company.space.chain(each.replica.keys.id) for each in (laptop, desk)]
    assert [len(records) for records in said] == [0, 2]


def test_what_rests_on_lost_words_is_said_as_it_was_meant_also_where_somebody_wrote_there_at_the_same_time(
    company: Company,
) -> None:
    """The two have never met on a screen: so the one that does not stand is kept beside the other (P25)."""
    phone, desk, length = company.with_desk()
    company.parts(phone)
    laptop = company.joins(desk, (1,))
    company.says(laptop, "where", 1)
    writes_over(company, desk, "where", "at the pond")
    company.goes_back(length)
    company.does(phone, phone.rotate())
    company.says(phone, "where", 0)
    company.meets(phone)
    company.meets(desk)
    for device in (desk, phone, company.by_card(company.owner_card)):
        company.reads(device)
        assert company.document_of(device).get("meta", type=Map)["where"] == ["at the pond", 1, 2]
        (kept,) = beside(company, device)
        assert (kept.entity, kept.field, kept.value, kept.by, kept.at) == ("meta", "where", "where by 0", 0, 1)
        items = read(company.document_of(device).get_update()).items
        assert kept.id in {f"meta/where/{item.client}:{item.clock}" for item in items}
    said = [company.space.chain(each.replica.keys.id) for each in (phone, desk)]
    assert [len(records) for records in said] == [1, 1]


def with_nan(company: Company) -> tuple[Device, Device]:
    """A phone that made Nan on a branch that is given up, and a desk that wrote on her and meets the others first."""
    phone, desk, length = company.with_desk()
    company.parts(company.tablet)
    company.does(phone, phone.rotate())
    made = {"name": ["Nan", 0, 1], "relation": ["", 0, 1], "note": Text("tea")}
    edits(company, phone, 0, lambda people: people.update({"nan": Map(made)}))
    company.parts(phone)
    edits(company, desk, 1, lambda people: nan(people).update({"relation": ["aunt", 1, 2], "name": ["Nanny", 1, 2]}))
    edits(company, desk, 1, lambda people: people.update({"ben": Map({"name": ["Ben", 1, 3]})}))
    company.goes_back(length)
    company.does(company.tablet, company.tablet.rotate())
    company.meets(company.tablet)
    company.meets(desk)
    return phone, desk


def people_of(company: Company, device: Device) -> object:
    company.reads(device)
    return company.document_of(device).get("people", type=Map).to_py()


def test_what_another_made_and_nobody_has_is_said_again_by_its_author_alone(company: Company) -> None:
    """P23: what could only be said upon it is kept here, and by nobody else."""
    phone, desk = with_nan(company)
    ben = {"ben": {"name": ["Ben", 1, 3]}}
    assert people_of(company, company.tablet) == ben
    assert [b"Nanny" in draft.update for draft in desk.replica.unsaid] == [True]
    company.meets(phone)
    late = company.by_card(company.owner_card)
    everybody = (company.tablet, desk, phone, late)
    assert [people_of(company, device) for device in everybody] == [
        {"nan": {"name": ["Nan", 0, 1], "relation": ["", 0, 1], "note": "tea"}, **ben}
    ] * 4
    assert [device.replica.log.is_waiting for device in everybody] == [False] * 4
    again = Device.load(company.around, company.relay.keep(desk))
    assert again.replica.unsaid == desk.replica.unsaid


def test_what_somebody_made_is_theirs_also_where_another_had_to_make_it_anew_to_say_what_rested_on_it(
    company: Company,
) -> None:
    """Seed 16577: two had then made one person, and of one of them all that they said behind that was set aside.

    An app of before did so; who reads what it wrote goes on.
    """
    phone, desk = with_nan(company)
    anew = {"name": ["Nanny", 1, 2], "relation": ["aunt", 1, 2], "note": Text("tea")}
    edits(company, desk, 1, lambda people: people.update({"nan": Map(anew)}))
    company.meets(phone)
    company.says(phone, "after", 0)
    late = company.by_card(company.owner_card)
    for device in (company.tablet, desk, phone, late):
        company.reads(device)
        found = company.document_of(device).get("people", type=Map).to_py() or {}
        assert found["nan"] == {"name": ["Nan", 0, 1], "relation": ["aunt", 1, 2], "note": "tea"}
        assert [(each.entity, each.field, each.value) for each in beside(company, device)] == [
            ("people/nan", "name", "Nanny")
        ]
        assert {each.code for each in device.replica.log.aside.values()} <= {"CTL_UNKNOWN"}
    assert phone.alarms == frozenset()
    assert phone.replica.state is not None
    assert phone.replica.me is not None
    assert phone.replica.state.successions(phone.replica.me.ix) == 1
    again = Device.load(company.around, company.relay.keep(phone))
    assert company.reads(again) == company.reads(late)


def beside(company: Company, device: Device) -> tuple[Kept, ...]:
    """What is kept beside the fields, once `reads` has read."""
    doc = company.document_of(device)
    return read_kept({name: doc.get(name, type=Map).to_py() for name in ROOTS})


def nan(people: "Map[object]") -> "Map[object]":
    found = people["nan"]
    assert isinstance(found, Map)
    return found


def edits(company: Company, device: Device, by: By, change: Callable[["Map[object]"], object]) -> None:
    """The people as the device can read them."""
    company.reads(device)
    doc = company.document_of(device)
    before = doc.get_state()
    change(doc.get("people", type=Map))
    company.does(device, device.write(by, doc.get_update(before)))


def writes_over(company: Company, device: Device, key: str, value: str) -> None:
    """In the place of what the device can read there: so the edit rests on that."""
    company.reads(device)
    doc = company.document_of(device)
    before = doc.get_state()
    doc.get("meta", type=Map)[key] = [value, 1, 2]
    company.does(device, device.write(1, doc.get_update(before)))


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
