"""Taking an update into pycrdt's document. Yjs reads a number of any length, pycrdt one of ten bytes and no more."""

from pycrdt import Doc, Map

from sync.yjs_update import shortest


def apply_update(doc: Doc[Map[object]], update: bytes) -> None:
    """Raises ValueError for what no library reads, Malformed for what is no update."""
    try:
        doc.apply_update(update)
    except ValueError:
        doc.apply_update(shortest(update))
