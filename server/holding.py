"""One process at a time has the data folder: two relays on one database would never tell each other's devices."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FolderInUse(Exception):  # names in this tree say what is the matter
    """A server runs on this folder, or something else holds it."""


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """The folder, made when missing, for this process alone; a process that is killed lets go. Raises FolderInUse."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUse(f"a server is using {folder}: stop it first") from error
        yield
    finally:
        os.close(descriptor)
