"""Looks longer than the tests do: `.venv/bin/python -m tests.simulation --seeds 20000`, or `--seed 137` again."""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.simulation.hunt import play

CHUNK = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--seeds", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--processes", type=int, default=2, help="at once (2)")
    asked = parser.parse_args()
    if asked.seed is not None:
        found = play([asked.seed])
        print(*found, sep="\n\n")
        return 1 if found else 0
    last = asked.first + asked.seeds
    chunks = [range(first, min(first + CHUNK, last)) for first in range(asked.first, last, CHUNK)]
    began, played, trouble = time.monotonic(), 0, 0
    with ProcessPoolExecutor(asked.processes) as pool:
        for chunk, found in zip(chunks, pool.map(play, chunks), strict=True):
            played, trouble = played + len(chunk), trouble + len(found)
            for each in found:
                print(each, flush=True)
            print(f"{played} seeds, {trouble} with trouble, {time.monotonic() - began:.0f} s", flush=True)
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
