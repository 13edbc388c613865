"""A record that cannot be used: whoever finds it tells its author, who looks, goes on and says it anew (P23).

README.md section 4, "Repair".
"""

from sync.outbox import NONCE_BYTES
from sync.remark import Notice
from sync.replica import Replica
from sync.saying_anew import Seen, said_anew
from sync.surroundings import Surroundings


def mend(replica: Replica, around: Surroundings) -> None:
    """What this device said, and somebody cannot use, is looked into; once it has gone on it is said anew."""
    replica.look()
    owed = replica.owes()
    if owed is not None:
        said = said_anew(*owed, _new_client(replica, around))
        replica.leave(said.short)
        replica.say_anew(said.edits, around.now())
    unrooted = replica.unrooted()
    if unrooted is not None:
        base, at = unrooted
        kept, tail = replica.drafts[:at], replica.drafts[at:]
        updates = [*(replica.seen_before or []), *(draft.update for draft in kept)]
        seen = Seen(updates, max(0, len(tail) - replica.written_since))
        said = said_anew(base, tail, _new_client(replica, around), seen)
        replica.leave(said.short)
        replica.say_upon(at, said.edits)


def give_notice(replica: Replica, around: Surroundings) -> None:
    """Tell the author of a record that is set aside here, where nobody has done so."""
    me, notice = replica.me, _notice_due(replica)
    if me and notice:
        replica.say(me.members[0], around.now(), notice, around.randomness(NONCE_BYTES))


def _notice_due(replica: Replica) -> Notice | None:
    ground, me = replica.ground, replica.me
    return replica.log.notice_due(me, ground) if me and ground else None


def _new_client(replica: Replica, around: Surroundings) -> int:
    client = int.from_bytes(around.randomness(4), "big")
    return client if replica.log.authors.owner_of_client(client) is None else _new_client(replica, around)
