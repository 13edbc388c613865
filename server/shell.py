"""The built web app, read into memory once: so that no request waits for a file, and none can name a file outside."""

import gzip
import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_COMPRESSIBLE: Final = frozenset((".html", ".js", ".mjs", ".css", ".json", ".map", ".webmanifest", ".wasm", ".svg"))
_HASHED: Final = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")  # Vite puts a hash of the content into these names


@dataclass(frozen=True, slots=True)
class ShellFile:
    """One file of the app, ready to send."""

    content: bytes
    gzipped: bytes | None
    type: str
    etag: str
    is_immutable: bool  # its name changes with its content
    runs_wasm: bool  # the passphrase worker, and nothing else


class Shell:
    """The files of `folder`, as they were when it was read. An unbuilt app is an empty shell."""

    def __init__(self, folder: Path) -> None:
        worker = _name_of_argon2_worker(folder)
        paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        named = ((path.relative_to(folder).as_posix(), path) for path in paths)
        self._files = {name: _read(name, path, runs_wasm=name == worker) for name, path in named}

    def file(self, name: str) -> ShellFile | None:
        """The file of this name, without a slash at its front."""
        return self._files.get(name)


def _name_of_argon2_worker(folder: Path) -> str | None:
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return None
    name = json.loads(manifest.read_text("utf-8")).get("argon2")
    return name if isinstance(name, str) else None


def _read(name: str, path: Path, *, runs_wasm: bool) -> ShellFile:
    content = path.read_bytes()
    suffix = path.suffix.lower()
    smaller = gzip.compress(content, mtime=0) if suffix in _COMPRESSIBLE else content
    return ShellFile(
        content=content,
        gzipped=smaller if len(smaller) < len(content) else None,
        type=_TYPES.get(suffix, "application/octet-stream"),
        etag=sha256(content).hexdigest()[:32],
        is_immutable=_HASHED.search(name) is not None,
        runs_wasm=runs_wasm,
    )
