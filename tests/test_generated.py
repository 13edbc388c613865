"""Files made by a program are what the program would make today."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sync import schema
from sync.vectors import __main__ as vectors

MAKERS = {"python -m sync.schema": schema.generated, "python -m sync.vectors": vectors.generated}


@pytest.mark.parametrize("command", MAKERS)
def test_making_them_again_changes_nothing(command: str) -> None:
    make: Callable[[], dict[Path, str]] = MAKERS[command]
    old = [path.name for path, text in make().items() if not path.exists() or path.read_text("utf-8") != text]
    assert old == [], f"run {command}"


def test_no_vector_is_left_from_before() -> None:
    made = {f"{name}.json" for name in vectors.BUILDERS}
    there = {path.name for path in (Path(vectors.__file__).parent).glob("*.json")}
    assert there == made
