"""2,000 seeded schedules of 3 to 6 devices and 200 operations, every other one with a relay that lies: in the end all
documents are the same, no edit that was kept is lost, and nobody is called a liar who did not lie. A device that stops
does so by a rule (apart.py), tells its people, and has everything on its disk.

A seed that fails is printed; `.venv/bin/python -m tests.simulation --seed 137` plays it again, and `--first 1001` looks
further.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.simulation.hunt import Played, play

SEEDS = 2_000
CHUNK = 50
CHUNKS = [range(first, first + CHUNK) for first in range(1, SEEDS + 1, CHUNK)]


@pytest.fixture(scope="module")
def played() -> Iterator[dict[range, Future[Played]]]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield {chunk: pool.submit(play, chunk) for chunk in CHUNKS}


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: f"seeds {chunk[0]} to {chunk[-1]}")
def test_two_thousand_schedules_lose_nothing(chunk: range, played: dict[range, Future[Played]]) -> None:
    found = played[chunk].result().found
    assert not found, "\n\n".join(map(str, found))
