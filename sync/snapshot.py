"""A whole state of the document inside the log, so that a cold device need not wait for all of it (P28).

Snapshots are additional: the log stays, and wins. README.md section 4, "snapshots"; vectors/snapshots.json.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sync.digest import digest
from sync.encoding import Item, decode, encode
from sync.errors import Damaged, Malformed
from sync.limits import LIMITS
from sync.membership import Membership
from sync.remark import MOST_PARTS, Attest, Cover, Part, Remark
from sync.shape import array, ascending, octets, whole

_RAW: Final = -15  # deflate as in RFC 1951, with nothing around it
Verdict: TypeAlias = Literal["trusted", "bad", "open"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What all records that it covers make together."""

    position: int  # the first that is not in it
    covers: tuple[Cover, ...]
    digest: bytes  # of the state
    state: bytes  # as one Yjs update
    actors: tuple[tuple[int, int], ...]  # Yjs client id, index of the device that uses it; ascending


@dataclass(frozen=True, slots=True)
class Series:
    """A snapshot as it stands in its device's chain: all its parts, in a row."""

    ix: int
    first_seq: int
    last_hash: bytes  # of the record with the last part
    parts: tuple[Part, ...]

    @property
    def first(self) -> Part:
        """The part that says what the snapshot is of."""
        return self.parts[0]


def split(snapshot: Snapshot) -> tuple[Part, ...]:
    """The parts of a snapshot. Raises Damaged TOO_LARGE where it has more in it than a snapshot may."""
    plain = encode((snapshot.state, snapshot.actors))
    packer = zlib.compressobj(wbits=_RAW)
    packed = packer.compress(plain) + packer.flush()
    size = LIMITS.snapshot_part_bytes
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    if len(plain) > LIMITS.snapshot_bytes or len(pieces) > MOST_PARTS:
        raise Damaged("TOO_LARGE")
    count = len(pieces)
    first = Part(0, count, snapshot.position, snapshot.covers, snapshot.digest, pieces[0])
    return first, *(Part(at, count, 0, (), b"", piece) for at, piece in enumerate(pieces[1:], 1))


def join(parts: Sequence[Part]) -> Snapshot:
    """The snapshot of these parts, its state being the one that its digest names.

    Raises Damaged TOO_LARGE where more would come out than one may hold (no more is inflated), else SNAPSHOT_BAD.
    """
    if not parts or [(part.index, part.count) for part in parts] != [(at, len(parts)) for at in range(len(parts))]:
        raise Damaged("SNAPSHOT_BAD", "not its parts in their order")
    first, plain = parts[0], _inflated(b"".join(part.piece for part in parts))
    try:
        state, listed = array(decode(plain), 2)
        actors = tuple(_actor(pair) for pair in array(listed))
        ascending(tuple(client for client, _ in actors))
        found = digest(octets(state))
    except Malformed as error:
        raise Damaged("SNAPSHOT_BAD", error.detail) from error
    if found != first.digest:
        raise Damaged("SNAPSHOT_BAD", "another state than it says")
    return Snapshot(first.position, first.covers, first.digest, octets(state), actors)


class Shelf:
    """Snapshots and what is said of them, put together again from the records they came in, in any order."""

    def __init__(self) -> None:
        self._parts: dict[int, dict[int, tuple[bytes, Part]]] = {}  # device index, seq
        self._attests: list[tuple[int, Attest]] = []

    def add(self, ix: int, seq: int, record_hash: bytes, remark: Remark) -> None:
        """What a device says in a record. Notices are for others."""
        if isinstance(remark, Part):
            self._parts.setdefault(ix, {})[seq] = record_hash, remark
        elif isinstance(remark, Attest):
            self._attests.append((ix, remark))

    def series(self) -> list[Series]:
        """Those that are whole, the one that reaches furthest first."""
        found = [each for ix in sorted(self._parts) for each in self._of_device(ix)]
        return sorted(found, key=lambda each: -each.first.position)

    def verdict(self, series: Series, state: Membership) -> Verdict:
        """What the devices of the space have said of it.

        One device that found it wrong is enough. Right is what a device found that does not list the same members, so
        that nobody vouches for themselves; where all devices that still belong list the same members, any of them.
        """
        lists = {known.ix: known.members for known in state.devices if not known.paper}
        name = series.ix, series.first_seq, series.last_hash
        about = [
            (ix, attest) for ix, attest in self._attests if name == (attest.ix, attest.first_seq, attest.last_hash)
        ]
        if any(not attest.ok for _, attest in about):
            return "bad"
        oks = [ix for ix, attest in about if attest.digest == series.first.digest and ix in lists]
        is_alone = len({known.members for known in state.devices if not known.paper and known.is_active}) == 1
        return "trusted" if any(is_alone or lists[ix] != lists.get(series.ix) for ix in oks) else "open"

    def newest_trusted(self, state: Membership) -> Series | None:
        """The trusted one that reaches furthest."""
        return next((each for each in self.series() if self.verdict(each, state) == "trusted"), None)

    def _of_device(self, ix: int) -> list[Series]:
        parts, found = self._parts[ix], list[Series]()
        for seq, (_, part) in parts.items():
            row = [parts.get(seq + at) for at in range(part.count)] if part.index == 0 else []
            whole_row = [each for each in row if each is not None]
            numbers = [(each.index, each.count) for _, each in whole_row]
            if row and numbers == [(at, part.count) for at in range(part.count)]:
                found.append(Series(ix, seq, whole_row[-1][0], tuple(each for _, each in whole_row)))
        return found


def _inflated(packed: bytes) -> bytes:
    opener = zlib.decompressobj(wbits=_RAW)
    try:
        plain = opener.decompress(packed, LIMITS.snapshot_bytes + 1)
    except zlib.error as error:
        raise Damaged("SNAPSHOT_BAD", "parts that do not inflate") from error
    if len(plain) > LIMITS.snapshot_bytes:
        raise Damaged("TOO_LARGE")
    if not opener.eof or opener.unused_data:
        raise Damaged("SNAPSHOT_BAD", "parts that end too early, or too late")
    return plain


def _actor(item: Item) -> tuple[int, int]:
    client, ix = array(item, 2)
    return whole(client), whole(ix)
