"""B1: how many durable records a second Kith relays on one core, beside three rivals; B2 on the way.

Every relay gets the same load from the same program, in turn, several times over. A figure counts only if every message
was acknowledged and delivered, once and in order, and lies on the disk where that is promised.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from bench.changes import changes
from bench.figures import loop_ms, machine, ratio, show, spread, tell
from bench.load import Outcome, flood, pace
from bench.pairs import new_pair, seal_all
from bench.peer import Peer, Unexpected
from bench.processes import NODE, cores, on_core
from bench.relays import Bare, Hocuspocus, Kith, Relay, Work, YWebsocket

OVERHEAD_S: Final = 2.2  # to start a server, to warm up, twice
MOST_PER_S: Final = 90_000  # messages made ready: no relay here is that fast on one core
KITH_MOST_PER_S: Final = 16_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="about how long all runs take together (60)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each relay (3)")
    parser.add_argument("--rooms", type=int, default=100, help="rooms of two (100)")
    parser.add_argument("--window", type=int, default=8, help="unacknowledged messages a device (8)")
    parser.add_argument("--rate", type=float, default=4000, help="records a second for the delays (4000)")
    options = parser.parse_args()
    relays: list[Relay] = [Kith(), Bare(), YWebsocket(), Hocuspocus(options.rooms)]
    each_s = max(0.5, (options.seconds / options.runs / len(relays) - OVERHEAD_S) / 2)
    server_core, load_core = cores()
    with on_core(load_core):
        tell(f"making the messages ready; then {options.runs} runs of {each_s:.1f} s + {each_s:.1f} s for each relay")
        works = list(prepare(options.rooms, each_s, options.window, options.rate))
        floods, paces = defaultdict[str, list[Outcome]](list), defaultdict[str, list[Outcome]](list)
        for run in range(options.runs):
            for relay in relays:
                before_ms = loop_ms()
                with entered(relay, works, server_core) as peers:
                    floods[relay.name].append(flood(peers, options.window, each_s))
                with entered(relay, works, server_core) as peers:
                    paces[relay.name].append(pace(peers, options.rate, each_s))
                full, steady = floods[relay.name][-1], paces[relay.name][-1]
                tell(
                    f"run {run + 1}, {relay.name}: {full.per_s:,.0f} a second, load at {full.load_cpu:.0%} of its core"
                )
                tell(f"    p95 {steady.p95_ms:.1f} ms at {steady.per_s:,.0f} a second; fixed loop {before_ms:.0f} ms")
    report(relays, floods, paces, options.rate)


def prepare(rooms: int, each_s: float, window: int, rate: float) -> Iterator[Work]:
    """Enough changes for the fastest, enough sealed records for Kith; all runs use the same."""
    share = (each_s + 1) / rooms / 2
    count, sealed = int(MOST_PER_S * share), int(max(KITH_MOST_PER_S, rate * 1.5) * share) + window
    for room in range(rooms):
        pair = new_pair()
        sides = (changes(2 * room, count), changes(2 * room + 1, count))
        yield Work(room, pair, sides, (seal_all(pair, 0, sides[0][:sealed]), seal_all(pair, 1, sides[1][:sealed])))


@contextmanager
def entered(relay: Relay, works: Sequence[Work], core: int) -> Iterator[list[Peer]]:
    """Everyone in their rooms on a fresh server; afterwards, what is on the disk is counted."""
    with TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with relay.running(folder, core) as port:
            peers: list[Peer] = []
            for work in works:
                first, second = relay.enter(port, work, 0), relay.enter(port, work, 1)
                one, other = relay.script(work, 0), relay.script(work, 1)
                first.start(one, second, other.bodies, relay.noise)
                second.start(other, first, one.bodies, relay.noise)
                peers += [first, second]
            yield peers
            stored, sent = relay.stored(folder), sum(peer.sent for peer in peers)
            for peer in peers:
                peer.socket.close()
        if stored is not None and stored != sent:
            raise Unexpected(f"{relay.name} acknowledged {sent} messages and kept {stored}")


def report(
    relays: Sequence[Relay], floods: dict[str, list[Outcome]], paces: dict[str, list[Outcome]], rate: float
) -> None:
    kith = relays[0].name
    ours, ours_ms = rates(floods[kith]), delays(paces[kith])
    rows = []
    for relay in relays:
        theirs, theirs_ms = rates(floods[relay.name]), delays(paces[relay.name])
        load = median(outcome.load_cpu for outcome in floods[relay.name])
        middle_ms = [outcome.p50_ms for outcome in paces[relay.name]]
        against = ("", "") if relay.name == kith else (ratio(ours, theirs), ratio(ours_ms, theirs_ms))
        rows.append(
            [
                relay.name,
                spread(theirs),
                against[0],
                f"{load:.0%}",
                spread(middle_ms, 2),
                spread(theirs_ms, 2),
                against[1],
            ]
        )
    heads = ["relay", "records a second", "Kith against it", "load's core", "p50 ms", "p95 ms", "Kith's p95 against it"]
    show(f"B1 and B2 ({rate:,.0f} a second for the delays)", heads, rows)
    node = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{machine('gevent', 'websockets', 'cryptography')}, Node {node}")


def rates(outcomes: Sequence[Outcome]) -> list[float]:
    return [outcome.per_s for outcome in outcomes]


def delays(outcomes: Sequence[Outcome]) -> list[float]:
    return [outcome.p95_ms for outcome in outcomes]


if __name__ == "__main__":
    started = perf_counter()
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
    tell(f"{perf_counter() - started:.0f} s in all")
