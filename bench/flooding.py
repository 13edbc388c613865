"""Devices that belong send 150 MB in small frames as fast as they are let: what the server keeps, what others notice.

A third is presence, a third asks for the end of the log, a third is pings. One device would be held back for so long
that it would take half an hour; so there are many, each in a space of its own. Who is put out comes back. Some
megabytes come before the first look at the server's memory, so that nothing is counted which is needed only once.
The others' p99 is shown, and judged by nobody: those who flood and those who listen share one process here.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from socket import SHUT_RDWR
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic, sleep
from typing import Final

from bench.figures import Promise, judge, machine, tell
from bench.member import Crowd, Member, Space, new_spaces
from bench.peer import PING, Peer, Unexpected, masked_frame
from bench.processes import Watch, cores, kith_server, on_core
from bench.relays import welcomed
from sync import messages
from sync.encoding import encode
from sync.messages import Eph, Pull

GROWTH_MIB: Final = 16
BACK_MIB: Final = 4  # the others talk on meanwhile, and SQLite fills its caches for it
SETTLE_S: Final = 10
WARM_MB: Final = 10
CHUNK_FRAMES: Final = 20
MB: Final = 1_000_000
OTHERS: Final = 20  # rooms of two
PER_S: Final = 100
STUCK_S: Final = 60
KINDS: Final = ("presence", "pulls", "pings")
AGAIN_S: Final = 0.05
UNHURRIED: Final = {"KITH_LIMITS": '{"in_bytes_per_s": 1000000000}'}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=150, help="in all (150)")
    parser.add_argument("--devices", type=int, default=24, help="that send them (24)")
    parser.add_argument("--seconds", type=float, default=120, help="give up after this long (120)")
    options = parser.parse_args()
    server_core, load_core = cores()
    with on_core(load_core), TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with kith_server(folder, server_core, UNHURRIED) as relay:
            spaces = new_spaces(OTHERS + options.devices)
            rooms, rest = spaces[OTHERS:], spaces[:OTHERS]
            partners = [Member(space, 0) for space in rooms]  # who hear what presence is handed on
            talkers = [Member(space, side) for space in rest for side in (0, 1)]
            for member in (*partners, *talkers):
                member.connect(relay.port)
            crowd = Crowd(talkers)
            for partner in partners:
                crowd.add(partner)
            _pour(crowd, Flood(relay.port, rooms, min(WARM_MB, options.megabytes) * MB), options.seconds)
            crowd.talk(SETTLE_S, PER_S)
            crowd.delays_s.clear()
            watch, flood = Watch(relay.pid), Flood(relay.port, rooms, options.megabytes * MB)
            _pour(crowd, flood, options.seconds)
            cuts = quantiles(crowd.delays_s, n=100)
            tell(f"{flood.sent / MB:.0f} MB were sent, put out {flood.put_out} times")
            crowd.talk(SETTLE_S, PER_S)
            behind = crowd.settle()
            watch.stop()
            crowd.close()
    first, last = watch.samples[0].mib, watch.samples[-1].mib
    growth, left = watch.most_mib - first, last - first
    status = judge(
        f"A flood of small frames, {flood.sent / MB:.0f} MB of {options.megabytes}, put out {flood.put_out} times",
        [
            Promise("the server's memory", f"{growth:+.1f} MiB", f"+{GROWTH_MIB} MiB at most", growth <= GROWTH_MIB),
            Promise("and afterwards", f"{left:+.1f} MiB", f"within {BACK_MIB} MiB of the start", left <= BACK_MIB),
            Promise("the others' p99", f"{cuts[98] * 1e3:.0f} ms", "–", is_kept=True),
            Promise("others without all", str(behind), "0", not behind),
        ],
    )
    print(machine("gevent", "websockets"))
    sys.exit(status)


def _pour(crowd: Crowd, flood: "Flood", seconds: float) -> None:
    """The others talk on, until it is all sent or time is up."""
    deadline = monotonic() + seconds
    while flood.is_going_on and monotonic() < deadline:
        crowd.talk(1, PER_S)
    flood.stop()


class Flood:
    """A device of each of `spaces`: together they send `size` bytes, each in a thread of its own, kind after kind."""

    def __init__(self, port: int, spaces: Sequence[Space], size: int) -> None:
        self._is_over = Event()
        self._floods = [_One(port, space, size // len(spaces), self._is_over) for space in spaces]

    @property
    def sent(self) -> int:
        return sum(one.sent for one in self._floods)

    @property
    def put_out(self) -> int:
        return sum(one.put_out for one in self._floods)

    @property
    def is_going_on(self) -> bool:
        return any(one.thread.is_alive() for one in self._floods)

    def stop(self) -> None:
        self._is_over.set()
        for one in self._floods:
            one.thread.join()


class _One:
    """One of the devices."""

    def __init__(self, port: int, space: Space, size: int, is_over: Event) -> None:
        self.sent = self.put_out = 0
        self._port, self._space, self._size, self._is_over = port, space, size, is_over
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        for number, kind in enumerate(KINDS, 1):
            while self.sent < self._size * number // len(KINDS) and not self._is_over.is_set():
                try:
                    self._pour(kind, self._size * number // len(KINDS))
                except (Unexpected, OSError):
                    self.put_out += 1
                    sleep(AGAIN_S)

    def _pour(self, kind: str, until: int) -> None:
        space = self._space
        peer, _ = welcomed(self._port, space.pair, 1, creates=False, address=space.address)
        peer.socket.settimeout(STUCK_S)
        reading = Thread(target=_swallow, args=(peer,), daemon=True)
        reading.start()
        frames = _frames(kind, space)
        try:
            while self.sent < until and not self._is_over.is_set():
                chunk = b"".join(next(frames) for _ in range(CHUNK_FRAMES))
                peer.socket.sendall(chunk)
                self.sent += len(chunk)
        finally:
            with suppress(OSError):
                peer.socket.shutdown(SHUT_RDWR)  # wakes who reads
            peer.socket.close()
            reading.join()


def _frames(kind: str, space: Space) -> Iterator[bytes]:
    device, session = space.pair.devices[1].id, os.urandom(16)
    if kind == "presence":
        for counter in count(1):
            header = encode((1, space.pair.state.space, device, 0, session, counter))
            yield masked_frame(messages.to_bytes(Eph(header, bytes(64))))
    frame = masked_frame(bytes(100), PING) if kind == "pings" else masked_frame(messages.to_bytes(Pull(1 << 40)))
    while True:
        yield frame


def _swallow(peer: Peer) -> None:
    """Reads what comes, so that the server cannot say that it was slow."""
    try:
        while peer.socket.recv(65_536):
            pass
    except OSError:
        return


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
