"""A relay in memory that does what README.md sections 2, 4 and 6 say, until it is given lies to tell.

A lie is a rule about what goes to whom; it begins and ends when the world says so. What it did is written down, so that
the verdict can ask whether anybody noticed.
"""

from collections import deque
from dataclasses import dataclass, field
from random import Random
from typing import Final

from sync import messages as m
from sync.encoding import encode, tagged
from sync.entry import parse as parse_entry
from sync.envelope import parse as parse_record
from sync.errors import Damaged, Refused, SyncError
from sync.joining import check_request, parse_request, request_hash
from sync.keys import DeviceKeys, SigningKey, auth_message, device_id, verify
from sync.membership import Invited
from sync.operation import Invite
from tests.simulation.lies import Lie, Proof
from tests.simulation.log import Log

ORIGIN: Final = "https://kith.example"
PAGE: Final = 40  # records in one answer


@dataclass(eq=False, slots=True)
class Line:
    """One connection."""

    name: str  # of the tablet at its other end
    to_relay: deque[bytes] = field(default_factory=deque)
    to_tablet: deque[tuple[bytes, Proof]] = field(default_factory=deque)  # a frame, and the lie that it proves
    nonce: bytes = bytes(32)
    control_length: int = 0  # as its WELCOME said
    device: bytes | None = None  # once it has proved who it is
    is_live: bool = False
    is_open: bool = True


class Relay:
    """`connect` gives a line; `hear` takes what a tablet says and queues the answers."""

    def __init__(self, chance: Random) -> None:
        self.log: Log | None = None
        self.branch: Log | None = None  # what a relay that shows two faces shows to some
        self.incarnation = chance.randbytes(8)
        self.requests: dict[bytes, bytes] = {}
        self.declined: dict[bytes, None] = {}
        self.lines: list[Line] = []
        self.lies: list[Lie] = []
        self.strange: tuple[bytes, ...] = ()  # good records of another space
        self.altered: set[bytes] = set()  # records and entries that it made of others'
        self.made_up: set[bytes] = set()  # devices that it asked to let in
        self._acked: dict[tuple[str, bytes], int] = {}  # tablet and device, how many records it was told are kept
        self._chain_told: dict[str, int] = {}  # tablet, how many entries it has pulled from this incarnation
        self._chance = chance

    def connect(self, name: str) -> Line:
        line = Line(name)
        self.lines.append(line)
        return line

    def hang_up(self, line: Line) -> None:
        line.is_open = False
        if line in self.lines:
            self.lines.remove(line)

    def restore(self, moment: int, *, is_told: bool) -> None:
        """An earlier backup takes the place of the log; an honest operator's gets a new incarnation."""
        if self.log is None:
            return
        self.log = self.log.backup(moment)
        if is_told:
            self.log.is_restored = True
            self.incarnation = self._chance.randbytes(8)
            self._acked.clear()
            self._chain_told.clear()
        for line in list(self.lines):
            self.hang_up(line)

    def forget(self, name: str) -> None:
        """This tablet no longer knows what it was told."""
        self._acked = {known: seq for known, seq in self._acked.items() if known[0] != name}
        self._chain_told.pop(name, None)

    def is_false(self, raw: bytes) -> bool:
        """Whether it has altered this record or entry, or has it from another space."""
        return raw in self.altered or raw in self.strange

    def lie_about(self, kind: str, name: str) -> Lie | None:
        return next((lie for lie in self.lies if lie.kind == kind and name in lie.victims), None)

    def hear(self, line: Line, frame: bytes) -> None:
        silence = self.lie_about("silence", line.name)
        if silence is not None:
            silence.told += 1
            return
        try:
            self._answer(line, m.parse(frame))
        except SyncError as error:
            self._say(line, m.Err(error.code, None))

    def log_for(self, line: Line) -> Log:
        if self.branch is not None and self.lie_about("two faces", line.name):
            return self.branch
        if self.log is None:
            raise Refused("SPACE_UNKNOWN")
        return self.log

    def _say(self, line: Line, message: m.Message, proves: Proof = "") -> None:
        if not line.is_open:
            return
        line.to_tablet.append((m.to_bytes(message), proves))
        if self.lie_about("twice", line.name):
            line.to_tablet.append((m.to_bytes(message), ""))
        if self.lie_about("disorder", line.name) and len(line.to_tablet) > 1 and self._chance.random() < 0.5:
            line.to_tablet[-1], line.to_tablet[-2] = line.to_tablet[-2], line.to_tablet[-1]

    def _others(self, line: Line) -> list[Line]:
        return [
            other
            for other in self.lines
            if other is not line and other.device and self.log_for(other) is self.log_for(line)
        ]

    def _answer(self, line: Line, message: m.Message) -> None:
        match message:
            case m.Hello(_, space, device):
                if space is None:
                    known = self.log_for(line).state.device(device)
                    if known is None:
                        raise Refused("CARD_UNKNOWN")
                    space = self.log_for(line).state.space
                line.nonce = self._chance.randbytes(32)
                self._say(line, m.Challenge(line.nonce, space, 0))
            case m.Create(genesis, _):
                if self.log is None:
                    self.log = Log.begun(genesis)
                self._say(line, m.Created(self.log.state.space))
            case m.Auth(space_id, device, signature):
                self._authenticate(line, space_id, device, signature)
            case m.CtlPull(n):
                self._tell_entries(line, n)
            case m.CtlAppend(raw):
                self._append(line, raw)
            case m.Pull(position):
                self._tell_records(line, position)
            case m.Push(records):
                self._push(line, records)
            case m.Join(raw):
                self._join(line, raw)
            case m.Decline(name):
                request = parse_request(self.requests.pop(name))
                self.declined[device_id(request.ed, request.x)] = None
            case _:
                raise Refused("MALFORMED")

    def _authenticate(self, line: Line, space: bytes, device: bytes, signature: bytes) -> None:
        log = self.log_for(line)
        known = log.state.device(device)
        if device in self.declined:
            raise Refused("JOIN_DECLINED")
        if known is None:
            raise Refused("DEVICE_UNKNOWN")
        if not known.is_active:
            raise Refused("DEVICE_REMOVED")
        if not verify(known.ed, auth_message(ORIGIN, space, device, line.nonce), signature):
            raise Refused("AUTH_BAD")
        line.device = device
        heads = [(author, *self._shown_head(line, author, seq, head)) for author, seq, head in log.heads()]
        shown = self._wrong(line, [(author, seq, head) for author, seq, head in heads if seq > 0])
        position = len(log.records) - len(self._hidden(line))
        own = next((seq for author, seq, _ in shown if author == device), 0)
        entries = self._shown_entries(line)
        line.control_length = len(entries)
        has_less = own < self._acked.get((line.name, device), 0) or len(entries) < self._chain_told.get(line.name, 0)
        self._acked[line.name, device] = min(own, self._acked.get((line.name, device), 0))
        self._chain_told[line.name] = min(len(entries), self._chain_told.get(line.name, 0))
        head = log.state.hashes[len(entries) - 1]
        welcome = m.Welcome(self.incarnation, len(entries), head, position, tuple(shown))
        self._say(line, welcome, "ROLLBACK" if has_less else "")
        for raw in self.requests.values():
            self._say(line, m.JoinReq(raw))

    def _shown_head(self, line: Line, author: bytes, seq: int, head: bytes) -> tuple[int, bytes]:
        lie = self.lie_about("hide", line.name)
        if lie is None or lie.author != author or seq < lie.from_seq:
            return seq, head
        log = self.log_for(line)
        if lie.from_seq == 1:
            return 0, bytes(32)
        return lie.from_seq - 1, log.records[log.chains[author][lie.from_seq - 2] - 1].hash

    def _wrong(self, line: Line, heads: list[tuple[bytes, int, bytes]]) -> list[tuple[bytes, int, bytes]]:
        """Heads as a relay tells them that says more, other or less than it has."""
        lie = self.lie_about("wrong heads", line.name)
        if lie is None or not heads:
            return heads
        lie.told += 1
        at, more = self._chance.randrange(len(heads)), self._chance.randint(-3, 3)
        author, seq, _ = heads[at]
        changed = (author, seq + more, self._chance.randbytes(32))
        return [*heads[:at], *([changed] if seq + more > 0 else []), *heads[at + 1 :]]

    def _shown_entries(self, line: Line) -> list[bytes]:
        lie, entries = self.lie_about("withheld entries", line.name), self.log_for(line).entries
        return entries[: lie.from_seq] if lie else entries

    def _hidden(self, line: Line) -> set[int]:
        """Positions that this line is not told of."""
        lie, log = self.lie_about("hide", line.name), self.log_for(line)
        return set(log.chains.get(lie.author, [])[lie.from_seq - 1 :]) if lie else set()

    def _shown(self, line: Line) -> list[tuple[int, bytes]]:
        """Numbered anew where something is hidden, so that no gap shows."""
        hidden = self._hidden(line)
        shown = [record.raw for at, record in enumerate(self.log_for(line).records, 1) if at not in hidden]
        return list(enumerate(shown, 1))

    def _tell_entries(self, line: Line, n: int) -> None:
        entries = self._shown_entries(line)[n : n + 50]
        forged = self.lie_about("forged entry", line.name)
        if forged is not None and entries:
            forged.told += 1
            entries = [*entries[:-1], self._flipped(entries[-1])]
        self._say(line, m.Ctl(n, tuple(entries)), "refused" if forged is not None and entries else "")

    def _append(self, line: Line, raw: bytes) -> None:
        log = self.log_for(line)
        if log.has_entry(raw):
            entry = parse_entry(raw)
            self._say(line, m.CtlAck(entry.n, entry.hash))
            return
        try:
            log.add_entry(raw)
        except Damaged as error:
            raise Refused("CTL_CONFLICT" if error.code == "CHAIN_BROKEN" else "CTL_INVALID") from error
        entry = parse_entry(raw)
        for name, request in list(self.requests.items()):
            parsed = parse_request(request)
            if log.state.device(device_id(parsed.ed, parsed.x)) is not None:
                del self.requests[name]
        self._say(line, m.CtlAck(entry.n, entry.hash))
        for other in self._others(line):
            if entry.n < len(self._shown_entries(other)):
                self._say(other, m.Ctl(entry.n, (raw,)))
        if isinstance(entry.operation, Invite):
            self._answer_by_itself(line, log.state.invites[-1])
        for removed in [known.id for known in log.state.devices if known.removed_n == entry.n]:
            for other in [other for other in self.lines if other.device == removed]:
                self._say(other, m.Err("DEVICE_REMOVED", None))
                self.hang_up(other)

    def _tell_records(self, line: Line, position: int) -> None:
        shown = self._shown(line)
        if line.is_open:
            self._chain_told[line.name] = max(line.control_length, self._chain_told.get(line.name, 0))
        page = [(at, raw) for at, raw in shown if at >= position][:PAGE]
        end = not page or page[-1][0] == shown[-1][0]
        line.is_live = line.is_live or end
        self._tell_page(line, page, end=end)

    def _push(self, line: Line, records: tuple[bytes, ...]) -> None:
        log = self.log_for(line)
        false_ack = self.lie_about("false ack", line.name)
        if false_ack is not None:
            false_ack.told += 1
            headers = [parse_record(raw).header for raw in records]
            made_up = enumerate(headers, len(log.records) + 1)
            self._ack(line, [(header.device, header.seq, at) for at, header in made_up])
            return
        stored: list[tuple[bytes, int, int]] = []
        for raw in records:
            before = len(log.records)
            position, nack = log.add(raw)
            if nack is not None:
                self._say(line, nack)
                break
            header = log.records[position - 1].header
            stored.append((header.device, header.seq, position))
            if position > before:
                self._hand_on(line, position, raw)
        if stored:
            self._ack(line, stored)

    def _ack(self, line: Line, stored: list[tuple[bytes, int, int]]) -> None:
        lie = self.lie_about("false positions", line.name)
        if lie is not None:
            lie.told += 1
            stored = [(device, seq, at + self._chance.randint(1, 30)) for device, seq, at in stored]
        self._say(line, m.Ack(tuple(stored)))

    def heard(self, line: Line, frame: bytes) -> None:
        """A tablet has taken this frame in."""
        message = m.parse(frame)
        if isinstance(message, m.Ack) and line.device is not None and line.is_open:
            seqs = [seq for device, seq, _ in message.stored if device == line.device]
            known = line.name, line.device
            self._acked[known] = max([self._acked.get(known, 0), *seqs])

    def _hand_on(self, line: Line, position: int, raw: bytes) -> None:
        for other in self._others(line):
            hidden = self._hidden(other)
            if other.is_live and position not in hidden:
                at = position - sum(each < position for each in hidden)
                self._tell_page(other, [(at, raw)], end=True)

    def _tell_page(self, line: Line, page: list[tuple[int, bytes]], *, end: bool) -> None:
        page = self._altered(line, page)
        has_false = any(self.is_false(raw) for _, raw in page)
        self._say(line, m.Records(tuple(page), end), "aside" if has_false else "")

    def _altered(self, line: Line, page: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
        """The page as a relay passes it on that alters, repeats, stirs or slips in what is not of this space."""
        stirred = self.lie_about("reordered page", line.name)
        if stirred is not None and page:
            stirred.told += 1
            raws = [raw for _, raw in page]
            self._chance.shuffle(raws)
            page = [(at, raw) for (at, _), raw in zip(page, raws, strict=True)]
        flip = self.lie_about("altered record", line.name)
        if flip is not None and page:
            flip.told += 1
            at = self._chance.randrange(len(page))
            page = [*page[:at], (page[at][0], self._flipped(page[at][1])), *page[at + 1 :]]
        foreign = self.lie_about("foreign record", line.name)
        if foreign is not None and page and self.strange:
            foreign.told += 1
            page = [*page, (page[-1][0] + 1, self._chance.choice(self.strange))]
        again = self.lie_about("replay", line.name)
        if again is not None and page:
            again.told += 1
            page = [*page, (page[-1][0] + 1, page[self._chance.randrange(len(page))][1])]
        return page

    def _flipped(self, raw: bytes) -> bytes:
        at = self._chance.randrange(len(raw))
        altered = raw[:at] + bytes([raw[at] ^ (1 << self._chance.randrange(8))]) + raw[at + 1 :]
        self.altered.add(altered)
        return altered

    def _join(self, line: Line, raw: bytes) -> None:
        log = self.log_for(line)
        request = parse_request(raw)
        invite = log.state.invite(request.invite)
        if invite is None or not invite.open:
            raise Refused("INVITE_INVALID" if invite is None else "INVITE_USED")
        check_request(request, log.state.space, invite.sign, invite.hash[:16])
        self.requests.setdefault(request_hash(raw), raw)
        self._say(line, m.Joined())
        for other in self._others(line):
            self._say(other, m.JoinReq(raw))

    def _answer_by_itself(self, line: Line, invited: Invited) -> None:
        """It has seen the invitation, and would come in itself; but not the secret that the link holds."""
        lie, state = self.lie_about("made-up request", line.name), self.log_for(line).state
        if lie is None:
            return
        lie.told += 1
        device, other = DeviceKeys.new(self._chance.randbytes), SigningKey.from_seed(self._chance.randbytes(32))
        header = (1, state.space, invited.id, invited.hash[:16], device.signing.public, device.box.public, b"", 0)
        message = tagged("join", encode(header))
        self.made_up.add(device.id)
        self._say(line, m.JoinReq(encode((encode(header), other.sign(message), device.signing.sign(message)))))
