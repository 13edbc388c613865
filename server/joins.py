"""Requests to join: checked when they arrive, kept until somebody answers, used up by the entry that admits."""

from functools import partial
from typing import Final

from server import logs, metrics, store
from server.relay import Relay
from server.store import Writing
from sync.errors import Damaged, Malformed, Refused
from sync.joining import JoinRequest, check_request, parse_request, request_hash
from sync.keys import device_id
from sync.limits import DAY_S, Limits
from sync.membership import Membership

DECLINED: Final = "JOIN_DECLINED"


def ask(relay: Relay, raw: bytes, space: bytes, address: str) -> bool:
    """Stores a request; whether it is new. The same one again, or one that was granted, is no mistake.

    Raises Refused INVITE_INVALID, INVITE_USED, INVITE_EXPIRED (judged now, by this clock, P6), JOIN_DECLINED, TOO_MANY,
    SPACE_CLOSED, RATE, QUOTA, STORE_FAILED.
    """
    wait_s = relay.join_rates.wait_s(address, 1, relay.now_s())
    if wait_s > 0:
        raise Refused("RATE", int(wait_s * 1000) + 1)
    membership = relay.membership(space)
    if membership.is_closed_at(membership.n):
        raise Refused("SPACE_CLOSED")
    try:
        request = parse_request(raw)
    except Malformed as error:
        raise Refused("INVITE_INVALID") from error
    invite = membership.invite(request.invite)
    if invite is None:
        raise Refused("INVITE_INVALID")
    try:
        check_request(request, space, invite.sign, invite.hash[:16])
    except Damaged as error:
        raise Refused("INVITE_INVALID") from error
    if membership.device(device_id(request.ed, request.x)) is not None:
        return False
    if not invite.open:
        raise Refused("INVITE_USED")
    now = relay.unix()
    invited_at = relay.store.read(partial(store.received_at, space=space, n=membership.hashes.index(invite.hash)))
    if now > min(invite.expires, invited_at + relay.limits.invite_days * DAY_S):
        raise Refused("INVITE_EXPIRED")
    if not relay.ledger.has_room:
        raise Refused("STORE_FAILED")
    oldest = now - relay.limits.request_days * DAY_S
    is_new = relay.writer.write(partial(_keep, request=request, now=now, oldest=oldest, limits=relay.limits))
    if is_new:
        metrics.joins_asked.add()
        logs.tell("join.asked", space=space, request=request_hash(raw))
    return is_new


def decline(relay: Relay, membership: Membership, device: bytes, hash_: bytes) -> None:
    """Answers a request with no. Raises Refused INVITE_INVALID (not here) or NOT_ALLOWED (not theirs)."""
    raw = relay.store.read(partial(store.request_with_hash, space=membership.space, request_hash=hash_))
    invite = None if raw is None else membership.invite(parse_request(raw).invite)
    if invite is None:
        raise Refused("INVITE_INVALID")
    if not membership.may_admit_for(device, invite.members):
        raise Refused("NOT_ALLOWED")
    relay.writer.write(partial(store.decline, space=membership.space, request_hash=hash_))
    logs.tell("join.declined", space=membership.space, request=hash_)


def answer_for(relay: Relay, space: bytes, device: bytes) -> str:
    """What a device that is not admitted may learn: DEVICE_UNKNOWN (not yet) or JOIN_DECLINED."""
    is_declined = relay.store.read(partial(store.is_device_declined, space=space, device=device))
    return DECLINED if is_declined else "DEVICE_UNKNOWN"


def _keep(connection: Writing, request: JoinRequest, now: int, oldest: int, limits: Limits) -> bool:
    space, name = request.space, request_hash(request.raw)
    is_declined = store.is_declined(connection, space, name)
    if is_declined:
        raise Refused(DECLINED)
    if is_declined is not None:
        return False
    waiting = store.waiting_requests(connection, space, oldest)
    alike = sum(parse_request(raw).invite == request.invite for raw in waiting)
    if len(waiting) >= limits.pending_requests or alike >= limits.requests_per_invite:
        raise Refused("TOO_MANY")
    _, size_bytes = store.last_of_space(connection, space)
    if size_bytes + store.bytes_besides_records(connection, space) + len(request.raw) > limits.space_bytes:
        raise Refused("QUOTA")
    device = device_id(request.ed, request.x)
    store.add_request(connection, space, name, device, request.invite, now, request.raw)
    return True
