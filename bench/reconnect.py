"""A server with 500 people on it is killed and started again; all come back at once: how long until the last is there?

Back is who has been welcomed, has said again what was on its way, and has heard all that was said meanwhile.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Final

from bench.figures import Promise, judge, machine, tell
from bench.member import Crowd, Member, new_spaces
from bench.peer import Unexpected
from bench.processes import Watch, cores, kith_server, on_core
from bench.relay import allow_many_sockets
from bench.relays import row_count

BACK_S: Final = 30
AGAIN_S: Final = (0.5, 2.0)  # between two attempts, as devices do it: never all at the same moment
GIVE_UP_S: Final = 90
TALK_S: Final = 3
PER_S: Final = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sockets", type=int, default=500, help="in rooms of two (500)")
    parser.add_argument("--runs", type=int, default=3, help="how often the server is killed (3)")
    options = parser.parse_args()
    allow_many_sockets()
    server_core, load_core = cores()
    runs, memory, said, behind = list[list[float]](), list[float](), 0, 0
    with on_core(load_core), TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with kith_server(folder, server_core, {}) as relay:
            members = [Member(space, side) for space in new_spaces(options.sockets // 2) for side in (0, 1)]
            for member in members:
                member.connect(relay.port)
            for _ in range(options.runs):
                crowd = Crowd(members)
                crowd.talk(TALK_S, PER_S)
                said += crowd.said
                relay.kill()
                crowd.close()
                started = perf_counter()
                with on_core(server_core):
                    relay.launch()
                runs.append(come_back(members, relay.port, started))
                watch = Watch(relay.pid)
                crowd = Crowd(members)
                behind += crowd.settle()
                watch.stop()
                memory.append(watch.most_mib)
                tell(f"the last is back after {runs[-1][-1]:.1f} s")
            relay.stop()
        kept = row_count(folder / "data" / "kith.sqlite3")
    last_s, half_s = max(run[-1] for run in runs), max(quantiles(run, n=2)[0] for run in runs)
    status = judge(
        f"{options.sockets} devices come back at once, {options.runs} times",
        [
            Promise("the last", f"{last_s:.1f} s (half of them {half_s:.1f} s)", f"{BACK_S} s", last_s < BACK_S),
            Promise("lost", f"{said - kept} of {said:,}, {behind} without all", "0", said == kept and not behind),
            Promise("the server's memory", f"{max(memory):.0f} MiB", "–", is_kept=True),
        ],
    )
    print(machine("gevent", "websockets", "cryptography"))
    sys.exit(status)


def come_back(members: Sequence[Member], port: int, started: float) -> list[float]:
    """How long each took, in seconds, in order."""

    def connect(member: Member) -> float:
        while perf_counter() - started < GIVE_UP_S:
            try:
                member.connect(port)
            except (Unexpected, OSError):
                sleep(random.uniform(*AGAIN_S))
            else:
                return perf_counter() - started
        raise Unexpected("somebody never came back")

    with ThreadPoolExecutor(len(members)) as pool:
        return sorted(pool.map(connect, members))


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
