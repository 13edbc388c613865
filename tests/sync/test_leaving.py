"""Somebody goes, or is made to: nothing that is written afterwards can be read by them, and nothing else is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sync import control, hpke, messages
from sync.card import CardSecret
from sync.chain import Head
from sync.device import Device
from sync.entry import parse as parse_entry
from sync.envelope import UPDATE, Header, Payload, open_payload, seal
from sync.envelope import parse as parse_record
from sync.errors import Damaged, Suspicious
from sync.joining import Invitation
from sync.keys import BoxKey, DeviceKeys, unseal_prev, wrap_info
from sync.limits import LIMITS
from sync.membership import apply, replay
from sync.opening import open_epochs
from sync.operation import Remove, Rotate
from sync.vectors.scribe import Scribe, set_value
from tests.sync.company import SOON, Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def removed_by_the_phone(company: Company, phone: Device) -> None:
    company.does(phone, phone.remove((0,)))


def removed_by_itself(company: Company, phone: Device) -> None:
    assert phone.replica.me is not None
    company.does(company.tablet, company.tablet.leave())


def removed_with_its_member(company: Company, phone: Device) -> None:
    company.does(phone, phone.remove((), (1,)))


@pytest.mark.parametrize("is_removed", [removed_by_the_phone, removed_by_itself, removed_with_its_member])
def test_whoever_keeps_every_key_that_a_removed_tablet_held_or_made_reads_nothing_later(
    company: Company, is_removed: Callable[[Company, Device], None]
) -> None:
    tablet = company.tablet
    phone = company.by_card(company.owner_card)
    desk = company.joins(tablet, (1,))
    invitation, frames = tablet.invite((1,), SOON)
    company.does(tablet, frames)
    company.says(tablet, "before", "both")
    kept = Hoard(tablet, [company.owner_card], [invitation, *tablet.replica.invitations.values()])
    count = len(company.space.records)

    is_removed(company, phone)
    for device, by in ((phone, 0), (desk, 1)):
        if device.replica.me is not None and device.replica.me.is_active:
            company.says(device, f"after, by {by}", by)
    company.does(phone, phone.rotate())
    company.says(phone, "much later", 0)

    later = company.space.records[count:]
    assert len(later) >= 2
    assert kept.opens(company.space.records[:count], company.space.entries) == count
    assert kept.opens(later, company.space.entries) == 0
    assert company.reads(phone) >= {"before", "much later"}
    assert "much later" not in company.reads(tablet)


class Hoard:
    """Every key that a device ever held or made, and the card that it introduced."""

    def __init__(self, device: Device, cards: list[CardSecret], invitations: list[Invitation]) -> None:
        identities = [device.replica.keys, *(card.keys().device for card in cards)]
        self.identities: list[DeviceKeys] = identities
        self.boxes: list[BoxKey] = [keys.box for keys in identities] + [each.box for each in invitations]
        self.epoch_keys = set(device.replica.epoch_keys)

    def opens(self, records: list[bytes], entries: list[bytes]) -> int:
        """How many of these records it can read, trying everything that the control chain holds."""
        keys = self.epoch_keys | set(self._from_chain(entries))
        return sum(any(opens(raw, key) for key in keys) for raw in records)

    def _from_chain(self, entries: list[bytes]) -> list[bytes]:
        state, chain = replay(entries), tuple(entries)
        found: list[bytes] = []
        for keys in self.identities:
            found += open_epochs(state, keys, chain)
        for epoch in range(1, len(state.epochs)):
            entry = parse_entry(chain[state.epochs[epoch].n])
            rotation = entry.operation.rotation if isinstance(entry.operation, Remove) else entry.operation
            assert isinstance(rotation, Rotate)
            names = [known.id for known in state.devices]
            infos = [wrap_info(state.nonce, each, entry.prev, name) for each in (epoch - 1, epoch) for name in names]
            for wrapped in (wrapped for _, wrapped in rotation.wraps):
                found += [key for box in self.boxes for info in infos for key in unsealed(wrapped, box, info)]
            for key in [*self.epoch_keys, *found]:
                found += boxed(rotation.prev_box, key, state.space, epoch, entry.prev)
        return found


def unsealed(wrapped: bytes, box: BoxKey, info: bytes) -> list[bytes]:
    try:
        return [hpke.unseal(wrapped, box.private, info)]
    except Damaged:
        return []


def boxed(box: bytes, key: bytes, space: bytes, epoch: int, prev: bytes) -> list[bytes]:
    try:
        return [unseal_prev(box, key, space, epoch, prev)]
    except Damaged:
        return []


def opens(raw: bytes, key: bytes) -> bool:
    try:
        open_payload(parse_record(raw), key)
    except Damaged:
        return False
    return True


def test_where_the_card_is_the_only_way_in_it_stays_and_its_first_use_changes_the_key(company: Company) -> None:
    tablet, desk = company.tablet, company.joins(company.tablet, (1,))
    company.does(tablet, tablet.remove((0,), by=company.owner_card))
    state = company.space.state
    assert [known.is_stale for known in state.devices if known.holder == 0] == [True]
    company.says(desk, "between", 1)
    phone = company.by_card(company.owner_card)
    assert company.space.state.epoch == state.epoch + 1
    company.says(phone, "after", 0)
    assert company.reads(phone) == company.reads(desk) == {"between", "after"}
    assert phone.is_settled
    assert desk.is_settled


def test_who_leaves_leaves_everything_that_was_written_here(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.parts(tablet)
    for n in range(3):
        company.says(tablet, f"offline {n}", 1)
    company.does(tablet, tablet.leave())
    company.meets(tablet)
    assert company.reads(phone) == {"offline 0", "offline 1", "offline 2"}
    gone = company.space.state.devices[0]
    assert gone.final is not None
    assert gone.final[0] == 3
    assert tablet.refusal is not None
    assert tablet.refusal.code == "DEVICE_REMOVED"
    company.says(phone, "and on", 0)
    assert company.space.state.epoch == 1
    assert phone.alarms == tablet.alarms == frozenset()


def test_the_owner_acts_on_the_shared_tablet_with_the_card_in_hand(company: Company) -> None:
    tablet, desk = company.tablet, company.joins(company.tablet, (1,))
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        tablet.remove((2,))
    company.does(tablet, tablet.remove((2,), by=company.owner_card))
    assert not company.space.state.devices[2].is_active
    assert desk.refusal is not None
    company.says(tablet, "after", "both")
    assert company.reads(tablet) == {"after"}
    card = CardSecret.new(company.draw)
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        tablet.add_card(card, 0)
    company.does(tablet, tablet.add_card(card, 0, by=company.owner_card))
    assert company.reads(company.by_card(card)) == {"after"}


def test_hand_over_to_a_new_practitioner(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.says(desk, "the first one's words", 1)
    company.does(phone, phone.remove((), (1,)))
    assert desk.refusal is not None
    new_desk = company.joins(phone, (2,), "Sam")
    assert company.reads(new_desk) == {"the first one's words"}
    company.says(new_desk, "the second one's words", 2)
    card = CardSecret.new(company.draw)
    company.does(phone, phone.add_card(card, 0))
    both = company.by_card(card, (0, 2))
    company.says(both, "together", "both")
    third = company.by_card(card, (0, 3))
    company.says(third, "with a third", "both")
    expected = {"the first one's words", "the second one's words", "together", "with a third"}
    assert company.reads(phone) == company.reads(new_desk) == company.reads(third) == expected
    assert company.reads(desk) == {"the first one's words"}


def test_two_want_to_make_the_rotation_that_is_due(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.parts(phone)
    company.parts(desk)
    company.does(company.tablet, company.tablet.leave())
    company.says(phone, "phone", 0)
    company.says(desk, "desk", 1)
    company.relay.connect(phone)
    company.relay.connect(desk)
    company.relay.run()
    assert company.space.state.epoch == 1
    assert phone.is_settled
    assert desk.is_settled
    assert company.reads(phone) == company.reads(desk) == {"phone", "desk"}


def test_a_tablet_writes_while_it_is_removed(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.says(tablet, "the last word", 1, runs=False)  # the relay has it, the phone has not read it yet
    company.does(phone, phone.remove((0,)))
    assert phone.is_settled
    assert company.space.state.devices[0].final is not None
    assert company.reads(phone) == {"the last word"}


def test_nobody_makes_themselves_irremovable_by_saying_what_cannot_be_used(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.says(tablet, "good", 1)
    replica = tablet.replica
    replica.epoch_keys = (bytes(32),)  # a tablet gone wrong, which seals under a key that nobody has
    company.says(tablet, "bad", 1)
    assert [each.code for each in phone.replica.log.aside.values()] == ["DECRYPT_BAD"]
    company.does(phone, phone.remove((0,)))
    assert phone.is_settled
    assert not company.space.state.devices[0].is_active


def test_nobody_is_removed_with_an_end_that_they_never_reached(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.says(desk, "one", 1)
    keys, state = desk.replica.keys, phone.replica.state
    assert state is not None
    head, key = phone.replica.log.head(keys.id), phone.replica.epoch_keys[-1]

    def by_the_desk(behind: Head, word: str) -> bytes:
        update = Scribe(behind.seq % 1000 + 9000).write(set_value(word, [word, 1, 1]))
        header = Header(UPDATE, state.space, keys.id, behind.seq + 1, behind.hash, 0, state.head[:16], 1, ())
        return seal(header, Payload(1, 0, update), key, keys.signing, company.draw(12)).raw

    far = by_the_desk(Head(2**53 - 2, company.draw(32)), "far")
    phone.replica.take_record(phone.replica.cursor, far)  # by a server in league with the desk
    company.does(phone, phone.remove((3,)))
    assert company.space.state.devices[3].final == (head.seq, head.hash)
    phone.replica.take_record(phone.replica.cursor, by_the_desk(head, "later"))
    assert company.reads(phone) == {"one"}


def test_nobody_uses_up_the_entries_by_which_they_could_be_removed(company: Company) -> None:
    phone = company.by_card(company.owner_card)
    desk = company.joins(company.tablet, (1,))
    assert phone.replica.state is not None
    key, theirs = phone.replica.epoch_keys[-1], LIMITS.entries - LIMITS.entries_of_owner
    state = replace(phone.replica.state, n=theirs - 2)
    apply(state, control.rotate(state, desk.replica.keys, key, SOON, company.draw))
    for n in (theirs - 1, LIMITS.entries - 2):
        state = replace(phone.replica.state, n=n)
        with pytest.raises(Damaged, match="TOO_MANY"):
            apply(state, control.rotate(state, desk.replica.keys, key, SOON, company.draw))
        removal = control.remove(state, phone.replica.keys, (3,), (), (), key, SOON, company.draw)
        assert not apply(state, removal).devices[3].is_active
    state = replace(phone.replica.state, n=LIMITS.entries - 1)
    with pytest.raises(Damaged, match="TOO_MANY"):
        apply(state, control.close(state, phone.replica.keys, None, erase=True, ts=SOON))


def test_a_removal_that_forgets_what_was_stored_is_not_applied_and_told(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.says(desk, "one", 1)
    company.says(desk, "two", 1)
    company.parts(company.tablet)
    space = company.space
    del space.records[1:]
    phone.replica.log.held[desk.replica.keys.id].pop()  # in league with the relay
    forgetful = phone.replica.log.head(desk.replica.keys.id)
    phone.replica.log._heads[desk.replica.keys.id] = replace(forgetful, seq=1, hash=parse_record(space.records[0]).hash)
    company.does(phone, phone.remove((3,)), runs=False)
    with pytest.raises(Suspicious, match="FINAL_BACK"):
        company.tablet.replica.take_entry(space.entries[-1])
    assert company.tablet.alarms == {"FINAL_BACK"}
    assert company.reads(company.tablet) == {"one", "two"}


def test_whoever_lacks_words_up_to_the_end_of_one_who_has_gone_waits_for_them_says_so_and_goes_on(
    company: Company,
) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.parts(desk)
    company.says(company.tablet, "first", 1)
    company.says(company.tablet, "last", 1)
    company.does(phone, phone.remove((0,)))
    held_back = company.space.records.pop()  # nobody has said that they have seen it: it is the end alone that names it
    company.meets(desk)
    assert company.reads(desk) == {"first"}
    assert desk.alarms == {"OMISSION"}
    company.says(desk, "desk", 1)
    company.says(phone, "phone", 0)
    assert company.reads(desk) == {"first", "desk", "phone"}
    assert desk.is_settled
    company.space.records.append(held_back)
    company.parts(desk)
    company.meets(desk)
    assert company.reads(desk) == {"first", "last", "desk", "phone"}
    assert desk.alarms == frozenset()


def test_a_relay_takes_no_end_that_nobody_reached_from_anyone_but_the_owner(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    company.says(desk, "one", 1)
    state, keys, key = desk.replica.state, desk.replica.keys, desk.replica.epoch_key
    assert state is not None
    assert key is not None
    invented = ((3, 2**40, company.draw(32)),)
    raw = control.remove(state, keys, (3,), (), invented, key, SOON, company.draw)
    company.does(desk, [messages.to_bytes(messages.CtlAppend(raw))])
    assert company.space.state.devices[3].is_active
    assert phone.alarms == frozenset()


def test_a_closed_space_waits_with_what_was_written_and_goes_on(company: Company) -> None:
    phone, tablet = company.by_card(company.owner_card), company.tablet
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        tablet.close()
    company.parts(tablet)
    company.says(tablet, "too late", 1)
    company.says(phone, "last", 0, runs=False)
    company.does(phone, phone.close())
    assert company.reads(phone) == {"last"}
    company.meets(tablet)
    assert company.reads(tablet) == {"last", "too late"}
    assert len(tablet.replica.drafts) == 1
    company.does(phone, phone.reopen())
    assert tablet.is_settled
    assert company.reads(phone) == {"last", "too late"}


def test_what_was_deleted_when_all_was_closed_for_ever_is_no_loss(company: Company) -> None:
    """Also for one who hears only now that it was."""
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.says(tablet, "said before the end", 1)
    company.parts(tablet)
    company.does(phone, phone.close(erase=True))
    company.space.records.clear()
    company.meets(tablet)
    assert tablet.alarms == frozenset()
    assert company.reads(tablet) == {"said before the end"}


def test_a_tablet_that_is_turned_sends_what_the_other_had_written_before(company: Company) -> None:
    phone, tablet = company.by_card(company.owner_card), company.tablet
    company.parts(tablet)
    company.says(tablet, "theirs", 1)
    company.says(tablet, "mine", 0)
    company.does(phone, phone.turn(0, (0,)))
    company.meets(tablet)
    assert tablet.is_settled
    assert company.reads(phone) == {"mine", "theirs"}
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        company.says(tablet, "theirs again", 1)


def test_what_was_kept_makes_the_same_device_after_a_rotation(company: Company) -> None:
    phone = company.by_card(company.owner_card)
    company.says(company.tablet, "before", "both")
    company.does(phone, phone.rotate())
    company.says(phone, "after", 0)
    facts = company.relay.keep(phone)
    again = Device.load(company.around, facts)
    assert again.replica.epoch_keys == phone.replica.epoch_keys
    assert len(again.replica.epoch_keys) == 2
    assert company.reads(again) == {"before", "after"}
    for end in range(1, len(facts)):
        Device.load(company.around, facts[:end])


def test_an_invitation_taken_back(company: Company) -> None:
    invitation, frames = company.tablet.invite((1,), SOON)
    company.does(company.tablet, frames)
    company.does(company.tablet, company.tablet.revoke(invitation.id))
    assert [known.open for known in company.space.state.invites] == [False]
