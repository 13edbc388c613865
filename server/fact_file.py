"""What a headless device must not forget, on the disk: facts one behind the other, safe before anything is sent."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

_CHECK_BYTES: Final = 4


class FactFile:
    """Each fact with its length and a check. `facts` are those that were there; a torn end is cut off."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        data, self.facts, at = path.read_bytes(), list[bytes](), 0
        while at < len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            check, fact = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
            if len(fact) != size or check != sha256(fact).digest()[:_CHECK_BYTES]:
                os.ftruncate(self._descriptor, at)
                break
            self.facts.append(fact)
            at += 8 + size

    def append(self, facts: Sequence[bytes]) -> None:
        """Returns once the facts would survive a power cut."""
        if facts:
            whole = b"".join(
                len(fact).to_bytes(4, "big") + sha256(fact).digest()[:_CHECK_BYTES] + fact for fact in facts
            )
            written = 0
            while written < len(whole):
                written += os.write(self._descriptor, whole[written:])
            os.fsync(self._descriptor)
            self.facts.extend(facts)

    def close(self) -> None:
        os.close(self._descriptor)
