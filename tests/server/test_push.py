"""May this record be appended? Each refusal, and that the same record again is no mistake."""

import os
from dataclasses import replace

from sync import envelope
from sync.chain import Head
from sync.envelope import Record
from sync.messages import Ack, CtlAck, CtlAppend, Err, Nack, Pull, Push, Records
from tests.relay_process import RelayProcess
from tests.server.talking import Conversation, Device, admit, ask_to_join, invite, push, start_space


def nacked(conversation: Conversation, *records: Record) -> Nack:
    return conversation.ask(Push(tuple(record.raw for record in records)), Nack)


def resealed(device: Device, record: Record) -> Record:
    """Another record in the same place."""
    payload = envelope.open_payload(record, device.space.epoch_key)
    return envelope.seal(record.header, payload, device.space.epoch_key, device.keys.signing, os.urandom(12))


def test_a_record_sent_again_is_acknowledged_with_the_same_position(relay: RelayProcess) -> None:
    _, tablet = start_space()
    records = tablet.records(3)
    with tablet.connect(relay, creates=True)[0] as first:
        stored = push(first, *records).stored
        assert push(first, *records).stored == stored
        assert push(first, records[1]).stored == (stored[1],)
        assert len(first.ask(Pull(1), Records).records) == 3
    with tablet.connect(relay)[0] as second:
        assert push(second, records[0], tablet.record()).stored == (stored[0], (tablet.id, 4, 4))


def test_another_record_in_a_taken_place_is_shown_what_stands_there(relay: RelayProcess) -> None:
    _, tablet = start_space()
    records = tablet.records(2)
    with tablet.connect(relay, creates=True)[0] as first:
        push(first, *records)
        nack = nacked(first, resealed(tablet, records[0]))
        assert (nack.code, nack.seq, nack.expected_seq, nack.stored) == ("SEQ_CONFLICT", 1, 3, records[0].raw)
        fresh = tablet.record()
        both = Push((fresh.raw, resealed(tablet, fresh).raw))
        first.say(both)
        assert first.hear(Ack).stored == ((tablet.id, 3, 3),)
        assert first.hear(Nack).stored == fresh.raw


def test_a_gap_says_which_record_is_wanted_and_the_rest_is_not_answered(relay: RelayProcess) -> None:
    _, tablet = start_space()
    records = tablet.records(5)
    with tablet.connect(relay, creates=True)[0] as first:
        nack = nacked(first, *records[2:])
        assert (nack.code, nack.seq, nack.expected_seq) == ("SEQ_GAP", 3, 1)
        assert first.hears_nothing()
        first.say(Push(tuple(record.raw for record in (records[0], records[3]))))
        assert first.hear(Ack).stored == ((tablet.id, 1, 1),)
        assert first.hear(Nack).expected_seq == 2
        assert len(push(first, *records[1:]).stored) == 4


def test_a_record_that_follows_another_one_is_refused(relay: RelayProcess) -> None:
    _, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        push(first, tablet.record())
        tablet.head = Head(1, os.urandom(32))
        nack = nacked(first, tablet.record())
        assert (nack.code, nack.expected_seq) == ("PREV_MISMATCH", 2)


def test_the_epoch_must_be_that_of_the_entry_named(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        assert nacked(first, tablet.record(epoch=1)).code == "EPOCH_STALE"
        tablet.head = Head()
        assert nacked(first, tablet.record(ctl=os.urandom(16))).code == "CTL_UNKNOWN"
        tablet.head = Head()
        before = space.ctl
        entry, _ = invite(space, tablet)
        first.ask(CtlAppend(entry), CtlAck)
        push(first, tablet.record())
        assert nacked(first, tablet.record(ctl=before)).code == "CTL_INVALID"


def test_only_a_device_that_belongs_writes_and_only_for_whom_it_may(relay: RelayProcess) -> None:
    space, tablet = start_space()
    before = space.ctl
    entry, link = invite(space, tablet)
    phone, request = ask_to_join(space, link)
    stranger, _ = ask_to_join(space, link)
    with tablet.connect(relay, creates=True)[0] as first:
        first.ask(CtlAppend(entry), CtlAck)
        assert nacked(first, phone.record()).code == "DEVICE_UNKNOWN"
        phone.head = Head()
        first.ask(CtlAppend(admit(space, tablet, phone, request)), CtlAck)
        assert nacked(first, stranger.record()).code == "DEVICE_UNKNOWN"
        assert nacked(first, phone.record(by=0)).code == "NOT_ALLOWED"
        phone.head = Head()
        assert nacked(first, phone.record(ctl=before)).code == "NOT_ALLOWED"
        phone.head = Head()
        assert push(first, phone.record(by=1)).stored == ((phone.id, 1, 1),)


def test_anothers_records_are_taken_only_with_their_signature(relay: RelayProcess) -> None:
    space, tablet = start_space()
    entry, link = invite(space, tablet)
    phone, request = ask_to_join(space, link)
    with tablet.connect(relay, creates=True)[0] as first:
        first.ask(CtlAppend(entry), CtlAck)
        first.ask(CtlAppend(admit(space, tablet, phone, request)), CtlAck)
        forged = Device(space, replace(phone.keys, signing=tablet.keys.signing))
        assert nacked(first, forged.record()).code == "SIGNATURE_BAD"
        genuine = phone.records(2)
        assert [seq for _, seq, _ in push(first, *genuine).stored] == [1, 2]


def test_a_record_of_another_space_is_refused(relay: RelayProcess) -> None:
    _, tablet = start_space()
    elsewhere, _ = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        assert nacked(first, Device(elsewhere, tablet.keys).record()).code == "MALFORMED"


def test_devices_in_one_push_are_judged_apart(relay: RelayProcess) -> None:
    space, tablet = start_space()
    entry, link = invite(space, tablet)
    phone, request = ask_to_join(space, link)
    with tablet.connect(relay, creates=True)[0] as first:
        first.ask(CtlAppend(entry), CtlAck)
        first.ask(CtlAppend(admit(space, tablet, phone, request)), CtlAck)
        mine, theirs = tablet.records(2), phone.records(3)
        first.say(Push(tuple(record.raw for record in (theirs[1], mine[0], theirs[2], mine[1]))))
        assert [device for device, _, _ in first.hear(Ack).stored] == [tablet.id] * 2
        nack = first.hear(Nack)
        assert (nack.device, nack.code, nack.expected_seq) == (phone.id, "SEQ_GAP", 1)


def test_bytes_that_are_no_record_end_the_conversation(relay: RelayProcess) -> None:
    _, tablet = start_space()
    record = tablet.record()
    with tablet.connect(relay, creates=True)[0] as first:
        assert first.ask(Push((record.raw[:-1],)), Err).code == "MALFORMED"
    with tablet.connect(relay)[0] as second:
        assert push(second, record).stored == ((tablet.id, 1, 1),)
