"""The READMEs say what is there, all of it, and nothing that is gone."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from server import metrics
from server.config import Settings
from sync import errors
from sync.limits import LIMITS
from tests.sources import ROOT, name_of, written_files

READMES = [path for path in written_files() if path.name == "README.md"]
README = ROOT / "README.md"
LISTING = re.compile(r"^## Where things are$.*?^```$(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
# each of these folders is listed file by file; the rest is listed by folder
LISTED = (
    "server/*.py",
    "server/*.sql",
    "sync/*.py",
    "sync/*.ts",
    "sync/*.mjs",
    "sync/*.json",
    "sync/*.txt",
    "webapp/src/*",
    "bin/*",
)
READING_FILES = {"backup.py", "export.py"}  # what these bound is a file that somebody has, and not the server
NOT_LISTED = {"__init__.py", "static", "__pycache__"}


def listed() -> list[str]:
    """The paths that the README's listing names. A line under a folder continues its path."""
    found = LISTING.search(README.read_text())
    assert found, "README.md has no listing under 'Where things are'"
    paths: list[str] = []
    folder = ""
    for line in found["lines"].splitlines():
        words = line.split()
        if not words:
            continue
        if not line.startswith(" "):
            folder = words[0] if words[0].endswith("/") else ""
            paths.append(words[0])
        else:
            paths += [folder + word for word in names_at_the_start(words)]
    return paths


def names_at_the_start(words: list[str]) -> list[str]:
    """`chain.py .ts what…` is chain.py and chain.ts; `map/ plan/ what…` is both."""
    names: list[str] = []
    for word in words:
        if re.fullmatch(r"\.\w+", word) and names:
            names.append(names[0].rsplit(".", 1)[0] + word)
        elif word.endswith("/") or re.fullmatch(r"[\w-]+\.(?:py|ts|tsx|json|txt|sql|lock|css|mjs)", word):
            names.append(word)
        else:
            break
    return names or words[:1]


def test_all_that_is_listed_is_there() -> None:
    assert [path for path in listed() if not (ROOT / path).exists()] == []


def test_all_that_is_there_is_listed() -> None:
    names = {path.rstrip("/") for path in listed()}
    top = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    ours = {name for name in top if name in {"server", "webapp", "sync", "tests", "e2e", "bench", "bin"}}
    there = [path for pattern in LISTED for path in ROOT.glob(pattern) if path.name not in NOT_LISTED]
    missing = [name_of(path) for path in there if name_of(path) not in names and ".test." not in path.name]
    assert sorted(missing + list(ours - names)) == []


def test_every_setting_is_told() -> None:
    told = README.read_text() + (ROOT / "server" / "README.md").read_text()
    used = {f"KITH_{name.upper()}" for name in Settings.model_fields}
    assert sorted(name for name in used if name not in told) == []
    assert sorted(name for name in set(re.findall(r"\bKITH_[A-Z_]+\b", told)) if name not in used) == []


def test_every_refusal_is_told() -> None:
    told = (ROOT / "sync" / "README.md").read_text()
    assert sorted(code for code in errors.ALL_CODES if f"`{code}`" not in told) == []


def test_every_promise_against_a_threat_names_tests_that_are_there() -> None:
    text = (ROOT / "sync" / "README.md").read_text()
    promises = re.findall(r"^- \*\*(T\d+)\*\* (.+)$", text, re.MULTILINE)
    rows = "\n".join(line for line in text.splitlines() if line.startswith("| "))
    assert [number for number, _ in promises if not re.search(rf"\b{number}\b", rows)] == []
    assert set(re.findall(r"\bT\d+\b", rows)) == {number for number, _ in promises}
    named = [(number, re.findall(r"`([\w/.-]+\.(?:py|ts))::([^`]+)`", told)) for number, told in promises]
    assert [number for number, tests in named if not tests] == []
    assert [f"{path}::{name}" for _, tests in named for path, name in tests if not is_there(ROOT / path, name)] == []


def test_every_limit_of_the_server_is_told_with_a_metric_and_tests_that_are_there() -> None:
    text = (ROOT / "server" / "README.md").read_text()
    section = text.partition("## The limits\n")[2].partition("\n## ")[0]
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row[0])}
    sources = [path.read_text() for path in (ROOT / "server").glob("*.py") if path.name not in READING_FILES]
    enforced = {name for text in sources for name in re.findall(r"\blimits\.([a-z_]+)\b", text)} & set(asdict(LIMITS))
    assert enforced <= told <= set(asdict(LIMITS))
    metrics_told = {name for row in rows for name in re.findall(r"`(kith_\w+)`", row[2])}
    assert metrics_told <= {metric.name for metric in metrics.ALL}
    named = [re.findall(r"`(tests/[\w/.]+)::(\w+)`", row[3]) for row in rows]
    assert [row[0] for row, tests in zip(rows, named, strict=True) if not tests] == []
    assert [(path, name) for tests in named for path, name in tests if not is_there(ROOT / path, name)] == []


@pytest.mark.parametrize("folder", ["map", "."])
def test_every_row_of_the_practice_names_tests_that_are_there(folder: str) -> None:
    text = (ROOT / "webapp" / "src" / folder / "README.md").read_text()
    rows = [line for line in text.splitlines() if re.match(r"\| (measures|X\.|\d)", line)]
    named = [re.findall(r"`([\w/.-]+)::([^`]+)`", row) for row in rows]
    assert rows
    assert [row for row, tests in zip(rows, named, strict=True) if not tests] == []
    assert [(path, name) for tests in named for path, name in tests if not is_there(ROOT / path, name)] == []


def is_there(path: Path, name: str) -> bool:
    """A test's whole name in Python; in TypeScript the title or its beginning."""
    if not path.exists():
        return False
    text = path.read_text()
    return f"def {name}(" in text if path.suffix == ".py" else f"test('{name}" in text or f"describe('{name}" in text


@pytest.mark.parametrize("readme", READMES, ids=name_of)
def test_links_lead_somewhere(readme: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", readme.read_text())
    assert [link for link in links if "://" not in link and not (readme.parent / link).exists()] == []


def test_every_package_of_the_web_app_has_its_reason() -> None:
    packages = re.findall(r'^    "([^"]+)": "[\d.]+"', (ROOT / "webapp" / "package.json").read_text(), re.MULTILINE)
    assert packages
    told = (ROOT / "webapp" / "README.md").read_text()
    assert [name for name in packages if f"`{name}`" not in told] == []


def test_the_readme_speaks_of_both_commands() -> None:
    text = README.read_text()
    assert "bin/run" in text
    assert "bin/test" in text
