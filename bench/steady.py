"""Many sockets that talk steadily: how late they hear each other, what the server weighs, whether anything is lost."""

import argparse
import sys
from collections import deque
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from bench.figures import Promise, judge, machine, tell
from bench.member import Crowd, Member, new_spaces
from bench.peer import Unexpected
from bench.processes import Sample, Watch, cores, kith_server, on_core
from bench.relay import allow_many_sockets
from bench.relays import row_count

P99_MS: Final = 250
MOST_MIB: Final = 150
WARM_S: Final = 5  # not counted
BACK_TRIES: Final = 10
AWAY_S: Final = 5  # how long those stay away who hang up


class Talk(NamedTuple):
    """What came of it."""

    said: int
    kept: int  # rows on the disk
    behind: int  # members who never heard all of it
    p50_ms: float
    p99_ms: float
    most_ms: float
    samples: list[Sample]

    @property
    def most_mib(self) -> float:
        return max(sample.mib for sample in self.samples)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="how long (10)")
    parser.add_argument("--sockets", type=int, default=500, help="in rooms of two (500)")
    parser.add_argument("--rate", type=float, default=500, help="records a second, all together (500)")
    options = parser.parse_args()
    seen = talk(options.sockets, options.rate, options.minutes * 60, leaving=False)
    status = judge(
        f"{options.sockets} sockets, {options.rate:g} records a second, {options.minutes:g} minutes",
        [
            Promise("p99", f"{seen.p99_ms:.0f} ms (median {seen.p50_ms:.1f})", f"< {P99_MS} ms", seen.p99_ms < P99_MS),
            Promise("the server's memory", f"{seen.most_mib:.0f} MiB", f"< {MOST_MIB} MiB", seen.most_mib < MOST_MIB),
            lost(seen),
        ],
    )
    print(machine("gevent", "websockets", "cryptography"))
    sys.exit(status)


def lost(seen: Talk) -> Promise:
    words = f"{seen.said - seen.kept} of {seen.said:,}, {seen.behind} members without all"
    return Promise("lost", words, "0", seen.said == seen.kept and not seen.behind)


def talk(sockets: int, per_s: float, seconds: float, *, leaving: bool) -> Talk:
    """Steady talk in rooms of two; when `leaving`, each second one hangs up, and comes back a little later."""
    allow_many_sockets()
    server_core, load_core = cores()
    with on_core(load_core), TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with kith_server(folder, server_core, {}) as relay:
            members = [Member(space, side) for space in new_spaces(sockets // 2) for side in (0, 1)]
            for member in members:
                member.connect(relay.port)
            tell(f"{len(members)} are there")
            crowd, away = Crowd(members), deque[Member]()

            def come_back(returning: Member) -> None:
                try:
                    returning.connect(relay.port)
                except OSError:  # a crowded machine: they try again, as devices do
                    away.append(returning)
                else:
                    crowd.add(returning)

            def each_s(second: int) -> None:
                if second % 60 == 0:
                    tell(f"{second // 60} min: {len(crowd.delays_s):,} heard, {watch.samples[-1]}")
                if leaving:
                    one = members[second * 7 % len(members)]
                    if one.peer is not None:
                        crowd.drop(one)
                        one.hang_up()
                        away.append(one)
                    if len(away) > AWAY_S:
                        come_back(away.popleft())

            watch = Watch(relay.pid)
            crowd.talk(WARM_S, per_s)
            crowd.delays_s.clear()
            crowd.talk(seconds, per_s, each_s)
            delays = list(crowd.delays_s)
            for _ in range(BACK_TRIES):
                for _ in range(len(away)):
                    come_back(away.popleft())
            behind = crowd.settle() + len(away)
            watch.stop()
            crowd.close()
            relay.stop()
        cuts = quantiles(delays, n=100)
        kept = row_count(folder / "data" / "kith.sqlite3")
        return Talk(crowd.said, kept, behind, cuts[49] * 1e3, cuts[98] * 1e3, max(delays) * 1e3, watch.samples)


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
