"""House rules that a machine can hold us to."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT, is_test, name_of, written_files

CODE = {".py", ".ts", ".tsx", ".mjs"}
WORDS = ROOT / "webapp" / "src" / "words"
LONGEST, LONGEST_TEST = 300, 400

FORBIDDEN = {
    "util", "utils", "helper", "helpers", "manager", "managers", "handler", "handlers", "service", "services",
    "common", "misc", "base", "data", "info", "impl",
}  # fmt: skip
NAMED_BY_OTHERS = {"service-worker.ts", "base.css"}  # what browsers and style sheets call these things


def run(*command: str) -> None:
    """Runs a tool of this Python and fails with what it says."""
    answer = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_ruff_finds_nothing() -> None:
    run("ruff", "check", "--output-format=concise", ".")


def test_python_is_formatted() -> None:
    run("ruff", "format", "--check", ".")


def test_mypy_finds_nothing() -> None:
    run("mypy")


def test_files_are_short() -> None:
    too_long = []
    for path in written_files():
        if path.suffix in CODE and not path.is_relative_to(WORDS):
            lines = len(path.read_text().splitlines())
            if lines > (LONGEST_TEST if is_test(path) else LONGEST):
                too_long.append(f"{name_of(path)}: {lines} lines")
    assert too_long == []


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    assert [name_of(path) for path in written_files() if left.search(path.read_text())] == []


def test_no_test_is_skipped() -> None:
    skipped = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)|\b(?:it|test|describe)\.(?:skip|todo|only)\b")
    me = Path(__file__)
    assert [name_of(path) for path in written_files() if path != me and skipped.search(path.read_text())] == []


def test_no_path_of_somebodys_machine() -> None:
    machine = re.compile(r"(?<![\w./])/(?:work|root|home|Users)/\w")
    assert [name_of(path) for path in written_files() if machine.search(path.read_text())] == []


def parts_of(name: str) -> set[str]:
    """The words of a name: `StoreHandler` and `store_handler` and `store-handler` are store, handler."""
    return {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("name", ["StoreHandler", "store_handler", "store-handler.ts", "HTTPHandler"])
def test_the_words_of_a_name_are_found(name: str) -> None:
    assert parts_of(name) & FORBIDDEN == {"handler"}


def class_names(path: Path) -> list[str]:
    if path.suffix == ".py":
        return [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)]
    return re.findall(r"^(?:export )?(?:abstract )?(?:class|interface) (\w+)", path.read_text(), re.MULTILINE)


def test_names_say_what_a_thing_is() -> None:
    wrong = [
        name_of(path)
        for path in written_files()
        if path.name not in NAMED_BY_OTHERS and parts_of(path.stem.split(".")[0]) & FORBIDDEN
    ]
    for path in written_files():
        if path.suffix in CODE:
            wrong += [f"{name} in {name_of(path)}" for name in class_names(path) if parts_of(name) & FORBIDDEN]
    assert wrong == []


def test_errors_are_not_swallowed() -> None:
    """No bare except and no empty catch. A broad one needs its reason beside `noqa: BLE001`."""
    bare = re.compile(r"^\s*except\s*:|\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}", re.MULTILINE)
    assert [name_of(path) for path in written_files() if path.suffix in CODE and bare.search(path.read_text())] == []


def test_every_field_tells_the_browser_to_remember_nothing() -> None:
    """P31: what stands in a field comes back by itself after a restart, and lies in the browser's files until then."""
    field = re.compile(r"<(?:input|textarea|select)\b(?:=>|[^>])*>")
    pages = [path for path in written_files() if path.suffix == ".tsx"]
    fields = [(name_of(path), tag) for path in pages for tag in field.findall(path.read_text())]
    assert len(fields) > 5
    assert [name for name, tag in fields if "autocomplete=" not in tag and "{...same}" not in tag] == []
