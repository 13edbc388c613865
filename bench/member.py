"""Devices of Kith's that talk as people do: few words a second, every answer read whole and checked.

Nothing of the server's limits is raised for them: they come from as many of this machine's addresses (127.0.0.0/8) as
they need. What one has said is remembered by its hash until the run is over, so that a device that was away can check
what it reads again.
"""

import select
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

from bench.pairs import Pair, new_pair, seal_next
from bench.peer import Peer, Unexpected
from bench.relays import welcomed
from sync import envelope, messages
from sync.chain import Head
from sync.messages import Ack, Eph, Pull, Push, Records

ROOMS_AN_ADDRESS: Final = 10
SETTLE_S: Final = 60
TICK_S: Final = 0.002
AT_ONCE: Final = 20  # a load that is late listens nevertheless
WORDS: Final = bytes(190)


@dataclass(slots=True)
class Space:
    """A space, and what has been said in it: the hash of each record and when it was sent."""

    pair: Pair
    address: str
    said: dict[tuple[bytes, int], tuple[bytes, float]] = field(default_factory=dict)
    is_made: bool = False


class Member:
    """A device with its socket, which may be lost and found again."""

    def __init__(self, space: Space, side: int) -> None:
        self.space, self.side = space, side
        self.id = space.pair.devices[side].id
        self.head = Head()
        self.unacked: deque[tuple[int, bytes]] = deque()  # seq, record: sent again when the socket was lost
        self.position = 0  # of the last record heard or acknowledged in a page
        self.heard: dict[bytes, int] = {}  # the last seq of each other device
        self.peer: Peer | None = None
        self._since = 0.0  # when it was connected

    @property
    def socket(self) -> Peer:
        if self.peer is None:
            raise Unexpected("not connected")
        return self.peer

    @property
    def is_settled(self) -> bool:
        """Whether all that it said is acknowledged, and all that the others of the space said has been heard."""
        space = self.space
        others = (device.id for device in space.pair.devices if device.id != self.id)
        return not self.unacked and all((other, self.heard.get(other, 0) + 1) not in space.said for other in others)

    def connect(self, port: int) -> None:
        """Welcomed, and all that was missed asked for. Raises Unexpected, OSError."""
        space = self.space
        self.peer, welcome = welcomed(port, space.pair, self.side, creates=not space.is_made, address=space.address)
        space.is_made = True
        stored = next((seq for device, seq, _ in welcome.heads if device == self.id), 0)
        while self.unacked and self.unacked[0][0] <= stored:
            self.unacked.popleft()
        for _, raw in self.unacked:
            self.peer.say(messages.to_bytes(Push((raw,))))
        self.peer.say(messages.to_bytes(Pull(self.position + 1)))
        self._since = perf_counter()

    def hang_up(self) -> None:
        """As when a lid is closed."""
        self.socket.socket.close()
        self.peer = None

    def push(self, update: bytes = WORDS) -> None:
        record = seal_next(self.space.pair, self.side, self.head, update)
        self.head = Head(record.header.seq, record.hash)
        self.unacked.append((record.header.seq, record.raw))
        self.space.said[self.id, record.header.seq] = (record.hash, perf_counter())
        self.socket.say(messages.to_bytes(Push((record.raw,))))

    def take(self) -> list[float]:
        """Reads what is there and checks it; how long each record was on its way that was said meanwhile."""
        delays = list[float]()
        for payload in self.socket.arrived():
            message = messages.parse(payload)
            if isinstance(message, Ack):
                for device, seq, _ in message.stored:
                    if device != self.id or not self.unacked or seq != self.unacked.popleft()[0]:
                        raise Unexpected(f"an acknowledgement of {seq}")
            elif isinstance(message, Records):
                delays += self._hear(message)
            elif not isinstance(message, Eph):
                raise Unexpected(message)
        self.socket.answer_ping()
        return delays

    def _hear(self, message: Records) -> Iterable[float]:
        now = perf_counter()
        for position, raw in message.records:
            record = envelope.parse(raw)
            device, seq = record.header.device, record.header.seq
            if position <= self.position:
                raise Unexpected(f"position {position} after {self.position}")
            self.position = position
            said = self.space.said.get((device, seq))
            if said is None or said[0] != record.hash:
                raise Unexpected(f"record {seq} is not what was said")
            if device != self.id:
                if seq != self.heard.get(device, 0) + 1:
                    raise Unexpected(f"record {seq} after {self.heard.get(device, 0)}")
                self.heard[device] = seq
                if said[1] > self._since:
                    yield now - said[1]
        if not message.end:
            self.socket.say(messages.to_bytes(Pull(self.position + 1)))


class Crowd:
    """Members who talk in turn, at a steady rate over all of them."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self.delays_s: list[float] = []
        self.said = 0
        self._poll = select.epoll()
        self._by_number: dict[int, Member] = {}
        self._next = 0
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """Whose socket is to be read from now on."""
        number = member.socket.socket.fileno()
        self._by_number[number] = member
        self._poll.register(number, select.EPOLLIN)

    def drop(self, member: Member) -> None:
        """Whose socket is read no more."""
        number = member.socket.socket.fileno()
        del self._by_number[number]
        self._poll.unregister(number)

    def talk(self, seconds: float, per_s: float, each_s: Callable[[int], None] | None = None) -> None:
        """`each_s` is called once a second, with the number of that second."""
        started, first, second = perf_counter(), self.said, 0
        while (now := perf_counter() - started) < seconds:
            due = int(now * per_s) - (self.said - first)
            for _ in range(min(due, AT_ONCE)):
                self._speak()
            self._listen(0 if due > AT_ONCE else TICK_S)
            if each_s is not None and now >= second:
                each_s(second)
                second += 1

    def settle(self) -> int:
        """Waits for what is under way; how many of the members never got all of it."""
        deadline = perf_counter() + SETTLE_S
        waiting = list(self._by_number.values())
        while waiting and perf_counter() < deadline:
            self._listen(0.2)
            waiting = [member for member in waiting if not member.is_settled]
        return len(waiting)

    def close(self) -> None:
        for member in self._by_number.values():
            member.hang_up()
        self._poll.close()

    def _speak(self) -> None:
        while True:
            self._next = (self._next + 1) % len(self.members)
            member = self.members[self._next]
            if member.peer is not None:
                break
        member.push()
        self.said += 1

    def _listen(self, wait_s: float) -> None:
        for number, _ in self._poll.poll(wait_s):
            self.delays_s += self._by_number[number].take()


def new_spaces(number: int, devices: int = 2) -> list[Space]:
    """Each address has as many of them as one may begin in an hour, and some to spare."""
    return [Space(new_pair(devices - 1), address(index // ROOMS_AN_ADDRESS)) for index in range(number)]


def address(index: int) -> str:
    """One of this machine's own."""
    return f"127.0.{1 + index // 200}.{1 + index % 200}"
