"""Taking an update into pycrdt's document, which is stricter than Yjs.

Yjs reads a number of any length, pycrdt one of ten bytes and no more; and where an update puts something into what is
no type, Yjs drops that and goes on, pycrdt stops there. Nobody but a member's altered app writes either.
"""

from pycrdt import Doc, Map

from sync.errors import Malformed
from sync.yjs_update import shortest


def apply_update(doc: Doc[Map[object]], update: bytes) -> None:
    """Raises Malformed for what pycrdt cannot take in whole. The document can be read, and takes what comes later."""
    try:
        try:
            doc.apply_update(update)
        except ValueError:
            doc.apply_update(shortest(update))
    except (ValueError, RuntimeError) as error:
        raise Malformed(str(error)) from error
