"""Pure questions that every device of a world asks, answered once: what these bytes say, whether this key signed them.

Honest, because each is a function of its arguments alone, bytes in and a frozen value out: the first to ask gets the
real answer from the real code, the others the same one. What is refused by raising is never remembered, so that is
found anew each time; and so is whatever depends on what a device knows: its chain, its records, its document.
"""

import sys
from functools import lru_cache
from typing import Final

from sync import entry, envelope, hpke, keys, messages, yjs_update

_ANSWERS: Final = 20_000  # kept of each: more than one world asks for
_PURE: Final[tuple[object, ...]] = (
    entry.parse, envelope.parse, hpke.unseal, keys.hkdf, keys.verify, messages.parse, yjs_update.read,
)  # fmt: skip


def remember() -> None:
    """From now on, in this process: wherever a module of the agreement, or of this simulation, knows one of these."""
    known = {id(pure): lru_cache(_ANSWERS)(pure) for pure in _PURE if callable(pure)}
    modules = [module for name, module in sys.modules.items() if name.startswith(("sync.", "tests.simulation."))]
    for module in modules:
        for name, found in list(vars(module).items()):
            if id(found) in known:
                setattr(module, name, known[id(found)])
