"""What fuzzing found stays found, and every target stands a few hundred mutations without a guide."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.differential import changed
from tests.fuzz.seeds import FOUND, beginnings
from tests.fuzz.targets import TARGETS, attempt


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.stem)
def test_what_was_found_is_refused_or_read(path: Path) -> None:
    attempt(
        next(name for name in sorted(TARGETS, reverse=True) if path.name.startswith(name)),
        bytes.fromhex(path.read_text()),
    )


@pytest.mark.parametrize("name", TARGETS)
def test_300_mutated_inputs_are_refused_or_read(name: str) -> None:
    corpus = beginnings(name)
    for n in range(300):
        draw = Random(f"{name} {n}")
        attempt(name, changed(changed(draw.choice(corpus), draw, corpus), draw, corpus))
