"""What a headless device must not forget, on the disk: facts one behind the other, safe before anything is sent."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

_CHECK_BYTES: Final = 4


class FactFile:
    """Each fact with its length and a check. `facts` are all that are kept; a torn end is cut off when it opens."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)
        path.chmod(0o600)
        data, at = path.read_bytes(), 0
        self.facts: list[bytes] = []
        while at < len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            check, fact = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
            if len(fact) != size or check != sha256(fact).digest()[:_CHECK_BYTES]:
                self._file.truncate(at)
                break
            self.facts.append(fact)
            at += 8 + size

    def append(self, facts: Sequence[bytes]) -> None:
        """Returns once the facts would survive a power cut."""
        if not facts:
            return
        left = memoryview(
            b"".join(len(fact).to_bytes(4, "big") + sha256(fact).digest()[:_CHECK_BYTES] + fact for fact in facts)
        )
        while left:
            left = left[self._file.write(left) or 0 :]
        os.fsync(self._file.fileno())
        self.facts.extend(facts)

    def close(self) -> None:
        """Closing it again does nothing."""
        self._file.close()
