"""What was acknowledged is there, whenever the relay is killed: the promise that everything else rests on."""

import random
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from websockets.exceptions import ConnectionClosed

from sync.messages import Ack, Drain, Pull, Push, Records
from tests.relay_process import RelayProcess, relay_process
from tests.server.talking import Device, start_space

FAST = {"KITH_LIMITS": '{"records_per_min": 6000000, "records_burst": 6000000}'}
SENDERS = 3


class Storm(threading.Thread):
    """A device that pushes as fast as it can until the relay is gone, and remembers what was acknowledged."""

    def __init__(self, relay: RelayProcess, device: Device) -> None:
        super().__init__()
        self.device = device
        self.acknowledged: dict[int, tuple[int, bytes]] = {}  # position: seq, record
        self._relay = relay
        self.sent: dict[int, bytes] = {}  # seq: record
        self.conversation, _ = device.connect(relay, creates=True)

    def run(self) -> None:
        try:
            while True:
                for record in self.device.records(random.randint(1, 5)):
                    self.sent[record.header.seq] = record.raw
                    self.conversation.say(Push((record.raw,)))
                for _, seq, position in self.conversation.hear(Ack).stored:
                    self.acknowledged[position] = (seq, self.sent[seq])
        except ConnectionClosed:
            self.conversation.close()


@pytest.mark.parametrize("seed", range(6))
def test_0_acknowledged_records_are_lost_when_the_relay_is_killed(seed: int) -> None:
    with relay_process(FAST) as relay:
        storms = [Storm(relay, start_space()[1]) for _ in range(SENDERS)]
        for storm in storms:
            storm.start()
        time.sleep(random.Random(seed).uniform(0.02, 0.4))
        relay.kill()
        for storm in storms:
            storm.join(20)
            assert not storm.is_alive()
        with closing(sqlite3.connect(relay.stored)) as stored:
            assert stored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        relay.start()
        for storm in storms:
            conversation, welcome = storm.device.connect(relay)
            with conversation:
                there: dict[int, bytes] = {}
                page = Records((), end=False)
                while not page.end:
                    page = conversation.ask(Pull(len(there) + 1), Records)
                    there.update(page.records)
                assert list(there) == list(range(1, welcome.head_position + 1))
                lost = [at for at, (_, record) in storm.acknowledged.items() if there.get(at) != record]
                assert lost == [], f"seed {seed}"
                # what was sent and not acknowledged can be sent again as it was
                last = max((seq for _, seq, _ in welcome.heads), default=0)
                for seq in range(last + 1, max(storm.sent, default=0) + 1):
                    assert conversation.ask(Push((storm.sent[seq],)), Ack).stored[0][1] == seq


def test_a_stop_lets_everyone_know_and_keeps_what_was_pushed() -> None:
    with relay_process() as relay:
        _, tablet = start_space()
        conversation, _ = tablet.connect(relay, creates=True)
        record = tablet.record()
        conversation.say(Push((record.raw,)))
        conversation.hear(Ack)
        threading.Timer(0.1, relay.stop).start()
        assert conversation.hear(Drain).reconnect_after_ms > 0
        with pytest.raises(ConnectionClosed) as closed:
            conversation.hear_any()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012
        conversation.close()
