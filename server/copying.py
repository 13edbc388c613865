"""`kith backup`: the database as one file, while the server runs.

The file is a SQLite database as it stood at one moment, and behind it the hash of all its bytes, so that a single
flipped bit or a cut end is found before anything is put back.
"""

import argparse
import os
import shutil
import sqlite3
from contextlib import closing
from hashlib import file_digest
from pathlib import Path
from typing import Final

from server import soundness
from server.database import NAME
from server.newcomer import create, newcomer
from server.operating import Subparsers, add_folder, attempt, folder_of, open_stored, say
from server.soundness import StoreDamaged

_MARK: Final = b"kith-backup\0"
_SEAL_BYTES: Final = len(_MARK) + 32
_PAGE_BYTES: Final = 4096


def back_up(folder: Path, target: Path) -> int:
    """Writes the database of `folder` to a new file; its size. Raises OSError, FileExistsError too, StoreDamaged."""
    with closing(open_stored(folder / NAME)) as source:
        create(target)
        try:
            with newcomer(target) as part:
                create(part)
                with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                    source.backup(copy)  # all in one step: what others write meanwhile is not in it
                    copy.execute("PRAGMA journal_mode=DELETE")  # so that it is one file
                    soundness.check_kind(copy)
                    soundness.check_pages(copy)
                _seal(part)
        except BaseException:
            target.unlink()
            raise
    return target.stat().st_size


def unseal(file: Path, target: Path) -> None:
    """Writes the database that a backup holds to `target`, a new file. Raises StoreDamaged, OSError.

    A plain copy of a database has no hash behind it, and only itself to show that it is whole.
    """
    with file.open("rb") as source:
        size = file.stat().st_size - _SEAL_BYTES
        source.seek(max(0, size))
        seal = source.read()
        source.seek(0)
        create(target)
        with target.open("r+b") as copy:
            shutil.copyfileobj(source, copy)
            is_sealed = seal.startswith(_MARK)
            if is_sealed:
                copy.truncate(size)
                copy.seek(0)
                if file_digest(copy, "sha256").digest() != seal[len(_MARK) :]:
                    raise StoreDamaged("the backup is not as it was made")
            os.fsync(copy.fileno())
        if not is_sealed and (file.stat().st_size % _PAGE_BYTES or file.stat().st_size == 0):
            raise StoreDamaged("the backup has lost its end")


def _seal(part: Path) -> None:
    with part.open("r+b") as file:
        digest = file_digest(file, "sha256").digest()
        file.write(_MARK + digest)
        file.flush()
        os.fsync(file.fileno())


def add_to(subparsers: Subparsers) -> None:
    """`kith backup`."""
    parser = subparsers.add_parser(
        "backup",
        help="copy the database to a file, while the server runs",
        description="Copies the database to a new file, as it is at one moment. The server may be running.",
    )
    parser.add_argument("file", type=Path, help="the file to write; one that is there is never overwritten")
    add_folder(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file

    def work() -> None:
        size_bytes = back_up(folder_of(arguments), file)
        say(f"{file} holds everything that is stored: {size_bytes:,} bytes. Keep it somewhere else than this machine.")

    return attempt("backup", work)
