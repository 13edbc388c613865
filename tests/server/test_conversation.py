"""A conversation from HELLO to live records, over a real socket."""

import os
import time

import pytest
from websockets.exceptions import ConnectionClosed

from sync import control
from sync.keys import DeviceKeys, auth_message
from sync.membership import begin
from sync.messages import (
    Auth,
    Challenge,
    Create,
    Created,
    Ctl,
    CtlAck,
    CtlAppend,
    CtlPull,
    Eph,
    Err,
    Hello,
    Message,
    Nack,
    Pull,
    Push,
    Records,
    Welcome,
)
from sync.presence import Bye, PresenceHeader, seal
from tests.relay_process import RelayProcess, relay_process
from tests.server.talking import Conversation, Device, Space, admit, ask_to_join, invite, push, start_space


def with_second_tablet(relay: RelayProcess) -> tuple[Space, Device, Device]:
    """A space that the relay has, with a device of member 1 beside the shared tablet."""
    space, tablet = start_space()
    entry, link = invite(space, tablet)
    joiner, request = ask_to_join(space, link)
    with tablet.connect(relay, creates=True)[0] as first:
        first.ask(CtlAppend(entry), CtlAck)
        first.ask(CtlAppend(admit(space, tablet, joiner, request)), CtlAck)
    return space, tablet, joiner


def refusal(conversation: Conversation, message: Message) -> str:
    """The code that ends the conversation."""
    conversation.say(message)
    code = conversation.hear(Err).code
    with pytest.raises(ConnectionClosed) as closed:
        conversation.hear_any()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1008
    conversation.close()
    return code


def test_a_space_is_made_and_a_record_reaches_the_other_socket(relay: RelayProcess) -> None:
    space, tablet = start_space()
    first, welcome = tablet.connect(relay, creates=True)
    assert (welcome.control_length, welcome.control_head) == (1, space.state.head)
    assert (welcome.head_position, welcome.heads) == (0, ())
    second, _ = tablet.connect(relay)
    with first, second:
        assert second.ask(CtlPull(0), Ctl) == Ctl(0, (space.genesis,))
        assert second.ask(Pull(1), Records) == Records((), end=True)
        record = tablet.record()
        assert push(first, record).stored == ((tablet.id, 1, 1),)
        assert second.hear(Records) == Records(((1, record.raw),), end=True)
        assert first.hears_nothing(), "the ACK has told the sender already"


def test_what_was_pushed_is_there_for_whoever_comes_later(relay: RelayProcess) -> None:
    _, tablet = start_space()
    records = tablet.records(5)
    with tablet.connect(relay, creates=True)[0] as first:
        push(first, *records)
    second, welcome = tablet.connect(relay)
    with second:
        assert (welcome.head_position, welcome.heads) == (5, ((tablet.id, 5, records[-1].hash),))
        pulled = second.ask(Pull(3), Records)
        assert pulled == Records(tuple((n, records[n - 1].raw) for n in (3, 4, 5)), end=True)
        assert second.ask(Pull(6), Records) == Records((), end=True)


def test_nothing_comes_live_before_the_end_of_the_log_was_pulled(relay: RelayProcess) -> None:
    _, tablet, other = with_second_tablet(relay)
    with tablet.connect(relay)[0] as first, other.connect(relay)[0] as second:
        push(first, tablet.record())
        assert second.hears_nothing()
        assert len(second.ask(Pull(1), Records).records) == 1
        push(first, tablet.record())
        assert second.hear(Records).records[0][0] == 2


def test_a_long_log_comes_in_pages_that_end_once(relay: RelayProcess) -> None:
    _, tablet = start_space()
    records = tablet.records(12, size=50_000)
    with tablet.connect(relay, creates=True)[0] as first:
        for at in range(0, 12, 4):
            push(first, *records[at : at + 4])
        got: list[tuple[int, bytes]] = []
        pages = 0
        page = Records((), end=False)
        while not page.end:
            page = first.ask(Pull(len(got) + 1), Records)
            assert sum(len(record) for _, record in page.records) <= 262_144
            got += page.records
            pages += 1
    assert pages > 1
    assert got == [(n, record.raw) for n, record in enumerate(records, 1)]


def test_two_senders_and_everyone_sees_one_order_without_gaps(relay: RelayProcess) -> None:
    _, tablet, other = with_second_tablet(relay)
    with tablet.connect(relay)[0] as first, other.connect(relay)[0] as second, other.connect(relay)[0] as third:
        for listener in (first, second, third):
            listener.ask(Pull(1), Records)
        for _ in range(40):
            first.say(Push((tablet.record().raw,)))
            second.say(Push((other.record().raw,)))
        positions = {listener: list[int]() for listener in (first, second, third)}
        for listener, heard in positions.items():
            while len(heard) < 80:
                message = listener.hear_any()
                if isinstance(message, Records):
                    heard += [position for position, _ in message.records]
                else:
                    assert not isinstance(message, Nack)
                    heard += [position for _, _, position in getattr(message, "stored", ())]
    assert all(heard == list(range(1, 81)) for heard in positions.values())


def test_presence_is_forwarded_as_it_came_and_never_to_the_sender(relay: RelayProcess) -> None:
    space, tablet, other = with_second_tablet(relay)
    eph = seal(PresenceHeader(space.id, tablet.id, 0, os.urandom(16), 1), Bye(), space.epoch_key)
    with tablet.connect(relay)[0] as first, other.connect(relay)[0] as second:
        first.say(eph)
        assert second.hear(Eph) == eph
        assert first.hears_nothing()
        second.say(eph)  # signed by nobody, but it names the other device
        assert second.hear(Err).code == "MALFORMED"
    files = relay.stored.parent.glob("kith.sqlite3*")
    assert not any(eph.box in file.read_bytes() for file in files), "presence is never stored"


def test_a_card_finds_its_space(relay: RelayProcess) -> None:
    space, tablet = start_space()
    tablet.connect(relay, creates=True)[0].close()
    card = space.card.keys().device
    with Conversation(relay) as conversation:
        challenge = conversation.ask(Hello(1, None, card.id), Challenge)
        assert challenge.space == space.id
        assert abs(challenge.server_time - time.time()) < 60
        message = auth_message(relay.origin, space.id, card.id, challenge.nonce)
        conversation.ask(Auth(space.id, card.id, card.signing.sign(message)), Welcome)
        assert conversation.ask(CtlPull(0), Ctl).entries == (space.genesis,)


def test_a_card_finds_the_space_it_was_first_added_to() -> None:
    with relay_process({"KITH_LIMITS": '{"spaces_per_address_per_hour": 100}'}) as relay:
        space, tablet = start_space()
        tablet.connect(relay, creates=True)[0].close()
        card = space.card.keys()
        for _ in range(20):  # space ids are random: some would be found before the card's own
            keys, epoch_key = DeviceKeys.new(os.urandom), os.urandom(32)
            genesis = control.genesis(keys, (0,), 1, [(card, 0)], epoch_key, os.urandom(16), 0, os.urandom)
            copied = Space(genesis, begin(genesis), epoch_key, space.card)
            Device(copied, keys).connect(relay, creates=True)[0].close()
        with Conversation(relay) as conversation:
            assert conversation.ask(Hello(1, None, card.device.id), Challenge).space == space.id


def test_a_card_that_was_never_synced_is_unknown(relay: RelayProcess) -> None:
    space, _ = start_space()
    conversation = Conversation(relay)
    assert refusal(conversation, Hello(1, None, space.card.keys().device.id)) == "CARD_UNKNOWN"


def test_a_space_made_twice_is_made_once(relay: RelayProcess) -> None:
    space, tablet = start_space()
    tablet.connect(relay, creates=True)[0].close()
    _, welcome = tablet.connect(relay, creates=True)
    assert welcome.control_length == 1
    assert space.id == space.state.space


def test_what_does_not_prove_itself_is_refused(relay: RelayProcess) -> None:
    space, tablet = start_space()
    tablet.connect(relay, creates=True)[0].close()
    stranger = Device(space, DeviceKeys.new(os.urandom))

    conversation = tablet.call(relay)
    assert refusal(conversation, Auth(space.id, tablet.id, os.urandom(64))) == "AUTH_BAD"
    conversation = tablet.call(relay)
    elsewhere = auth_message("https://elsewhere.example", space.id, tablet.id, os.urandom(32))
    assert refusal(conversation, Auth(space.id, tablet.id, tablet.keys.signing.sign(elsewhere))) == "AUTH_BAD"
    conversation = tablet.call(relay)
    assert refusal(conversation, Auth(space.id, stranger.id, os.urandom(64))) == "AUTH_BAD"
    assert refusal(stranger.call(relay), Auth(space.id, stranger.id, os.urandom(64))) == "DEVICE_UNKNOWN"

    unknown_space, unknown = start_space()
    assert refusal(unknown.call(relay), Auth(unknown_space.id, unknown.id, os.urandom(64))) == "SPACE_UNKNOWN"
    assert refusal(Conversation(relay), Hello(2, None, os.urandom(16))) == "VERSION"


def test_a_signature_serves_for_one_challenge_only(relay: RelayProcess) -> None:
    space, tablet = start_space()
    tablet.connect(relay, creates=True)[0].close()
    conversation = Conversation(relay)
    challenge = conversation.ask(Hello(1, space.id, tablet.id), Challenge)
    signed = tablet.auth(relay, challenge)
    conversation.ask(signed, Welcome)
    conversation.close()
    assert refusal(tablet.call(relay), signed) == "AUTH_BAD"


@pytest.mark.parametrize("message", [Pull(1), CtlPull(0), Welcome(bytes(8), 1, bytes(32), 0, ()), Create(b"", None)])
def test_speaking_out_of_turn_ends_the_conversation(relay: RelayProcess, message: Message) -> None:
    assert refusal(Conversation(relay), message) == "MALFORMED"


def test_a_hello_after_hello_is_refused(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.call(relay) as conversation:
        assert conversation.ask(Hello(1, space.id, tablet.id), Err).code == "MALFORMED"


def test_nonsense_ends_the_conversation(relay: RelayProcess) -> None:
    for nonsense in (b"", b"\x00", os.urandom(100), b"\x83\x01\x01"):
        with Conversation(relay) as conversation:
            conversation.socket.send(nonsense)
            assert conversation.hear(Err).code == "MALFORMED"


def test_a_genesis_that_is_not_the_space_that_was_named_is_refused(relay: RelayProcess) -> None:
    space, tablet = start_space()
    other, _ = start_space()
    assert refusal(tablet.call(relay), Create(other.genesis, None)) == "CTL_INVALID"
    assert refusal(tablet.call(relay), Create(space.genesis[:-1], None)) == "CTL_INVALID"
    damaged = bytearray(space.genesis)
    damaged[-1] ^= 1
    assert refusal(tablet.call(relay), Create(bytes(damaged), None)) == "CTL_INVALID"
    with tablet.call(relay) as conversation:
        conversation.ask(Create(space.genesis, None), Created)


def test_the_incarnation_outlives_a_restart(own_relay: RelayProcess) -> None:
    _, tablet = start_space()
    conversation, before = tablet.connect(own_relay, creates=True)
    conversation.close()
    own_relay.restart()
    conversation, after = tablet.connect(own_relay)
    conversation.close()
    assert before.incarnation == after.incarnation
    assert len(before.incarnation) == 8
