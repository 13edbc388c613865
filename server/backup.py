"""A backup, made from what a headless device holds, and read again from the file alone (P33).

Reading believes nothing: the control chain, the keys and every record are judged as on any device.
"""

import secrets
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from server.headless_document import HeadlessDocument
from sync import file_contents
from sync.authorship import check
from sync.errors import Damaged, SyncError
from sync.file_contents import FileContents, LooseEdit
from sync.ground import Ground
from sync.keys import commitment
from sync.membership import Membership, replay
from sync.record_log import RecordLog
from sync.replica import Replica
from sync.sealed_file import KdfParameters, open_backup, seal_backup

_READER: Final = 0  # a client id under which nothing is ever written


@dataclass(frozen=True, slots=True)
class Reading:
    """What a backup held, once judged."""

    contents: FileContents
    state: Membership
    log: RecordLog
    document: HeadlessDocument
    updates: tuple[bytes, ...]  # what is good, as it was written
    refused: tuple[str, ...]  # codes of edits that nobody had signed and that no record could carry

    @property
    def record_count(self) -> int:
        """How many records are good."""
        return sum(len(records) for records in self.log.held.values())

    @property
    def device_count(self) -> int:
        """How many devices wrote them."""
        return len(self.log.held)

    @property
    def aside_codes(self) -> tuple[str, ...]:
        """Why records were set aside, one code for each."""
        return tuple(sorted(each.code for each in self.log.aside.values()))


def argon2id(passphrase: bytes, salt: bytes, parameters: KdfParameters) -> bytes:
    """32 bytes from a passphrase. Raises MemoryError."""
    kdf = Argon2id(
        salt=salt,
        length=32,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    return kdf.derive(passphrase)


def backup(replica: Replica, passphrase: str, made_at: int) -> bytes:
    """All that this device holds of its space, keys included. Raises Damaged TOO_LARGE, AUTHOR_UNKNOWN."""
    if replica.state is None or not replica.epoch_keys:
        raise Damaged("AUTHOR_UNKNOWN", "a device that does not belong yet")
    contents = FileContents(
        space=replica.state.space,
        made_at=made_at,
        made_by=replica.keys.id,
        entries=tuple(replica.entries),
        records=replica.log.everything(),
        epoch_keys=tuple(enumerate(replica.epoch_keys)),
        loose=tuple(LooseEdit(draft.by, draft.ts, draft.update) for draft in replica.drafts),
    )
    return seal_backup(file_contents.to_bytes(contents), passphrase, argon2id, secrets.token_bytes)


def read_backup(data: bytes, passphrase: str) -> Reading:
    """What the file holds, without any server. Raises Damaged when it, its control chain or its keys are no good."""
    return judge(file_contents.from_bytes(open_backup(data, passphrase, argon2id), "backup"))


def judge(contents: FileContents) -> Reading:
    """What of these contents is good. Raises Damaged when their control chain or their keys are not."""
    state = replay(contents.entries, contents.space)
    log = RecordLog()
    ground = Ground(state, _checked_keys(contents, state))
    for record in contents.records:
        log.take(record, ground)
    log.look_for_omissions(state)
    updates = log.take_updates()
    document = HeadlessDocument(_READER, updates)
    loose, refused = _take_loose(contents, log)
    document.apply(loose)
    return Reading(contents, state, log, document, (*updates, *loose), refused)


def _take_loose(contents: FileContents, log: RecordLog) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """What its maker had not sealed, as far as a record of theirs could have carried it; and the codes of the rest."""
    good: list[bytes] = []
    refused: list[str] = []
    for edit in contents.loose:
        try:
            log.authors.learn(contents.made_by, check(edit.update, edit.by, contents.made_by, log.authors))
        except SyncError as error:
            refused.append(error.code)
        else:
            good.append(edit.update)
    return tuple(good), tuple(refused)


def _checked_keys(contents: FileContents, state: Membership) -> tuple[bytes, ...]:
    """The keys from epoch 0 on, as far as the file has them."""
    for epoch, key in contents.epoch_keys:
        if epoch >= len(state.epochs) or commitment(key) != state.epochs[epoch].commitment:
            raise Damaged("COMMITMENT_BAD")
    keys = dict(contents.epoch_keys)
    return tuple(keys[epoch] for epoch in takewhile(keys.__contains__, range(len(state.epochs))))
