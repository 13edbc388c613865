"""How figures are shown: medians with their spread, and ratios, never one without the other."""

import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple


def spread(values: Sequence[float], digits: int = 0) -> str:
    """`median (least–most)`."""
    if not values:
        return "–"
    shown = f"{median(values):,.{digits}f}"
    return shown if len(values) == 1 else f"{shown} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def ratio(ours: Sequence[float], theirs: Sequence[float], digits: int = 2) -> str:
    """Ours over theirs: of the medians, and of each pair of runs that stood side by side."""
    pairs = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return f"{median(ours) / median(theirs):.{digits}f} × ({min(pairs):.{digits}f}–{max(pairs):.{digits}f})"


def show(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table as Markdown has it."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


class Promise(NamedTuple):
    """What was promised and what was seen."""

    what: str
    seen: str
    promised: str
    is_kept: bool


def judge(title: str, promises: Sequence[Promise]) -> int:
    """Shows them; the exit status: 1 if one was not kept."""
    rows = [[it.what, it.seen, it.promised, "yes" if it.is_kept else "**no**"] for it in promises]
    show(title, ["what", "seen", "promised", "kept"], rows)
    return int(not all(it.is_kept for it in promises))


def tell(text: str) -> None:
    """Progress, beside the figures."""
    print(text, file=sys.stderr, flush=True)


def machine(*packages: str) -> str:
    """What this ran on, without the machine's name, and how busy it was."""
    cpu = next(
        (line.partition(":")[2].strip() for line in cpu_lines() if line.startswith("model name")), platform.machine()
    )
    count = sum(line.startswith("processor") for line in cpu_lines())
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    load = f"a load of {os.getloadavg()[0]:.1f}"
    return f"{count} cores ({cpu}), {load}, {platform.system()}, Python {platform.python_version()}, {versions}"


def cpu_lines() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text().splitlines() if file.exists() else []
