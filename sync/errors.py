"""Every refusal there is, as a tree. `code` is the contract; prose for people lives only in the web app's words.

    SyncError
    ├── Damaged         something that cannot be used: set aside, kept, shown
    │   └── Malformed   bytes that are not what they should be
    ├── Suspicious      a gap, a fork, something held back: told to the people
    └── Refused         the other side said no

Codes are grouped by where they arise; one word may arise in several places.
"""

from typing import Final, Literal, get_args

EntryCode = Literal[
    "MALFORMED", "SPACE_MISMATCH", "CHAIN_BROKEN", "SIGNATURE_BAD", "AUTHOR_UNKNOWN", "NOT_ALLOWED", "KEY_WEAK",
    "DEVICE_REUSED", "MEMBER_UNKNOWN", "INVITE_UNKNOWN", "INVITE_USED", "REQUEST_BAD", "WRAPS_WRONG", "TOO_MANY",
    "AUTHOR_REMOVED", "SPACE_CLOSED", "CARD_MAC_BAD", "COMMITMENT_BAD",
]  # fmt: skip
RecordCode = Literal[
    "MALFORMED", "SPACE_MISMATCH", "CTL_UNKNOWN", "CTL_BACK", "AUTHOR_UNKNOWN", "EPOCH_WRONG", "NOT_ALLOWED",
    "SIGNATURE_BAD", "CHAIN_GAP", "CHAIN_FORKED", "DECRYPT_BAD", "ACTOR_WRONG", "TOO_LARGE", "SNAPSHOT_BAD",
    "AUTHOR_REMOVED", "SPACE_CLOSED",
]  # fmt: skip
DoorCode = Literal["CARD_BAD", "LINK_BAD", "REQUEST_BAD", "WRAP_BAD", "KEY_WEAK"]
PresenceCode = Literal["MALFORMED", "SPACE_MISMATCH", "EPOCH_WRONG", "COUNTER_BACK", "DECRYPT_BAD"]
FileCode = Literal["FILE_BAD", "FILE_LOCKED", "FILE_VERSION", "FILE_KIND", "TOO_LARGE"]
LieCode = Literal["OMISSION", "ROLLBACK", "FORK_CONTROL", "FORK_DEVICE", "DIGEST_WRONG", "FINAL_BACK"]
ToldCode = Literal["SAID_ANEW", "NOT_SENT"]
PhotographCode = Literal["PIECES_BAD", "TOO_LARGE"]
ServerCode = Literal[
    "MALFORMED", "VERSION", "ORIGIN", "AUTH_BAD", "SPACE_UNKNOWN", "CARD_UNKNOWN", "DEVICE_UNKNOWN", "JOIN_DECLINED",
    "DEVICE_REMOVED", "CTL_CONFLICT", "CTL_INVALID", "CTL_UNKNOWN", "SEQ_GAP", "SEQ_CONFLICT", "PREV_MISMATCH",
    "SIGNATURE_BAD", "EPOCH_STALE", "NOT_ALLOWED", "TOO_LARGE", "RATE", "QUOTA", "STORE_FAILED", "TOKEN_NEEDED",
    "INVITE_INVALID", "INVITE_EXPIRED", "INVITE_USED", "TOO_MANY", "SLOW", "DRAIN", "INTERNAL",
    "SPACE_CLOSED",
]  # fmt: skip

DamagedCode = EntryCode | RecordCode | DoorCode | PresenceCode | FileCode | PhotographCode
SuspiciousCode = LieCode | Literal["CTL_UNKNOWN", "CHAIN_GAP", "CHAIN_FORKED"]


def _codes(*groups: object) -> frozenset[str]:
    return frozenset(code for group in groups for code in get_args(group) if isinstance(code, str))


SERVER_CODES: Final = _codes(ServerCode)
ALL_CODES: Final = _codes(
    EntryCode, RecordCode, DoorCode, PresenceCode, FileCode, LieCode, ToldCode, PhotographCode, ServerCode
)


class SyncError(Exception):
    """Something was refused. `code` says what, in one word of ALL_CODES."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class Damaged(SyncError):
    """An entry, a record or a frame that cannot be used."""

    def __init__(self, code: DamagedCode, detail: str = "") -> None:
        super().__init__(code, detail)


class Malformed(Damaged):
    """Bytes that are not in the one form that they may have."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("MALFORMED", detail)


class Suspicious(SyncError):
    """What others show does not fit together: something is missing, held back or told twice."""

    def __init__(self, code: SuspiciousCode, detail: str = "") -> None:
        super().__init__(code, detail)


class Refused(SyncError):
    """The other side said no. A code that is not known here is kept as it came."""

    def __init__(self, code: str, retry_after_ms: int | None = None, detail: str = "") -> None:
        super().__init__(code, detail)
        self.retry_after_ms = retry_after_ms
