"""A relay as people run it: `kith serve` in its own process, on a free port, for tests to stop, kill and restart."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.sources import ROOT

START_S: Final = 60
STOP_S: Final = 60
_FIRST_PORT, _PORTS = 20_000, 12_000
_NUMBERS: Final = count(os.getpid() * 97)  # so that two processes that test at once do not go the same way
SERVE: Final = ("server", "serve")  # a module, and what it is told


class Process(Protocol):
    """What is needed of a `subprocess.Popen`."""

    pid: int

    def poll(self) -> int | None: ...
    def wait(self, timeout: float) -> int: ...
    def send_signal(self, number: int, /) -> None: ...
    def kill(self) -> None: ...


class RelayProcess:
    """`kith serve` on 127.0.0.1. `settings` are further KITH_ variables; standard error goes to `log`.

    `code` is the folder whose `server` and `sync` it runs: another version's, perhaps.
    """

    def __init__(self, folder: Path, port: int, settings: dict[str, str], code: Path = ROOT) -> None:
        self.folder, self.port, self.code = folder, port, code
        self.before: Sequence[str] = ()  # what the command is run under, such as faketime
        self.command: Sequence[str] = SERVE
        self.origin = settings.get("KITH_ORIGIN", f"http://localhost:{port}")
        self.socket_address = f"ws://127.0.0.1:{port}/sync"
        self.log = folder / "relay.log"
        self.stored = folder / "data" / "kith.sqlite3"
        self._settings = {**settings, "KITH_PORT": str(port), "KITH_DATA": str(folder / "data")}
        self._process: Process | None = None

    @property
    def pid(self) -> int:
        return self._running().pid

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self.launch()
        self.await_answer()

    def launch(self) -> None:
        """Starts it, without waiting until it answers."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self.before, sys.executable, "-m", *self.command],
                cwd=self.code,
                env={**inherited, **self._settings},
                stdout=log,
                stderr=log,
            )

    def await_answer(self) -> None:
        """Waits until it answers. Raises RuntimeError if it ends instead."""
        deadline = time.monotonic() + START_S
        while not self.is_healthy():
            if self._running().poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the relay did not start:\n{self.log.read_text()}")
            time.sleep(0.02)

    def stop(self) -> int:
        """Asks it to stop (SIGTERM) and waits; its exit status."""
        self._running().send_signal(signal.SIGTERM)
        return self._wait()

    def kill(self) -> None:
        """Ends it at once (SIGKILL), as a power cut would."""
        self._running().kill()
        self._wait()

    def send_signal(self, number: int) -> None:
        self._running().send_signal(number)

    def ended(self) -> int:
        """Waits until it ends by itself; its exit status."""
        return self._wait()

    def buried(self) -> None:
        """Waits for the end that something else has put to it."""
        self._wait()

    def restart(self) -> None:
        """Starts it again on the same port and folder, stopping it first if it runs."""
        if self._process is not None:
            self.stop()
        self.start()

    def is_healthy(self) -> bool:
        """Whether /healthz answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def dial(self, headers: Mapping[str, str]) -> AbstractContextManager[ClientConnection]:
        """A WebSocket to it, from its own origin."""
        return dial(self.socket_address, self.origin, headers)

    def end(self) -> None:
        """Makes sure that nothing is left running."""
        if self._process is not None:
            self.kill()

    def _running(self) -> Process:
        if self._process is None:
            raise RuntimeError("the relay is not running")
        return self._process

    def _wait(self) -> int:
        status = self._running().wait(STOP_S)
        self._process = None
        return status


def dial(
    address: str,
    origin: str | None,
    headers: Mapping[str, str],
    over: socket.socket | None = None,
) -> AbstractContextManager[ClientConnection]:
    """A WebSocket that does nothing by itself but answer pings."""
    return connect(
        address,
        sock=over,
        origin=None if origin is None else Origin(origin),
        additional_headers=headers,
        compression=None,
        proxy=None,
        ping_interval=None,
        max_size=None,
        legacy=False,
    )


@contextmanager
def relay_process(
    settings: dict[str, str] | None = None, folder: Path | None = None, command: Sequence[str] = SERVE
) -> Iterator[RelayProcess]:
    """A running relay, ended afterwards. Its folder is temporary unless one is given."""
    with TemporaryDirectory(prefix="kith-relay-") as temporary:
        relay = RelayProcess(folder or Path(temporary), free_port(), settings or {})
        relay.command = command
        try:
            relay.start()
            yield relay
        finally:
            relay.end()


def free_port() -> int:
    """A port of 127.0.0.1 that was free a moment ago, below those of which any caller may be given one the next."""
    while True:
        port = _FIRST_PORT + next(_NUMBERS) % _PORTS
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
