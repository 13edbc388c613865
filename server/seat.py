"""A device's place in its space's room, once it is welcomed: what it hears, and what it may ask for and add."""

from functools import partial
from typing import Final

from websockets.frames import CloseCode

from server import control, joins, logs, metrics, store
from server.frames import binary_frame
from server.push import STALE, Pushed, Waiting
from server.rates import Bucket
from server.relay import Relay
from server.room import Listener, Room
from server.sockets import Socket
from server.store import Reading
from server.turns import Signal
from sync import bulk, envelope, messages
from sync.chain import Head
from sync.entry import Entry
from sync.envelope import Record
from sync.errors import Malformed, Refused
from sync.limits import DAY_S
from sync.membership import Membership
from sync.messages import Ctl, CtlAck, Eph, Err, JoinReq, Message, Nack, Records, Snaps, Welcome
from sync.presence import parse_header
from sync.rights import Device
from sync.sequel import Reader

UNWRITTEN_PUSHES: Final = 4  # full ones that may wait for their commit before the socket is read again


class Seat:
    """What `known` hears and does in `space`, over `socket`. Enters the room when made; raises Refused TOO_MANY."""

    def __init__(self, relay: Relay, socket: Socket, space: bytes, known: Device) -> None:
        self.is_live = False
        self.position = 0
        self.device, self.is_of_owner = known.id, known.is_of_owner_alone
        self._relay, self._socket, self._space = relay, socket, space
        self._held: list[bytes] | None = []  # what is said before WELCOME comes after it
        self._waiting: Waiting | None = None
        self._unwritten_bytes = 0
        self._parse = Reader().parse
        self._written: Signal | None = None  # while the socket waits for it
        limits = relay.limits
        self._presence = Bucket(limits.eph_per_s, limits.eph_per_s, relay.now_s())
        self._room: Room = relay.enter(space, self)

    def leave(self) -> None:
        self._relay.leave(self._room, self)

    def hear(self, frame: bytes) -> None:
        if self._held is not None:
            self._held.append(frame)
        else:
            self._socket.send_frame(frame)

    def hear_presence(self, frame: bytes, sender: Listener) -> None:
        """For a reader that is behind, a newer frame takes the place of one by the same sender that still waits."""
        is_lost = self._held is not None or self._socket.send_latest(sender, frame)
        metrics.presence.add("dropped" if is_lost else "forwarded")

    def make_way(self) -> None:
        """The device has come again, and too often."""
        metrics.sockets_cut.add("crowded")
        self._socket.cut()

    def show_out(self) -> None:
        """The device does not belong any more."""
        self.leave()
        self.say(Err("DEVICE_REMOVED", None))
        self._socket.close(CloseCode.POLICY_VIOLATION)

    def say(self, message: Message) -> None:
        self._socket.send(messages.to_bytes(message))

    def welcome(self) -> None:
        """Says where the space stands, who waits to join, and then whatever happened meanwhile."""
        relay = self._relay
        oldest = relay.unix() - relay.limits.request_days * DAY_S
        incarnation = relay.store.incarnation
        welcome, requests = relay.store.read(
            partial(_standing, space=self._space, incarnation=incarnation, oldest=oldest)
        )
        self._room.position = max(self._room.position, welcome.head_position)
        self.say(welcome)
        for request in requests:
            self.say(JoinReq(request))
        held, self._held = self._held or [], None
        for frame in held:
            self._socket.send_frame(frame)
        logs.tell("device.welcomed", space=self._space, device=self.device)

    def pull_entries(self, from_n: int) -> None:
        """One CTL, with as many entries as fit."""
        self._wait_for_room()
        ask = partial(store.entries, space=self._space, from_n=from_n, most_bytes=self._relay.limits.control_bytes)
        self.say(Ctl(from_n, tuple(self._relay.store.read(ask))))

    def pull_records(self, from_position: int) -> None:
        """One RECORDS, with as many as fit. If it reaches the end of the log, the rest comes unasked from now on."""
        self._wait_for_room()
        most = self._relay.limits.records_bytes
        ask = partial(store.records, space=self._space, from_position=from_position, most_bytes=most)
        found = self._relay.store.read(ask)
        last = found[-1][0] if found else from_position - 1
        end = last >= self._room.position or (not found and self._is_closed())
        if found:
            self._room.position = max(self._room.position, last)
        if end and not self.is_live:
            self.is_live, self.position = True, self._room.position
        self.say(Records(tuple(found), end))

    def _is_closed(self) -> bool:
        """Whether the space is closed, and its records may have been purged."""
        membership = self._relay.membership(self._space)
        return membership.is_closed_at(membership.n)

    def pull_snapshots(self, before: int) -> None:
        """One SNAPS, the newest first, with as many as fit."""
        self._wait_for_room()
        ask = partial(store.snapshots, space=self._space, before=before, most_bytes=self._relay.limits.records_bytes)
        found, end = self._relay.store.read(ask)
        self.say(Snaps(tuple(found), end))

    def append_entry(self, raw: bytes) -> None:
        self._spend(1)
        entry = control.append(self._relay, raw, self._space, self._tell_others_of, self)
        self.say(CtlAck(entry.n, entry.hash))
        known = self._relay.membership(self._space).device(self.device)
        if known is not None and not known.is_active:
            self.show_out()

    def decline(self, request_hash: bytes) -> None:
        self._spend(1)
        joins.decline(self._relay, self._relay.membership(self._space), self.device, request_hash)

    def forward_presence(self, eph: Eph, frame: bytes) -> None:
        """Hands a frame on as it came. Raises Malformed when it is too large or names another device."""
        header = parse_header(eph.header)
        is_own = (header.space, header.device) == (self._space, self.device)
        if not is_own or len(frame) > self._relay.limits.eph_bytes:
            raise Malformed("presence that is not this device's")
        if self._presence.wait_s(1, self._relay.now_s()) == 0:
            self._relay.forward_presence(self._room, binary_frame(frame), self)
        else:
            metrics.presence.add("limited")

    def can_push_at_once(self, size_bytes: int) -> bool:
        """Whether `push` would not wait, for records of so many bytes together."""
        most_bytes = UNWRITTEN_PUSHES * self._relay.limits.push_bytes
        return self._unwritten_bytes + size_bytes <= most_bytes and self._relay.knows(self._space)

    def push(self, raws: tuple[bytes, ...]) -> None:
        """Queues records for the next commit; ACK and NACK follow it. Raises Refused TOO_LARGE, RATE and Malformed."""
        limits, size = self._relay.limits, sum(map(len, raws))
        is_any_large = size > limits.record_bytes and max(map(len, raws)) > limits.record_bytes
        if is_any_large or len(raws) > limits.push_records or size > limits.push_bytes:
            raise Refused("TOO_LARGE")
        self._spend(len(raws))
        membership = self._relay.membership(self._space)
        records = self._judge(membership, tuple(map(self._parse, raws)))
        if not records:
            return
        waiting = self._waiting
        is_full = waiting is None or waiting.is_handed_in or waiting.size_bytes + size > limits.push_bytes
        if waiting is None or is_full or waiting.membership is not membership:
            waiting = self._waiting = Waiting(self, membership)
            self._relay.pushes.add(waiting)
        waiting.pushes.append(records)
        waiting.size_bytes += size
        self._unwritten_bytes += size
        while self._unwritten_bytes > UNWRITTEN_PUSHES * limits.push_bytes:
            self._written = self._relay.turns.signal()
            self._written.wait()
        self._written = None

    def _judge(self, membership: Membership, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """What may go to the store, where it is judged whole: of each device nothing after its first refused record."""
        for record in records:
            if record.header.device != self.device or record.header.space != self._space:
                break
        else:
            return records  # on its own socket, which the device has proved to be its own (P21)
        sound, refused = list[Record](), set[bytes]()
        for record in records:
            device, seq = record.header.device, record.header.seq
            if device in refused:
                continue
            code = self._fault(record, membership)
            if code is None:
                sound.append(record)
            else:
                refused.add(device)
                self._refuse(Nack(device, seq, code, seq, None))
        return tuple(sound)

    def _fault(self, record: Record, membership: Membership) -> str | None:
        header = record.header
        author = membership.device(header.device)
        if header.space != self._space:
            return "MALFORMED"
        if author is None:
            return "DEVICE_UNKNOWN"
        if header.device != self.device and not envelope.is_signed_by(record, author.ed):
            return "SIGNATURE_BAD"
        return None

    def stored(self, waiting: Waiting, pushed: Pushed) -> None:
        """What was pushed has been committed, but for what was refused."""
        self._settle(waiting)
        if pushed.stored:
            self._socket.send(bulk.ack(pushed.stored))
        for nack in pushed.refused:
            self._refuse(nack)
        if pushed.appended:
            self._relay.hand_on_records(self._space, pushed.appended, self)
            metrics.records_stored.add(len(pushed.appended))
            metrics.bytes_stored.add(pushed.appended_bytes)
            if logs.tells_details():
                count, last = len(pushed.appended), pushed.appended[-1][0]
                logs.detail("records.appended", space=self._space, device=self.device, count=count, position=last)

    def lost(self, waiting: Waiting, refusal: Refused) -> None:
        """Nothing of what was pushed has been committed."""
        self._settle(waiting)
        if refusal.detail == STALE:
            self._relay.forget(waiting.membership)
        for records in waiting.pushes:
            first: dict[bytes, int] = {}
            for record in records:
                first.setdefault(record.header.device, record.header.seq)
            for device, seq in first.items():
                self._refuse(Nack(device, seq, refusal.code, seq, None))

    def _refuse(self, nack: Nack) -> None:
        metrics.push_refused.add(nack.code)
        self.say(nack)
        logs.warn("push.refused", space=self._space, device=nack.device, seq=nack.seq, code=nack.code)

    def _settle(self, waiting: Waiting) -> None:
        if self._waiting is waiting:
            self._waiting = None  # or a quiet socket would keep its last push in memory
        self._unwritten_bytes -= waiting.size_bytes
        if self._written is not None:
            self._written.set()

    def _tell_others_of(self, entry: Entry) -> None:
        self._relay.tell_others(self._space, Ctl(entry.n, (entry.raw,)), self)

    def _spend(self, count: int) -> None:
        wait_s = self._relay.record_rates.wait_s(self.device, count, self._relay.now_s())
        if wait_s > 0:
            raise Refused("RATE", int(wait_s * 1000) + 1)

    def _wait_for_room(self) -> None:
        """So that whoever asks faster than they read waits for themselves, and is not cut for it."""
        self._socket.wait_until_read(self._relay.limits.queue_out_bytes // 4)


def _standing(connection: Reading, space: bytes, incarnation: bytes, oldest: int) -> tuple[Welcome, list[bytes]]:
    head = store.control_head(connection, space)
    if head is None:
        raise Refused("SPACE_UNKNOWN")
    heads: list[tuple[bytes, int, bytes]] = []
    for device, _ in store.devices(connection, space):
        last, _ = store.last_of_device(connection, space, device)
        if last != Head():
            heads.append((device, last.seq, last.hash))
    position, _ = store.last_of_space(connection, space)
    welcome = Welcome(incarnation, head[0] + 1, head[1], position, tuple(heads))
    return welcome, store.waiting_requests(connection, space, oldest)
