"""A file that is to take a place: made beside it, whole before it is there, or nothing of it is left."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

OWNER_ONLY: Final = 0o600


@contextmanager
def newcomer(target: Path) -> Iterator[Path]:
    """A path beside `target` for what is to take its place, in one step, once the block ends. Raises OSError.

    When the block raises, what stands at `target` is as it was. What an attempt that was cut off left goes first.
    """
    coming = target.with_name(f".{target.name}.coming")
    coming.unlink(missing_ok=True)
    try:
        yield coming
        coming.replace(target)
    except BaseException:
        coming.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def create(path: Path) -> None:
    """An empty file that nobody else may read. Raises FileExistsError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def flush_folder(folder: Path) -> None:
    """A name in a folder would survive a power cut from here on."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
