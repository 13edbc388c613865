"""B1: how many durable records a second Kith relays on one core, beside three rivals; B2 on the way.

Every relay gets the same load from the same program, in turn, several times over. A figure counts only if every message
was acknowledged and delivered, once and in order, and lies on the disk where that is promised. A turn that other work
on the server's core has spoilt is taken again, and the quietest is kept.
"""

import argparse
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
from typing import Final

from bench.changes import changes
from bench.figures import machine, ratio, show, spread, tell
from bench.load import WARM_S, Outcome, flood, pace
from bench.pairs import new_pair, seal_all
from bench.peer import Peer, Unexpected
from bench.processes import NODE, Busy, cores, on_core
from bench.relays import Bare, Hocuspocus, Kith, Relay, Work, YWebsocket

MOST_PER_S: Final = 100_000  # messages made ready; whoever uses them up has its clock stopped earlier
KITH_MOST_PER_S: Final = 20_000
SPOILT: Final = 0.15  # of the server's core, taken by others
TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One relay's turn: at a steady rate, then at full speed."""

    steady: Outcome
    full: Outcome
    per_cpu_s: float  # messages at full speed for each second of the server's own CPU time
    others: float  # their share of the server's core

    def __str__(self) -> str:
        words = f"{self.full.per_s:,.0f} a second, {self.per_cpu_s:,.0f} a CPU second; p95 {self.steady.p95_ms:.1f} ms"
        return f"{words} at {self.steady.per_s:,.0f} a second; others took {self.others:.0%}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=60, help="how long there is load, turns taken again apart (60)"
    )
    parser.add_argument("--runs", type=int, default=3, help="turns of each relay (3)")
    parser.add_argument("--rooms", type=int, default=100, help="rooms of two (100)")
    parser.add_argument("--window", type=int, default=8, help="unacknowledged messages a device (8)")
    parser.add_argument("--rate", type=float, default=4000, help="records a second for the delays (4000)")
    options = parser.parse_args()
    relays: list[Relay] = [Kith(), Bare(), YWebsocket(), Hocuspocus(options.rooms)]
    each_s = max(0.5, options.seconds / options.runs / len(relays) / 2 - WARM_S)
    turns = defaultdict[str, list[Turn]](list)
    server_core, load_core = cores()
    with on_core(load_core):
        tell(f"making the messages ready; then {options.runs} turns of {each_s:.1f} s + {each_s:.1f} s for each relay")
        works = list(prepare(options.rooms, each_s, options.window, options.rate))
        for _ in range(options.runs):
            for relay in relays:
                taken = list[Turn]()
                while len(taken) < TRIES and not any(turn.others < SPOILT for turn in taken):
                    taken.append(take(relay, works, server_core, options.window, options.rate, each_s))
                    tell(f"{relay.name}: {taken[-1]}")
                turns[relay.name].append(min(taken, key=lambda turn: turn.others))
    report(relays, turns, options.rate)


def take(relay: Relay, works: Sequence[Work], server_core: int, window: int, rate: float, each_s: float) -> Turn:
    """One turn of a relay, on a server of its own."""
    with entered(relay, works, server_core) as (peers, pid):
        whole = Busy(server_core, pid)
        steady = pace(peers, rate, each_s)
        at_full, before = Busy(server_core, pid), steady.sent
        full = flood(peers, window, each_s)
        return Turn(steady, full, (full.sent - before) / at_full.own_s(), whole.others())


def prepare(rooms: int, each_s: float, window: int, rate: float) -> Iterator[Work]:
    """Enough changes for the fastest, enough sealed records for Kith; all turns use the same."""
    share, paced = (each_s + WARM_S) / rooms / 2, int(rate * (each_s + 2 * WARM_S) / rooms / 2) + window
    count, sealed = int(MOST_PER_S * share) + paced, int(KITH_MOST_PER_S * share) + paced
    for room in range(rooms):
        pair = new_pair()
        sides = (changes(2 * room, count), changes(2 * room + 1, count))
        yield Work(room, pair, sides, (seal_all(pair, 0, sides[0][:sealed]), seal_all(pair, 1, sides[1][:sealed])))


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


def report(relays: Sequence[Relay], turns: dict[str, list[Turn]], rate: float) -> None:
    rows, delays = list[list[str]](), list[list[str]]()
    ours = turns[relays[0].name]
    for relay in relays:
        theirs = turns[relay.name]

        def against(figure: Callable[[Turn], float], theirs: list[Turn] = theirs) -> str:
            return "" if theirs is ours else ratio([figure(turn) for turn in ours], [figure(turn) for turn in theirs])

        load, others = (median(shares) for shares in zip(*((t.full.load_cpu, t.others) for t in theirs), strict=True))
        rates, costs = [turn.full.per_s for turn in theirs], [turn.per_cpu_s for turn in theirs]
        vs_rate, vs_cost = against(lambda turn: turn.full.per_s), against(lambda turn: turn.per_cpu_s)
        rows.append([relay.name, spread(costs), vs_cost, spread(rates), vs_rate, f"{load:.0%}", f"{others:.0%}"])
        middle, late = [turn.steady.p50_ms for turn in theirs], [turn.steady.p95_ms for turn in theirs]
        delays.append([relay.name, spread(middle, 2), spread(late, 2), against(lambda turn: turn.steady.p95_ms)])
    heads = ["relay", "records for a second of its own CPU", "Kith against it", "by the clock", "Kith against it"]
    show("B1", [*heads, "the load's core", "others on the server's core"], rows)
    show(f"B2, {rate:,.0f} records a second", ["relay", "p50 ms", "p95 ms", "Kith's p95 against it"], delays)
    node = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{machine('gevent', 'websockets', 'cryptography')}, Node {node}")


if __name__ == "__main__":
    started = perf_counter()
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
    tell(f"{perf_counter() - started:.0f} s in all")
