"""Log lines: one event a line, `noun.verbed key=value`, with opaque ids only. README.md lists every event.

Never a name, content, address, token or URL: whoever reads the log learns no more than the database shows.
"""

import logging
import re
import sys
from pathlib import Path
from traceback import extract_tb
from typing import Final, Literal

from server import metrics

Event = Literal[
    "server.started", "server.draining", "server.stopped", "request.malformed", "request.failed", "socket.refused",
    "socket.closed", "space.created", "device.welcomed", "entry.appended", "records.appended", "push.refused",
    "message.refused", "join.asked", "join.declined", "reader.cut", "conversation.failed", "commit.failed",
    "space.purged", "purge.failed", "tombstone.failed", "write.failed", "proxy.silent", "disk.unreadable",
]  # fmt: skip

_ID_DIGITS: Final = 8
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.,:@/-]")
_log = logging.getLogger("kith")


def start(level: str) -> None:
    """Sends lines of `level` ("debug", "info", "warning", "error") and above to standard error."""
    output = logging.StreamHandler(sys.stderr)
    output.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.handlers = [output]
    _log.propagate = False
    _log.setLevel(level.upper())


def tell(event: Event, **fields: bytes | int | str | None) -> None:
    """What happened in the life of the server. Bytes are shown as the first digits of their hexadecimal form."""
    _write(logging.INFO, event, fields)


def tells_details() -> bool:
    """Whether `detail` says anything: where it would be called thousands of times a second."""
    return _log.isEnabledFor(logging.DEBUG)


def detail(event: Event, **fields: bytes | int | str | None) -> None:
    """What happens all the time."""
    _write(logging.DEBUG, event, fields)


def warn(event: Event, **fields: bytes | int | str | None) -> None:
    """What was refused."""
    _write(logging.WARNING, event, fields)


def fail(event: Event, error: BaseException, **fields: bytes | int | str | None) -> None:
    """A fault, our own or the disk's: where it arose and of which kind, never its message, which may quote content."""
    metrics.faults.add(event)
    frames = extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"
    _write(logging.ERROR, event, {**fields, "error": type(error).__name__, "at": place})


def _write(level: int, event: Event, fields: dict[str, bytes | int | str | None]) -> None:
    if _log.isEnabledFor(level):
        pairs = (f"{key}={_shown(value)}" for key, value in fields.items() if value is not None)
        _log.log(level, "%s", " ".join((event, *pairs)))


def _shown(value: bytes | int | str | None) -> str:
    if isinstance(value, bytes):
        return value.hex()[:_ID_DIGITS]
    return _UNSAFE.sub("?", str(value))
