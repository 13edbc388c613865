"""Looks for trouble longer than the tests do: `.venv/bin/python -m tests.hunt --seeds 20000`, or `--seed 137` again."""

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.relay_process import relay_process
from tests.schedule import HOUSE, ROOMY, TICKS, Outages, Schedule
from tests.verdict import judge

MEMORY: Final = Path("/dev/shm")  # what a killed process has written stays, on a disk or not; and this is fast


@dataclass
class Found:
    """A seed at which something went wrong."""

    seed: int
    wrong: list[str]
    story: list[str]

    def __str__(self) -> str:
        again = f"again: .venv/bin/python -m tests.hunt --seed {self.seed}"
        return "\n  ".join([f"seed {self.seed}", *self.wrong, again, "what happened:", *self.story])


class House:
    """Schedules around one relay, in step with each other. What went wrong with a seed ends that seed alone."""

    def __init__(self, schedules: Iterable[Schedule]) -> None:
        self.found: list[Found] = []
        self._schedules = list(schedules)

    def each(self, step: Callable[[Schedule], list[str] | None]) -> None:
        for schedule in list(self._schedules):
            try:
                wrong = step(schedule) or []
            except Exception:  # noqa: BLE001  # whatever it is, it is what this seed has found
                wrong = traceback.format_exc().splitlines()
            if wrong:
                self.found.append(Found(schedule.seed, wrong, schedule.story))
                self._schedules.remove(schedule)
                schedule.close()

    def close(self) -> None:
        for schedule in self._schedules:
            schedule.close()


def play(number: int, seeds: Iterable[int]) -> list[Found]:
    """What went wrong with these seeds of one house."""
    with (
        TemporaryDirectory(prefix="kith-house-", dir=MEMORY if MEMORY.is_dir() else None) as folder,
        relay_process(ROOMY) as relay,
    ):
        house, outages = House(Schedule(seed, relay, Path(folder)) for seed in seeds), Outages(number, relay)
        try:
            house.each(Schedule.found)
            for tick in range(TICKS):
                outages.before(tick)
                house.each(Schedule.tick)
            outages.end()
            house.each(Schedule.settle)
            house.each(judge)
        finally:
            outages.end()
            house.close()
        return house.found


def house_of(seed: int) -> int:
    """Seeds from 1, twenty to a house."""
    return (seed - 1) // HOUSE


def seeds_of(house: int) -> range:
    return range(house * HOUSE + 1, (house + 1) * HOUSE + 1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hunt", description=__doc__)
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--seeds", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--minutes", type=float, default=60, help="stop after about so many (60)")
    asked = parser.parse_args()
    if asked.seed is not None:
        houses = {house_of(asked.seed): [asked.seed]}
    else:
        last = asked.first + asked.seeds - 1
        houses = {house: list(seeds_of(house)) for house in range(house_of(asked.first), house_of(last) + 1)}
    began, found, count = time.monotonic(), 0, 0
    for house, seeds in houses.items():
        for each in play(house, seeds):
            found += 1
            print(each, flush=True)
        count += len(seeds)
        elapsed_s = time.monotonic() - began
        print(f"{count} seeds, {found} with trouble, {elapsed_s:.0f} s", flush=True)
        if elapsed_s > asked.minutes * 60:
            break
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
