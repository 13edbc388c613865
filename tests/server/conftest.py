"""A running relay for the tests of a module, one that a test may stop or kill, and an echo over the same transport."""

import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Final

import pytest

from tests.relay_process import RelayProcess, free_port, relay_process
from tests.server.echo import open_sockets
from tests.sources import ROOT

THREADED: Final = ("tests.server.threaded",)
ON_THREADS_TOO: Final = {
    "test_belonging", "test_conversation", "test_foreign_clients", "test_origins", "test_push",
    "test_removal", "test_snapshots",
}  # fmt: skip


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The protocol's tests talk to two relays: as people run it, and on threads with stock simple-websocket. A test
    marked `stock_cannot` names the reason why it talks to the first alone.
    """
    name = metafunc.module.__name__.rpartition(".")[2]
    if "relay" in metafunc.fixturenames and name in ON_THREADS_TOO:
        may = metafunc.definition.get_closest_marker("stock_cannot") is None
        metafunc.parametrize("relay", ["hub", "threads"] if may else ["hub"], indirect=True, scope="module")


@pytest.fixture(scope="module")
def relay(request: pytest.FixtureRequest) -> Iterator[RelayProcess]:
    """A relay that the tests of a module share: each makes its own space."""
    if getattr(request, "param", "hub") == "hub":
        with relay_process() as running:
            yield running
    else:
        with relay_process(command=THREADED) as running:
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
