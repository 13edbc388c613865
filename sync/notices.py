"""Notices that a record is set aside: what has been said, and what this device is to say (P23).

One for each record and reader, none where somebody has said the same, none of what only waits.
README.md section 4, "Repair".
"""

from collections.abc import Iterable
from typing import Final

from sync.chain import Head
from sync.envelope import Record, is_signed_by
from sync.ground import Ground
from sync.remark import SAID_ANEW, Notice, Remark
from sync.rights import Device

# What only the author's hand can have done. A server can alter a copy, and there is another remedy for a fork.
_OF_THE_AUTHOR: Final = frozenset(
    ("CTL_BACK", "SPACE_CLOSED", "EPOCH_WRONG", "NOT_ALLOWED", "DECRYPT_BAD", "ACTOR_WRONG")
)


class Notices:
    """Of each device that has given notice, the last about each other device."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], tuple[int, bytes]] = {}

    def hear(self, teller: Device | None, remark: Remark | None) -> int | None:
        """What a good record says. Gives the device that its author goes on for, if it says that one's words anew."""
        if teller is None or not isinstance(remark, Notice):
            return None
        self._last[teller.ix, remark.ix] = (remark.seq, remark.hash)
        return remark.ix if remark.code == SAID_ANEW and remark.ix == teller.replaces else None

    def about(self, ix: int) -> list[tuple[int, int, bytes]]:
        """Who has last said of which record of this device that they cannot use it: teller, seq, hash."""
        return [(teller, *last) for (teller, of), last in self._last.items() if of == ix]

    def due(self, failed: Iterable[tuple[Record, str, Head]], me: Device, ground: Ground) -> Notice | None:
        """What this device is to say next of records that failed here; with each, the head that its device has here."""
        for record, code, head in failed:
            header, author = record.header, ground.state.device(record.header.device)
            is_first = header.seq == head.seq + 1 and header.prev == head.hash
            if author is None or not author.is_active or author.ix == me.ix or not is_first:
                continue
            has_key = header.epoch < len(ground.epoch_keys)
            if code not in _OF_THE_AUTHOR or not has_key or self._is_said(author.ix, record, me.ix):
                continue
            if is_signed_by(record, author.ed):
                return Notice(author.ix, header.seq, record.hash, code)
        return None

    def _is_said(self, ix: int, record: Record, me: int) -> bool:
        """By anyone, or by this device of any record in the same place: so nobody makes it say more by a second one."""
        about = self.about(ix)
        is_same = any((seq, name) == (record.header.seq, record.hash) for _, seq, name in about)
        return is_same or any(teller == me and seq >= record.header.seq for teller, seq, _ in about)
