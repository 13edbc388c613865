"""Plays seeds and says which went wrong, with the whole story of each."""

import traceback
from collections.abc import Iterable
from dataclasses import dataclass

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


def play(seeds: Iterable[int]) -> list[Found]:
    """What went wrong with these seeds. Odd seeds have a relay that lies, even ones an honest one."""
    remember()
    found = []
    for seed in seeds:
        world = World(seed, lies=seed % 2 == 1)
        try:
            world.run()
            wrong = judge(world)
        except Exception:  # noqa: BLE001  # whatever it is, it is what this seed has found
            wrong = traceback.format_exc().splitlines()
        if wrong:
            found.append(Found(seed, wrong, world.story))
    return found
