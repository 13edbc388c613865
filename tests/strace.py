"""The kernel turned against a relay: `strace` kills it, or refuses it a write, at any one call on its database."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.relay_process import RelayProcess
from tests.sources import ROOT

CALLS: Final = ("pwrite64", "pwritev", "write", "fdatasync", "fsync", "ftruncate", "unlink")  # what changes a file
ATTACH_S: Final = 20
DETACH_S: Final = 1


def killing(call: str, nth: int) -> str:
    """SIGKILL instead of the nth `call`; each thread counts its own."""
    return f"{call}:signal=KILL:when={nth}"


def refusing(call: str, error: str, from_nth: int) -> str:
    """`error` from the nth `call` on; each thread counts its own."""
    return f"{call}:error={error}:when={from_nth}+"


def run_under(command: Sequence[str], inject: str, calls: Sequence[str]) -> int:
    """The exit status of a command that is traced from its start, wherever it writes; below 0 for a signal."""
    tracing = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={','.join(calls)}"]
    return subprocess.run(
        [*tracing, "-e", f"inject={inject}", *command], cwd=ROOT, capture_output=True, timeout=ATTACH_S * 3, check=False
    ).returncode


@contextmanager
def attached(relay: RelayProcess, inject: str) -> Iterator[None]:
    """From here on, for the relay that is running, until it has ended or this is left. Raises RuntimeError."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-p", str(relay.pid), *_options(relay.stored, inject), "-o", "/dev/null"],
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + ATTACH_S
        while not _is_traced(relay.pid, tracer.pid):
            if tracer.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("strace cannot attach")
            time.sleep(0.005)
        yield
    finally:
        tracer.terminate()  # it lets go of what it traces
        try:
            tracer.wait(DETACH_S)
        except subprocess.TimeoutExpired:  # now and then it waits for ever for a thread of what it has killed
            tracer.kill()
            tracer.wait()


def _options(database: Path, inject: str) -> list[str]:
    files = [database, *(database.with_name(database.name + end) for end in ("-wal", "-journal"))]
    paths = [part for file in files for part in ("-P", str(file))]
    return ["-qq", *paths, "-e", f"trace={','.join(CALLS)}", "-e", f"inject={inject}"]


def _is_traced(pid: int, by: int) -> bool:
    """Every thread of it."""
    statuses = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status")]
    return all(f"TracerPid:\t{by}\n" in status for status in statuses)
