"""What every device of a space has said, as far as it is known here: taken in order, made to wait, or set aside (P23).

One bad record stops its device's later records and nobody else's. Nothing is ever thrown away.
"""

from hashlib import sha256
from typing import Final

from sync.acceptance import accept, furthest
from sync.authorship import Authors, check
from sync.chain import Head
from sync.envelope import Payload, Record, is_signed_by, parse
from sync.errors import Damaged, Malformed, Suspicious
from sync.ground import Ground
from sync.membership import Membership
from sync.notices import Notices
from sync.remark import Notice
from sync.rights import Device
from sync.waiting import SetAside, Waiting, names_nothing

_MISSES: Final = frozenset(("CTL_UNKNOWN", "OMISSION"))  # what a record names has not come


class RecordLog:
    """Records by device and seq. Whoever uses it passes in the ground, which only grows."""

    def __init__(self) -> None:
        self.held: dict[bytes, list[bytes]] = {}  # device, its records by seq from 1
        self.aside: dict[bytes, SetAside] = {}  # by the SHA-256 of the record
        self.alarms: set[str] = set()  # codes that people must be told
        self.authors = Authors()
        self.notices = Notices()
        self._failed: dict[bytes, tuple[Record, str]] = {}  # by hash: set aside as they are, not for what is around
        self._over: set[bytes] = set()  # devices that have gone on, and said anew what failed of them (P23)
        self._heads: dict[bytes, Head] = {}
        self._last_ctl: dict[bytes, int] = {}
        self._expected: dict[int, int] = {}  # device index, seq: what someone has seen
        self.waiting = Waiting()
        self._updates: list[bytes] = []

    def head(self, device: bytes) -> Head:
        """The last record held of a device."""
        return self._heads.get(device, Head())

    def length(self, device: bytes) -> int:
        """How many records of a device are held."""
        return len(self.held.get(device, []))

    def last_ctl(self, device: bytes) -> int:
        """The control entry that the last record held of a device names; 0 if there is none."""
        return self._last_ctl.get(device, 0)

    def heads(self, state: Membership) -> tuple[tuple[int, int, bytes], ...]:
        """Device index, seq and hash of the last record held of each device."""
        found = [(known.ix, self.head(known.id)) for known in state.devices]
        return tuple((ix, head.seq, head.hash) for ix, head in found if head.seq > 0)

    def everything(self) -> tuple[bytes, ...]:
        """Every record there is, good, waiting and set aside, each device's in its order."""
        held = (raw for records in self.held.values() for raw in records)
        waiting = (record.raw for record in self.waiting.all)
        return (*held, *waiting, *(each.record for each in self.aside.values()))

    def records(self, device: bytes) -> list[Record]:
        """What is held of a device."""
        return [parse(raw) for raw in self.held.get(device, [])]

    def is_over(self, device: bytes) -> bool:
        """Whether the device has gone on, and said anew what is not held of it: no more will ever be."""
        return device in self._over

    def notice_due(self, me: Device, ground: Ground) -> Notice | None:
        """What this device is to say next of a record that it has set aside."""
        failed = ((record, code, self.head(record.header.device)) for record, code in self._failed.values())
        return self.notices.due(failed, me, ground)

    def judged_afresh(self, ground: Ground) -> "RecordLog":
        """The same records, judged as somebody would who had none of them yet. What was given up stays so."""
        return self._judged(ground, {name for name, each in self.aside.items() if each.code == "CTL_UNKNOWN"})

    def judged_anew(self, ground: Ground) -> "RecordLog":
        """The same records by another control chain. What waits for an entry that is not in it is given up."""
        return self._judged(ground, {sha256(raw).digest() for raw in self.everything()})

    def _judged(self, ground: Ground, given_up: set[bytes]) -> "RecordLog":
        log = RecordLog()
        log.alarms = set(self.alarms)
        for known in ground.state.devices:
            if known.replaces is not None:
                log.authors.succeed(known.id, ground.state.devices[known.replaces].id)
        for raw in self.everything():
            # Also where another of its author's stands in its place by now: of what was given up none makes a fork.
            if sha256(raw).digest() in given_up and names_nothing(raw, ground.state):
                log.set_aside(raw, "CTL_UNKNOWN")
            else:
                log.take(raw, ground)
        return log

    def ends(self, state: Membership) -> tuple[tuple[int, int, bytes], ...]:
        """The same, counting what waits or was set aside where an honest server can have it behind what is held.

        So nobody makes themselves irremovable by saying something that cannot be used, and nobody is given an end that
        they never reached, up to which they could go on writing.
        """
        found = [(known.ix, self._end(known, state)) for known in state.devices]
        return tuple((ix, end.seq, end.hash) for ix, end in found if end.seq > 0)

    def take_updates(self) -> list[bytes]:
        """Yjs updates of the records taken since this was last asked."""
        updates, self._updates = self._updates, []
        return updates

    def take(self, raw: bytes, ground: Ground | None) -> None:
        """A record from anywhere."""
        try:
            record = parse(raw)
        except Malformed as error:
            self.set_aside(raw, error.code)
            return
        seq = record.header.seq
        held = self.held.get(record.header.device, [])
        if seq > len(held):
            if self._try(record, ground) and ground is not None:
                self.retry(ground)
        elif held[seq - 1] != raw and ground is not None:
            self._contradict(record, ground)
        author = ground.state.device(record.header.device) if ground else None
        if ground and author and author.final and self.head(author.id) != Head(*author.final):
            self.settle(author, ground)

    @property
    def is_waiting(self) -> bool:
        """Whether records wait for others, or for the control chain."""
        return bool(self.waiting)

    def retry(self, ground: Ground) -> None:
        """What waited, for the control chain or for other records, may go on now."""
        for record in self.waiting.take_named(ground.state):
            self.take(record.raw, ground)
        is_moving = True
        while is_moving:
            is_moving = any(self._go_on(device, ground) for device in self.waiting.devices)

    def hold(self, record: Record, payload: Payload, state: Membership) -> None:
        """A record that is good, behind all others of its device."""
        header = record.header
        self.held.setdefault(header.device, []).append(record.raw)
        self._heads[header.device] = Head(header.seq, record.hash)
        self._last_ctl[header.device] = state.at(header.ctl) or 0
        self.waiting.remove(record)
        for ix, seq in header.seen:
            self.expect(ix, seq)
        gone = self.notices.hear(state.device(header.device), payload.remark)
        if gone is not None:
            self._give_up(state.devices[gone].id)
        if payload.update is not None:
            self._updates.append(payload.update)

    def replace_from(self, record: Record, ground: Ground) -> list[tuple[Record, Payload]]:
        """Put a device's own stored record in the place of what was held there, and give back what that was (P22).

        It waits there while what it names has not come. Raises Suspicious CHAIN_GAP, CHAIN_FORKED and Damaged if it may
        not stand there; nothing has changed then.
        """
        device, seq = record.header.device, record.header.seq
        held = self.held.get(device, [])
        if seq > len(held) + 1:
            raise Suspicious("CHAIN_GAP")
        last = parse(held[seq - 2]) if seq > 1 else None
        head = Head(last.header.seq, last.hash) if last else Head()
        last_ctl = (ground.state.at(last.header.ctl) if last else 0) or 0
        payload: Payload | None = None
        try:
            accept(record, ground.state, head, last_ctl)
            payload = self._open(record, ground)
        except Suspicious as error:
            author = ground.state.device(device)
            if error.code not in _MISSES or author is None or not is_signed_by(record, author.ed):
                raise
        displaced = [parse(raw) for raw in held[seq - 1 :]]
        self.held[device], self._heads[device], self._last_ctl[device] = held[: seq - 1], head, last_ctl
        if payload is not None:
            self.hold(record, payload, ground.state)
        else:
            self.waiting.add(record)
        return [(lost, ground.open(lost)) for lost in displaced]

    def expect(self, ix: int, seq: int) -> None:
        """Someone has seen this much of a device."""
        self._expected[ix] = max(seq, self._expected.get(ix, 0))

    def look_for_omissions(self, state: Membership) -> None:
        """At the end of the stream: whether all that was seen, and each end in the chain, has come or is set aside."""
        stuck = {parse(each.record).header.device for each in self.aside.values() if each.code != "MALFORMED"}
        self.alarms.discard("OMISSION")
        for known in state.devices:
            # what a removed device said behind its end does not count
            seq = self._expected.get(known.ix, 0) if known.final is None else known.final[0]
            if self.length(known.id) < seq and known.id not in stuck | self._over:
                self.alarms.add("OMISSION")
        for record in [record for known in state.devices for record in self.waiting.of(known.id)]:
            author = state.device(record.header.device)
            if author and state.at(record.header.ctl) is None and is_signed_by(record, author.ed):
                self.alarms.add("OMISSION")  # its author had a control entry that has not come

    def set_aside(self, raw: bytes, code: str) -> None:
        """Keep a record that cannot be used, where it can be shown."""
        self.aside.setdefault(sha256(raw).digest(), SetAside(raw, code))

    def settle(self, device: Device, ground: Ground) -> bool:
        """A device has gone on under other keys, and said which of its two chains stands (P22): that one is held now.

        Whether it is; what was held in its place is set aside, and comes again from the device that goes on.
        """
        if device.final is None or not any(known.replaces == device.ix for known in ground.state.devices):
            return False
        held, line, at = self.held.get(device.id, []), list[Record](), Head(*device.final)
        known = {record.hash: record for record in (*self._aside_of(device.id), *self.waiting.of(device.id))}
        while at.seq > 0 and (at.seq > len(held) or parse(held[at.seq - 1]).hash != at.hash):
            record = known.get(at.hash)
            if record is None:
                return False  # it has not come yet
            line.append(record)
            at = Head(at.seq - 1, record.header.prev)
        for raw in held[at.seq :]:
            self.set_aside(raw, "AUTHOR_REMOVED")
        self.held[device.id], self._heads[device.id] = held[: at.seq], at
        self._last_ctl[device.id] = (ground.state.at(parse(held[at.seq - 1]).header.ctl) or 0) if at.seq else 0
        for record in reversed(line):
            self.aside.pop(sha256(record.raw).digest(), None)
            self._try(record, ground)
        self.alarms.discard("FORK_DEVICE")
        return True

    def _give_up(self, device: bytes) -> None:
        """The device has gone on, and said anew what it leaves behind: what waited for that waits no more."""
        self._over.add(device)
        for record in self.waiting.take_all(device):
            self.set_aside(record.raw, "AUTHOR_REMOVED")

    def _end(self, device: Device, state: Membership) -> Head:
        loose = (*self.waiting.of(device.id), *self._aside_of(device.id)) if device.is_active else ()
        return furthest(loose, state, self.head(device.id), self.last_ctl(device.id))

    def _aside_of(self, device: bytes) -> list[Record]:
        records = [parse(each.record) for each in self.aside.values() if each.code != "MALFORMED"]
        return [record for record in records if record.header.device == device]

    def _contradict(self, record: Record, ground: Ground) -> None:
        """Another record where one is held. Only its author's hand can make a fork: the server could alter a copy."""
        author = ground.state.device(record.header.device)
        if author is not None and is_signed_by(record, author.ed):
            self.set_aside(record.raw, "CHAIN_FORKED")
            if not self.settle(author, ground):
                self.alarms.add("FORK_DEVICE")
        else:
            self.set_aside(record.raw, "SIGNATURE_BAD")

    def _try(self, record: Record, ground: Ground | None) -> bool:
        """Whether the record is held now."""
        device = record.header.device
        if ground is None:
            self.waiting.add_unjudged(record)
            return False
        try:
            accept(record, ground.state, self.head(device), self._last_ctl.get(device, 0))
            payload = self._open(record, ground)
        except Suspicious as error:
            if device in self._over:
                self.set_aside(record.raw, "AUTHOR_REMOVED")
            elif error.code == "CTL_UNKNOWN":
                self.waiting.add_unjudged(record)
            elif error.code in {"CHAIN_GAP", *_MISSES}:
                self.waiting.add(record)
            else:
                self.alarms.add("FORK_DEVICE")
                self.set_aside(record.raw, error.code)
            return False
        except Damaged as error:
            self._failed[record.hash] = (record, error.code)
            self.set_aside(record.raw, error.code)
            return False
        self._failed.pop(record.hash, None)
        self.hold(record, payload, ground.state)
        return True

    def _open(self, record: Record, ground: Ground) -> Payload:
        payload = ground.open(record)
        if payload.update is not None:
            update = check(payload.update, record.header.by, record.header.device, self.authors)
            self.authors.learn(record.header.device, update)
        return payload

    def _go_on(self, device: bytes, ground: Ground) -> bool:
        """Whether a record that this device's chain waits for could be taken now. What stands in its place is told."""
        length = self.length(device)
        for record in self.waiting.take_up_to(device, length):
            self._contradict(record, ground)
        tried = [self._try(record, ground) for record in self.waiting.take(device, length + 1)]
        return any(tried)
