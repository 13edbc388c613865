"""How soon a relay answers again after it was killed at any one write of its database: Done when 2 of the siege."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import machine, show, spread, tell
from tests.relay_process import relay_process
from tests.siege import FREELY, Siege, besiege
from tests.strace import CALLS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", nargs="+", default=list(CALLS), help="system calls to be killed at (all that write)")
    parser.add_argument("--step", type=int, default=1, help="only every so many of them (1)")
    options = parser.parse_args()
    points, ready_s, cpu_s = 0, list[float](), list[float]()
    with TemporaryDirectory(prefix="kith-bench-") as temporary, relay_process(FREELY) as relay:
        for call in options.calls:
            siege: Siege = besiege(relay, Path(temporary), call, 1, options.step)
            tell(f"{call}: killed {siege.points} times")
            points += siege.points
            ready_s += siege.ready_s
            cpu_s += siege.cpu_s
    if ready_s:
        over = sum(value >= 2 for value in ready_s)
        row = [str(points), "0", spread(ready_s, 2), str(over), spread(cpu_s, 2)]
        show("Killed at every write", ["kills", "lost", "ready s", "over 2 s", "of it its own CPU, s"], [row])
    print(machine("gevent"))


if __name__ == "__main__":
    main()
