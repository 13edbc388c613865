"""A disk that is full, or that forgets: senders are told, readers read on, and nothing is ever answered as if empty."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

from sync.messages import Auth, Create, CtlAck, CtlAppend, Eph, Err, Nack, Pull, Push, Records
from sync.presence import Bye, PresenceHeader, seal
from tests.relay_process import RelayProcess
from tests.server.talking import invite, push, start_space

PAGE_BYTES = 4096


@contextmanager
def full_disk(relay: RelayProcess) -> Iterator[None]:
    """No file of the relay may grow: each write beyond its end fails, as on a full disk."""
    soft, hard = resource.prlimit(relay.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(relay.pid, resource.RLIMIT_FSIZE, (1, hard))
    yield
    resource.prlimit(relay.pid, resource.RLIMIT_FSIZE, (soft, hard))


def test_a_failed_commit_reaches_its_senders_and_the_relay_lives_on(own_relay: RelayProcess) -> None:
    space, tablet = start_space()
    other_space, other_tablet = start_space()
    first, _ = tablet.connect(own_relay, creates=True)
    second, _ = other_tablet.connect(own_relay, creates=True)
    again, _ = tablet.connect(own_relay)
    eph = seal(PresenceHeader(space.id, tablet.id, 0, os.urandom(16), 1), Bye(), space.epoch_key)
    with first, second, again:
        before = tablet.record()
        push(first, before)
        records, others = tablet.records(3), other_tablet.records(2)
        entry, _ = invite(space, tablet)
        with full_disk(own_relay):
            first.say(Push(tuple(record.raw for record in records)))
            nack = first.hear(Nack)
            assert (nack.device, nack.seq, nack.code) == (tablet.id, 2, "STORE_FAILED")
            nack = second.ask(Push(tuple(record.raw for record in others)), Nack)
            assert (nack.device, nack.seq, nack.code) == (other_tablet.id, 1, "STORE_FAILED")
            assert first.ask(CtlAppend(entry), Err).code == "STORE_FAILED"
            new, newcomer = start_space()
            with newcomer.call(own_relay) as conversation:
                assert conversation.ask(Create(new.genesis, None), Err).code == "STORE_FAILED"
            assert first.ask(Pull(1), Records) == Records(((1, before.raw),), end=True)
            first.say(eph)
            assert again.hear(Eph) == eph
            assert own_relay.is_healthy()
        assert [position for _, _, position in push(first, *records).stored] == [2, 3, 4]
        assert [position for _, _, position in push(second, *others).stored] == [1, 2]
        assert first.ask(CtlAppend(entry), CtlAck).n == 1
        assert other_space.id != space.id


def test_pages_that_rot_under_a_running_relay_are_a_fault_and_never_an_empty_space(own_relay: RelayProcess) -> None:
    space, tablet = start_space()
    with tablet.connect(own_relay, creates=True)[0] as conversation:
        push(conversation, *tablet.records(20, size=5_000))
    own_relay.restart()
    written = own_relay.stored.read_bytes()
    with own_relay.stored.open("r+b") as file:
        file.seek(PAGE_BYTES)
        file.write(bytes(range(1, 256)) * (len(written) // 255))
        file.truncate(len(written))
    with tablet.call(own_relay) as conversation:
        assert conversation.ask(Auth(space.id, tablet.id, bytes(64)), Err).code == "INTERNAL"
    own_relay.stop()
    with own_relay.stored.open("r+b") as file:
        file.write(written)
    own_relay.start()
    with tablet.connect(own_relay)[0] as conversation:
        assert len(conversation.ask(Pull(1), Records).records) == 20
