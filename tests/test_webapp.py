"""The web app's own checks, each as one case: types, style, and the tests beside its files."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.sources import ROOT

WEBAPP = ROOT / "webapp"


def run(*command: str) -> None:
    """Runs one of the tools in node_modules and fails with what it says."""
    node = shutil.which("node")
    assert node, "Node was not found: run bin/set-up test"
    tool = Path(os.path.realpath(WEBAPP / "node_modules" / ".bin" / command[0]))
    assert tool.exists(), f"{command[0]} is not installed: run bin/set-up test"
    answer = subprocess.run(
        [node, tool, *command[1:]],
        cwd=WEBAPP,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "CI": "true"},
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.tests.json", "tsconfig.workers.json"])
def test_types_hold(project: str) -> None:
    run("tsc", "-p", project)


def test_biome_finds_nothing() -> None:
    run("biome", "ci", "--colors=off", "--error-on-warnings", "..")


@pytest.mark.timeout(1800)  # eight minutes beside the stories in browsers, and some machines are half as fast
def test_vitest_passes() -> None:
    run("vitest", "run", "--reporter=default")
