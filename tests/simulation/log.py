"""What a relay has stored of one space: the control chain and the records, each only ever added to."""

from dataclasses import dataclass, field
from typing import Final

from sync import membership
from sync.acceptance import accept
from sync.chain import Head
from sync.entry import parse as parse_entry
from sync.envelope import Record
from sync.envelope import parse as parse_record
from sync.errors import Damaged, SyncError
from sync.membership import Membership
from sync.messages import Nack

_NACKS: Final = {
    "CHAIN_GAP": "SEQ_GAP", "CHAIN_FORKED": "PREV_MISMATCH", "AUTHOR_UNKNOWN": "DEVICE_UNKNOWN",
    "AUTHOR_REMOVED": "DEVICE_REMOVED", "EPOCH_WRONG": "EPOCH_STALE", "CTL_BACK": "CTL_INVALID",
}  # fmt: skip


@dataclass(slots=True)
class Log:
    """One space. A copy of an earlier moment is a backup."""

    state: Membership
    entries: list[bytes]
    records: list[Record] = field(default_factory=list)
    chains: dict[bytes, list[int]] = field(default_factory=dict)  # device, positions of its records by seq from 1
    moments: list[tuple[int, int]] = field(default_factory=list)  # how many entries and records, after every commit
    is_restored: bool = False  # a backup was put back at some time, by an operator who says so

    @staticmethod
    def begun(genesis: bytes) -> "Log":
        log = Log(membership.begin(genesis), [genesis])
        log.mark()
        return log

    def mark(self) -> None:
        self.moments.append((len(self.entries), len(self.records)))

    def backup(self, moment: int) -> "Log":
        """The log as it was after this commit."""
        entries, records = self.moments[moment]
        past = Log(membership.replay(self.entries[:entries]), self.entries[:entries])
        for record in self.records[:records]:
            past._put(record)
        past.moments, past.is_restored = self.moments[: moment + 1], self.is_restored
        return past

    def add_entry(self, raw: bytes) -> None:
        """Raises Damaged, CHAIN_BROKEN also where what it says of a removed device is not what is stored (P17).

        Less may be stored after a restore, or where a device of the owner alone knows more, as at the server.
        """
        after = membership.apply(self.state, raw)
        author = after.device(parse_entry(raw).author)
        may_be_less = self.is_restored or (author is not None and author.is_of_owner_alone)
        for gone in after.devices:
            if gone.removed_n == after.n and not gone.paper:
                head, (seq, last) = self.head(gone.id), gone.final or (0, bytes(32))
                if (seq, last) != (head.seq, head.hash) and not (may_be_less and head.seq < seq):
                    raise Damaged("CHAIN_BROKEN", "the end of a device that is not its end")
        self.state = after
        self.entries.append(raw)
        self.mark()

    def has_entry(self, raw: bytes) -> bool:
        n = parse_entry(raw).n
        return n < len(self.entries) and self.entries[n] == raw

    def add(self, raw: bytes) -> tuple[int, Nack | None]:
        """The position of a record, new or known; 0 and why not, when it may not stand there."""
        record = parse_record(raw)
        header, chain = record.header, self.chains.get(record.header.device, [])
        if header.seq <= len(chain):
            held = self.records[chain[header.seq - 1] - 1]
            if held.raw == raw:
                return chain[header.seq - 1], None
            return 0, Nack(header.device, header.seq, "SEQ_CONFLICT", len(chain) + 1, held.raw)
        try:
            accept(record, self.state, self.head(header.device), self._last_ctl(header.device))
        except SyncError as error:
            code = _NACKS.get(error.code, error.code)
            return 0, Nack(header.device, header.seq, code, len(chain) + 1, None)
        self._put(record)
        self.mark()
        return len(self.records), None

    def head(self, device: bytes) -> Head:
        chain = self.chains.get(device)
        return Head(len(chain), self.records[chain[-1] - 1].hash) if chain else Head()

    def heads(self) -> tuple[tuple[bytes, int, bytes], ...]:
        return tuple((device, len(chain), self.records[chain[-1] - 1].hash) for device, chain in self.chains.items())

    def _last_ctl(self, device: bytes) -> int:
        chain = self.chains.get(device)
        return self.state.at(self.records[chain[-1] - 1].header.ctl) or 0 if chain else 0

    def _put(self, record: Record) -> None:
        self.records.append(record)
        self.chains.setdefault(record.header.device, []).append(len(self.records))
