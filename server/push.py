"""May these records be appended? Judged inside the commit that appends them, so that nothing can change in between.

A device's chain has no gap and no fork, names control entries that never go back, and is written under the epoch of the
entry it names (P18). The same record again is acknowledged again, so that a lost ACK costs nothing.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from server import store
from server.store import NewRecord, Writing
from sync.chain import Head
from sync.envelope import Record
from sync.messages import Ack, Nack

SPACES_REMEMBERED: Final = 2_000


@dataclass(slots=True)
class _Author:
    admitted_n: int
    head: Head
    control_n: int


@dataclass(slots=True)
class _Log:
    """What the rules need to know of a space; all of it can be read again."""

    position: int
    size_bytes: int
    controls: dict[bytes, tuple[int, int]]  # first half of an entry's hash: its n, the epoch in force
    authors: dict[bytes, _Author]


@dataclass(slots=True)
class Pushed:
    """What became of one PUSH."""

    stored: list[tuple[bytes, int, int]] = field(default_factory=list)  # device, seq, position
    refused: dict[bytes, Nack] = field(default_factory=dict)  # one a device, for its first refused record
    appended: list[tuple[int, bytes]] = field(default_factory=list)  # position, record: what was not there before

    @property
    def ack(self) -> Ack | None:
        return Ack(tuple(self.stored)) if self.stored else None


class Ledger:
    """Appends records. Belongs to the writer's thread; remembers spaces until told to forget them."""

    def __init__(self, space_bytes: int) -> None:
        self._space_bytes = space_bytes
        self._logs: OrderedDict[bytes, _Log] = OrderedDict()

    def forget(self, space: bytes | None = None) -> None:
        """What is remembered of a space, or of all, is no longer so."""
        if space is None:
            self._logs.clear()
        else:
            self._logs.pop(space, None)

    def append(self, connection: Writing, space: bytes, records: tuple[Record, ...], now: int) -> Pushed:
        """Appends what may be appended; of each device, nothing after its first refused record."""
        log = self._remembered(connection, space)
        pushed, rows = Pushed(), list[NewRecord]()
        for record in records:
            device = record.header.device
            if device not in pushed.refused:
                self._append_one(connection, log, record, now, pushed, rows)
        if rows:
            store.add_records(connection, rows)
        return pushed

    def _append_one(
        self,
        connection: Writing,
        log: _Log,
        record: Record,
        now: int,
        pushed: Pushed,
        rows: list[NewRecord],
    ) -> None:
        header = record.header
        author = log.authors.get(header.device)
        if author is None:
            pushed.refused[header.device] = Nack(header.device, header.seq, "DEVICE_UNKNOWN", 1, None)
            return
        if header.seq <= author.head.seq:
            self._recall(connection, record, author.head.seq + 1, pushed, rows)
            return
        control_n, epoch = log.controls.get(header.ctl, (-1, -1))
        code = None
        if header.seq > author.head.seq + 1:
            code = "SEQ_GAP"
        elif header.prev != author.head.hash:
            code = "PREV_MISMATCH"
        elif control_n < 0:
            code = "CTL_UNKNOWN"
        elif control_n < author.control_n:
            code = "CTL_INVALID"
        elif control_n < author.admitted_n:
            code = "NOT_ALLOWED"
        elif header.epoch != epoch:
            code = "EPOCH_STALE"
        elif log.size_bytes + len(record.raw) > self._space_bytes:
            code = "QUOTA"
        if code is not None:
            pushed.refused[header.device] = Nack(header.device, header.seq, code, author.head.seq + 1, None)
            return
        log.position += 1
        log.size_bytes += len(record.raw)
        author.head, author.control_n = Head(header.seq, record.hash), control_n
        rows.append(
            NewRecord(
                header.space, log.position, header.device, header.seq, record.hash, header.kind, header.epoch,
                control_n, log.size_bytes, now, record.raw,
            )
        )  # fmt: skip
        pushed.stored.append((header.device, header.seq, log.position))
        pushed.appended.append((log.position, record.raw))

    def _recall(
        self, connection: Writing, record: Record, expected: int, pushed: Pushed, rows: list[NewRecord]
    ) -> None:
        """At a seq that is taken: the same record is acknowledged again, another is shown what stands there."""
        header = record.header
        fresh = next((row for row in rows if (row.device, row.seq) == (header.device, header.seq)), None)
        held = fresh or store.record_at(connection, header.space, header.device, header.seq)
        if held is None:
            raise LookupError("a record below the head is missing")
        if held.hash == record.hash:
            pushed.stored.append((header.device, header.seq, held.position))
        else:
            nack = Nack(header.device, header.seq, "SEQ_CONFLICT", expected, held.record)
            pushed.refused[header.device] = nack

    def _remembered(self, connection: Writing, space: bytes) -> _Log:
        log = self._logs.get(space)
        if log is None:
            position, size = store.last_of_space(connection, space)
            controls = {bytes(head[:16]): (n, epoch) for head, n, epoch in store.controls(connection, space)}
            authors = {}
            for device, admitted_n in store.devices(connection, space):
                head, control_n = store.last_of_device(connection, space, device)
                authors[device] = _Author(admitted_n, head, control_n)
            log = self._logs[space] = _Log(position, size, controls, authors)
            if len(self._logs) > SPACES_REMEMBERED:
                self._logs.popitem(last=False)
        self._logs.move_to_end(space)
        return log
