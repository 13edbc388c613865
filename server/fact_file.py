"""What a headless device must not forget, on the disk: facts one behind the other, safe before anything is sent."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from sync.errors import Damaged

_CHECK_BYTES: Final = 4
_HEAD_BYTES: Final = 4 + _CHECK_BYTES


class Kept(NamedTuple):
    """What a file of facts holds."""

    facts: list[bytes]  # the whole ones
    length: int  # up to the end of the last whole one: what is behind was never finished
    has_holes: bool  # whether something else stands between them


def read_facts(path: Path) -> Kept:
    """What is kept there, which stays as it is; nothing where there is no file. Raises OSError."""
    content, at = path.read_bytes() if path.exists() else b"", 0
    kept = Kept([], 0, has_holes=False)
    while at < len(content):
        fact = _fact_at(content, at)
        if fact is None:
            at = _next_whole(content, at)
            continue
        kept.facts.append(fact)
        has_holes = kept.has_holes or at > kept.length
        at += _HEAD_BYTES + len(fact)
        kept = Kept(kept.facts, at, has_holes)
    return kept


class FactFile:
    """Each fact with its length and a check. `facts` are all that are kept; an end that was not finished is cut off.

    A fact that has changed before others is Damaged FILE_BAD: without it a device could sign another record in the
    place of one that it has sent. With `skips_holes` it is passed over, for what is kept elsewhere too.
    """

    def __init__(self, path: Path, *, skips_holes: bool = False) -> None:
        self.facts, self._length, has_holes = read_facts(path)
        if has_holes and not skips_holes:
            raise Damaged("FILE_BAD", "a fact has changed since it was written")
        self._file = path.open("ab", buffering=0)
        path.chmod(0o600)
        self._unwritten: list[bytes] = []

    def append(self, facts: Sequence[bytes]) -> None:
        """Returns once the facts would survive a power cut. Raises OSError when they would not: they are kept here, and
        go before those of the next call.
        """
        self._unwritten.extend(facts)
        if not self._unwritten:
            return
        descriptor = self._file.fileno()
        if os.fstat(descriptor).st_size > self._length:
            self._file.truncate(self._length)  # what the last attempt has left, or a power cut
        written = b"".join(map(_framed, self._unwritten))
        left = memoryview(written)
        while left:
            left = left[self._file.write(left) or 0 :]
        os.fsync(descriptor)
        self._length += len(written)
        self.facts.extend(self._unwritten)
        self._unwritten.clear()

    def close(self) -> None:
        """Closing it again does nothing."""
        self._file.close()


def _framed(fact: bytes) -> bytes:
    return len(fact).to_bytes(4, "big") + _check(fact) + fact


def _check(fact: bytes) -> bytes:
    return sha256(fact).digest()[:_CHECK_BYTES]


def _size_at(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")


def _fact_at(content: bytes, at: int) -> bytes | None:
    """The fact that begins there; None if none does, or it is not whole."""
    begin, end = at + _HEAD_BYTES, at + _HEAD_BYTES + _size_at(content, at)
    if end > len(content):
        return None
    fact = content[begin:end]
    return fact if content[at + 4 : begin] == _check(fact) else None


def _next_whole(content: bytes, at: int) -> int:
    """Where the first whole fact begins behind `at`; the end if there is none. Its size may have changed, too."""
    told = at + _HEAD_BYTES + _size_at(content, at)
    if told < len(content) and _fact_at(content, told) is not None:
        return told
    later = range(at + 1, len(content) - _HEAD_BYTES + 1)
    return next((place for place in later if _fact_at(content, place) is not None), len(content))
