"""Who may import whom: the arrows of the README's picture, and nothing beside them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import (
    ROOT,
    is_test,
    name_of,
    python_imports,
    typescript_imports,
    typescript_without_comments,
    written_files,
)

OURS = {"server", "sync", "webapp", "tests", "e2e", "bench"}
PYTHON = [path for path in written_files() if path.suffix == ".py"]
TYPESCRIPT = [path for path in written_files() if path.suffix in {".ts", ".tsx"}]
SOURCE = ROOT / "webapp" / "src"
DOCUMENT_SHAPE = ROOT / "sync" / "document.ts"

# sync may not reach the world; whoever calls it passes in the clock and the randomness
WORLD = {
    "asyncio", "datetime", "http", "os", "random", "requests", "secrets", "select", "selectors", "socket", "sqlite3",
    "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
GENERATORS = {"sync/schema.py"}  # run by people, never imported by what runs: it writes files
WORLD_OF_THE_BROWSER = re.compile(
    r"\bfetch\(|\bindexedDB\b|(?<!\./)\bdocument\.|\bwindow\b|\blocalStorage\b|\bWebSocket\b|\bsetTimeout\b|\bsetInterval\b"
    r"|\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bperformance\.|\bnavigator\b"
)
PACKAGES_OF_SYNC = {"yjs", "@hpke/core"}
PACKAGES_OF_TESTS = {"vitest", "fast-check", "@noble/curves/ed25519.js"}  # noble: the fallback, which webapp passes in


def folder_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize(
    ("folder", "allowed"), [("server", {"server", "sync"}), ("sync", {"sync"}), ("webapp", {"webapp"})]
)
def test_python_imports_only_what_its_folder_may(folder: str, allowed: set[str]) -> None:
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in PYTHON
        if folder_of(path) == folder
        for module in python_imports(path)
        if module.split(".")[0] in OURS - allowed
    ]
    assert wrong == []


def test_sync_in_python_reaches_nothing_outside() -> None:
    sources = [path for path in PYTHON if folder_of(path) == "sync" and name_of(path) not in GENERATORS]
    assert sources
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in sources
        for module in python_imports(path)
        if module.split(".")[0] in WORLD
    ]
    wrong += [f"{name_of(path)} makes its own keys" for path in sources if ".generate" in path.read_text()]
    assert wrong == []


def test_only_the_server_s_edge_knows_gevent() -> None:
    edge = {"server/hub.py", "server/listening.py", "server/reader.py", "server/serving.py", "server/transport.py"}
    knowing = {
        name_of(path)
        for path in PYTHON
        if folder_of(path) == "server" and any(name.split(".")[0] == "gevent" for name in python_imports(path))
    }
    assert knowing == edge


def test_nothing_that_runs_imports_a_generator() -> None:
    generators = {name.removesuffix(".py").replace("/", ".") for name in GENERATORS}
    running = [path for path in PYTHON if folder_of(path) in {"server", "sync"}]
    assert [name_of(path) for path in running if generators.intersection(python_imports(path))] == []


def test_sync_in_typescript_reaches_nothing_outside() -> None:
    sources = [path for path in TYPESCRIPT if folder_of(path) == "sync"]
    assert sources
    wrong = []
    for path in sources:
        packages = PACKAGES_OF_SYNC | (PACKAGES_OF_TESTS if is_test(path) else set())
        for name in typescript_imports(path):
            inside = name.startswith("./") or (is_test(path) and name.startswith("node:"))
            if not inside and name not in packages:
                wrong.append(f"{name_of(path)} imports {name}")
        if not is_test(path):
            code = typescript_without_comments(path.read_text())
            wrong += [f"{name_of(path)} uses {found}" for found in WORLD_OF_THE_BROWSER.findall(code)]
    assert wrong == []


def webapp_imports() -> Iterator[tuple[Path, str]]:
    for path in TYPESCRIPT:
        if path.is_relative_to(SOURCE):
            for name in typescript_imports(path):
                yield path, name


def place(path: Path) -> str:
    """The folder of webapp/src that a file stands in; its own name when it stands at the top."""
    return path.relative_to(SOURCE).parts[0]


def reached(path: Path, name: str) -> Path | None:
    """The file that a relative import leads to; None for a package."""
    if not name.startswith("."):
        return None
    target = (path.parent / name.split("?")[0]).resolve()
    tries = [target, *(target.with_name(target.name + ending) for ending in (".ts", ".tsx"))]
    return next((one for one in tries if one.is_file()), target)


def test_the_web_app_imports_only_itself_and_sync() -> None:
    wrong = []
    for path, name in webapp_imports():
        target = reached(path, name)
        if target and not (target.is_relative_to(SOURCE) or target.parent == ROOT / "sync" or _is_vector(path, target)):
            wrong.append(f"{name_of(path)} imports {name}")
    assert wrong == []


def _is_vector(path: Path, target: Path) -> bool:
    return is_test(path) and target.is_relative_to(ROOT / "sync" / "vectors")


def test_only_the_document_knows_yjs() -> None:
    def may(path: Path) -> bool:
        return place(path) == "document" or is_test(path)

    is_yjs = re.compile(r"^(yjs|lib0|y-protocols)(/|$)")
    assert [
        f"{name_of(path)} imports {name}" for path, name in webapp_imports() if is_yjs.match(name) and not may(path)
    ] == []


def test_the_document_and_the_device_know_no_screen() -> None:
    wrong = []
    for path, name in webapp_imports():
        if place(path) not in {"document", "device"}:
            continue
        if re.match(r"^preact(/|$)|^@preact/(?!signals(-core)?$)", name) or path.suffix == ".tsx":
            wrong.append(f"{name_of(path)} imports {name}")
        target = reached(path, name)
        if target and target.is_relative_to(SOURCE):
            below = {"document", "device"} if place(path) == "device" else {"document"}
            if place(target) not in below and len(target.relative_to(SOURCE).parts) > 1 and not is_test(path):
                wrong.append(f"{name_of(path)} looks up to {name}")
    assert wrong == []


def loops(graph: dict[str, set[str]]) -> list[str]:
    """Every way round that a walk through the graph comes upon, written as `a > b > a`."""
    found: list[str] = []
    done: set[str] = set()

    def walk(node: str, trail: list[str]) -> None:
        if node in trail:
            found.append(" > ".join([*trail[trail.index(node) :], node]))
        elif node not in done:
            for following in sorted(graph.get(node, set())):
                walk(following, [*trail, node])
            done.add(node)

    for start in sorted(graph):
        walk(start, [])
    return found


def test_loops_are_found() -> None:
    assert loops({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": set()}) == ["a > b > c > a"]


def test_no_typescript_module_imports_itself_by_a_detour() -> None:
    graph = {
        name_of(path): {
            name_of(target)
            for name in typescript_imports(path, with_types=False)
            if (target := reached(path, name)) and target.is_file()
        }
        for path in [*TYPESCRIPT, *([DOCUMENT_SHAPE] if DOCUMENT_SHAPE.exists() else [])]
    }
    assert loops(graph) == []


def test_no_python_module_imports_itself_by_a_detour() -> None:
    modules = {name_of(path).removesuffix(".py").replace("/", "."): path for path in PYTHON}
    graph = {module: modules.keys() & set(python_imports(path)) for module, path in modules.items()}
    assert loops(graph) == []
