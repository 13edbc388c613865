"""May these records be appended? Judged inside the commit that appends them, so that nothing can change in between.

The rule is that of sync/acceptance.py, the same as on every device (P18): a chain without gap or fork, control entries
that never go back, the epoch of the entry that is named, nothing behind the end of a device that was removed. The same
record again is acknowledged again, so that a lost ACK costs nothing.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from server import store
from server.store import NewRecord, Writing
from sync.acceptance import accept
from sync.chain import Head
from sync.envelope import By, Record
from sync.errors import Damaged, Refused, ServerCode, Suspicious
from sync.limits import Limits
from sync.membership import Membership
from sync.messages import Nack

STALE: Final = "judged by a chain that is not the stored one"  # of a refusal, after which that must be read again
SHARE_NOT_LOOKED_AT: Final = 100  # a hundredth of what a space may have is not worth a look

_CODES: Final[dict[str, ServerCode]] = {
    "SPACE_MISMATCH": "MALFORMED",
    "CTL_UNKNOWN": "CTL_UNKNOWN",
    "CTL_BACK": "CTL_INVALID",
    "SPACE_CLOSED": "SPACE_CLOSED",
    "AUTHOR_UNKNOWN": "NOT_ALLOWED",  # of a device that is known, and did not belong then
    "AUTHOR_REMOVED": "DEVICE_REMOVED",
    "EPOCH_WRONG": "EPOCH_STALE",
    "NOT_ALLOWED": "NOT_ALLOWED",
    "CHAIN_GAP": "SEQ_GAP",
    "CHAIN_FORKED": "PREV_MISMATCH",
}  # what a refusal of acceptance.py is called here


@dataclass(slots=True)
class _Author:
    number: int  # of the device in the store
    head: Head
    control_n: int
    approved: tuple[int, bytes, By] | None = None  # epoch, ctl and hand that this state of the space takes from it


@dataclass(slots=True)
class _Log:
    """What the rules need to know of a space; all of it can be read again."""

    number: int  # of the space in the store
    position: int
    size_bytes: int  # of its records
    room_bytes: int  # that they may have
    membership: Membership  # up to the last entry that is in the store
    authors: dict[bytes, _Author]


class Sender(Protocol):
    """Whoever has pushed. Both are called in a turn, after the commit, and must not wait."""

    def stored(self, waiting: "Waiting", pushed: "Pushed") -> None: ...
    def lost(self, waiting: "Waiting", refusal: Refused) -> None: ...


@dataclass(slots=True)
class Waiting:
    """What one sender has pushed within one turn, and nobody has committed yet."""

    sender: Sender
    membership: Membership  # as the sender knew it
    pushes: list[tuple[Record, ...]] = field(default_factory=list)
    size_bytes: int = 0
    is_handed_in: bool = False  # and takes no more


@dataclass(slots=True)
class Pushed:
    """What became of it."""

    stored: list[tuple[bytes, int, int]] = field(default_factory=list)  # device, seq, position
    refused: list[Nack] = field(default_factory=list)  # of each PUSH one a device, for its first refused record
    appended: list[tuple[int, bytes]] = field(default_factory=list)  # position, record: what was not there before
    appended_bytes: int = 0


class Ledger:
    """Appends records. Belongs to the writer's thread; remembers spaces until told to forget them."""

    def __init__(self, limits: Limits) -> None:
        self.has_room = True  # on the disk, with the margin kept; set by whoever looks at it
        self._limits = limits
        self._logs: OrderedDict[bytes, _Log] = OrderedDict()

    def forget(self, space: bytes | None = None) -> None:
        """What is remembered of a space, or of all, is no longer so."""
        if space is None:
            self._logs.clear()
        else:
            self._logs.pop(space, None)

    def grow(self, connection: Writing, membership: Membership, *, is_always_taken: bool) -> None:
        """An entry has been added in this transaction.

        Raises Refused QUOTA when the space is full with it, STORE_FAILED when the disk has no room.

        What ends something should always be taken, so that a space that is full can be left, and closed.
        """
        if not is_always_taken and not self.has_room:
            raise Refused("STORE_FAILED")
        room_bytes = self._room(connection, membership)
        if not is_always_taken and store.last_of_space(connection, membership.space)[1] > room_bytes:
            raise Refused("QUOTA")
        log = self._logs.get(membership.space)
        if log is not None:
            log.membership, log.room_bytes = membership, room_bytes
            for author in log.authors.values():
                author.approved = None

    def append_all(self, connection: Writing, waiting: Sequence[Waiting], now: int) -> list[Pushed | Refused]:
        """Appends what may be appended, in order; of each PUSH nothing of a device after its first refused record.

        Refused, with STORE_FAILED, are those whose `membership` has grown in a way that is not remembered here.
        """
        rows, outcomes = list[NewRecord](), list[Pushed | Refused]()
        for each in waiting:
            try:
                outcomes.append(self._append(connection, each, now, rows))
            except Refused as refusal:
                outcomes.append(refusal)
        _add(connection, rows)
        return outcomes

    def _append(self, connection: Writing, waiting: Waiting, now: int, rows: list[NewRecord]) -> Pushed:
        log, pushed = self._remembered(connection, waiting.membership, rows), Pushed()
        bytes_before = log.size_bytes
        for records in waiting.pushes:
            refused: set[bytes] = set()
            for record in records:
                if record.header.device not in refused:
                    nack = self._append_one(connection, log, record, now, pushed, rows)
                    if nack is not None:
                        refused.add(nack.device)
                        pushed.refused.append(nack)
        pushed.appended_bytes = log.size_bytes - bytes_before
        return pushed

    def _append_one(
        self, connection: Writing, log: _Log, record: Record, now: int, pushed: Pushed, rows: list[NewRecord]
    ) -> Nack | None:
        header, raw = record.header, record.raw
        author = log.authors.get(header.device) or _author(connection, log, header.device)
        if author is None:
            return Nack(header.device, header.seq, "DEVICE_UNKNOWN", 1, None)
        head = author.head
        if header.seq <= head.seq:
            return self._recall(connection, log, record, author, pushed, rows)
        size_bytes = log.size_bytes + len(raw)
        said = (header.epoch, header.ctl, header.by)
        is_next = header.seq == head.seq + 1 and header.prev == head.hash
        if not (is_next and said == author.approved and size_bytes <= log.room_bytes):
            code = self._fault(log, author, record)
            if code is not None:
                return Nack(header.device, header.seq, code, head.seq + 1, None)
            author.control_n = log.membership.at(header.ctl) or 0
            known = log.membership.device(header.device)
            author.approved = said if known is not None and known.is_active else None
        log.position += 1
        log.size_bytes = size_bytes
        author.head = Head(header.seq, record.hash)
        rows.append(
            NewRecord(
                log.number, log.position, author.number, header.seq, record.hash, header.kind, author.control_n,
                size_bytes, now, raw,
            )
        )  # fmt: skip
        pushed.stored.append((header.device, header.seq, log.position))
        pushed.appended.append((log.position, raw))
        return None

    def _fault(self, log: _Log, author: _Author, record: Record) -> ServerCode | None:
        """Why the record may not be appended. A gap comes first: what it says of itself is seen when it is closed."""
        state = log.membership
        if record.header.seq > author.head.seq + 1:
            return "SEQ_GAP"
        if record.header.prev != author.head.hash:
            return "PREV_MISMATCH"
        if state.is_closed_at(state.n):  # also for what was written before: it may have been purged
            return "SPACE_CLOSED"
        try:
            accept(record, state, author.head, author.control_n, verify=False)
        except (Damaged, Suspicious) as error:
            return _CODES[error.code]
        return "QUOTA" if log.size_bytes + len(record.raw) > log.room_bytes else None

    def _recall(
        self, connection: Writing, log: _Log, record: Record, author: _Author, pushed: Pushed, rows: list[NewRecord]
    ) -> Nack | None:
        """At a seq that is taken: the same record is acknowledged again, another is shown what stands there.

        Nothing does once `kith purge` has deleted the records of a closed space beside us.
        """
        header, expected = record.header, author.head.seq + 1
        _add(connection, rows)  # it may be one of these
        held = store.record_at(connection, header.space, header.device, header.seq)
        if held is None and log.membership.is_closed_at(log.membership.n):
            self.forget(header.space)
            return Nack(header.device, header.seq, "SPACE_CLOSED", expected, None)
        if held is None:
            raise LookupError("a record below the head is missing")
        if held.hash != record.hash:
            return Nack(header.device, header.seq, "SEQ_CONFLICT", expected, held.record)
        pushed.stored.append((header.device, header.seq, held.position))
        return None

    def _room(self, connection: Writing, membership: Membership) -> int:
        """How many bytes of records the space may have. Its entries and requests count; of few, as many as they may."""
        limits = self._limits
        besides = (membership.n + 1) * limits.entry_bytes + limits.pending_requests * limits.join_request_bytes
        if besides * SHARE_NOT_LOOKED_AT > limits.space_bytes:
            besides = store.bytes_besides_records(connection, membership.space)
        return limits.space_bytes - besides

    def _remembered(self, connection: Writing, membership: Membership, rows: list[NewRecord]) -> _Log:
        """Raises Refused STORE_FAILED when the disk has no room, or the space has grown unseen."""
        if not self.has_room:
            raise Refused("STORE_FAILED")
        space = membership.space
        log = self._logs.get(space)
        if log is None:
            if store.control_head(connection, space) != (membership.n, membership.head):
                raise Refused("STORE_FAILED", detail=STALE)
            _add(connection, rows)  # some may be of this space, if it was forgotten meanwhile
            number, (position, size) = store.number_of_space(connection, space), store.last_of_space(connection, space)
            log = self._logs[space] = _Log(number, position, size, self._room(connection, membership), membership, {})
            if len(self._logs) > self._limits.sockets:
                self._logs.popitem(last=False)
        self._logs.move_to_end(space)
        return log


def _add(connection: Writing, rows: list[NewRecord]) -> None:
    """Puts the rows into the store, and leaves none behind."""
    if rows:
        store.add_records(connection, rows)
        rows.clear()


def _author(connection: Writing, log: _Log, device: bytes) -> _Author | None:
    """None for a device that the space has never had."""
    if log.membership.device(device) is None:
        return None
    space = log.membership.space
    head, control_n = store.last_of_device(connection, space, device)
    author = log.authors[device] = _Author(store.number_of_device(connection, space, device), head, control_n)
    return author
