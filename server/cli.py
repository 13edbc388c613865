"""The command `kith`. Each subcommand is a module with `add_to(subparsers)`, listed in COMMANDS."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from server import cards, copying, doctor, export, purging, restoring, spaces, verifying
from server.config import Settings, from_environment
from server.operating import TROUBLE, Subparsers, say_faults, say_trouble
from server.soundness import StoreDamaged


def add_to(subparsers: Subparsers) -> None:
    """`kith serve`."""
    parser = subparsers.add_parser("serve", help="run the server", description="Serves Kith until it is stopped.")
    parser.add_argument("--host", help="the address to listen on (KITH_HOST, 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port to listen on (KITH_PORT, 8000)")
    parser.add_argument("--data", type=Path, help="the folder for the database (KITH_DATA, data)")
    parser.set_defaults(run=_serve)


COMMANDS: Final[tuple[Callable[[Subparsers], None], ...]] = (
    add_to, doctor.add_to, spaces.add_to, purging.add_to, copying.add_to, restoring.add_to,
    verifying.add_to, cards.add_to, export.add_to,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name; its exit status."""
    parser = argparse.ArgumentParser(prog="kith", description="Kith: two people, one map, one plan.")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for add_command in COMMANDS:
        add_command(subparsers)
    chosen = parser.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    return run(chosen)


def _serve(arguments: argparse.Namespace) -> int:
    from server.listening import CannotListen  # Flask is slow to load, and no other command needs it
    from server.serving import serve

    given = {f"KITH_{name.upper()}": str(getattr(arguments, name) or "") for name in ("host", "port", "data")}
    try:
        settings = from_environment({**os.environ, **{name: value for name, value in given.items() if value}})
    except ValidationError as error:
        say_faults(error)
        return 2
    for line in greeting(settings):
        print(line, flush=True)
    try:
        serve(settings)
    except StoreDamaged as error:
        print(f"kith: the database in {settings.data} is damaged ({error}).", file=sys.stderr)
        print("Copy the folder to a safe place, then put back the last backup: kith restore FILE", file=sys.stderr)
        return 1
    except CannotListen as error:
        print(f"kith: cannot listen on {error}", file=sys.stderr)
        return 1
    except TROUBLE as error:
        say_trouble("serve", error)
        return 1
    return 0


def greeting(settings: Settings) -> tuple[str, ...]:
    """Where to point the browser, and what will not work there (P8)."""
    where = f"Kith is at {settings.public_origin}"
    if settings.is_usable_elsewhere:
        return (where,)
    if not settings.is_local:
        return (
            where,
            "On a plain http address of the network the app cannot work: browsers keep its encryption and its offline",
            "store for https. Put a TLS proxy in front and set KITH_ORIGIN to its https address.",
        )
    return (
        where,
        "Only browsers on this machine can use it. For tablets and phones, put a TLS proxy in front of it, and set",
        "KITH_ORIGIN to its https address.",
    )
