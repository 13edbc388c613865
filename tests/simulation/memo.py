"""Pure questions that every device of a world asks, answered once: what these bytes say, whether this key signed them.

Honest, because each is a function of its arguments alone, bytes in and a frozen value out: the first to ask gets the
real answer from the real code, the others the same one. What is refused by raising is never remembered, so that is
found anew each time; and so is whatever depends on what a device knows: its records, its document. What an entry makes
of a control chain is remembered by the hash of the chain's last entry, which binds all that came before.
"""

import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from sync import encoding, entry, envelope, hpke, keys, membership, messages, yjs_update
from sync.membership import Membership

_ANSWERS: Final = 20_000  # kept of each: more than one world asks for
_PURE: Final[tuple[object, ...]] = (
    encoding.decode, entry.parse, envelope.is_signed_by, envelope.open_payload, envelope.parse, hpke.unseal, keys.hkdf,
    keys.record_key, keys.signer_of, keys.verify, messages.parse, yjs_update.read,
)  # fmt: skip


def remember() -> None:
    """From now on, in this process: wherever a module of the agreement, or of this simulation, knows one of these."""
    known: dict[int, object] = {id(pure): lru_cache(_ANSWERS)(pure) for pure in _PURE if callable(pure)}
    known[id(membership.apply)] = _by_chain(membership.apply)
    modules = [module for name, module in sys.modules.items() if name.startswith(("sync.", "tests.simulation."))]
    for module in modules:
        for name, found in list(vars(module).items()):
            if id(found) in known:
                setattr(module, name, known[id(found)])


def _by_chain(apply: Callable[[Membership, bytes], Membership]) -> Callable[[Membership, bytes], Membership]:
    after: dict[tuple[bytes, bytes], Membership] = {}

    def remembered(state: Membership, raw: bytes) -> Membership:
        asked = state.head, raw
        if asked not in after:
            if len(after) > _ANSWERS:
                after.clear()
            after[asked] = apply(state, raw)
        return after[asked]

    return remembered
