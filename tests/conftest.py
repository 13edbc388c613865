"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sources import ROOT

# No test is about time, and hypothesis's own limits are: a crowded machine is no finding.
settings.register_profile("kith", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kith")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT
