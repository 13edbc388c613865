"""What the rooms carry, made before any clock starts, on every core at once: changes, and sealed records of them."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from bench.changes import Change, changes
from bench.pairs import Pair, new_pair, seal_all
from bench.relays import Work

_pairs: Final[list[Pair]] = []  # in the processes that seal: keys cannot be sent to them


def prepare(counts: Sequence[tuple[int, int]]) -> list[Work]:
    """A room for each of `counts`: how many changes a side says, and how many of the first of them are sealed too."""
    pairs = [new_pair() for _ in counts]
    tasks = [(room, side, *count) for room, count in enumerate(counts) for side in (0, 1)]
    forked = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), forked, initializer=_pairs.extend, initargs=(pairs,)) as pool:
        sides = list(pool.map(_one_side, tasks, chunksize=4))
    works = list[Work]()
    for room, pair in enumerate(pairs):
        (first, first_sealed), (second, second_sealed) = sides[2 * room : 2 * room + 2]
        works.append(Work(room, pair, (first, second), (first_sealed, second_sealed)))
    return works


def _one_side(task: tuple[int, int, int, int]) -> tuple[list[Change], list[bytes]]:
    room, side, count, sealed = task
    said = changes(2 * room + side, count)
    return said, [record.raw for record in seal_all(_pairs[room], side, said[:sealed])]
