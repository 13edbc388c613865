"""Whole devices that talk through an honest relay in memory, and lose nothing whatever happens to them."""

from dataclasses import replace
from itertools import count

import pytest
from pycrdt import Doc, Map

from sync import control
from sync import messages as m
from sync.card import CardSecret
from sync.device import Device
from sync.envelope import By
from sync.errors import Damaged, Suspicious
from sync.joining import Invitation, build_request, from_link, parse_request
from sync.keys import DeviceKeys, Randomness
from sync.membership import apply, begin
from sync.messages import JoinReq, to_bytes
from sync.surroundings import Surroundings
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import randomness
from tests.sync.honest_relay import HonestRelay

CLIENTS = count(1000)


@pytest.fixture
def relay() -> HonestRelay:
    return HonestRelay()


@pytest.fixture(name="draw")
def drawing(request: pytest.FixtureRequest) -> Randomness:
    """Randomness that is the same whenever this test runs."""
    return randomness(request.node.name)


@pytest.fixture
def around(draw: Randomness) -> Surroundings:
    return Surroundings(HonestRelay.origin, draw, lambda: 1764547200)


@pytest.fixture
def owner_card(draw: Randomness) -> CardSecret:
    return CardSecret.new(draw)


@pytest.fixture
def tablet(around: Surroundings, owner_card: CardSecret) -> Device:
    return Device.start(around, cards=[(owner_card, 0)])


def says(relay: HonestRelay, device: Device, key: str, value: str, by: By) -> None:
    """A person writes something; it is kept, and sent if the device is connected."""
    frames = device.write(by, Scribe(next(CLIENTS)).write(set_value(key, [value, by, 1])))
    relay.keep(device)
    for line in relay.lines:
        if line.device is device:
            relay.deliver(line, frames)


def reads(device: Device, doc: Doc[Map[object]] | None = None) -> dict[str, object]:
    """What the document holds, by key."""
    doc = doc or Doc[Map[object]]()
    for update in device.take_updates():
        doc.apply_update(update)
    meta = doc.get("meta", type=Map).to_py()
    assert isinstance(meta, dict)
    return {key: register[0] for key, register in meta.items() if isinstance(register, list)}


def restarted(relay: HonestRelay, device: Device, around: Surroundings) -> Device:
    """The device as it comes back from what was kept; nothing else survives."""
    relay.disconnect(device)
    again = Device.load(around, relay.kept[id(device)])
    relay.kept[id(again)] = list(relay.kept[id(device)])
    return again


def opened_by_card(relay: HonestRelay, around: Surroundings, card: CardSecret) -> Device:
    phone = Device.open_card(around, card)
    relay.connect(phone)
    relay.run()
    return phone


def invited(relay: HonestRelay, device: Device, listed: tuple[int, ...]) -> tuple[Invitation, str]:
    invitation, frames = device.invite(listed, 1764600000)
    relay.deliver(next(line for line in relay.lines if line.device is device), frames)
    relay.run()
    link = device.link_of(invitation)
    assert link is not None
    return invitation, link


def test_what_was_written_before_the_server_was_met(relay: HonestRelay, tablet: Device, around: Surroundings) -> None:
    says(relay, tablet, "meeting", "Tuesday", "both")
    says(relay, tablet, "name/0", "Ann", 0)
    again = restarted(relay, tablet, around)
    assert reads(again) == {"meeting": "Tuesday", "name/0": "Ann"}
    relay.connect(again)
    relay.run()
    assert again.is_settled
    assert len(next(iter(relay.spaces.values())).records) == 2


def test_a_card_opens_the_space_on_a_fresh_device(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    says(relay, tablet, "meeting", "Tuesday", "both")
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, CardSecret.from_words(" ".join(owner_card.words())))
    assert phone.is_settled
    assert phone.replica.me is not None
    assert phone.replica.me.members == (0,)
    assert reads(phone) == {"meeting": "Tuesday"}
    says(relay, phone, "name/0", "Ann", 0)
    relay.run()
    assert reads(tablet) == {"meeting": "Tuesday", "name/0": "Ann"}


def test_joining_by_a_link(relay: HonestRelay, tablet: Device, around: Surroundings) -> None:
    relay.connect(tablet)
    relay.run()
    _, link = invited(relay, tablet, (1,))
    desk = Device.join(around, from_link(link), "Jo")
    relay.connect(desk)
    relay.run()
    assert desk.phase == "away"
    (name, request), *_ = tablet.requests.items()
    assert tablet.name_of(request) == "Jo"
    assert tablet.words_of(request) == desk.own_words()
    relay.deliver(relay.lines[0], tablet.approve(name))
    relay.run()
    relay.connect(desk)
    relay.run()
    assert desk.is_settled
    says(relay, desk, "name/1", "Jo", 1)
    relay.run()
    assert reads(tablet)["name/1"] == "Jo"
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        desk.write(0, Scribe(next(CLIENTS)).write(set_value("name/0", ["Ann", 0, 1])))


def test_a_request_that_does_not_verify_is_nobodys(relay: HonestRelay, tablet: Device, draw: Randomness) -> None:
    relay.connect(tablet)
    relay.run()
    invitation, link = invited(relay, tablet, (1,))
    other = Invitation.from_secret(draw(32))
    keys, mine = DeviceKeys.new(draw), from_link(link)
    good = build_request(mine, keys, "Jo", 0, draw)
    strange = build_request(replace(mine, invitation=other), keys, "Jo", 0, draw)
    others = build_request(replace(mine, ctl=draw(16)), keys, "Jo", 0, draw)
    for raw in (strange, others, good[:-1] + bytes((good[-1] ^ 1,))):
        tablet.receive(to_bytes(JoinReq(raw)))
        assert tablet.requests == {}
    tablet.receive(to_bytes(JoinReq(good)))
    assert list(tablet.requests.values()) == [good]
    assert invitation.id == parse_request(good).invite


def test_a_request_that_is_declined(relay: HonestRelay, tablet: Device, around: Surroundings) -> None:
    relay.connect(tablet)
    relay.run()
    _, link = invited(relay, tablet, (1,))
    desk = Device.join(around, from_link(link), "Jo")
    relay.connect(desk)
    relay.run()
    relay.connect(desk)
    relay.run()
    assert desk.phase == "away"
    relay.deliver(relay.lines[0], tablet.decline(next(iter(tablet.requests))))
    relay.connect(desk)
    relay.run()
    assert desk.refusal is not None
    assert desk.refusal.code == "JOIN_DECLINED"


def test_a_shared_tablet_may_not_let_in_the_owner(relay: HonestRelay, tablet: Device, draw: Randomness) -> None:
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        tablet.invite((0,), 1764600000)
    with pytest.raises(Damaged, match="NOT_ALLOWED"):
        tablet.add_card(CardSecret.new(draw), 0)
    assert relay.keep(tablet)


def test_wishes_made_offline_come_true(relay: HonestRelay, around: Surroundings, draw: Randomness) -> None:
    tablet, card = Device.start(around), CardSecret.new(draw)
    assert tablet.add_card(card, 0) == []
    relay.connect(tablet)
    relay.run()
    assert opened_by_card(relay, around, card).is_settled


def test_two_devices_want_the_same_place_in_the_chain(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, owner_card)
    lines = {id(line.device): line for line in relay.lines}
    _, first = tablet.invite((1,), 1764600000)
    _, second = phone.invite((0, 1), 1764600000)
    relay.deliver(lines[id(tablet)], first)
    relay.deliver(lines[id(phone)], second)
    relay.run()
    assert tablet.is_settled
    assert phone.is_settled
    assert len(next(iter(relay.spaces.values())).state.invites) == 2


def test_both_offline_then_joined(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, owner_card)
    relay.disconnect(tablet)
    relay.disconnect(phone)
    for n in range(5):
        says(relay, tablet, f"t{n}", "here", 1)
        says(relay, phone, f"p{n}", "there", 0)
    for device in (tablet, phone):
        relay.connect(device)
        relay.run()
    expected = {f"t{n}": "here" for n in range(5)} | {f"p{n}": "there" for n in range(5)}
    assert reads(tablet) == reads(phone) == expected
    assert tablet.alarms == phone.alarms == frozenset()


def test_a_crash_between_sending_and_the_answer(relay: HonestRelay, tablet: Device, around: Surroundings) -> None:
    relay.connect(tablet)
    relay.run()
    says(relay, tablet, "meeting", "Tuesday", "both")  # the relay has it; its ACK is never read
    space = next(iter(relay.spaces.values()))
    before = list(space.records)
    again = restarted(relay, tablet, around)
    relay.connect(again)
    relay.run()
    assert again.is_settled
    assert space.records == before
    assert reads(again) == {"meeting": "Tuesday"}


def test_a_relay_that_was_restored_gets_back_what_it_lost(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, owner_card)
    for n in range(4):
        says(relay, tablet, f"t{n}", "here", 1)
        says(relay, phone, f"p{n}", "there", 0)
        relay.run()
    relay.disconnect(tablet)
    relay.disconnect(phone)
    space = next(iter(relay.spaces.values()))
    everything = set(space.records)
    del space.records[3:]
    relay.incarnation = b"restored"
    relay.connect(phone)
    relay.run()
    assert set(space.records) == everything


def test_old_storage_put_back_goes_on_behind_what_is_stored(
    relay: HonestRelay, tablet: Device, around: Surroundings
) -> None:
    relay.connect(tablet)
    relay.run()
    old = list(relay.keep(tablet))
    says(relay, tablet, "meeting", "Tuesday", "both")
    relay.run()
    relay.disconnect(tablet)
    again = Device.load(around, old)
    relay.kept[id(again)] = list(old)
    says(relay, again, "name/0", "Ann", 0)
    relay.connect(again)
    relay.run()
    assert again.is_settled
    assert again.alarms == frozenset()
    assert reads(again) == {"meeting": "Tuesday", "name/0": "Ann"}


def test_a_record_held_back_is_noticed(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, owner_card)
    says(relay, tablet, "meeting", "Tuesday", "both")
    relay.run()
    says(relay, phone, "name/0", "Ann", 0)
    relay.run()
    space = next(iter(relay.spaces.values()))
    del space.records[0]
    late = opened_by_card(relay, around, owner_card)
    assert late.alarms == {"OMISSION"}


def test_entries_that_are_promised_and_not_given_are_asked_for_once(relay: HonestRelay, tablet: Device) -> None:
    relay.connect(tablet)
    relay.run()
    state = tablet.replica.state
    assert state is not None
    more = m.Welcome(relay.incarnation, state.n + 3, bytes(32), 0, ())
    asked = tablet.receive(m.to_bytes(more))
    assert [m.parse(frame) for frame in asked] == [m.CtlPull(state.n + 1)]
    with pytest.raises(Suspicious, match="OMISSION"):
        tablet.receive(m.to_bytes(m.Ctl(state.n + 1, ())))
    assert tablet.alarms == {"OMISSION"}


def test_a_relay_that_goes_back_and_says_nothing_is_noticed(relay: HonestRelay, tablet: Device) -> None:
    relay.connect(tablet)
    relay.run()
    says(relay, tablet, "meeting", "Tuesday", "both")
    relay.run()
    relay.disconnect(tablet)
    next(iter(relay.spaces.values())).records.clear()
    relay.connect(tablet)
    relay.run()
    assert tablet.alarms == {"ROLLBACK"}
    assert tablet.is_settled  # and it has been given back what it had lost


def test_a_relay_that_expects_again_what_it_had_acknowledged_is_noticed(relay: HonestRelay, tablet: Device) -> None:
    relay.connect(tablet)
    relay.run()
    for day in ("Tuesday", "Wednesday"):
        says(relay, tablet, "meeting", day, "both")
        relay.run()
    del next(iter(relay.spaces.values())).records[1:]
    says(relay, tablet, "name/0", "Ann", 0)
    relay.run()
    assert tablet.alarms == {"ROLLBACK"}
    assert tablet.is_settled
    assert len(next(iter(relay.spaces.values())).records) == 3


def test_a_relay_with_another_chain_is_noticed(relay: HonestRelay, tablet: Device) -> None:
    relay.connect(tablet)
    relay.run()
    invited(relay, tablet, (1,))
    relay.disconnect(tablet)
    space = next(iter(relay.spaces.values()))
    space.entries, space.state = space.entries[:1], begin(space.entries[0])
    other = Invitation.from_secret(bytes(32))
    fork = control.invite(space.state, tablet.replica.keys, other, (1,), 1764600000, 1)
    space.entries, space.state = [*space.entries, fork], apply(space.state, fork)
    relay.connect(tablet)
    with pytest.raises(Damaged, match="another before"):
        relay.run()
    assert tablet.alarms == {"FORK_CONTROL"}


def test_a_record_that_fails_stops_only_its_device(
    relay: HonestRelay, tablet: Device, around: Surroundings, owner_card: CardSecret
) -> None:
    relay.connect(tablet)
    relay.run()
    phone = opened_by_card(relay, around, owner_card)
    relay.disconnect(phone)
    for n in range(3):
        says(relay, tablet, f"t{n}", "here", 1)
    relay.run()
    space = next(iter(relay.spaces.values()))
    space.records[1] = b"\x00" + space.records[1]
    honest = HonestRelay()
    honest.spaces, honest.kept = relay.spaces, relay.kept
    for position, raw in enumerate(space.records, 1):
        phone.replica.take_record(position, raw)
    assert reads(phone) == {"t0": "here"}
    assert [each.code for each in phone.replica.log.aside.values()] == ["MALFORMED"]
    assert phone.replica.log.is_waiting


def test_facts_make_the_same_device_wherever_they_are_cut(
    relay: HonestRelay, tablet: Device, around: Surroundings
) -> None:
    relay.connect(tablet)
    relay.run()
    for n in range(3):
        says(relay, tablet, f"t{n}", "here", 1)
        relay.run()
    facts = relay.keep(tablet)
    for end in range(1, len(facts) + 1):
        again = Device.load(around, facts[:end])
        reads(again)
    whole = Device.load(around, facts)
    assert whole.replica.log.held == tablet.replica.log.held
    assert (whole.replica.cursor, whole.replica.stored_seq) == (tablet.replica.cursor, tablet.replica.stored_seq)


def test_an_edit_too_large_is_refused_before_it_is_kept(tablet: Device) -> None:
    huge = Scribe(next(CLIENTS)).write(set_value("meeting", ["x" * 70_000, 1, 1]))
    with pytest.raises(Damaged, match="TOO_LARGE"):
        tablet.write(1, huge)
    assert reads(tablet) == {}
