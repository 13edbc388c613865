"""The control chain on the server: a space's beginning, and every entry after it, signature and authority checked.

An entry is judged against the chain's end as it is known here, and added only if that is still its end when it is
committed (compare and swap), so that two devices that decide at once cannot both be right.
"""

from collections.abc import Callable
from functools import partial
from hmac import compare_digest
from typing import Final

from server import logs, metrics, purge, store
from server.push import STALE
from server.relay import Relay
from server.room import Listener
from server.store import Writing
from sync import entry as entries
from sync import envelope
from sync.entry import Entry
from sync.errors import Damaged, Refused
from sync.limits import DAY_S
from sync.membership import Membership, apply, begin
from sync.messages import Create
from sync.rights import Device

_REFUSALS: Final = {"CHAIN_BROKEN": "CTL_CONFLICT", "SPACE_CLOSED": "SPACE_CLOSED"}


def create(relay: Relay, create: Create, expected_space: bytes | None, address: str) -> bytes:
    """The id of the space that this genesis makes, stored; the same one again is no mistake and changes nothing.

    Raises Refused TOKEN_NEEDED, CTL_INVALID, CTL_CONFLICT when another genesis of this space is stored, RATE,
    STORE_FAILED.
    """
    token = relay.settings.create_token
    if token and not compare_digest((create.token or "").encode(), token.encode()):
        raise Refused("TOKEN_NEEDED")
    try:
        state = begin(create.genesis, expected_space)
    except Damaged as error:
        raise Refused("CTL_INVALID", detail=error.code) from error
    stored = relay.store.read(partial(store.entry_hash, space=state.space, n=0))
    if stored is None:
        if not relay.ledger.has_room:
            raise Refused("STORE_FAILED")
        wait_s = relay.create_rates.wait_s(address, 1, relay.now_s())
        if wait_s > 0:
            raise Refused("RATE", int(wait_s * 1000) + 1)
        relay.writer.write(partial(_begin, state=state, raw=create.genesis, now=relay.unix()))
        metrics.spaces_created.add()
        logs.tell("space.created", space=state.space)
    elif stored != state.head:
        raise Refused("CTL_CONFLICT")
    return state.space  # who belongs is read from the store: the chain may have grown since


def append(
    relay: Relay, raw: bytes, space: bytes, tell_others: Callable[[Entry], None], sender: Listener | None = None
) -> Entry:
    """The entry, stored. `tell_others` gets it on the hub, right after the commit and before the news of any later one;
    not when the entry was there already. Who signed it matters, not who sends it: anyone heals a restored server.

    Raises Refused CTL_CONFLICT when the chain has grown differently, or when what it says of the end of a device's
    records is not so (P17), CTL_INVALID, SPACE_CLOSED, QUOTA, STORE_FAILED.
    """
    before = relay.membership(space)
    try:
        entry = entries.parse(raw)
        if entry.n <= before.n and entry.hash == before.hashes[entry.n]:
            return entry  # sent again because our CTL_ACK was lost
        after = apply(before, raw)
    except Damaged as error:
        raise Refused(_REFUSALS.get(error.code, "CTL_INVALID"), detail=error.code) from error

    def committed() -> None:
        relay.grow(after)
        metrics.entries_stored.add()
        logs.tell("entry.appended", space=space, n=after.n)
        if after.is_erased:
            relay.tell_purged([space])
        tell_others(entry)
        relay.show_out(space, frozenset(gone.id for gone in removed_by(after)), besides=sender)

    oldest = relay.unix() - relay.limits.request_days * DAY_S
    work = partial(_append, relay=relay, before=before, after=after, entry=entry, now=relay.unix(), oldest=oldest)
    relay.pushes.hand_in()  # what its sender pushed before it may be what it says of the ends of devices
    try:
        relay.writer.write(work, committed)
    except Refused as refusal:
        if refusal.detail == STALE:
            relay.forget(before)
        raise
    return entry


def removed_by(state: Membership) -> tuple[Device, ...]:
    """The devices and cards that the last entry has removed."""
    return tuple(known for known in state.devices if known.removed_n == state.n)


def closed_invites(before: Membership, after: Membership) -> tuple[bytes, ...]:
    """The ids of the invitations that have been used, taken back or closed between the two."""
    now = (known.open for known in after.invites)
    return tuple(known.id for known, is_open in zip(before.invites, now, strict=False) if known.open and not is_open)


def _begin(connection: Writing, state: Membership, raw: bytes, now: int) -> None:
    held = store.entry_hash(connection, state.space, 0)
    if held == state.head:
        return
    if held is not None:
        raise Refused("CTL_CONFLICT")
    store.add_space(connection, state.space, now)
    store.add_entry(connection, state.space, 0, state.head, state.epoch_at(0), now, raw)
    for device in state.devices:
        store.add_device(connection, state.space, device.id, 0, is_paper=device.paper)


def _append(
    connection: Writing,
    relay: Relay,
    before: Membership,
    after: Membership,
    entry: Entry,
    now: int,
    oldest: int,
) -> None:
    if store.control_head(connection, before.space) != (before.n, before.head):
        raise Refused("CTL_CONFLICT", detail=STALE)
    _check_ends(connection, after, entry.author)
    store.add_entry(connection, after.space, after.n, after.head, after.epoch_at(after.n), now, entry.raw)
    for device in after.devices[len(before.devices) :]:
        store.add_device(connection, after.space, device.id, after.n, is_paper=device.paper)
    store.forget_requests(connection, after.space, closed_invites(before, after), oldest)
    _close_or_reopen(connection, before, after, now)
    ends_something = bool(removed_by(after)) or after.is_closed_at(after.n)
    relay.ledger.grow(connection, after, is_always_taken=ends_something)
    if after.is_erased:
        purge.purge(connection, after.space, now)
        relay.has_purged(after.space)


def _check_ends(connection: Writing, after: Membership, author: bytes) -> None:
    """The end of a removed device is the last of its records that is stored (P17).

    Of these the ones behind a record that the device has not signed do not count: nobody ever uses them, its own are
    not verified when they come (P21), and so none makes itself irremovable by a bad one. Less may be stored where a
    backup was put back, or a device of the owner alone knows more; others could go on up to an end of their making.
    """
    known = after.device(author)
    may_be_less = (known is not None and known.is_of_owner_alone) or store.is_restored(connection)
    for gone in removed_by(after):
        head, _ = store.last_of_device(connection, after.space, gone.id)
        seq, last = gone.final or (0, bytes(32))
        if head.seq < seq and may_be_less:
            continue
        end, following = (store.record_at(connection, after.space, gone.id, at) for at in (seq, seq + 1))
        is_other = seq > 0 and (end is None or end.hash != last)
        if is_other or (following and envelope.is_signed_by(envelope.parse(following.record), gone.ed)):
            raise Refused("CTL_CONFLICT")


def _close_or_reopen(connection: Writing, before: Membership, after: Membership, now: int) -> None:
    if after.is_closed_at(after.n) and not before.is_closed_at(before.n):
        purge.close_space(connection, after.space, now, is_erased=after.is_erased)
    elif before.is_closed_at(before.n) and not purge.reopen_space(connection, after.space):
        raise Refused("SPACE_CLOSED")
