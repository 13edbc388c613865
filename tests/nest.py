"""`kith serve` again and again, without its half second of imports each time: forks of one process that has loaded it.

What is forked runs the command as `python -m server serve` would. Talked to in lines: settings in, process id and then
exit status out, one relay at a time.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import IO, Final

from tests.relay_process import RelayProcess, free_port
from tests.sources import ROOT

_STATIC: Final = "KITH_STATIC"


class Hatched:
    """One fork, as `subprocess.Popen` would show it."""

    def __init__(self, pid: int, told: IO[str]) -> None:
        self.pid = pid
        self._told = told
        self._status: int | None = None

    def poll(self) -> int | None:
        return self._read(0)

    def wait(self, timeout: float) -> int:
        status = self._read(timeout)
        if status is None:
            raise TimeoutError("the relay has not ended")
        return status

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _read(self, within_s: float) -> int | None:
        if self._status is None and select([self._told], [], [], within_s)[0]:
            self._status = int(self._told.readline())
        return self._status


class NestRelay(RelayProcess):
    """Starts fast. After `halted` the next start waits for SIGCONT before its first step."""

    def __init__(self, folder: Path, nest: "subprocess.Popen[str]", settings: dict[str, str]) -> None:
        empty = folder / "static"
        empty.mkdir(parents=True)
        super().__init__(folder, free_port(), {_STATIC: str(empty), **settings})
        self._nest = nest

    def launch(self, *, halted: bool = False) -> None:
        """Starts it, without waiting until it answers."""
        if self._nest.stdin is None or self._nest.stdout is None:
            raise RuntimeError("a nest without pipes")
        order = {"settings": self._settings, "log": str(self.log), "halted": halted}
        self._nest.stdin.write(json.dumps(order) + "\n")
        self._nest.stdin.flush()
        self._process = Hatched(int(self._nest.stdout.readline()), self._nest.stdout)
        while halted and _state(self.pid) != "T":
            time.sleep(0.002)


@contextmanager
def nest_relay(folder: Path, settings: dict[str, str]) -> Iterator[NestRelay]:
    """A relay that is not yet running, ended afterwards with all that was forked for it."""
    nest = subprocess.Popen(
        [sys.executable, "-m", "tests.nest"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    relay = NestRelay(folder, nest, settings)
    try:
        yield relay
    finally:
        relay.end()
        nest.communicate()


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def _hatch() -> None:
    from server import serving  # noqa: F401  # loaded once, for all forks
    from server.cli import main

    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become_relay(order["settings"], order["log"], halted=order["halted"])
            os._exit(main(["serve"]))
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _become_relay(settings: dict[str, str], log: str, *, halted: bool) -> None:
    for name in [name for name in os.environ if name.startswith("KITH_")]:
        del os.environ[name]
    os.environ.update(settings)
    nothing, written = os.open(os.devnull, os.O_RDONLY), os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(nothing, 0)
    os.dup2(written, 1)
    os.dup2(written, 2)
    if halted:
        os.kill(os.getpid(), signal.SIGSTOP)


if __name__ == "__main__":
    _hatch()
