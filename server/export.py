"""`kith export`: what two people wrote, read from a backup file alone, with its words and without any server (P33)."""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from server.newcomer import create
from sync.errors import SyncError
from sync.limits import LIMITS

if TYPE_CHECKING:
    from server.backup import Reading

_WORDS_MOST_BYTES: Final = 4096
_SAID: Final = {
    "FILE_LOCKED": "these words do not open it. Are they the words that were chosen for this copy?",
    "FILE_BAD": "it is damaged, or not a copy that Kith made. Is there another one?",
    "FILE_VERSION": "it was made by a newer Kith. Install that one to read it.",
    "FILE_KIND": "it carries changes from one device to another, and only a device that belongs can read it.",
    "TOO_LARGE": "it is larger than any copy that Kith makes.",
}
_NOT_TRUE: Final = "what it says about who belongs cannot be true ({code}). Nothing was read from it."
_STRANGE: Final = {
    "OMISSION": "Somebody had seen changes that are not in this copy.",
    "FORK_DEVICE": "One device has written two different things in one place. One of them is here.",
}


class _Unreadable(Exception):
    """Says in one sentence why nothing is written."""


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kith export`."""
    parser = subparsers.add_parser(
        "export",
        help="read a copy that somebody took with them",
        description="Opens a copy with its words, checks all of it, and writes what the two people wrote as JSON.",
    )
    parser.add_argument("file", type=Path, help="the copy")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--passphrase-file", type=Path, help="a file that holds the words, instead of typing them")
    words.add_argument("--passphrase-fd", type=int, help="an open file descriptor to read the words from")
    parser.add_argument("--out", type=Path, help="what to write (the copy's name with .json)")
    parser.add_argument("--text", action="store_true", help="also write it as plain text, with .txt")
    parser.add_argument("--photographs", action="store_true", help="also write its photographs, as .jpg files")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    out: Path = arguments.out or Path(file.name).with_suffix(".json")
    from server import plain_text

    is_text: bool = arguments.text
    is_with_photographs: bool = arguments.photographs
    try:
        reading = _read(file, _words(arguments.passphrase_file, arguments.passphrase_fd))
        written = [_write(out, as_json(reading))]
        if is_text:
            written.append(_write(out.with_suffix(".txt"), plain_text.of(reading.document.read())))
        if is_with_photographs:
            written += _write_photographs(out, reading)
    except _Unreadable as error:
        sys.stderr.write(f"kith export: {error}\n")
        return 1
    sys.stdout.write("\n".join([*said(reading), *(f"Written: {path.resolve()}" for path in written)]) + "\n")
    return 0


def as_json(reading: "Reading") -> str:
    """The document, and where it comes from."""
    whole = {
        "copy": {
            "space": reading.contents.space.hex(),
            "made_at": _day(reading.contents.made_at),
            "changes": reading.record_count,
            "set_aside": list(reading.aside_codes),
            "not_signed": len(reading.contents.loose) - len(reading.refused),
            "strange": sorted(reading.log.alarms),
        },
        "document": reading.document.read().model_dump(mode="json", by_alias=True),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def said(reading: "Reading") -> list[str]:
    """What was found, and what was not taken."""
    document, aside = reading.document.read(), reading.aside_codes
    loose, refused = len(reading.contents.loose), len(reading.refused)
    lines = [
        f"A copy made on {_day(reading.contents.made_at)}, by its own account.",
        f"{_count(reading.record_count, 'change')} from {_count(reading.device_count, 'device')}, each one checked: "
        f"{_count(len(document.people), 'person', 'people')}, {_count(len(document.goals), 'goal')}, "
        f"{_count(len(document.steps), 'step')}.",
    ]
    if loose > refused:
        lines.append(
            f"{_count(loose - refused, 'change')} had not been signed yet when it was made. They are here too."
        )
    if aside or refused:
        codes = ", ".join(sorted({*aside, *reading.refused}))
        lines.append(f"{_count(len(aside) + refused, 'change')} set aside, because they cannot be true: {codes}.")
    if reading.log.is_waiting:
        lines.append("Some changes build on others that are not in this copy. They are left out.")
    return lines + [_STRANGE[code] for code in sorted(reading.log.alarms) if code in _STRANGE]


def _read(file: Path, words: str) -> "Reading":
    from server.backup import read_backup  # which loads the document, and no other command needs it

    try:
        with file.open("rb") as opened:
            data = opened.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise _Unreadable(f"cannot read {file}: {error.strerror}") from error
    try:
        return read_backup(data, words)
    except SyncError as error:
        raise _Unreadable(f"{file}: {_SAID.get(error.code, _NOT_TRUE.format(code=error.code))}") from error
    except MemoryError as error:
        raise _Unreadable(f"{file}: this machine has not enough memory to open it.") from error


def _words(file: Path | None, descriptor: int | None) -> str:
    """Never from the command line, where every program on the machine can read them."""
    try:
        if file is not None:
            with file.open("rb") as opened:
                return opened.read(_WORDS_MOST_BYTES).decode("utf-8")
        if descriptor is not None:
            with os.fdopen(descriptor, "rb") as opened:
                return opened.read(_WORDS_MOST_BYTES).decode("utf-8")
        if not sys.stdin.isatty():
            raise _Unreadable("there is nobody to ask for the words. Give them with --passphrase-file.")
        return getpass("The words that open this copy: ")
    except OSError as error:
        raise _Unreadable(f"cannot read the words: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _Unreadable("cannot read the words: they are not UTF-8 text.") from error
    except (EOFError, KeyboardInterrupt) as error:
        raise _Unreadable("no words were given.") from error


def _write(path: Path, content: str | bytes) -> Path:
    """A new file that nobody else may read: nothing that is there is written over."""
    try:
        create(path)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    except OSError as error:
        raise _Unreadable(f"cannot write {path}: {error.strerror}. Try another name with --out.") from error
    return path


def _write_photographs(out: Path, reading: "Reading") -> list[Path]:
    """Each that is all there, beside the rest, as `<name>-photograph-1.jpg` and so on."""
    from server.photographs import jpeg_of

    written: list[Path] = []
    for number, photograph in enumerate(reading.document.read().photographs, start=1):
        try:
            jpeg = jpeg_of(photograph, reading.updates)
        except SyncError:
            jpeg = None
        if jpeg is None:
            sys.stderr.write(f"kith export: photograph {number} is not all in this copy.\n")
        else:
            written.append(_write(out.with_name(f"{out.stem}-photograph-{number}.jpg"), jpeg))
    return written


def _day(at: int) -> str:
    try:
        return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (ValueError, OverflowError, OSError):
        return "a day that is not in the calendar"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
