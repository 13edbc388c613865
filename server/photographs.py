"""A photograph, put together from the updates of a log: what it shows is in no document (sync/piece.py)."""

from collections.abc import Iterable

from sync.errors import Damaged
from sync.photograph import Photograph
from sync.piece import opened, pieces_in


def jpeg_of(photograph: Photograph, updates: Iterable[bytes]) -> bytes | None:
    """What it shows; None while a piece of it has not come. Raises Damaged PIECES_BAD."""
    found = {name: piece for update in updates for name, piece in pieces_in(update).items()}
    return opened(found, photograph.pieces, _key(photograph))


def _key(photograph: Photograph) -> bytes:
    try:
        return bytes.fromhex(photograph.key)
    except ValueError as error:
        raise Damaged("PIECES_BAD", "a key that is none") from error
