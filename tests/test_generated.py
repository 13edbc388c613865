"""Files made by a program are what the program would make today."""

import subprocess
import sys

import pytest

from tests.sources import ROOT


@pytest.mark.parametrize("module", ["sync.schema"])
def test_making_them_again_changes_nothing(module: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", module, "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
