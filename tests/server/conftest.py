"""A running relay for the tests of a module, and one that a test may stop or kill."""

from collections.abc import Iterator

import pytest

from tests.relay_process import RelayProcess, relay_process


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayProcess]:
    """A relay that the tests of a module share: each makes its own space."""
    with relay_process() as running:
        yield running


@pytest.fixture
def own_relay() -> Iterator[RelayProcess]:
    """A relay for one test alone."""
    with relay_process() as running:
        yield running
