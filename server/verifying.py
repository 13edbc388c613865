"""`kith verify`: does a server hand out the app that was built from this source, byte for byte?

A witness, not a protection: a server that means harm could show this visitor one thing and another the next.
"""

import argparse
import json
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection, InvalidURL
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from server import headers
from server.config import Settings
from server.operating import Subparsers, say

_ANSWER_S: Final = 20
_MOST_BYTES: Final = 16 * 1024 * 1024
_PAGE: Final = "index.html"


def differences(address: str, manifest: Path) -> Iterator[str]:
    """Each file that is missing there or another than here. Raises OSError, HTTPException, ValueError."""
    files: dict[str, str] = json.loads(manifest.read_text("utf-8"))["files"]
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InvalidURL(f"{address} is not like https://kith.example.org")
    far = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = far(parts.hostname, parts.port, timeout=_ANSWER_S)
    try:
        for name, digest in [("", files[_PAGE]), *sorted(files.items())]:
            connection.request("GET", "/" + quote(name), headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            content = answer.read(_MOST_BYTES)
            if 300 <= answer.status < 400:
                raise InvalidURL(f"it leads on to {answer.getheader('Location')}, so give that address")
            if answer.status != 200:
                yield f"/{name} is not there ({answer.status})"
            elif sha256(content).hexdigest() != digest:
                yield f"/{name} is not the one of this build"
            elif name == "" and answer.getheader("Content-Security-Policy") != headers.PAGE_POLICY:
                yield f"/{name} lets scripts do what it should not: its Content-Security-Policy is another"
    finally:
        connection.close()


def add_to(subparsers: Subparsers) -> None:
    """`kith verify`."""
    parser = subparsers.add_parser(
        "verify",
        help="compare what a server hands out with this build",
        description="Fetches the app from a server and compares every file with this build of it. Run it from where "
        "people are, and more than once: a server could show each visitor something else.",
    )
    parser.add_argument("url", help="where it is, such as https://kith.example.org")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    url: str = arguments.url
    manifest = Path(str(Settings.model_fields["static"].default)) / "manifest.json"
    try:
        found = list(differences(url.rstrip("/"), manifest))
    except FileNotFoundError:
        say("This Kith has no web app to compare with: build it with bin/run.")
        return 1
    except (OSError, HTTPException, ValueError) as error:
        say(f"{url} cannot be compared: {error}")
        return 1
    for difference in found:
        say(difference)
    if not found:
        say(f"{url} hands out this build, every file of it.")
    return 1 if found else 0
