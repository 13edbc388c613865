"""What is built: the same bytes wherever it is built, and all of it in both packages."""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.sources import ROOT

pytestmark = pytest.mark.timeout(600)

PARTS = ("server", "sync", "webapp", "bin", "pyproject.toml", "README.md", ".gitignore")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "static", ".vite")


def copy_of_kith(folder: Path) -> Path:
    """Kith's sources and installed npm packages in another folder, with nothing built."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=LEFT_OUT, symlinks=True, copy_function=link_or_copy)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder)
    return folder


def link_or_copy(source: str, target: str) -> str:
    """A second name for the file where the disk allows it: node_modules is large."""
    if "node_modules" not in source:
        return str(shutil.copy2(source, target))
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
    return target


def build(folder: Path, *targets: str, path: str | None = None) -> None:
    """Runs the build backend in a folder, with another PATH where one is given."""
    environment = {**os.environ, "PATH": path if path is not None else os.environ["PATH"]}
    command = [sys.executable, "-m", "hatchling", "build", *(word for target in targets for word in ("-t", target))]
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 by name of every file in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of Kith in which an sdist and a wheel were built."""
    folder = copy_of_kith(tmp_path_factory.mktemp("one") / "kith")
    build(folder, "sdist", "wheel")
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_two_folders_build_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = copy_of_kith(tmp_path / "a-longer-name" / "deeper")
    build(other, "wheel")
    assert digests(other / "server" / "static") == digests(built / "server" / "static")


def test_what_is_served_here_is_what_the_sources_say(built: Path) -> None:
    served = digests(ROOT / "server" / "static")
    assert served == digests(built / "server" / "static"), "server/static is old: run bin/set-up"


def gzip_bytes(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def with_imports(script: str, folder: Path) -> set[str]:
    """A built script and every one that must be there before it runs."""
    found, waiting = set[str](), [script]
    while waiting:
        name = waiting.pop()
        found.add(name)
        statics = re.findall(r"""(?:\bfrom|\bimport)["'`]\./([^"'`]+\.js)["'`]""", (folder / name).read_text())
        waiting += set(statics) - found
    return found


def test_the_lock_screen_needs_at_most_150_kilobytes(built: Path) -> None:
    folder = built / "server" / "static"
    page = (folder / "index.html").read_text()
    linked = set(re.findall(r"""(?:src|href)="/([^"]+)\"""", page)) - {
        "icon-180.png"
    }  # only for who puts it on a home screen
    scripts = {name for name in linked if name.endswith(".js")}
    assert scripts
    worker = json.loads((folder / "manifest.json").read_text())["argon2"]
    needed = {"index.html", worker, *linked}.union(*(with_imports(script, folder) for script in scripts))
    sizes = {name: gzip_bytes(folder / name) for name in needed}
    assert sum(sizes.values()) <= 150_000, sizes


def test_the_manifest_names_every_file_and_the_worker(built: Path) -> None:
    folder = built / "server" / "static"
    manifest = json.loads((folder / "manifest.json").read_text())
    files = digests(folder)
    del files["manifest.json"]
    assert manifest["files"] == files
    assert manifest["argon2"] in files
    assert [name for name in files if name.startswith("argon2")] == [manifest["argon2"]]


def test_the_service_worker_keeps_every_file(built: Path) -> None:
    folder = built / "server" / "static"
    worker = (folder / "sw.js").read_text()
    kept = set(digests(folder)) - {"sw.js", "manifest.json", "index.html"}
    assert [name for name in kept if f"/{name}" not in worker] == []


def test_nothing_built_names_this_machine(built: Path) -> None:
    names = [str(ROOT).encode(), str(built).encode()]
    files = [path for path in (built / "server" / "static").rglob("*") if path.is_file()]
    assert [path.name for path in files if any(name in path.read_bytes() for name in names)] == []


def test_the_wheel_carries_the_web_app_and_the_agreement(built: Path) -> None:
    with zipfile.ZipFile(only(built / "dist", "*.whl")) as wheel:
        names = set(wheel.namelist())
    assert {f"server/static/{name}" for name in digests(built / "server" / "static")} <= names
    assert {"sync/limits.json", "sync/words.txt", "server/schema.sql"} <= names
    assert [name for name in names if name.endswith((".ts", ".mjs")) or "/vectors/" in name] == []
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"server", "sync"}


def test_the_sdist_carries_the_web_app_and_needs_no_node(built: Path, tmp_path: Path) -> None:
    with tarfile.open(only(built / "dist", "*.tar.gz")) as sdist:
        assert [name for name in sdist.getnames() if "node_modules" in name] == []
        sdist.extractall(tmp_path, filter="data")
    folder = only(tmp_path, "kith_together-*")
    assert digests(folder / "server" / "static") == digests(built / "server" / "static")
    build(folder, "wheel", path="")  # no node, no npm: were one run, the build would fail
    with zipfile.ZipFile(only(folder / "dist", "*.whl")) as wheel:
        assert "server/static/index.html" in wheel.namelist()
