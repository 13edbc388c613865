"""How the operator's commands find the database, open it, and say what is in their way."""

import argparse
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import ValidationError

from server.config import Settings
from server.database import open_database
from server.holding import FolderInUse
from server.soundness import StoreDamaged
from server.tables import StoreTooNew, StoreTooOld

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # argparse gives it no public name

TROUBLE: Final = (OSError, sqlite3.Error, FolderInUse, StoreDamaged, StoreTooNew, StoreTooOld)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """`--data`, as `kith serve` has it."""
    parser.add_argument("--data", type=Path, help="the folder of the database (KITH_DATA, data)")


def folder_of(arguments: argparse.Namespace) -> Path:
    """The folder that the arguments or the environment name. It need not be there."""
    given: Path | None = arguments.data
    return given or Path(os.environ.get("KITH_DATA") or str(Settings.model_fields["data"].default))


def open_stored(path: Path, *, writes: bool = False) -> sqlite3.Connection:
    """A database that is there, beside a server that may be running. Raises FileNotFoundError."""
    if not path.is_file():
        raise FileNotFoundError(2, "there is no database", str(path))
    return open_database(path, "rw" if writes else "ro")


def attempt(command: str, work: Callable[[], None]) -> int:
    """The exit status of `kith command`, which is `work`; what stood in its way is said in a line."""
    try:
        work()
    except ValidationError as error:
        say_faults(error)
        return 1
    except TROUBLE as error:
        say_trouble(command, error)
        return 1
    return 0


def say_trouble(command: str, error: Exception) -> None:
    """What stands in the way of `kith command`: one of TROUBLE."""
    where = f" ({error.filename})" if isinstance(error, OSError) and error.filename else ""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    cure = ". Run kith doctor, or restore a backup" if isinstance(error, StoreDamaged) else ""
    sys.stderr.write(f"kith {command}: {why}{where}{cure}.\n")


def say_faults(error: ValidationError) -> None:
    """Each setting that makes no sense, by its name."""
    for fault in error.errors():
        sys.stderr.write(f"KITH_{str(fault['loc'][0]).upper()}: {fault['msg']}\n")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
