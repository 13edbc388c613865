"""Who is connected to which space, and handing on: one encoded frame for all who listen, only after its commit.

Everything here runs in turns (server/turns.py) and does not wait, so what happens in a room happens in one order for
everyone.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from shutil import disk_usage
from time import monotonic, time
from typing import Final, Protocol

from server import logs, metrics
from server.chains import Chains
from server.config import Settings
from server.frames import binary_frame
from server.hub import Hub
from server.purge import count_hour, purge_ended
from server.push import Ledger
from server.pushes import Pushes
from server.rates import Buckets, Callers
from server.room import Listener, Room
from server.store import Store, Writing
from server.turns import Turns
from server.writer import Writer
from sync import messages
from sync.errors import Refused
from sync.messages import Drain, Message

RECONNECT_MS: Final = 2_000


class Caller(Protocol):
    """Any socket, whether or not it has said who it is."""

    @property
    def stage(self) -> str: ...
    @property
    def queued_bytes(self) -> int: ...
    def check_pulse(self, now_s: float) -> None: ...
    def dismiss(self, farewell: Message) -> None: ...


class Relay:
    """What the conversations share. Without other `turns` they run on gevent's hub: open and close it there."""

    def __init__(
        self,
        settings: Settings,
        now_s: Callable[[], float] = monotonic,
        unix: Callable[[], float] = time,
        turns: Turns | None = None,
    ) -> None:
        limits = settings.limits
        self.settings, self.limits = settings, limits
        self.turns = turns or Hub()
        self.now_s = now_s
        self._unix = unix
        self.store = Store(settings.data, self.turns)
        self.ledger = Ledger(limits)
        self.writer = Writer(self.store.open_for_writing(), self.ledger.forget, self.turns)
        self.pushes = Pushes(self.ledger, self.writer, self.turns, self.unix)
        self.record_rates = Buckets(limits.records_per_min / 60, limits.records_burst)
        self.create_rates = Buckets(limits.spaces_per_address_per_hour / 3600, limits.spaces_per_address_per_hour)
        self.join_rates = Buckets(limits.joins_per_address_per_min / 60, limits.joins_per_address_per_min)
        self.callers = Callers(limits.sockets_per_address)
        self.sockets: set[Caller] = set()
        self.gone = 0  # sockets that have closed, until somebody clears away what they leave
        self.is_draining = False
        self._rooms: dict[bytes, Room] = {}
        self.look_at_disk()
        chains = Chains(self.store, self.turns, self._rooms)
        self.membership, self.grow, self.forget = chains.membership, chains.grow, chains.forget
        self.knows = chains.knows

    def unix(self) -> int:
        """Unix seconds."""
        return int(self._unix())

    def enter(self, space: bytes, listener: Listener) -> Room:
        """The room of a space, `listener` now in it. Raises Refused TOO_MANY.

        A device that has more sockets than it needs loses its oldest, and in a full room so does the one that has most:
        nobody takes all the places there are, and nobody keeps out the owner, who may remove them.
        """
        room = self._rooms.get(space) or Room(space)
        own = [other for other in room.listeners if other.device == listener.device]
        leaving = own[0] if len(own) >= self.limits.sockets_per_device else None
        if leaving is None and len(room.listeners) >= self.limits.sockets_per_space:
            leaving = room.who_makes_way(listener)
            if leaving is None:
                raise Refused("TOO_MANY", RECONNECT_MS)
        if leaving is not None:
            room.listeners.pop(leaving)
            leaving.make_way()
        self._rooms[space] = room
        room.listeners[listener] = None
        return room

    def leave(self, room: Room, listener: Listener) -> None:
        room.listeners.pop(listener, None)
        if not room.listeners and self._rooms.get(room.space) is room:
            del self._rooms[room.space]

    def hand_on_records(self, space: bytes, appended: Sequence[tuple[int, bytes]], besides: Listener) -> None:
        """Committed records, to every other device that has caught up."""
        room = self._rooms.get(space)
        if room is not None and appended:
            room.hand_on(appended, besides)

    def tell_others(self, space: bytes, message: Message, besides: Listener | None = None) -> None:
        """A message for every device in the room but one."""
        room = self._rooms.get(space)
        others = [listener for listener in room.listeners if listener is not besides] if room else []
        if others:
            frame = _frame(message)
            for listener in others:
                listener.hear(frame)

    def show_out(self, space: bytes, devices: frozenset[bytes], besides: Listener | None = None) -> None:
        """Ends the conversations of devices that were removed."""
        room = self._rooms.get(space)
        for listener in tuple(room.listeners) if room else ():
            if listener.device in devices and listener is not besides:
                listener.show_out()

    def forward_presence(self, room: Room, frame: bytes, besides: Listener) -> None:
        for listener in room.listeners:
            if listener is not besides:
                listener.hear_presence(frame, besides)

    def check_pulses(self) -> None:
        """Pings who is quiet, cuts who is gone. To be called about once a second."""
        now_s = self.now_s()
        for socket in tuple(self.sockets):
            socket.check_pulse(now_s)
        self.record_rates.forget_full(now_s)
        self.create_rates.forget_full(now_s)
        self.join_rates.forget_full(now_s)
        self.look_at_disk()

    def look_at_disk(self) -> None:
        """Takes nothing more while the disk is all but full: what ends and deletes still has to find room."""
        try:
            free_bytes = disk_usage(self.settings.data).free
        except OSError as error:
            free_bytes = 0
            if self.ledger.has_room:
                logs.fail("disk.unreadable", error)
        metrics.disk_free_bytes.set(free_bytes)
        self.ledger.has_room = free_bytes >= self.limits.free_disk_bytes

    def purge(self, *, after_an_hour: bool) -> None:
        """Deletes what is left of spaces whose time is over. To be called at the start and every hour; no waiting."""
        now, days = self.unix(), self.limits.closed_days
        work = partial(_purge, purged=self.has_purged, now=now, closed_days=days, after_an_hour=after_an_hour)
        self.writer.submit(work, self.tell_purged, lambda refusal: logs.warn("purge.failed", code=refusal.code))

    def has_purged(self, space: bytes) -> None:
        """For work in the writer's thread that has deleted what is left of a space."""
        self.ledger.forget(space)
        self.writer.clear_log()

    def tell_purged(self, spaces: Sequence[bytes]) -> None:
        """That has been committed."""
        for space in spaces:
            metrics.spaces_purged.add()
            logs.tell("space.purged", space=space)

    def stages(self) -> dict[str, int]:
        """How many sockets have come how far."""
        return Counter(socket.stage for socket in tuple(self.sockets))

    def dismiss_all(self) -> None:
        """Tells everyone to come back soon; from now on nobody new is let in."""
        self.is_draining = True
        logs.tell("server.draining", sockets=len(self.sockets))
        for socket in tuple(self.sockets):
            socket.dismiss(Drain(RECONNECT_MS))

    def close(self) -> None:
        """Commits what is queued and closes the store."""
        self.pushes.hand_in()
        self.writer.close()
        self.store.close()


def _frame(message: Message) -> bytes:
    return binary_frame(messages.to_bytes(message))


def _purge(
    connection: Writing, purged: Callable[[bytes], None], now: int, closed_days: int, *, after_an_hour: bool
) -> list[bytes]:
    if after_an_hour:
        count_hour(connection)
    spaces = purge_ended(connection, now, closed_days)
    for space in spaces:
        purged(space)
    return spaces
