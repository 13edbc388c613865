"""Who was removed hears no more and adds no more; a space that was closed takes nothing, and at last holds nothing."""

import os
import sqlite3
import time
from contextlib import closing
from typing import Final

import pytest
from websockets.exceptions import ConnectionClosed

from server.purge import count_hour, ended, purge, purge_ended
from server.store import Store
from sync import control, envelope
from sync import entry as entries
from sync.chain import Head
from sync.encoding import decode, encode
from sync.envelope import Record
from sync.keys import DeviceKeys
from sync.limits import DAY_S
from sync.messages import (
    Ack,
    Auth,
    Create,
    Created,
    Ctl,
    CtlAck,
    CtlAppend,
    CtlPull,
    Err,
    Join,
    Nack,
    Pull,
    Push,
    Records,
)
from sync.operation import Heads, NewDevice
from sync.shape import array
from sync.vectors import curve
from tests.relay_process import RelayProcess, relay_process
from tests.server.talking import Conversation, Device, admit, ask_to_join, invite, push, start_space

OWNER: Final = (0,)


class Pair:
    """A shared tablet (0), the owner's card (1), the practitioner's phone (2) and the owner's desk (3)."""

    def __init__(self, relay: RelayProcess) -> None:
        self.relay = relay
        self.space, self.tablet = start_space()
        self.at_tablet = self.tablet.connect(relay, creates=True)[0]
        entry, link = invite(self.space, self.tablet)
        self.append(entry)
        self.phone, request = ask_to_join(self.space, link)
        self.append(admit(self.space, self.tablet, self.phone, request))
        self.desk = Device(self.space, DeviceKeys.new(os.urandom))
        new, card = self.listed(self.desk.keys), self.space.card.keys().device
        draw = (self.space.epoch_key, (), 0, os.urandom)
        self.append(self.space.add(control.admit(self.space.state, card, None, new, *draw)))

    def listed(self, keys: DeviceKeys) -> NewDevice:
        return NewDevice(keys.signing.public, keys.box.public, OWNER)

    def append(self, entry: bytes) -> CtlAck:
        return self.at_tablet.ask(CtlAppend(entry), CtlAck)

    def removal(self, by: Device, devices: tuple[int, ...], heads: Heads = ()) -> bytes:
        return control.remove(self.space.state, by.keys, devices, (), heads, self.space.epoch_key, 0, os.urandom)

    def close(self, *, erase: bool = False) -> bytes:
        return control.close(self.space.state, self.desk.keys, None, erase=erase, ts=0)

    def reopen(self) -> bytes:
        return control.reopen(self.space.state, self.desk.keys, 0)


@pytest.fixture
def pair(relay: RelayProcess) -> Pair:
    return Pair(relay)


def hears_the_end(conversation: Conversation) -> str:
    """The code with which the server ends a conversation."""
    heard = conversation.hear(Err)
    with pytest.raises(ConnectionClosed):
        conversation.hear_any()
    return heard.code


def end_of(device: Device, ix: int) -> tuple[int, int, bytes]:
    return (ix, device.head.seq, device.head.hash)


def test_a_removed_device_is_told_and_shown_out_and_not_let_in_again(pair: Pair) -> None:
    with pair.phone.connect(pair.relay)[0] as at_phone, pair.desk.connect(pair.relay)[0] as at_desk:
        entry = pair.space.add(pair.removal(pair.desk, (2,)))
        at_desk.ask(CtlAppend(entry), CtlAck)
        assert at_phone.hear(Ctl).entries == (entry,)
        assert hears_the_end(at_phone) == "DEVICE_REMOVED"
        assert pair.at_tablet.hear(Ctl).entries == (entry,)
        push(at_desk, pair.desk.record(by=0, epoch=1))
    with Conversation(pair.relay) as again:
        challenge = again.ask(*pair.phone.hello())
        again.say(pair.phone.auth(pair.relay, challenge))
        assert again.hear(Ctl).entries == tuple(pair.space.entries)
        assert hears_the_end(again) == "DEVICE_REMOVED"


def test_a_stranger_does_not_learn_that_a_device_was_removed(pair: Pair) -> None:
    pair.append(pair.space.add(pair.removal(pair.desk, (2,))))
    with Conversation(pair.relay) as caller:
        challenge = caller.ask(*pair.phone.hello())
        good = pair.phone.auth(pair.relay, challenge)
        caller.say(Auth(good.space, good.device, bytes(64)))
        assert hears_the_end(caller) == "AUTH_BAD"


def test_a_removal_must_know_all_that_was_acknowledged(pair: Pair) -> None:
    with pair.phone.connect(pair.relay)[0] as at_phone:
        push(at_phone, *pair.phone.records(2))
        early = pair.removal(pair.desk, (2,), ((2, 1, os.urandom(32)),))
        other = pair.removal(pair.desk, (2,), ((2, 2, os.urandom(32)),))
        none = pair.removal(pair.desk, (2,))
        for entry in (early, other, none):
            assert pair.at_tablet.ask(CtlAppend(entry), Err).code == "CTL_CONFLICT"
        pair.append(pair.removal(pair.desk, (2,), (end_of(pair.phone, 2),)))


def test_what_was_pushed_just_before_counts_as_the_end_that_a_removal_names(pair: Pair) -> None:
    with pair.desk.connect(pair.relay)[0] as at_desk:
        record = pair.phone.record()
        at_desk.say(Push((record.raw,)))
        at_desk.say(CtlAppend(pair.removal(pair.desk, (2,), (end_of(pair.phone, 2),))))
        assert at_desk.hear(Ack).stored == ((pair.phone.id, 1, 1),)
        at_desk.hear(CtlAck)


def test_nobody_but_the_owner_gives_a_device_an_end_that_it_has_not_reached(pair: Pair) -> None:
    push(pair.at_tablet, *pair.tablet.records(2))
    far = (2**53 - 1, os.urandom(32))
    space, new = pair.space, DeviceKeys.new(os.urandom)
    beyond = [
        control.replace_device(space.state, pair.tablet.keys, new, (0, *far), space.epoch_key, 0, os.urandom),
        pair.removal(pair.tablet, (0,), ((0, *far),)),
        pair.removal(pair.phone, (2,), ((2, *far),)),
    ]
    for entry in beyond:
        assert pair.at_tablet.ask(CtlAppend(entry), Err).code == "CTL_CONFLICT"
    pair.append(pair.removal(pair.tablet, (0,), (end_of(pair.tablet, 0),)))


def test_a_device_does_not_make_itself_irremovable_by_a_record_that_it_has_not_signed(pair: Pair) -> None:
    with pair.phone.connect(pair.relay)[0] as at_phone:
        good, usable = pair.phone.records(2)
        push(at_phone, good)
        header, body, _ = array(decode(usable.raw), 3)
        unsigned = envelope.parse(encode((header, body, bytes(64))))
        pair.phone.head = Head(2, unsigned.hash)
        push(at_phone, unsigned, pair.phone.record())
        other = pair.removal(pair.desk, (2,), ((2, 1, os.urandom(32)),))
        assert pair.at_tablet.ask(CtlAppend(other), Err).code == "CTL_CONFLICT"
        pair.append(pair.removal(pair.desk, (2,), ((2, 1, good.hash),)))


def test_what_a_removed_device_said_before_is_taken_from_anyone_and_no_more(pair: Pair) -> None:
    said = pair.phone.records(2)
    pair.append(pair.space.add(pair.removal(pair.desk, (2,), (end_of(pair.phone, 2),))))
    ctl = pair.space.state.hashes[3][:16]
    late = pair.phone.record(ctl=ctl)
    pair.at_tablet.say(Push((said[0].raw, said[1].raw, late.raw)))
    assert [seq for _, seq, _ in pair.at_tablet.hear(Ack).stored] == [1, 2]
    assert pair.at_tablet.hear(Nack).code == "DEVICE_REMOVED"


def test_who_leaves_by_itself_makes_the_others_rotate_first(pair: Pair) -> None:
    with pair.desk.connect(pair.relay)[0] as at_desk:
        entry = pair.space.add(pair.removal(pair.tablet, (0,)))
        pair.append(entry)
        assert hears_the_end(pair.at_tablet) == "DEVICE_REMOVED"
        assert at_desk.hear(Ctl).entries == (entry,)
        desk = pair.desk
        assert at_desk.ask(Push((desk.record(by=0).raw,)), Nack).code == "EPOCH_STALE"
        desk.head = Head()
        rotation = control.rotate(pair.space.state, desk.keys, pair.space.epoch_key, 0, os.urandom)
        at_desk.ask(CtlAppend(pair.space.add(rotation)), CtlAck)
        assert at_desk.ask(Push((desk.record(by=0).raw,)), Nack).code == "EPOCH_STALE"
        desk.head = Head()
        push(at_desk, desk.record(by=0, epoch=1))


def test_a_device_that_goes_on_under_new_keys_is_let_in_and_the_old_one_is_not(pair: Pair) -> None:
    push(pair.at_tablet, *pair.tablet.records(3))
    new = Device(pair.space, DeviceKeys.new(os.urandom))
    common = (pair.space.state, pair.tablet.keys, new.keys)
    short = control.replace_device(*common, (0, 2, os.urandom(32)), pair.space.epoch_key, 0, os.urandom)
    assert pair.at_tablet.ask(CtlAppend(short), Err).code == "CTL_CONFLICT"
    whole = control.replace_device(*common, end_of(pair.tablet, 0), pair.space.epoch_key, 0, os.urandom)
    pair.append(pair.space.add(whole))
    assert hears_the_end(pair.at_tablet) == "DEVICE_REMOVED"
    with new.connect(pair.relay)[0] as at_new:
        push(at_new, new.record())


def test_an_entry_is_judged_by_who_signed_it_and_not_by_who_sends_it(pair: Pair) -> None:
    with pair.phone.connect(pair.relay)[0] as at_phone:
        entry = pair.removal(pair.desk, (0,))
        assert at_phone.ask(CtlAppend(entry), CtlAck).n == pair.space.state.n + 1
        assert hears_the_end_after_news(pair.at_tablet) == "DEVICE_REMOVED"


def hears_the_end_after_news(conversation: Conversation) -> str:
    conversation.hear(Ctl)
    return hears_the_end(conversation)


def test_a_closed_space_is_read_and_not_written_until_it_is_reopened(pair: Pair) -> None:
    push(pair.at_tablet, pair.tablet.record())
    before = pair.space.ctl
    link = invited(pair)
    pair.append(pair.space.add(pair.close()))
    tablet = pair.tablet
    head = tablet.head
    for ctl in (before, pair.space.ctl):
        tablet.head = head
        assert pair.at_tablet.ask(Push((tablet.record(ctl=ctl).raw,)), Nack).code == "SPACE_CLOSED"
    late = control.rotate(pair.space.state, tablet.keys, pair.space.epoch_key, 0, os.urandom)
    assert pair.at_tablet.ask(CtlAppend(late), Err).code == "SPACE_CLOSED"
    joiner, request = ask_to_join(pair.space, link)
    with joiner.call(pair.relay) as at_door:
        assert at_door.ask(Join(request), Err).code == "SPACE_CLOSED"
    with pair.phone.connect(pair.relay)[0] as at_phone:
        assert len(at_phone.ask(Pull(1), Records).records) == 1
        assert len(at_phone.ask(CtlPull(0), Ctl).entries) == len(pair.space.entries)
    pair.append(pair.space.add(pair.reopen()))
    tablet.head = head
    push(pair.at_tablet, tablet.record())


def invited(pair: Pair) -> str:
    entry, link = invite(pair.space, pair.tablet)
    pair.append(entry)
    return link


def test_a_space_closed_for_ever_keeps_nothing_but_its_control_chain(pair: Pair) -> None:
    push(pair.at_tablet, *pair.tablet.records(3))
    pair.append(pair.space.add(pair.close(erase=True)))
    assert pair.at_tablet.ask(CtlAppend(pair.reopen()), Err).code == "SPACE_CLOSED"
    with pair.phone.connect(pair.relay)[0] as at_phone:
        assert at_phone.ask(Pull(1), Records) == Records((), end=True)
        assert len(at_phone.ask(CtlPull(0), Ctl).entries) == len(pair.space.entries)


def test_of_what_was_erased_nothing_is_left_in_any_file(own_relay: RelayProcess) -> None:
    pair = Pair(own_relay)
    said = pair.tablet.records(20, size=900)
    push(pair.at_tablet, *said)
    assert pieces_left(own_relay, said) == 20
    pair.append(pair.space.add(pair.close(erase=True)))
    until = time.monotonic() + 60
    while pieces_left(own_relay, said) > 0:
        assert time.monotonic() < until


def pieces_left(relay: RelayProcess, records: list[Record]) -> int:
    """How many of these records are somewhere in the relay's files."""
    files = [path.read_bytes() for path in relay.stored.parent.iterdir()]
    return sum(any(record.body[40:100] in file for file in files) for record in records)


def test_thirty_days_of_running_after_it_was_closed_a_space_is_purged_and_stays_closed(own_relay: RelayProcess) -> None:
    pair = Pair(own_relay)
    secret = os.urandom(64)
    push(pair.at_tablet, pair.tablet.record(secret * 100))
    pair.append(pair.space.add(pair.close()))
    own_relay.stop()
    store = Store(own_relay.stored.parent)
    with closing(store.open_for_writing()) as connection:
        (closed,) = connection.execute("SELECT closed FROM space").fetchone()
        (stored,) = connection.execute("SELECT record FROM record").fetchone()
        for _ in range(30 * 24 - 1):
            count_hour(connection)
        assert purge_ended(connection, closed + 3000 * DAY_S) == []  # whatever the clock says
        assert ended(connection, closed_before=closed - 1) == []
        assert ended(connection, closed_before=closed) == [pair.space.id]
        count_hour(connection)
        assert purge_ended(connection, closed) == [pair.space.id]
        assert purge_ended(connection, closed) == []
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    assert stored[1000:1100] not in own_relay.stored.read_bytes()
    own_relay.start()
    with pair.tablet.connect(own_relay)[0] as at_tablet:
        assert at_tablet.ask(Pull(1), Records) == Records((), end=True)
        assert at_tablet.ask(CtlAppend(pair.reopen()), Err).code == "SPACE_CLOSED"


def test_what_was_purged_beside_a_running_server_keeps_nobody_from_writing(own_relay: RelayProcess) -> None:
    pair = Pair(own_relay)
    record = pair.tablet.record()
    push(pair.at_tablet, record)
    pair.append(pair.space.add(pair.close()))
    with closing(sqlite3.connect(own_relay.stored)) as connection:
        assert purge(connection, pair.space.id, 0) == 1
        connection.commit()
    for _ in range(2):
        assert pair.at_tablet.ask(Push((record.raw,)), Nack).code == "SPACE_CLOSED"
    assert "failed" not in own_relay.log.read_text()


def test_the_server_purges_by_itself() -> None:
    with relay_process({"KITH_LIMITS": '{"closed_days": 0}'}) as relay:
        pair = Pair(relay)
        push(pair.at_tablet, pair.tablet.record())
        pair.append(pair.space.add(pair.close()))
        relay.restart()
        relay.stop()  # commits what was queued at the start
        with closing(sqlite3.connect(relay.stored)) as connection:
            assert connection.execute("SELECT count(*) FROM record").fetchone() == (0,)
            assert connection.execute("SELECT purged IS NOT NULL FROM space").fetchone() == (1,)
            assert connection.execute("SELECT count(*) FROM control").fetchone() == (len(pair.space.entries),)


def test_a_removed_card_opens_nothing(pair: Pair) -> None:
    pair.append(pair.space.add(pair.removal(pair.desk, (1,))))
    card = Device(pair.space, pair.space.card.keys().device)
    with Conversation(pair.relay) as caller:
        challenge = caller.ask(*card.hello())
        caller.say(card.auth(pair.relay, challenge))
        assert hears_the_end(caller) == "DEVICE_REMOVED"
    with pair.phone.connect(pair.relay)[0] as at_phone:
        assert isinstance(at_phone.ask(CtlPull(0), Ctl), Ctl)


def test_a_space_created_again_is_what_it_has_become(own_relay: RelayProcess) -> None:
    pair = Pair(own_relay)
    pair.append(pair.space.add(pair.removal(pair.desk, (2,))))
    pair.at_tablet.close()
    own_relay.restart()  # so that it has no chain in mind
    with Conversation(own_relay) as caller:
        challenge = caller.ask(*pair.phone.hello())
        caller.ask(Create(pair.space.genesis, None), Created)
        caller.say(pair.phone.auth(own_relay, challenge))
        assert caller.hear(Ctl).entries == tuple(pair.space.entries)
        assert hears_the_end(caller) == "DEVICE_REMOVED"
    with pair.desk.connect(own_relay, creates=True)[0] as at_desk:
        push(at_desk, pair.desk.record(by=0, epoch=1))


def test_another_genesis_of_the_same_space_is_not_taken(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.call(relay) as first:
        first.ask(Create(space.genesis, None), Created)
    with tablet.call(relay) as second:
        assert second.ask(Create(signed_again(space.genesis, tablet), None), Err).code == "CTL_CONFLICT"


def signed_again(genesis: bytes, by: Device) -> bytes:
    """The same header under another good signature, as only a device that means harm makes it."""
    header, signature = entries.parse(genesis).header_bytes, entries.parse(genesis).signature
    r = curve.compress(curve.times(7, curve.BASE))
    message, public = entries.signed(header), by.keys.signing.public
    scalar = curve.private_scalar(by.keys.signing.private)
    s = (7 + curve.challenge(r, public, message) * scalar) % curve.ORDER
    other = encode((header, r + s.to_bytes(32, "little")))
    assert entries.parse(other).signature != signature
    return other
