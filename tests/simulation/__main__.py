"""Looks longer than the tests do: `.venv/bin/python -m tests.simulation --seeds 20000`, or `--seed 137` again."""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.simulation.hunt import Played, play

CHUNK = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--seeds", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--processes", type=int, default=2, help="at once (2)")
    asked = parser.parse_args()
    if asked.seed is not None:
        one = play([asked.seed])
        print(*one.found, one, sep="\n\n")
        return 1 if one.found else 0
    last = asked.first + asked.seeds
    chunks = [range(first, min(first + CHUNK, last)) for first in range(asked.first, last, CHUNK)]
    began, played = time.monotonic(), Played()
    with ProcessPoolExecutor(asked.processes) as pool:
        for more in pool.map(play, chunks):
            played += more
            print(*more.found, f"{played}, {time.monotonic() - began:.0f} s", sep="\n", flush=True)
    return 1 if played.found else 0


if __name__ == "__main__":
    sys.exit(main())
