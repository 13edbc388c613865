"""B1: how many durable records a second Kith relays on one core, beside its rivals; B2 on the way.

Every relay gets the same load from the same program, in turn, several times over. A figure counts only if every message
was acknowledged and delivered, once and in order, and lies on the disk where that is promised. A turn that other work
on the server's core has spoilt is taken again, and the quietest is kept.

B1 is taken twice. With eight unacknowledged messages a device a relay that joins what it has for a socket can do so;
with one, in more rooms, each message is a frame of its own by nature, whatever the relay would like to join.
"""

import argparse
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final, NamedTuple

from bench.figures import machine, ratio, show, spread, tell
from bench.load import WARM_S, Outcome, flood, pace
from bench.peer import Peer, Unexpected
from bench.processes import NODE, Busy, cores, on_core
from bench.relays import Bare, BareJoined, Hocuspocus, Kith, Pycrdt, Relay, Work, YWebsocket
from bench.works import prepare

MOST_PER_S: Final = 130_000  # messages made ready; whoever uses them up has its clock stopped earlier
KITH_MOST_PER_S: Final = 90_000
SINGLY_MOST_PER_S: Final = 60_000  # the load itself can send no more of them
SPOILT: Final = 0.15  # of the server's core, taken by others


class Full(NamedTuple):
    """As much as goes."""

    outcome: Outcome
    per_cpu_s: float  # messages for each second of the server's own CPU time


@dataclass(frozen=True, slots=True)
class Turn:
    """One relay's turn: at a steady rate, then at full speed with several unacknowledged messages, then with one."""

    steady: Outcome
    several: Full
    singly: Full
    others: float  # their share of the server's core

    def __str__(self) -> str:
        words = f"p95 {self.steady.p95_ms:.1f} ms at {self.steady.per_s:,.0f} a second"
        for name, full in (("several at a time", self.several), ("singly", self.singly)):
            words += f"; {name} {full.per_cpu_s:,.0f} a CPU second, {full.outcome.per_s:,.0f} by the clock"
            words += f" (load {full.outcome.load_cpu:.0%})"
        return f"{words}; others took {self.others:.0%}"


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how much."""

    runs: int
    tries: int
    each_s: float
    rooms: int
    rooms_singly: int
    window: int
    rate: float

    @property
    def counts(self) -> Iterator[tuple[int, int]]:
        """Messages a side of each room, and sealed records among them."""
        spans_s = self.each_s + WARM_S
        paced = int(self.rate * (spans_s + WARM_S) / self.rooms / 2) + self.window
        singly = int(SINGLY_MOST_PER_S * spans_s / self.rooms_singly / 2) + 1
        for room in range(self.rooms_singly):
            shares = (int(most * spans_s / self.rooms / 2) + paced for most in (MOST_PER_S, KITH_MOST_PER_S))
            count, sealed = (share + singly if room < self.rooms else singly for share in shares)
            yield count, sealed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    options = parser.parse_args()
    turns = measure(plan(options))
    report(turns, options.rate)
    print(f"{machine('gevent', 'websockets', 'cryptography')}, Node {node_version()}")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=3, help="turns of each relay (3)")
    parser.add_argument("--tries", type=int, default=3, help="how often a spoilt turn may be taken (3)")
    parser.add_argument("--each", type=float, default=2, help="seconds of each of a turn's three loads (2)")
    parser.add_argument("--rooms", type=int, default=100, help="rooms of two (100)")
    parser.add_argument("--rooms-singly", type=int, default=400, help="where one message at a time is sent (400)")
    parser.add_argument("--window", type=int, default=8, help="unacknowledged messages a device (8)")
    parser.add_argument("--rate", type=float, default=4000, help="records a second for the delays (4000)")


def plan(options: argparse.Namespace) -> Plan:
    return Plan(
        options.runs, options.tries, options.each, options.rooms, options.rooms_singly, options.window, options.rate
    )


def all_relays(rooms: int) -> list[Relay]:
    return [Kith(), Bare(), BareJoined(), YWebsocket(), Hocuspocus(rooms), Pycrdt()]


def allow_many_sockets() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def measure(planned: Plan) -> dict[str, list[Turn]]:
    """The turns of each relay, Kith first."""
    allow_many_sockets()
    turns = defaultdict[str, list[Turn]](list)
    server_core, load_core = cores()
    tell("sealing the records")
    works = prepare(list(planned.counts))
    with on_core(load_core):
        for _ in range(planned.runs):
            for relay in all_relays(planned.rooms_singly):
                taken = list[Turn]()
                while len(taken) < planned.tries and not any(turn.others < SPOILT for turn in taken):
                    taken.append(take(relay, works, server_core, planned))
                    tell(f"{relay.name}: {taken[-1]}")
                turns[relay.name].append(min(taken, key=lambda turn: turn.others))
    return turns


def take(relay: Relay, works: Sequence[Work], server_core: int, planned: Plan) -> Turn:
    """One turn of a relay, on a server of its own."""
    with entered(relay, works, server_core) as (peers, pid):
        some = peers[: 2 * planned.rooms]
        whole = Busy(server_core, pid)
        steady = pace(some, planned.rate, planned.each_s)
        several = _full(some, planned.window, planned.each_s, Busy(server_core, pid))
        singly = _full(peers, 1, planned.each_s, Busy(server_core, pid))
        return Turn(steady, several, singly, whole.others())


def _full(peers: Sequence[Peer], window: int, each_s: float, busy: Busy) -> Full:
    before = sum(peer.sent for peer in peers)
    outcome = flood(peers, window, each_s)
    return Full(outcome, (outcome.sent - before) / busy.own_s())


@contextmanager
def entered(relay: Relay, works: Sequence[Work], core: int) -> Iterator[tuple[list[Peer], int]]:
    """Everyone in their rooms on a fresh server, and its process; afterwards, what is on the disk is counted."""
    with TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with relay.running(folder, core) as serving:
            peers: list[Peer] = []
            for work in works:
                first, second = relay.enter(serving.port, work, 0), relay.enter(serving.port, work, 1)
                one, other = relay.script(work, 0), relay.script(work, 1)
                first.start(one, second, other.bodies, relay.noise)
                second.start(other, first, one.bodies, relay.noise)
                peers += [first, second]
            yield peers, serving.pid
            stored, sent = relay.stored(folder), sum(peer.sent for peer in peers)
            for peer in peers:
                peer.socket.close()
        if stored is not None and stored != sent:
            raise Unexpected(f"{relay.name} acknowledged {sent} messages and kept {stored}")


def report(turns: dict[str, list[Turn]], rate: float) -> None:
    ours, *_ = turns.values()

    fulls: dict[str, Callable[[Turn], Full]] = {
        "several unacknowledged messages a device": lambda turn: turn.several,
        "one at a time, frame by frame": lambda turn: turn.singly,
    }
    heads = ["relay", "records for a second of its own CPU", "Kith against it", "by the clock", "Kith against it"]
    for name, full in fulls.items():
        rows = list[list[str]]()
        for relay, theirs in turns.items():
            found, own = [full(turn) for turn in theirs], [full(turn) for turn in ours]
            costs, rates = [it.per_cpu_s for it in found], [it.outcome.per_s for it in found]
            vs_cost = "" if theirs is ours else ratio([it.per_cpu_s for it in own], costs)
            vs_rate = "" if theirs is ours else ratio([it.outcome.per_s for it in own], rates)
            load, others = median(it.outcome.load_cpu for it in found), median(turn.others for turn in theirs)
            rows.append([relay, spread(costs), vs_cost, spread(rates), vs_rate, f"{load:.0%}", f"{others:.0%}"])
        show(f"B1, {name}", [*heads, "the load's core", "others on the server's core"], rows)
    delays = list[list[str]]()
    for relay, theirs in turns.items():
        middle, late = [turn.steady.p50_ms for turn in theirs], [turn.steady.p95_ms for turn in theirs]
        vs_late = "" if theirs is ours else ratio([turn.steady.p95_ms for turn in ours], late)
        delays.append([relay, spread(middle, 2), spread(late, 2), vs_late])
    show(f"B2, {rate:,.0f} records a second", ["relay", "p50 ms", "p95 ms", "Kith's p95 against it"], delays)


def node_version() -> str:
    return subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    started = perf_counter()
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
    tell(f"{perf_counter() - started:.0f} s in all")
