"""A running relay for the tests of a module, one that a test may stop or kill, and an echo over the same transport."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.relay_process import RelayProcess, free_port, relay_process
from tests.server.echo import open_sockets
from tests.sources import ROOT


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


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of an echo server."""
    number = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.server.echo", str(number)], cwd=ROOT)
    try:
        deadline = time.monotonic() + 60
        while open_sockets(number) is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield number
    finally:
        process.kill()
        process.wait()
