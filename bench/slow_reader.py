"""One member stops reading while photographs come: what the others notice, when it is dropped, what the server keeps.

Its socket stays open and says nothing more: to the server it is a tablet whose network has become very slow.
"""

import argparse
import sys
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from bench.figures import Promise, judge, machine
from bench.member import Crowd, Member, new_spaces
from bench.peer import Unexpected
from bench.processes import Watch, cores, kith_server, on_core
from bench.relay import allow_many_sockets

P99_MS: Final = 500
DROPPED_S: Final = 30
GROWTH_MIB: Final = 8
PHOTOGRAPH: Final = bytes(49_000)  # the largest record that a photograph is made of
PHOTOGRAPHS_PER_S: Final = 8  # under what a device may push
WARM_S: Final = 5
OTHERS: Final = 20  # rooms of two
PER_S: Final = 100  # records, in all of them


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long it does not read (60)")
    options = parser.parse_args()
    allow_many_sockets()
    server_core, load_core = cores()
    with on_core(load_core), TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with kith_server(folder, server_core, {}) as relay:
            room, *rest = new_spaces(1 + OTHERS, devices=3)
            author, reader, slow = (Member(room, side) for side in range(3))
            talkers = [Member(space, side) for space in rest for side in (0, 1)]
            for member in (author, reader, slow, *talkers):
                member.connect(relay.port)
            quiet = [author, reader, slow]  # they only hear, and the author only says photographs
            crowd = Crowd(talkers)
            for member in quiet:
                crowd.add(member)

            def speak(_second: int) -> None:
                for _ in range(PHOTOGRAPHS_PER_S):
                    author.push(PHOTOGRAPH)

            crowd.talk(WARM_S, PER_S, speak)
            crowd.settle()
            watch = Watch(relay.pid)
            crowd.delays_s.clear()
            crowd.drop(slow)
            stopped, dropped_s = perf_counter(), list[float]()

            def look(second: int) -> None:
                if not dropped_s and "reader.cut" in relay.log.read_text():
                    dropped_s.append(perf_counter() - stopped)
                speak(second)

            crowd.talk(options.seconds, PER_S, look)
            behind = crowd.settle()
            watch.stop()
            crowd.close()
        after = dropped_s[0] if dropped_s else None
        cuts, growth = quantiles(crowd.delays_s, n=100), watch.most_mib - watch.samples[0].mib
    status = judge(
        "A member that does not read",
        [
            Promise("the others' p99", f"{cuts[98] * 1e3:.0f} ms", f"< {P99_MS} ms", cuts[98] * 1e3 < P99_MS),
            Promise(
                "it is dropped",
                "never" if after is None else f"after {after:.0f} s",
                f"within {DROPPED_S} s",
                after is not None and after < DROPPED_S,
            ),
            Promise(
                "the server's memory", f"{growth:+.1f} MiB at most", f"+{GROWTH_MIB} MiB at most", growth <= GROWTH_MIB
            ),
            Promise("others without all", str(behind), "0", not behind),
        ],
    )
    print(machine("gevent", "websockets"))
    sys.exit(status)


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
