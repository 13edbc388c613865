"""A headless device to which everything happens that happens to devices: power cuts, lost sockets, frames said twice.

The device itself, its file and its socket are the real ones of `server.client`. Keys and ids are drawn from a seed.
"""

import os
import socket
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from time import time
from typing import Final

from websockets.exceptions import ConnectionClosed

from server.client import Client
from server.fact_file import FactFile
from sync import messages as m
from sync.device import Device
from sync.encoding import encode
from sync.surroundings import Surroundings

HEAR_S: Final = 1.0  # long enough for an answer on one machine, also on a busy one
_RESET: Final = struct.pack("ii", 1, 0)
GONE: Final = (OSError, ConnectionClosed)  # what a verb raises when the server or the line is gone


class PowerCut(Exception):
    """The device is off: only its file is left."""


class FrailFile(FactFile):
    """Loses power at one of its next writes, once `cut_in` says at which: somewhere from before it to just after it."""

    def __init__(self, path: Path, chance: Random) -> None:
        super().__init__(path)
        self.cut_in: int | None = None
        self._chance = chance

    def append(self, facts: Sequence[bytes]) -> None:
        if facts and self.cut_in is not None:
            self.cut_in -= 1
            if self.cut_in <= 0:
                self._cut(facts)
        super().append(facts)

    def _cut(self, facts: Sequence[bytes]) -> None:
        before = os.fstat(self._file.fileno()).st_size
        super().append(facts)
        after = os.fstat(self._file.fileno()).st_size
        self._file.truncate(self._chance.choice((before, after, self._chance.randint(before, after))))
        raise PowerCut


class FrailClient(Client):
    """Make one with `begun` or `reloaded`; `dies` leaves the file alone behind."""

    def __init__(self, file: FrailFile, origin: str, device: Device, chance: Random) -> None:
        self.file = file
        self.says_twice = 0  # so many of the next PUSHes
        self._chance = chance
        super().__init__(file, origin, device)

    @staticmethod
    def begun(path: Path, origin: str, chance: Random, make: Callable[[Surroundings], Device]) -> "FrailClient":
        """A fresh device, kept in a new file."""
        file = FrailFile(path, chance)
        file.append([encode(("at", origin))])
        return FrailClient(file, origin, make(around(origin, chance)), chance)

    @staticmethod
    def reloaded(path: Path, origin: str, chance: Random) -> "FrailClient":
        """The device as it comes back from its file."""
        file = FrailFile(path, chance)
        return FrailClient(file, origin, Device.load(around(origin, chance), file.facts[1:]), chance)

    @property
    def is_connected(self) -> bool:
        return self._socket is not None

    def hears(self, frames: int) -> None:
        """At most so many frames from the server, wherever in the conversation that ends."""
        if self._socket is None:
            self._connect()
        for _ in range(frames):
            if self._socket is None or self.device.is_settled or self.device.wants_reconnect:
                return
            if not self._hear(HEAR_S):
                return

    def loses_its_socket(self, *, reset: bool) -> None:
        """The line is cut under the device, which does not know it yet. A reset also loses what is under way."""
        if self._socket is None:
            return
        line = self._socket.socket
        with suppress(OSError):  # it had gone already
            if reset:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            line.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)

    def dies(self, *, reset: bool) -> None:
        """As when its process is killed: nothing more is kept or said."""
        self._file.close()
        self.loses_its_socket(reset=reset)
        self._socket = None
        self._opened.close()

    def _send(self, frames: Sequence[bytes]) -> None:
        super()._send([copy for frame in frames for copy in [frame] * self._times(frame)])

    def _times(self, frame: bytes) -> int:
        if self.says_twice == 0 or not isinstance(m.parse(frame), m.Push):
            return 1
        self.says_twice -= 1
        return 2

    def _fresh_client_id(self) -> int:
        while True:
            drawn = self._chance.getrandbits(32)
            if self.device.replica.log.authors.owner_of_client(drawn) is None:
                return drawn


def around(origin: str, chance: Random) -> Surroundings:
    """Randomness that comes from a seed: the same keys and nonces whenever a schedule is played again."""
    return Surroundings(origin, chance.randbytes, lambda: int(time()))
