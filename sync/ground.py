"""What records are judged by: who belongs, and the keys of the space."""

from dataclasses import dataclass

from sync.belonging import Membership
from sync.envelope import Payload, Record, open_payload
from sync.errors import Damaged


@dataclass(frozen=True, slots=True)
class Ground:
    """What records stand on: who belongs, and the space's keys, by epoch."""

    state: Membership
    epoch_keys: tuple[bytes, ...]

    def open(self, record: Record) -> Payload:
        """What a record says, opened with the key of its epoch. Raises Damaged DECRYPT_BAD, also without that key."""
        if record.header.epoch >= len(self.epoch_keys):
            raise Damaged("DECRYPT_BAD", "an epoch whose key is not here")
        return open_payload(record, self.epoch_keys[record.header.epoch])
