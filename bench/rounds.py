"""What a record costs the server of its own CPU, though the machine is busy, beside other versions of Kith.

While a server stands still (SIGSTOP) each of its sockets is sent its records; then it goes on, and the nanoseconds that
the kernel gives its threads are counted until all is acknowledged and delivered. Rounds of the versions alternate.
Everything that waits is there at once, so these figures compare versions, and are none of B1.
"""

import argparse
import json
import os
import select
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import sleep
from typing import Final, NamedTuple

from bench.figures import machine, show, tell
from bench.load import WARM_S, flood
from bench.peer import Peer, Unexpected
from bench.processes import cores, kith_server, on_core
from bench.relay import allow_many_sockets
from bench.relays import RAISED, Kith, Work
from bench.works import prepare
from tests.sources import ROOT

FLOW_S: Final = 0.5
FLOW_MOST_PER_S: Final = 20_000
PATIENCE_S: Final = 30
QUIET_S: Final = 100_000  # nobody here answers a ping
SETTINGS: Final = {"KITH_LIMITS": json.dumps({**RAISED, "ping_s": QUIET_S, "idle_s": QUIET_S, "pre_auth_s": QUIET_S})}
REST_S: Final = 0.01  # after the last answer, for what a server still does behind it


class Cost(NamedTuple):
    """Of one record, in one round."""

    all_us: float  # of every thread
    main_us: float  # of the first thread, which has the sockets
    waits: float  # how often a thread stopped to wait


class Spent(NamedTuple):
    """What a thread has had so far."""

    ns: int
    waits: int


class Side:
    """One version's server, with everybody in their rooms."""

    def __init__(self, pid: int, peers: Sequence[Peer]) -> None:
        self._pid, self._peers = pid, peers
        self._by_number = {peer.socket.fileno(): peer for peer in peers}
        self._poll = select.epoll()
        for number in self._by_number:
            self._poll.register(number, select.EPOLLIN)

    def round(self, count: int) -> Cost:
        """`count` records of each peer. Raises Unexpected when one is not answered."""
        os.kill(self._pid, signal.SIGSTOP)
        try:
            for peer in self._peers:
                peer.push(count)
            before = self._spent()
        finally:
            os.kill(self._pid, signal.SIGCONT)
        self._settle()
        return self._cost(before, count * len(self._peers))

    def flow(self, seconds: float) -> Cost:
        """One record of each peer is under way, for so long. Raises Unexpected."""
        before, sent = self._spent(), sum(peer.sent for peer in self._peers)
        flood(self._peers, 1, seconds)
        return self._cost(before, sum(peer.sent for peer in self._peers) - sent)

    def _settle(self) -> None:
        delays = list[float]()
        while not all(peer.is_settled for peer in self._peers):
            arrived = self._poll.poll(PATIENCE_S)
            if not arrived:
                raise Unexpected("some records were not answered")
            for number, _ in arrived:
                self._by_number[number].take(delays)

    def _cost(self, before: dict[str, Spent], records: int) -> Cost:
        sleep(REST_S)
        after, none = self._spent(), Spent(0, 0)
        ns = {thread: spent.ns - before.get(thread, none).ns for thread, spent in after.items()}
        waits = sum(spent.waits - before.get(thread, none).waits for thread, spent in after.items())
        return Cost(sum(ns.values()) / 1000 / records, ns[str(self._pid)] / 1000 / records, waits / records)

    def _spent(self) -> dict[str, Spent]:
        """By thread."""
        found = dict[str, Spent]()
        for task in Path(f"/proc/{self._pid}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):  # some end
                waits = (task / "status").read_text().partition("\nvoluntary_ctxt_switches:")[2]
                found[task.name] = Spent(int((task / "schedstat").read_text().split()[0]), int(waits.split()[0]))
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path, nargs="*", default=[], help="folders of other versions")
    parser.add_argument("--rounds", type=int, default=40, help="of each version and kind (40)")
    parser.add_argument("--sockets", type=int, default=200, help="for rounds of several records a socket (200)")
    parser.add_argument("--window", type=int, default=8, help="records a socket in those (8)")
    parser.add_argument("--sockets-singly", type=int, default=300, help="for rounds of one record a socket (300)")
    parser.add_argument("--flows", type=int, default=6, help="spans in which nobody stands still, of each version (6)")
    parser.add_argument("--sockets-flowing", type=int, default=800, help="with one record under way on each (800)")
    options = parser.parse_args()
    allow_many_sockets()
    versions = {"here": ROOT, **{str(folder): folder.resolve() for folder in options.beside}}
    for sockets, count in ((options.sockets, options.window), (options.sockets_singly, 1)):
        what = f"{count} at a time on {sockets} sockets"
        _tell_of(what, measure(versions, sockets, count, options.rounds, partial(Side.round, count=count)))
    each = int(FLOW_MOST_PER_S * (FLOW_S + WARM_S) / options.sockets_flowing) + 1
    flows = measure(versions, options.sockets_flowing, each, options.flows, lambda side: side.flow(FLOW_S))
    _tell_of(f"1 always under way on {options.sockets_flowing} sockets", flows)
    print(machine("gevent", "websockets", "cryptography"))


def measure(
    versions: dict[str, Path], sockets: int, count: int, rounds: int, take: Callable[[Side], Cost]
) -> dict[str, list[Cost]]:
    """What each round, of at most `count` records a socket, cost each version."""
    tell("sealing the records")
    warm = max(1, rounds // 8)
    each = count * (rounds + warm)
    works, (server_core, load_core) = prepare([(each, each)] * (sockets // 2)), cores()
    costs = defaultdict[str, list[Cost]](list)
    with ExitStack() as running, on_core(load_core):
        sides = {name: running.enter_context(_entered(code, works, server_core)) for name, code in versions.items()}
        for turn in range(warm + rounds):
            for name, side in sides.items():
                cost = take(side)
                if turn >= warm:
                    costs[name].append(cost)
    return costs


@contextmanager
def _entered(code: Path, works: Sequence[Work], core: int) -> Iterator[Side]:
    kith = Kith()
    with TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder, peers = Path(temporary), list[Peer]()
        with kith_server(folder, core, SETTINGS, code) as relay:
            for work in works:
                first, second = kith.enter(relay.port, work, 0), kith.enter(relay.port, work, 1)
                one, other = kith.script(work, 0), kith.script(work, 1)
                first.start(one, second, other.bodies, ())
                second.start(other, first, one.bodies, ())
                peers += [first, second]
            yield Side(relay.pid, peers)
            stored, sent = kith.stored(folder), sum(peer.sent for peer in peers)
            for peer in peers:
                peer.socket.close()
        if stored != sent:
            raise Unexpected(f"{sent} records were acknowledged, and {stored} kept")


def _tell_of(what: str, costs: dict[str, list[Cost]]) -> None:
    heads = ["version", "least", "best quarter", "the sockets' thread, least", "waits, best quarter"]
    rows = list[list[str]]()
    for name, theirs in costs.items():
        quarter = max(1, len(theirs) // 4)
        every, first, waits = (sorted(column) for column in zip(*theirs, strict=True))
        best = mean(every[:quarter])
        rows.append([name, f"{every[0]:.1f}", f"{best:.1f}", f"{first[0]:.1f}", f"{mean(waits[:quarter]):.2f}"])
    show(f"{what}: µs of the server's own CPU for a record", heads, rows)


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
