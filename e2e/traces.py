"""Looking for people's words where they must not be: on a disk, in a process's memory, on a wire.

A word is looked for as UTF-8 and UTF-16 (both ends), in any case, and as base64 (both alphabets, all alignments). What
is compressed is opened first: LevelDB tables, Snappy values of IndexedDB, gzip and zlib streams. Not opened: Brotli
(nothing that people write is sent or cached as a web page) and Chromium's own encryption of a second copy of its
session files, whose plain copy is read. `forms_of` is the list; whatever it does not name is not looked for.
"""

import re
import sqlite3
import zlib
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from e2e.leveldb import Unreadable, is_table, log_records, table_blocks, uncompressed

CHUNK_BYTES: Final = 16 * 1024 * 1024
OVERLAP_BYTES: Final = 4096
HEAD_BYTES: Final = 6
SNAPPY_VALUE: Final = b"\xff\x11\x02"  # how Chromium marks a value of IndexedDB that it compressed
STREAMS: Final = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
LARGEST_STREAM_BYTES: Final = 8 * 1024 * 1024
STREAM_READ_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Trace:
    """A word that was found: where, and in which form."""

    word: str | bytes
    form: str
    place: str


def forms_of(word: str | bytes) -> dict[str, bytes]:
    """How a word, or a secret of bytes, may be written down, by the form's name."""
    if isinstance(word, bytes):
        forms, plain = {"bytes": word, "hexadecimal, any case": word.hex().encode()}, word
    else:
        plain, lower = word.encode(), word.lower()
        forms = {
            "UTF-8, any case": lower.encode(),
            "UTF-16 little end first, any case": lower.encode("utf-16-le"),
            "UTF-16 big end first, any case": lower.encode("utf-16-be"),
        }
    for before in range(3):
        for name, encode in (("base64", b64encode), ("base64url", urlsafe_b64encode)):
            forms[f"{name}, {before} before"] = _inner_base64(plain, before, encode)
    return forms


def _inner_base64(word: bytes, before: int, encode: Callable[[bytes], bytes]) -> bytes:
    """The letters of base64 that depend on the word alone when `before` bytes stand in front of it."""
    bits_before, bits = 8 * before, 8 * (before + len(word))
    return encode(bytes(before) + word)[-(-bits_before // 6) : bits // 6]


Form: TypeAlias = tuple[str | bytes, str, bytes]  # a word, a form's name, what is looked for


class _Forms:
    """Hundreds of forms, found by their first bytes in one pass: one after the other costs five times as much."""

    def __init__(self, forms: Collection[Form]) -> None:
        begun = [form[2].lstrip(b"\0") for form in forms]  # memory is full of zeros, and each would be looked at
        size = min(HEAD_BYTES, *map(len, begun)) if begun else 0
        self._by_head: dict[bytes, list[Form]] = {}
        for form, begins in zip(forms, begun, strict=True):
            self._by_head.setdefault(begins[:size], []).append(form)
        tails: dict[bytes, list[bytes]] = {}
        for head in self._by_head:
            tails.setdefault(re.escape(head[:1]), []).append(re.escape(head[1:]))
        either = b"|".join(first + b"(?:" + b"|".join(rest) + b")" for first, rest in tails.items())
        self._heads = re.compile(either or b"(?!)")

    def within(self, content: bytes) -> Iterator[Form]:
        """Those that are in these bytes, also where one begins within another."""
        heads: set[bytes] = set()
        at = self._heads.search(content)
        while at is not None:
            heads.add(at.group())
            at = self._heads.search(content, at.start() + 1)
        return (form for head in heads for form in self._by_head[head] if form[2] in content)


class Search:
    """Looks for some words in bytes of any kind."""

    def __init__(self, words: Iterable[str | bytes]) -> None:
        forms = [(word, form, sought) for word in words for form, sought in forms_of(word).items()]
        self._any_case = _Forms([each for each in forms if each[1].endswith("any case")])
        self._as_it_stands = _Forms([each for each in forms if not each[1].endswith("any case")])

    def in_bytes(self, place: str, content: bytes) -> set[Trace]:
        """What is in these bytes as they stand."""
        found = chain(self._any_case.within(content.lower()), self._as_it_stands.within(content))
        return {Trace(word, form, place) for word, form, _ in found}

    def in_all(self, place: str, pieces: Iterable[bytes]) -> set[Trace]:
        """What is in many pieces, a word never being looked for across two of them."""
        found: set[Trace] = set()
        gathered = bytearray()
        for piece in pieces:
            gathered += piece + b"\n"
            if len(gathered) > CHUNK_BYTES:
                found |= self.in_bytes(place, bytes(gathered))
                gathered.clear()
        return found | self.in_bytes(place, bytes(gathered))

    def in_file(self, path: Path) -> set[Trace]:
        """What is in a file: its name, its bytes as they stand, and what they hold compressed."""
        found = self.in_bytes(f"name of {path}", str(path).encode())
        content = path.read_bytes()
        for start in range(0, len(content), CHUNK_BYTES):
            found |= self.in_bytes(str(path), content[start : start + CHUNK_BYTES + OVERLAP_BYTES])
        return found | self.in_all(f"{path}, opened", opened(path, content))

    def in_folder(self, folder: Path) -> set[Trace]:
        """What is in every file below a folder. Links and sockets are passed over: they hold nothing."""
        files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
        return set().union(*(self.in_file(path) for path in files))

    def in_store(self, path: Path) -> set[Trace]:
        """What is in an SQLite database: value by value, because a long one is split over its pages."""
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return self.in_all(f"rows of {path}", _values(connection))

    def in_process(self, pid: int) -> set[Trace]:
        """What is in the memory of a running process. Needs the right to trace it."""
        return self.in_all(f"memory of process {pid}", memory_of(pid))


def opened(path: Path, content: bytes) -> Iterator[bytes]:
    """What a file's content holds when it is opened: LevelDB, Snappy values, gzip and zlib streams."""
    yield from _streams(content)
    if is_table(content):
        for entry in table_blocks(content):
            yield entry
            yield from _snappy_values(entry)
    elif path.suffix == ".log":
        for record in log_records(content):
            yield record
            yield from _snappy_values(record)
    else:
        yield from _snappy_values(content)


def memory_of(pid: int) -> Iterator[bytes]:
    """Every readable stretch of a process's memory."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            stretch, rights, *_ = line.split(maxsplit=5)
            start, end = (int(address, 16) for address in stretch.split("-"))
            if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            for at in range(start, end, CHUNK_BYTES):
                try:
                    memory.seek(at)
                    yield memory.read(min(CHUNK_BYTES + OVERLAP_BYTES, end - at))
                except OSError:  # given back to the system since the list was read
                    break


def _values(connection: sqlite3.Connection) -> Iterator[bytes]:
    tables = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


def _snappy_values(content: bytes) -> Iterator[bytes]:
    at = content.find(SNAPPY_VALUE)
    while at >= 0:
        with suppress(Unreadable):  # three bytes that stood there by chance
            yield uncompressed(content[at + len(SNAPPY_VALUE) :])
        at = content.find(SNAPPY_VALUE, at + 1)


def _streams(content: bytes) -> Iterator[bytes]:
    whole = memoryview(content)
    for found in STREAMS.finditer(content):
        start = found.start()
        stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            yield stream.decompress(whole[start : start + STREAM_READ_BYTES], LARGEST_STREAM_BYTES)
        except zlib.error:  # two bytes that stood there by chance
            continue
