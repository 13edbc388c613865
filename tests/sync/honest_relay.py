"""A relay in memory that does what README.md says, for devices in the same test: no socket, no clock, no commit."""

from collections import deque
from dataclasses import dataclass, field

from sync import messages as m
from sync.acceptance import accept
from sync.chain import Head
from sync.device import Device
from sync.entry import parse as parse_entry
from sync.envelope import parse as parse_record
from sync.errors import Damaged, Refused, SyncError
from sync.joining import check_request, parse_request, request_hash
from sync.keys import auth_message, device_id, verify
from sync.membership import Membership, apply, begin


@dataclass
class Space:
    state: Membership
    entries: list[bytes]
    records: list[bytes] = field(default_factory=list)
    requests: dict[bytes, bytes] = field(default_factory=dict)
    declined: set[bytes] = field(default_factory=set)

    def chain(self, device: bytes) -> list[bytes]:
        return [raw for raw in self.records if parse_record(raw).header.device == device]


@dataclass(eq=False)
class Line:
    """One connection: what the device has still to read, and who it says it is."""

    device: Device
    inbox: deque[bytes] = field(default_factory=deque)
    nonce: bytes = bytes(32)
    space: bytes | None = None
    id: bytes | None = None
    is_live: bool = False
    is_open: bool = True


class HonestRelay:
    """`connect`, then `run` until nobody has anything to say. `kept` are the facts of every device, as on a disk."""

    origin = "https://kith.example"

    def __init__(self) -> None:
        self.spaces: dict[bytes, Space] = {}
        self.incarnation = bytes(8)
        self.kept: dict[int, list[bytes]] = {}
        self.lines: list[Line] = []

    def keep(self, device: Device) -> list[bytes]:
        """The facts of a device, kept before anything of it is sent."""
        kept = self.kept.setdefault(id(device), [])
        kept.extend(device.take_facts())
        return kept

    def connect(self, device: Device) -> Line:
        line = Line(device)
        self.lines.append(line)
        self.deliver(line, device.connected())
        return line

    def disconnect(self, device: Device) -> None:
        for line in [line for line in self.lines if line.device is device]:
            self._close(line)

    def deliver(self, line: Line, frames: list[bytes]) -> None:
        """Frames from a device, which has kept what they say."""
        self.keep(line.device)
        for frame in frames:
            if line.is_open:
                try:
                    self._hear(line, m.parse(frame))
                except SyncError as error:
                    self._say(line, m.Err(error.code, None))

    def run(self) -> None:
        """Until all is quiet; devices that want to are connected anew."""
        for _ in range(10_000):
            busy = [line for line in self.lines if line.inbox]
            if not busy:
                return
            for line in busy:
                self.deliver(line, line.device.receive(line.inbox.popleft()))
                if line.device.wants_reconnect and not line.inbox:
                    is_waiting = line.device.phase == "waiting"
                    self._close(line)
                    if not is_waiting:
                        self.connect(line.device)
        raise AssertionError("they never stop talking")

    def _close(self, line: Line) -> None:
        line.is_open = False
        self.lines.remove(line)
        line.device.disconnected()

    def _say(self, line: Line, message: m.Message) -> None:
        line.inbox.append(m.to_bytes(message))

    def _space(self, line: Line) -> Space:
        space = self.spaces.get(line.space or b"")
        if space is None:
            raise Refused("SPACE_UNKNOWN")
        return space

    def _others(self, line: Line) -> list[Line]:
        return [other for other in self.lines if other is not line and other.space == line.space and other.id]

    def _hear(self, line: Line, message: m.Message) -> None:
        match message:
            case m.Hello(_, space, device):
                if space is None:
                    found = [known.state.space for known in self.spaces.values() if known.state.device(device)]
                    if not found:
                        raise Refused("CARD_UNKNOWN")
                    space = found[0]
                line.space, line.nonce = space, bytes([len(self.lines)]) * 32
                self._say(line, m.Challenge(line.nonce, space, 0))
            case m.Create(genesis, _):
                state = begin(genesis, line.space)
                self.spaces.setdefault(state.space, Space(state, [genesis]))
                self._say(line, m.Created(state.space))
            case m.Auth(space_id, device, signature):
                self._authenticate(line, self._space(line), space_id, device, signature)
            case m.CtlPull(n):
                self._say(line, m.Ctl(n, tuple(self._space(line).entries[n : n + 3])))
            case m.CtlAppend(raw):
                self._append(line, self._space(line), raw)
            case m.Pull(position):
                self._pull(line, self._space(line), position)
            case m.Push(records):
                self._push(line, self._space(line), records)
            case m.Join(raw):
                self._join(line, self._space(line), raw)
            case m.Decline(name):
                asked = self._space(line)
                request = parse_request(asked.requests.pop(name))
                asked.declined.add(device_id(request.ed, request.x))
            case _:
                raise Refused("MALFORMED")

    def _authenticate(self, line: Line, space: Space, space_id: bytes, device: bytes, signature: bytes) -> None:
        known = space.state.device(device)
        if device in space.declined:
            raise Refused("JOIN_DECLINED")
        if known is None:
            raise Refused("DEVICE_UNKNOWN")
        if not verify(known.ed, auth_message(self.origin, space_id, device, line.nonce), signature):
            raise Refused("AUTH_BAD")
        if not known.is_active:
            raise Refused("DEVICE_REMOVED")
        line.id = device
        heads = []
        for each in space.state.devices:
            chain = space.chain(each.id)
            if chain:
                heads.append((each.id, len(chain), parse_record(chain[-1]).hash))
        length, position = len(space.entries), len(space.records)
        self._say(line, m.Welcome(self.incarnation, length, space.state.head, position, tuple(heads)))
        for raw in space.requests.values():
            self._say(line, m.JoinReq(raw))

    def _append(self, line: Line, space: Space, raw: bytes) -> None:
        if raw in space.entries:
            there = parse_entry(raw)
            self._say(line, m.CtlAck(there.n, there.hash))
            return
        try:
            state = apply(space.state, raw)
        except Damaged as error:
            codes = {"CHAIN_BROKEN": "CTL_CONFLICT", "SPACE_CLOSED": "SPACE_CLOSED"}
            raise Refused(codes.get(error.code, "CTL_INVALID")) from error
        gone = [known for known in state.devices if known.removed_n == state.n]
        for known in gone:
            chain = space.chain(known.id)
            end = known.final or (0, bytes(32))
            if end[0] < len(chain) or (end[0] > len(chain) and not self._may_be_less(space, raw)):
                raise Refused("CTL_CONFLICT")
        space.state = state
        space.entries.append(raw)
        entry = parse_entry(raw)
        members = {known.id for known in space.state.devices}
        for name, request in list(space.requests.items()):
            parsed = parse_request(request)
            if device_id(parsed.ed, parsed.x) in members:
                del space.requests[name]
        self._say(line, m.CtlAck(entry.n, entry.hash))
        for other in self._others(line):
            self._say(other, m.Ctl(entry.n, (raw,)))
        for other in [line, *self._others(line)]:
            if other.id in {known.id for known in gone}:
                self._say(other, m.Err("DEVICE_REMOVED", None))
                other.is_open, other.id = False, None

    def _may_be_less(self, space: Space, raw: bytes) -> bool:
        """Whether an end may lie behind all that is here: by the owner, or where a backup was put back (P17)."""
        author = space.state.device(parse_entry(raw).author)
        return self.incarnation != bytes(8) or (author is not None and author.is_of_owner_alone)

    def _pull(self, line: Line, space: Space, position: int) -> None:
        found = tuple(enumerate(space.records, 1))[position - 1 : position + 2]
        end = position + len(found) > len(space.records)
        line.is_live = line.is_live or end
        self._say(line, m.Records(found, end))

    def _push(self, line: Line, space: Space, records: tuple[bytes, ...]) -> None:
        stored = []
        for raw in records:
            record = parse_record(raw)
            header, chain = record.header, space.chain(record.header.device)
            if header.seq <= len(chain):
                held = chain[header.seq - 1]
                if held != raw:
                    self._say(line, m.Nack(header.device, header.seq, "SEQ_CONFLICT", len(chain) + 1, held))
                    break
                stored.append((header.device, header.seq, space.records.index(raw) + 1))
                continue
            head = Head(len(chain), parse_record(chain[-1]).hash) if chain else Head()
            try:
                if space.state.is_closed_at(space.state.n):
                    raise Refused("SPACE_CLOSED")
                accept(record, space.state, head, 0)
            except SyncError as error:
                codes = {"CHAIN_GAP": "SEQ_GAP", "AUTHOR_REMOVED": "DEVICE_REMOVED", "EPOCH_WRONG": "EPOCH_STALE"}
                code = codes.get(error.code, error.code)
                self._say(line, m.Nack(header.device, header.seq, code, len(chain) + 1, None))
                break
            space.records.append(raw)
            stored.append((header.device, header.seq, len(space.records)))
            for other in self._others(line):
                if other.is_live:
                    self._say(other, m.Records(((len(space.records), raw),), True))
        if stored:
            self._say(line, m.Ack(tuple(stored)))

    def _join(self, line: Line, space: Space, raw: bytes) -> None:
        request = parse_request(raw)
        invite = space.state.invite(request.invite)
        if invite is None:
            raise Refused("INVITE_INVALID")
        check_request(request, space.state.space, invite.sign, invite.hash[:16])
        space.requests.setdefault(request_hash(raw), raw)
        self._say(line, m.Joined())
        for other in self._others(line):
            self._say(other, m.JoinReq(raw))
