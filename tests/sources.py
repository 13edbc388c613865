"""The files that people write here, for the tests that read them: generated and fetched ones are left out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("server", "webapp", "sync", "tests", "e2e", "bench", "bin", ".ci")
TOP_FILES = ("README.md", "pyproject.toml", ".biome.json", ".gitignore")
NOT_OURS = {"node_modules", "static", "__pycache__", "vectors", "results", "frozen"}
GENERATED = {"sync/document.ts", "sync/schema.json", "webapp/package-lock.json"}
PICTURES = {".png", ".svg", ".jpg", ".webp", ".ico"}


def written_files() -> list[Path]:
    """Every text file of the repository that a person wrote, in a fixed order."""
    found = [ROOT / name for name in TOP_FILES if (ROOT / name).exists()]
    for folder in FOLDERS:
        found += [path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and _is_written(path)]
    return found


def _is_written(path: Path) -> bool:
    place = path.relative_to(ROOT)
    if NOT_OURS.intersection(place.parts) or any(part.startswith(".") for part in place.parts[1:-1]):
        return False
    return place.as_posix() not in GENERATED and path.suffix not in PICTURES | {".lock", ".pyc"}


def name_of(path: Path) -> str:
    """A path as the READMEs write it."""
    return path.relative_to(ROOT).as_posix()


def is_test(path: Path) -> bool:
    """Whether a file is a test, or something that only tests use."""
    place = path.relative_to(ROOT)
    return place.parts[0] in {"tests", "e2e", "bench"} or ".test." in path.name or "-for-tests." in path.name


def typescript_without_comments(text: str) -> str:
    """TypeScript with its comments blanked. Good enough for finding words: it may blank `//` inside a string."""
    return re.sub(r"(?<![:'\"`\\])//[^\n]*", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


IMPORT = re.compile(
    r"""^\s*(?P<kind>import|export)\s+(?P<type>type\s)?[^'"();]*?\bfrom\s*['"](?P<from>[^'"]+)['"]"""
    r"""|^\s*import\s*['"](?P<bare>[^'"]+)['"]"""
    r"""|\bimport\(\s*['"](?P<lazy>[^'"]+)['"]\s*\)""",
    re.MULTILINE,
)


def typescript_imports(path: Path, *, with_types: bool = True) -> Iterator[str]:
    """The modules that a TypeScript file names, as it writes them; lazy ones too."""
    for found in IMPORT.finditer(re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)):
        if with_types or not found["type"]:
            yield found["from"] or found["bare"] or found["lazy"]


def python_imports(path: Path) -> Iterator[str]:
    """The modules that a Python file names, whole (`a.b`), wherever in the file they stand."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = ".".join(path.relative_to(ROOT).parts[: -node.level]) if node.level else ""
            module = ".".join(part for part in (package, node.module or "") if part)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
