"""The control chain and joining, as the relay keeps them: compare and swap, authority, requests and their answers."""

import os
import time

import pytest

from sync import control
from sync.joining import request_hash
from sync.messages import (
    Auth,
    Create,
    Created,
    Ctl,
    CtlAck,
    CtlAppend,
    CtlPull,
    Decline,
    Err,
    Join,
    Joined,
    JoinReq,
    Welcome,
)
from tests.relay_process import RelayProcess, relay_process
from tests.server.talking import Conversation, Device, Space, admit, ask_to_join, invite, start_space


def ask_in(relay: RelayProcess, joiner: Device, request: bytes) -> str:
    """JOIN; "JOINED", or the code of the refusal."""
    with joiner.call(relay) as conversation:
        conversation.say(Join(request))
        answer = conversation.hear_any()
    if isinstance(answer, Joined):
        return "JOINED"
    assert isinstance(answer, Err)
    return answer.code


def knock(relay: RelayProcess, joiner: Device) -> str:
    """AUTH; "WELCOME", or the code of the refusal."""
    with Conversation(relay) as conversation:
        challenge = conversation.ask(*joiner.hello())
        conversation.say(joiner.auth(relay, challenge))
        answer = conversation.hear_any()
    if isinstance(answer, Welcome):
        return "WELCOME"
    assert isinstance(answer, Err)
    return answer.code


def invited(relay: RelayProcess, expires: int | None = None) -> tuple[Space, Device, str]:
    """A space at the relay, its tablet, and a link that invites."""
    space, tablet = start_space()
    entry, link = invite(space, tablet, expires)
    with tablet.connect(relay, creates=True)[0] as conversation:
        conversation.ask(CtlAppend(entry), CtlAck)
    return space, tablet, link


def test_an_entry_reaches_the_others_and_is_there_to_pull(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first, tablet.connect(relay)[0] as second:
        entry, _ = invite(space, tablet)
        assert first.ask(CtlAppend(entry), CtlAck) == CtlAck(1, space.state.head)
        assert second.hear(Ctl) == Ctl(1, (entry,))
        assert first.hears_nothing()
        assert second.ask(CtlPull(0), Ctl) == Ctl(0, (space.genesis, entry))
        assert second.ask(CtlPull(2), Ctl) == Ctl(2, ())


def test_of_two_entries_at_once_one_wins_and_the_other_is_told(relay: RelayProcess) -> None:
    space, tablet = start_space()
    before = space.state
    mine, _ = invite(space, tablet)
    space.state = before
    theirs, _ = invite(space, tablet)
    with tablet.connect(relay, creates=True)[0] as first, tablet.connect(relay)[0] as second:
        both = (first, second)
        first.say(CtlAppend(mine))
        second.say(CtlAppend(theirs))
        answers = [
            next(heard for heard in iter(socket.hear_any, None) if not isinstance(heard, Ctl)) for socket in both
        ]
        assert sorted(type(answer).__name__ for answer in answers) == ["CtlAck", "Err"]
        assert [answer.code for answer in answers if isinstance(answer, Err)] == ["CTL_CONFLICT"]
    with tablet.connect(relay)[0] as third:
        assert len(third.ask(CtlPull(0), Ctl).entries) == 2


def test_an_entry_sent_again_is_acknowledged_again(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        entry, _ = invite(space, tablet)
        ack = first.ask(CtlAppend(entry), CtlAck)
        later, _ = invite(space, tablet)
        first.ask(CtlAppend(later), CtlAck)
        assert first.ask(CtlAppend(entry), CtlAck) == ack


def test_an_entry_without_the_right_is_refused(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        sound = space.state
        entry, _ = invite(space, tablet)
        damaged = bytearray(entry)
        damaged[-1] ^= 1
        assert first.ask(CtlAppend(bytes(damaged)), Err).code == "CTL_INVALID"
        space.state = sound
        second_card = control.card(sound, tablet.keys, start_space()[0].card.keys(), 0, space.epoch_key, 0, os.urandom)
        assert first.ask(CtlAppend(second_card), Err).code == "CTL_INVALID"
        assert first.ask(CtlAppend(b"\x80"), Err).code == "CTL_INVALID"
        assert first.ask(CtlPull(0), Ctl).entries == (space.genesis,)


def test_joining_from_link_to_welcome(relay: RelayProcess) -> None:
    space, tablet, link = invited(relay)
    joiner, request = ask_to_join(space, link)
    with tablet.connect(relay)[0] as online:
        assert ask_in(relay, joiner, request) == "JOINED"
        assert online.hear(JoinReq) == JoinReq(request)
        assert knock(relay, joiner) == "DEVICE_UNKNOWN"
        assert ask_in(relay, joiner, request) == "JOINED", "the same request again is no mistake"
        assert online.hears_nothing()
        entry = admit(space, tablet, joiner, request)
        online.ask(CtlAppend(entry), CtlAck)
    assert knock(relay, joiner) == "WELCOME"
    assert ask_in(relay, joiner, request) == "JOINED"
    other, late = ask_to_join(space, link)
    assert ask_in(relay, other, late) == "INVITE_USED"


def test_requests_that_wait_follow_every_welcome_until_one_is_admitted(relay: RelayProcess) -> None:
    space, tablet, link = invited(relay)
    thief, stolen = ask_to_join(space, link)
    joiner, request = ask_to_join(space, link)
    assert ask_in(relay, thief, stolen) == "JOINED", "the first request does not burn the invitation"
    assert ask_in(relay, joiner, request) == "JOINED"
    for _ in range(2):
        with tablet.connect(relay)[0] as online:
            assert {online.hear(JoinReq).request, online.hear(JoinReq).request} == {stolen, request}
    with tablet.connect(relay)[0] as online:
        online.hear(JoinReq)
        online.hear(JoinReq)
        online.ask(CtlAppend(admit(space, tablet, joiner, request)), CtlAck)
    with tablet.connect(relay)[0] as online:
        assert online.hears_nothing()
    assert knock(relay, thief) == "DEVICE_UNKNOWN"


def test_a_declined_request_learns_it_and_stays_declined(relay: RelayProcess) -> None:
    space, tablet, link = invited(relay)
    joiner, request = ask_to_join(space, link)
    ask_in(relay, joiner, request)
    with tablet.connect(relay)[0] as online:
        online.hear(JoinReq)
        online.say(Decline(request_hash(request)))
        assert online.hears_nothing()
        assert online.ask(Decline(os.urandom(32)), Err).code == "INVITE_INVALID"
    assert knock(relay, joiner) == "JOIN_DECLINED"
    assert ask_in(relay, joiner, request) == "JOIN_DECLINED"
    with tablet.connect(relay)[0] as online:
        assert online.hears_nothing()


def test_an_invitation_past_its_time_is_refused_by_the_relays_clock(relay: RelayProcess) -> None:
    space, _, link = invited(relay, expires=int(time.time()) - 1)
    joiner, request = ask_to_join(space, link)
    assert ask_in(relay, joiner, request) == "INVITE_EXPIRED"


def test_no_invitation_lasts_longer_than_the_relay_allows() -> None:
    with relay_process({"KITH_LIMITS": '{"invite_days": 0}'}) as relay:
        space, _, link = invited(relay)
        time.sleep(1.1)
        joiner, request = ask_to_join(space, link)
        assert ask_in(relay, joiner, request) == "INVITE_EXPIRED"


def test_a_request_that_answers_no_invitation_is_refused(relay: RelayProcess) -> None:
    space, tablet, _ = invited(relay)
    before = space.state
    _, unknown_link = invite(space, tablet)
    space.state = before
    joiner, request = ask_to_join(space, unknown_link)
    assert ask_in(relay, joiner, request) == "INVITE_INVALID"
    assert ask_in(relay, joiner, b"\x80") == "INVITE_INVALID"
    nowhere, _ = start_space()
    assert ask_in(relay, Device(nowhere, joiner.keys), request) == "SPACE_UNKNOWN"


def test_the_token_of_an_operator_is_needed_to_start_a_space() -> None:
    with relay_process({"KITH_CREATE_TOKEN": "sesame"}) as relay:
        space, tablet = start_space()
        for token in (None, "", "Sesame"):
            with tablet.call(relay) as conversation:
                assert conversation.ask(Create(space.genesis, token), Err).code == "TOKEN_NEEDED"
        with tablet.call(relay) as conversation:
            assert conversation.ask(Create(space.genesis, "sesame"), Created).space == space.id


@pytest.mark.parametrize("part", ["space", "device"])
def test_auth_must_name_what_hello_named(relay: RelayProcess, part: str) -> None:
    space, tablet, _ = invited(relay)
    other, stranger = start_space()
    with tablet.call(relay) as conversation:
        named = (other.id, tablet.id) if part == "space" else (space.id, stranger.id)
        assert conversation.ask(Auth(*named, bytes(64)), Err).code == "AUTH_BAD"
