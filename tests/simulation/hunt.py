"""Plays seeds and says which went wrong, with the whole story of each."""

import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.simulation.acts import ACTS
from tests.simulation.memo import remember
from tests.simulation.verdict import judge
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Found:
    """A seed at which something went wrong."""

    seed: int
    wrong: list[str]
    story: list[str]

    def __str__(self) -> str:
        again = f"again: .venv/bin/python -m tests.simulation --seed {self.seed}"
        return "\n  ".join([f"seed {self.seed}", *self.wrong, again, "what happened:", *self.story])


@dataclass(slots=True)
class Played:
    """What became of some seeds."""

    seeds: int = 0
    found: list[Found] = field(default_factory=list)
    apart: Counter[str] = field(default_factory=Counter)  # devices that have stopped by a rule, by rule
    with_apart: int = 0  # seeds that end with one

    def __add__(self, more: "Played") -> "Played":
        return Played(
            self.seeds + more.seeds,
            self.found + more.found,
            self.apart + more.apart,
            self.with_apart + more.with_apart,
        )

    def __str__(self) -> str:
        by_rule = ", ".join(f"{code} {count}" for code, count in sorted(self.apart.items()))
        stopped = f"{self.with_apart} with a device that stopped by rule ({by_rule})" if by_rule else "nobody stopped"
        return f"{self.seeds} seeds, {len(self.found)} with trouble, {stopped}"


def play(seeds: Iterable[int]) -> Played:
    """What became of these seeds. Odd seeds have a relay that lies, even ones an honest one."""
    remember()
    played = Played()
    for seed in seeds:
        world = World(seed, ACTS, lies=seed % 2 == 1)
        played.seeds += 1
        try:
            world.run()
            verdict = judge(world)
            wrong = verdict.wrong
            played.apart += verdict.apart
            played.with_apart += bool(verdict.apart)
        except Exception:  # noqa: BLE001  # whatever it is, it is what this seed has found
            wrong = traceback.format_exc().splitlines()
        if wrong:
            played.found.append(Found(seed, wrong, world.story))
    return played
