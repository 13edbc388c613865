"""Each limit, with the refusal or the close that keeps it."""

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from sync import control
from sync.encoding import encode
from sync.joining import Invitation, from_link
from sync.messages import (
    Ack,
    Create,
    Created,
    CtlAck,
    CtlAppend,
    Eph,
    Err,
    Join,
    Joined,
    JoinReq,
    Nack,
    Pull,
    Push,
    Records,
)
from sync.presence import Bye, PresenceHeader, seal
from tests.relay_process import RelayProcess, relay_process
from tests.server import watching
from tests.server.raw_socket import masked
from tests.server.talking import Conversation, Device, Space, admit, ask_to_join, invite, push, start_space
from tests.server.test_removal import Pair


@contextmanager
def limited(**limits: int) -> Iterator[RelayProcess]:
    with relay_process({"KITH_LIMITS": json.dumps(limits)}) as relay:
        yield relay


def close_code(conversation: Conversation) -> int:
    """How the relay ends a conversation."""
    try:
        while True:
            conversation.hear_any()
    except ConnectionClosed as closed:
        return 1006 if closed.rcvd is None else closed.rcvd.code


def test_a_caller_must_say_in_time_who_it_is() -> None:
    with limited(pre_auth_s=1) as relay:
        _, tablet = start_space()
        silent, half = Conversation(relay), tablet.call(relay)
        known, _ = tablet.connect(relay, creates=True)
        started = time.monotonic()
        assert close_code(silent) == 1006
        assert close_code(half) == 1006
        assert 0.5 < time.monotonic() - started < 6
        assert known.ask(Pull(1), Records).end
        for conversation in (silent, half, known):
            conversation.close()


def test_a_caller_may_not_say_much_before_it_is_known() -> None:
    with limited(pre_auth_bytes=4_000) as relay:
        with Conversation(relay) as conversation:
            conversation.socket.send(os.urandom(5_000))
            assert close_code(conversation) == 1009
        _, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as known:
            push(known, tablet.record(os.urandom(20_000)))


def test_callers_at_one_address_are_counted_until_they_are_known() -> None:
    with limited(sockets_per_address=3) as relay, ExitStack() as stack:
        _, tablet = start_space()
        stack.enter_context(tablet.connect(relay, creates=True)[0])
        callers = [stack.enter_context(Conversation(relay)) for _ in range(3)]
        with pytest.raises(InvalidStatus) as refused:
            Conversation(relay)
        assert refused.value.response.status_code == 429
        callers.pop().close()
        time.sleep(0.2)
        stack.enter_context(tablet.connect(relay)[0])


def test_a_space_has_so_many_sockets_and_no_more() -> None:
    with limited(sockets_per_space=2) as relay, ExitStack() as stack:
        pair = Pair(relay)
        phone = stack.enter_context(pair.phone.connect(relay)[0])
        third = another(pair)
        with Conversation(relay) as late:
            challenge = late.ask(*third.hello())
            assert late.ask(third.auth(relay, challenge), Err).code == "TOO_MANY"
            assert close_code(late) == 1008
        phone.close()
        while True:  # until the relay has noticed
            with suppress(AssertionError):
                stack.enter_context(third.connect(relay)[0])
                break


def another(pair: Pair) -> Device:
    """One more device of the practitioner."""
    entry, link = invite(pair.space, pair.phone)
    pair.append(entry)
    device, request = ask_to_join(pair.space, link)
    pair.append(admit(pair.space, pair.phone, device, request))
    return device


def test_nobody_takes_so_many_places_that_others_find_none() -> None:
    with limited(sockets_per_space=5) as relay, ExitStack() as stack:
        pair = Pair(relay)
        devices = [pair.phone, another(pair)]
        first, *others = (stack.enter_context(device.connect(relay)[0]) for device in devices for _ in range(2))
        at_desk = stack.enter_context(pair.desk.connect(relay)[0])
        assert close_code(first) == 1006
        assert all(socket.ask(Pull(1), Records).end for socket in (pair.at_tablet, at_desk, *others))


def test_devices_with_a_place_each_do_not_keep_out_the_owner() -> None:
    with limited(sockets_per_space=3) as relay, ExitStack() as stack:
        pair = Pair(relay)
        devices = [pair.phone, another(pair)]
        sockets = [pair.at_tablet, *(stack.enter_context(device.connect(relay)[0]) for device in devices)]
        card = Device(pair.space, pair.space.card.keys().device)
        owned = [stack.enter_context(device.connect(relay)[0]) for device in (pair.desk, card)]
        assert [close_code(socket) for socket in sockets[:2]] == [1006] * 2
        assert all(socket.ask(Pull(1), Records).end for socket in (sockets[2], *owned))


def test_a_device_that_comes_too_often_loses_its_oldest_socket() -> None:
    with limited(sockets_per_device=2, sockets_per_space=3) as relay, ExitStack() as stack:
        space, tablet = start_space()
        sockets = [stack.enter_context(tablet.connect(relay, creates=True)[0])]
        sockets += [stack.enter_context(tablet.connect(relay)[0]) for _ in range(4)]
        assert [close_code(socket) for socket in sockets[:3]] == [1006] * 3
        assert all(socket.ask(Pull(1), Records).end for socket in sockets[3:])
        card = Device(space, space.card.keys().device)
        assert stack.enter_context(card.connect(relay)[0]).ask(Pull(1), Records).end  # there is room for others


def test_a_push_too_large_is_refused_and_the_socket_stays(relay: RelayProcess) -> None:
    _, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        records = tablet.records(101)
        assert first.ask(Push(tuple(record.raw for record in records)), Err).code == "TOO_LARGE"
        assert first.ask(Push((bytes(65_537),)), Err).code == "TOO_LARGE"
        assert first.ask(Push((bytes(60_000),) * 5), Err).code == "TOO_LARGE"
        assert len(push(first, *records[:100]).stored) == 100


def test_a_flood_of_what_is_dear_to_read_does_not_keep_others_waiting(relay: RelayProcess) -> None:
    payload = encode((13, [b""] * 320_000))
    frame = b"\x82\xff" + len(payload).to_bytes(8, "big") + bytes(4) + payload  # masked with zeros
    with ExitStack() as stack:
        flooding, quiet = (stack.enter_context(start_space()[1].connect(relay, creates=True)[0]) for _ in range(2))
        is_over = threading.Event()

        def flood() -> None:
            with suppress(OSError):  # the server's answers are not read, and it may end this
                while not is_over.is_set():
                    flooding.socket.socket.sendall(frame)

        thread = threading.Thread(target=flood)
        thread.start()
        try:
            time.sleep(0.5)
            for _ in range(3):
                assert quiet.ask(Pull(1), Records).end
            assert thread.is_alive()
        finally:
            is_over.set()
            flooding.socket.socket.shutdown(socket.SHUT_RDWR)
            thread.join()


def test_a_frame_too_large_closes(relay: RelayProcess) -> None:
    _, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        first.socket.send(bytes(327_681))
        assert close_code(first) == 1009


def test_records_a_minute_are_counted_for_the_device_across_sockets() -> None:
    with limited(records_per_min=60, records_burst=10) as relay:
        _, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as first:
            push(first, *tablet.records(6))
        with tablet.connect(relay)[0] as second:
            push(second, *tablet.records(3))
            late = tablet.records(2)
            refusal = second.ask(Push(tuple(record.raw for record in late)), Err)
            assert refusal.code == "RATE"
            assert refusal.retry_after_ms is not None
            assert 0 < refusal.retry_after_ms <= 1_100
            time.sleep(refusal.retry_after_ms / 1000)
            push(second, *late)


def test_spaces_an_hour_are_counted_for_the_address() -> None:
    with limited(spaces_per_address_per_hour=2) as relay:
        made = [start_space() for _ in range(3)]
        for space, tablet in made[:2]:
            with tablet.call(relay) as conversation:
                assert conversation.ask(Create(space.genesis, None), Created).space == space.id
        for n, (space, tablet) in enumerate(made):
            with tablet.call(relay) as conversation:
                conversation.say(Create(space.genesis, None))
                answer = conversation.hear_any()
            if n < 2:
                assert answer == Created(space.id), "a space that is there costs nothing"
            else:
                assert isinstance(answer, Err)
                assert answer.code == "RATE"


def test_a_space_that_is_full_says_so_and_can_still_be_read() -> None:
    with limited(space_bytes=2_000) as relay:
        _, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as first:
            records = tablet.records(9)
            first.say(Push(tuple(record.raw for record in records)))
            stored = len(first.hear(Ack).stored)
            nack = first.hear_any()
            assert 1 <= stored < 9
            assert (getattr(nack, "code", ""), getattr(nack, "expected_seq", 0)) == ("QUOTA", stored + 1)
            assert len(first.ask(Pull(1), Records).records) == stored


def test_entries_fill_a_space_too_and_what_ends_it_is_still_taken() -> None:
    with limited(space_bytes=2_500) as relay:
        space, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as first:
            taken, answer = space.state, answer_to_entry(first, invite(space, tablet)[0])
            assert answer == "CtlAck"
            while answer == "CtlAck":
                taken, answer = space.state, answer_to_entry(first, invite(space, tablet)[0])
            assert answer == "QUOTA"
            closing = control.close(taken, space.card.keys().device, None, erase=False, ts=0)
            assert answer_to_entry(first, closing) == "CtlAck"


def answer_to_entry(conversation: Conversation, entry: bytes) -> str:
    conversation.say(CtlAppend(entry))
    return answer.code if isinstance(answer := conversation.hear_any(), Err) else type(answer).__name__


def test_on_a_disk_that_is_all_but_full_nothing_is_added_and_what_ends_something_is(tmp_path: Path) -> None:
    space, tablet = start_space()
    with relay_process(folder=tmp_path) as relay, tablet.connect(relay, creates=True)[0] as first:
        push(first, tablet.record())
    with relay_process({"KITH_LIMITS": json.dumps({"free_disk_bytes": 10**18})}, tmp_path) as relay:
        assert watching.answer(relay.port, "/healthz")[0] == 200
        assert watching.answer(relay.port, "/readyz")[0] == 503
        with tablet.connect(relay)[0] as first:
            assert first.ask(Push((tablet.record().raw,)), Nack).code == "STORE_FAILED"
            assert len(first.ask(Pull(1), Records).records) == 1
            new = control.invite(space.state, tablet.keys, Invitation.from_secret(bytes(32)), (1,), 0, 0)
            end = control.close(space.state, space.card.keys().device, None, erase=True, ts=0)
            assert [answer_to_entry(first, entry) for entry in (new, end)] == ["STORE_FAILED", "CtlAck"]
        other, newcomer = start_space()
        with newcomer.call(relay) as conversation:
            assert conversation.ask(Create(other.genesis, None), Err).code == "STORE_FAILED"


def test_requests_that_wait_are_counted_for_the_space_and_for_the_invitation() -> None:
    with limited(pending_requests=3, requests_per_invite=2, joins_per_address_per_min=5) as relay:
        space, tablet = start_space()
        entry, link = invite(space, tablet)
        other_entry, other_link = invite(space, tablet)
        with tablet.connect(relay, creates=True)[0] as first:
            for raw in (entry, other_entry):
                first.ask(CtlAppend(raw), CtlAck)
        assert [answer_to_joining(relay, space, link) for _ in range(3)] == ["JOINED", "JOINED", "TOO_MANY"]
        assert [answer_to_joining(relay, space, other_link) for _ in range(2)] == ["JOINED", "TOO_MANY"]
        while answer_to_joining(relay, space, link) != "RATE":
            pass  # on a slow machine there may be a few more in the minute


def test_requests_for_an_invitation_that_was_taken_back_take_nobodys_place() -> None:
    with limited(pending_requests=2) as relay:
        space, tablet = start_space()
        entry, stolen = invite(space, tablet)
        with tablet.connect(relay, creates=True)[0] as first:
            first.ask(CtlAppend(entry), CtlAck)
            assert [answer_to_joining(relay, space, stolen) for _ in range(3)] == ["JOINED", "JOINED", "TOO_MANY"]
            for _ in range(2):
                first.hear(JoinReq)
            back = control.revoke(space.state, tablet.keys, from_link(stolen).invitation.id, 0)
            first.ask(CtlAppend(space.add(back)), CtlAck)
            entry, link = invite(space, tablet)
            first.ask(CtlAppend(entry), CtlAck)
            assert answer_to_joining(relay, space, link) == "JOINED"
        with tablet.connect(relay)[0] as again:
            again.hear(JoinReq)
            assert again.hears_nothing()


def answer_to_joining(relay: RelayProcess, space: Space, link: str) -> str:
    """What a new device hears that asks to join."""
    joiner, request = ask_to_join(space, link)
    with joiner.call(relay) as conversation:
        conversation.say(Join(request))
        answer = conversation.hear_any()
    return answer.code if isinstance(answer, Err) else "JOINED" if answer == Joined() else "?"


def presence(space: Space, device: bytes, counter: int) -> Eph:
    return seal(PresenceHeader(space.id, device, 0, bytes(16), counter), Bye(), space.epoch_key)


def test_presence_beyond_its_rate_is_dropped_and_costs_nothing_else() -> None:
    with limited(eph_per_s=5) as relay:
        space, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as first, tablet.connect(relay)[0] as second:
            for n in range(1, 41):
                first.say(presence(space, tablet.id, n))
            heard = 0
            while not second.hears_nothing(0.3):
                heard += 1
            assert 5 <= heard < 20
            push(first, tablet.record())


def test_presence_too_large_is_refused(relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(relay, creates=True)[0] as first:
        assert first.ask(Eph(presence(space, tablet.id, 1).header, bytes(1_000)), Err).code == "MALFORMED"


def test_a_quiet_socket_is_pinged_and_a_dead_one_cut() -> None:
    with limited(ping_s=1, idle_s=3) as relay:
        _, tablet = start_space()
        lively, _ = tablet.connect(relay, creates=True)
        handshake = (
            f"GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            f"Origin: {relay.origin}\r\n\r\n"
        )
        dead, talking = (socket.create_connection(("127.0.0.1", relay.port), timeout=10) for _ in range(2))
        with dead, talking:
            dead.sendall(handshake.encode())
            started, received = time.monotonic(), b""
            talking.sendall(handshake.encode())
            await_ping(talking)
            while chunk := dead.recv(1_000):
                received += chunk
            assert 2 < time.monotonic() - started < 8
            assert b"\x89\x00" in received, "no ping came first"
        assert lively.hears_nothing(0.5), "whoever answers pings stays"
        assert lively.ask(Pull(1), Records).end
        lively.close()


def await_ping(talking: socket.socket) -> None:
    """Says something all the while: a proxy in between counts how long it has heard nothing from the relay."""
    talking.settimeout(0.1)
    heard = b""
    while b"\x89\x00" not in heard:
        talking.sendall(masked(b"", 0x8A))
        with suppress(TimeoutError):
            chunk = talking.recv(1_000)
            assert chunk, "it was ended and never pinged"
            heard += chunk


def test_a_reader_that_falls_behind_is_cut_and_reads_the_rest_from_the_log() -> None:
    with relay_process({"KITH_LIMITS": json.dumps({"records_per_min": 10**6, "records_burst": 10**6})}) as relay:
        _, tablet = start_space()
        with tablet.connect(relay, creates=True)[0] as sender:
            slow, _ = tablet.connect(relay)
            slow.ask(Pull(1), Records)
            sent = 0
            while b"reader.cut" not in relay.log.read_bytes():  # the client stops reading once 16 messages wait for it
                push(sender, *tablet.records(4, size=60_000))
                sent += 4
                assert sent < 1_000
            assert close_code(slow) in (1013, 1006)  # 1006 when it began to read too late to be told
            slow.close()
            assert sender.ask(Pull(1), Records).records[0][0] == 1
        again, welcome = tablet.connect(relay)
        with again:
            assert welcome.head_position == sent
