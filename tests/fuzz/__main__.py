"""Fuzzes every decoder, guided by coverage: `python -m tests.fuzz [--minutes 10] [--target NAME]`; README.md here."""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.targets import TARGETS
from tests.sources import ROOT

AT_ONCE: Final = 2
_EXECUTED: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for each target (10)")
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="only this one, or these")
    parser.add_argument("--folder", type=Path, help="keep the corpora here, and begin with them the next time")
    asked = parser.parse_args()
    names, failed = asked.target or list(TARGETS), False
    with TemporaryDirectory(prefix="kith-fuzz-") as temporary:
        folder = (asked.folder or Path(temporary)).resolve()
        for first in range(0, len(names), AT_ONCE):
            running = [(name, _start(name, int(asked.minutes * 60), folder)) for name in names[first : first + AT_ONCE]]
            for name, process in running:
                failed |= not _told(name, process, folder)
    return 1 if failed else 0


def _start(name: str, seconds: int, folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.fuzz.run", name, str(seconds), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _told(name: str, process: "subprocess.Popen[str]", folder: Path) -> bool:
    """Says what a target came to; whether it found nothing."""
    began = time.monotonic()
    said, _ = process.communicate()
    executed = _EXECUTED.search(said)
    count = int(executed[1]) if executed else 0
    inputs = sorted(folder.glob(f"{name}-crash-*")) + sorted(folder.glob(f"{name}-timeout-*"))
    is_well = process.returncode == 0 and not inputs and count > 0
    print(f"{name}: {count:,} executions, {len(inputs)} findings, {time.monotonic() - began:.0f} s", flush=True)
    if not is_well:
        print(*said.splitlines()[-40:], *(f"{each.name}: {each.read_bytes().hex()}" for each in inputs), sep="\n")
    return is_well


if __name__ == "__main__":
    sys.exit(main())
