"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.sources import ROOT


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT
