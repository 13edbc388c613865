"""B3: what one idle socket costs a server's memory: 2,000 of them, all welcomed, in 1,000 rooms of two.

Counted is the server's memory (RSS), with all of them and without; what the kernel keeps for a socket is not in it.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from bench.figures import machine, ratio, show, spread, tell
from bench.pairs import new_pair
from bench.peer import Unexpected
from bench.processes import cores, memory_kib, on_core
from bench.relay import all_relays, allow_many_sockets
from bench.relays import BareJoined, Relay, Work

SETTLE_S: Final = 2


class Weight(NamedTuple):
    """Of one server."""

    empty_mib: float
    socket_kib: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="turns of each relay (3)")
    parser.add_argument("--rooms", type=int, default=1_000, help="rooms of two (1000)")
    options = parser.parse_args()
    report(measure(options.rooms, options.runs))
    print(machine("gevent", "websockets", "cryptography"))


def measure(rooms: int, runs: int) -> dict[str, list[Weight]]:
    """What each relay weighs, Kith first."""
    allow_many_sockets()
    works = [Work(room, new_pair(), ([], []), ([], [])) for room in range(rooms)]
    weights = defaultdict[str, list[Weight]](list)
    server_core, load_core = cores()
    with on_core(load_core):
        for _ in range(runs):
            for relay in all_relays(rooms):
                if isinstance(relay, BareJoined):
                    continue  # an idle one is the bare one
                weights[relay.name].append(weigh(relay, works, server_core))
                tell(f"{relay.name}: {weights[relay.name][-1]}")
    return weights


def weigh(relay: Relay, works: list[Work], core: int) -> Weight:
    with TemporaryDirectory(prefix="kith-bench-") as temporary, relay.running(Path(temporary), core) as serving:
        before = memory_kib(serving.pid)
        peers = [relay.enter(serving.port, work, side) for work in works for side in (0, 1)]
        time.sleep(SETTLE_S)
        after = memory_kib(serving.pid)
        for peer in peers:
            peer.socket.close()
        return Weight(before / 1024, (after - before) / len(peers))


def report(weights: dict[str, list[Weight]]) -> None:
    ours, *_ = weights.values()
    rows = list[list[str]]()
    for relay, theirs in weights.items():
        sockets = [weight.socket_kib for weight in theirs]
        against = "" if theirs is ours else ratio([weight.socket_kib for weight in ours], sockets)
        rows.append([relay, spread([weight.empty_mib for weight in theirs]), spread(sockets, 1), against])
    show("B3, an idle socket", ["relay", "the server alone, MiB", "KiB a socket", "Kith against it"], rows)


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
