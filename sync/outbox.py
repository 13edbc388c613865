"""A device's own records on their way to the server, sealed when they are about to go, then what it lacks of others.

There is one PUSH of each at a time. What is sealed is kept before it is sent, so that it goes out in the same bytes
however often it must (P18).
"""

from typing import Final

from sync.entry import parse
from sync.errors import Refused
from sync.keys import Randomness
from sync.limits import LIMITS
from sync.messages import Ack, Nack, Push, Welcome
from sync.offering import Offering, batches
from sync.operation import Turn
from sync.replica import Replica

NONCE_BYTES: Final = 12
_WAIT_MS: Final = 1000
_OF_THE_CHAIN: Final = frozenset(("SPACE_CLOSED", "EPOCH_STALE", "CTL_UNKNOWN"))
_PASSING: Final = frozenset(("RATE", "STORE_FAILED", "QUOTA", "INTERNAL", "SLOW"))


class Outbox:
    """Between `open` and `close` it may send; `refusal` says why it has stopped, if it has."""

    def __init__(self, replica: Replica, randomness: Randomness) -> None:
        self.refusal: Refused | None = None
        self._replica = replica
        self._randomness = randomness
        self._is_open = False
        self._in_flight_seq = 0
        self._offering = Offering()
        self._stored: dict[bytes, int] = {}  # device, how much of it the server had when it was met

    @property
    def is_empty(self) -> bool:
        """Whether the server has everything that was written here."""
        return not (self._replica.drafts or self._replica.unstored()) and self._offering.is_empty

    def begin(self) -> None:
        """Another socket: whatever the server did not take, it may take now."""
        self.refusal = None

    def compare(self, welcome: Welcome) -> None:
        """What the server lacks, of others too, as after a restore: it will be offered."""
        own = self._replica.keys.id
        heads = {device: (seq, head) for device, seq, head in welcome.heads}
        self._replica.compare(*heads.get(own, (0, b"")))
        others = [(device, held) for device, held in self._replica.log.held.items() if device != own]
        self._offering.begin((device, held[heads.get(device, (0, b""))[0] :]) for device, held in others)
        self._stored = {device: seq for device, (seq, _) in heads.items()}

    def ended_by(self, raw: bytes) -> list[Push]:
        """What the server lacked, when it was met, of the devices that this entry removed."""
        state, n = self._replica.state, parse(raw).n
        gone = [known.id for known in state.devices if known.removed_n == n] if state else []
        held = self._replica.log.held
        return list(
            batches(record for device in gone for record in held.get(device, [])[self._stored.get(device, 0) :])
        )

    def seal_before(self, raw: bytes) -> None:
        """What was written on a device that this entry turns is sealed as it was meant: in hands still allowed."""
        operation, me = parse(raw).operation, self._replica.me
        if isinstance(operation, Turn) and me is not None and operation.ix == me.ix:
            self._seal(len(self._replica.drafts))

    def open(self) -> None:
        """All that the server has is here: from now on it may be sent to."""
        self._is_open = True

    def close(self) -> None:
        """The socket has gone. What was sent and not answered goes again later."""
        self._is_open = False
        self._in_flight_seq = 0
        self._offering.begin(())

    def flush(self) -> list[Push]:
        """What to send now."""
        if not self._is_open or self.refusal is not None:
            return []
        offered = self._offering.next()
        if self._in_flight_seq:
            return offered
        self._seal(LIMITS.push_records - len(self._replica.unstored()))
        batch = next(batches(self._replica.unstored()), None)
        if batch is None:
            return offered
        self._in_flight_seq = self._replica.stored_seq + len(batch.records)
        return [*offered, batch]

    def _seal(self, most: int) -> None:
        for _ in range(most):
            if self._replica.seal_next(self._randomness(NONCE_BYTES)) is None:
                return

    def acknowledged(self, ack: Ack) -> None:
        """The server has these records."""
        self._offering.acknowledged(ack)
        for device, seq, position in ack.stored:
            if device == self._replica.keys.id:
                self._replica.mark_stored(seq, position)
        if self._replica.stored_seq >= self._in_flight_seq:
            self._in_flight_seq = 0

    def refused(self, nack: Nack) -> None:
        """The server has not taken a record. `refusal` is set if waiting, or a person, must help."""
        if nack.device != self._replica.keys.id:
            if self._offering.refused(nack):
                self.refusal = Refused(nack.code, _WAIT_MS)
            return
        self._in_flight_seq = 0
        if nack.code == "SEQ_CONFLICT" and nack.stored is not None and self._replica.adopt(nack.stored):
            return
        if nack.code == "SEQ_GAP" and nack.expected_seq <= self._replica.stored_seq:
            self._replica.log.alarms.add("ROLLBACK")  # it had acknowledged what it lacks now; it is given it again
            self._replica.stored_seq = nack.expected_seq - 1
            return
        self.refusal = Refused(nack.code, _WAIT_MS if nack.code in _PASSING else None)

    def chain_grew(self) -> None:
        """What the control chain forbade it may allow now."""
        if self.refusal is not None and self.refusal.code in _OF_THE_CHAIN:
            self.refusal = None

    def dropped(self, refusal: Refused) -> None:
        """The server has dropped a whole PUSH."""
        self._in_flight_seq = 0
        self._offering.pause()
        self.refusal = refusal

    def resume(self) -> None:
        """The wait is over."""
        if self.refusal is not None and self.refusal.retry_after_ms is not None:
            self.refusal = None
