"""One socket's conversation: HELLO, CHALLENGE, AUTH, WELCOME (or CREATE, or JOIN), then whatever a device may ask.

Bytes become messages in one place; what is refused is answered with a code. Before WELCOME a refusal ends the
conversation; after it, only nonsense and our own faults do.
"""

import secrets
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Final, TypeVar

from websockets.frames import CloseCode

from server import control, joins, logs, metrics, store
from server.rates import Pace
from server.relay import Relay
from server.seat import Seat
from server.sockets import Socket
from sync import bulk, messages
from sync.errors import Malformed, Refused
from sync.keys import auth_message, verify
from sync.messages import (
    Auth,
    Challenge,
    Create,
    Created,
    Ctl,
    CtlAppend,
    CtlPull,
    Decline,
    Eph,
    Err,
    Hello,
    Join,
    Joined,
    JoinReq,
    Message,
    Pull,
    Push,
    SnapPull,
)  # fmt: skip

FATAL: Final = frozenset(("MALFORMED", "INTERNAL"))
ENTRIES_SHOWN: Final = 256  # to a device that was removed


T = TypeVar("T")


class Stage(Enum):
    CALLED = "called"  # nothing said yet
    CHALLENGED = "challenged"  # has said who it wants to be
    WELCOMED = "welcomed"  # has proved it


class Connection:
    """Holds the conversation over `socket`, for a caller at `address` (kept in memory only, never logged)."""

    def __init__(self, relay: Relay, socket: Socket, address: str) -> None:
        self._relay, self._socket, self._address = relay, socket, address
        self._stage = Stage.CALLED
        self._called_at = self._pinged_at = relay.now_s()
        self._nonce = secrets.token_bytes(32)
        self._device = b""
        self._space: bytes | None = None
        self._seat: Seat | None = None
        limits = relay.limits
        self._pace = Pace(limits.in_bytes_per_s, limits.in_burst_bytes, relay.now_s)
        self._toll_bytes = limits.message_toll_bytes
        socket.budget_bytes = limits.pre_auth_bytes
        socket.at_once = self._push_at_once
        socket.on_slow = self._fall_behind
        socket.on_uncommon = self._count_uncommon

    @property
    def stage(self) -> str:
        """How far the conversation has come, in one word."""
        return self._stage.value

    @property
    def queued_bytes(self) -> int:
        return self._socket.queued_bytes

    def run(self) -> None:
        """Talks until the socket has closed."""
        relay = self._relay
        relay.callers.arrive(self._address)
        relay.sockets.add(self)
        try:
            self._socket.run(self._receive)
        finally:
            relay.sockets.discard(self)
            relay.gone += 1
            if self._stage is not Stage.WELCOMED:
                relay.callers.is_known(self._address)
            if self._seat is not None:
                self._seat.leave()
            if self._socket.close_code is not None:
                metrics.sockets_closed.add(str(self._socket.close_code))
            logs.tell("socket.closed", space=self._space, device=self._device or None)

    def check_pulse(self, now_s: float) -> None:
        """Pings, cuts a dead socket, and one that does not say in time who it is.

        Whoever talks is pinged too: a proxy ends what it hears nothing of from here, whatever comes from there.
        """
        limits, quiet_s = self._relay.limits, now_s - self._socket.heard_at
        took_at = self._socket.took_at
        if self._stage is not Stage.WELCOMED and now_s - self._called_at > limits.pre_auth_s:
            self._cut("late")
        elif quiet_s > limits.idle_s:
            self._cut("idle")
        elif took_at is not None and now_s - took_at > limits.queue_wait_s:
            logs.warn("reader.cut", space=self._space, device=self._device or None)
            self._cut("stuck")
        elif now_s - self._pinged_at > limits.ping_s:
            self._pinged_at = now_s
            self._socket.ping()

    def _cut(self, kind: str) -> None:
        metrics.sockets_cut.add(kind)
        self._socket.cut()

    def dismiss(self, farewell: Message) -> None:
        self._say(farewell)
        self._socket.close(CloseCode.SERVICE_RESTART)

    def _receive(self, frame: bytes) -> None:
        wait_s = self._pace.spend(len(frame) + self._toll_bytes)
        if wait_s:
            self._hold_back(wait_s)
        self._attempt(self._hear, frame)

    def _push_at_once(self, frame: bytes) -> bool:
        """Takes a PUSH, by far the most there are, where nothing has to be waited for. Whether it did."""
        seat, size = self._seat, len(frame)
        if seat is None or self._stage is not Stage.WELCOMED or not seat.can_push_at_once(size):
            return False
        records = bulk.plain_push(frame) if self._pace.has(size + self._toll_bytes) else None
        if records is None:
            return False
        self._pace.spend(size + self._toll_bytes)
        self._attempt(seat.push, records)
        return True

    def _hear(self, frame: bytes) -> None:
        self._answer(messages.parse(frame), frame)

    def _attempt(self, deal: Callable[[T], None], what: T) -> None:
        """Answers what is refused, and what fails."""
        try:
            deal(what)
        except Malformed:
            self._refuse(Refused("MALFORMED"))
        except Refused as refusal:
            self._refuse(refusal)
        except Exception as error:  # noqa: BLE001  # the socket's boundary: one conversation must not end the others
            logs.fail("conversation.failed", error, space=self._space, device=self._device or None)
            self._refuse(Refused("INTERNAL"))

    def _count_uncommon(self, count: int) -> None:
        """Pings and fragments are messages too."""
        wait_s = self._pace.spend(count * self._toll_bytes)
        if wait_s:
            self._hold_back(wait_s)

    def _hold_back(self, wait_s: float) -> None:
        """Whoever sends faster than they may is not read meanwhile: what they send waits with them."""
        metrics.held_back.add()
        self._relay.turns.pause(wait_s)

    def _answer(self, message: Message, frame: bytes) -> None:
        if self._seat is not None and self._stage is Stage.WELCOMED:
            self._answer_device(self._seat, message, frame)
        elif isinstance(message, Hello) and self._stage is Stage.CALLED:
            self._challenge(message)
        elif self._stage is not Stage.CHALLENGED:
            raise Malformed("out of turn")
        elif isinstance(message, Auth):
            self._authenticate(message)
        elif isinstance(message, Create):
            self._say(Created(control.create(self._relay, message, self._space, self._address)))
        elif isinstance(message, Join):
            self._ask_to_join(message)
        else:
            raise Malformed("out of turn")

    def _answer_device(self, seat: Seat, message: Message, frame: bytes) -> None:
        match message:
            case Push(records):
                seat.push(records)
            case Eph():
                seat.forward_presence(message, frame)
            case Pull() | SnapPull() | CtlPull():
                self._answer_question(seat, message)
            case CtlAppend(entry):
                seat.append_entry(entry)
            case Decline(request_hash):
                seat.decline(request_hash)
            case _:
                raise Malformed("not for a device to say now")

    def _answer_question(self, seat: Seat, question: Pull | SnapPull | CtlPull) -> None:
        """Cheap to ask, and dear to answer."""
        wait_s = self._pace.spend(self._relay.limits.question_toll_bytes)
        if wait_s:
            self._hold_back(wait_s)
        match question:
            case Pull(from_position):
                seat.pull_records(from_position)
            case SnapPull(before):
                seat.pull_snapshots(before)
            case CtlPull(from_n):
                seat.pull_entries(from_n)

    def _challenge(self, hello: Hello) -> None:
        if hello.version != messages.VERSION:
            raise Refused("VERSION")
        self._device, self._space = hello.device, hello.space
        if hello.space is None:
            self._space = self._relay.store.read(partial(store.space_of_card, device=hello.device))
            if self._space is None:
                raise Refused("CARD_UNKNOWN")
        self._stage = Stage.CHALLENGED
        self._say(Challenge(self._nonce, self._space, self._relay.unix()))

    def _authenticate(self, auth: Auth) -> None:
        relay = self._relay
        if auth.space != self._space or auth.device != self._device:
            raise Refused("AUTH_BAD")
        known = relay.membership(auth.space).device(auth.device)
        if known is None:
            raise Refused(joins.answer_for(relay, auth.space, auth.device))
        message = auth_message(relay.settings.public_origin, auth.space, auth.device, self._nonce)
        if not verify(known.ed, message, auth.signature):
            raise Refused("AUTH_BAD")
        if known.removed_n is not None:
            if not known.paper:
                self._show_why(auth.space, known.removed_n)
            raise Refused("DEVICE_REMOVED")
        self._seat = Seat(relay, self._socket, auth.space, known)
        self._seat.welcome()
        self._stage = Stage.WELCOMED
        self._socket.budget_bytes = None
        relay.callers.is_known(self._address)

    def _show_why(self, space: bytes, removed_n: int) -> None:
        """The entries up to the one that removed a device: it believes what is signed, and not our word alone."""
        from_n, most = max(0, removed_n + 1 - ENTRIES_SHOWN), self._relay.limits.control_bytes
        while from_n <= removed_n:
            ask = partial(store.entries, space=space, from_n=from_n, most_bytes=most)
            shown = self._relay.store.read(ask)[: removed_n + 1 - from_n]
            self._say(Ctl(from_n, tuple(shown)))
            from_n += len(shown)

    def _ask_to_join(self, join: Join) -> None:
        if self._space is None:
            raise Refused("SPACE_UNKNOWN")
        if joins.ask(self._relay, join.request, self._space, self._address):
            self._relay.tell_others(self._space, JoinReq(join.request))
        self._say(Joined())
        self._socket.close()

    def _refuse(self, refusal: Refused) -> None:
        logs.warn("message.refused", space=self._space, device=self._device or None, code=refusal.code)
        metrics.messages_refused.add(refusal.code)
        self._say(Err(refusal.code, refusal.retry_after_ms))
        if refusal.code in FATAL or self._stage is not Stage.WELCOMED:
            is_ours = refusal.code == "INTERNAL"
            self._socket.close(CloseCode.INTERNAL_ERROR if is_ours else CloseCode.POLICY_VIOLATION)

    def _fall_behind(self) -> None:
        metrics.sockets_cut.add("slow")
        logs.warn("reader.cut", space=self._space, device=self._device or None)
        self._say(Err("SLOW", None))

    def _say(self, message: Message) -> None:
        self._socket.send(messages.to_bytes(message))
