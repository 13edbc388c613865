"""A bad network between devices and a relay: slow, cut, half closed, byte by byte, and with ghosts of old connections.

Everything that one connection meets follows from the seed and the connection's number. `calms_down` ends all of it for
what is sent from then on; connections that are half dead stay so.
"""

import asyncio
import socket
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from threading import Event, Thread
from typing import Final

CHUNK_BYTES: Final = 16 * 1024
LONGEST_DELAY_S: Final = 2.0
RESETS: Final = 0.05
HALF_CLOSINGS: Final = 0.02
BYTE_BY_BYTE: Final = 0.2
GHOSTS: Final = 0.3
GHOST_S: Final = 5.0
_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


@dataclass
class Count:
    """What has happened, so that a test can say that it did."""

    connections: int = 0
    resets: int = 0
    half_closings: int = 0
    slow_bytes: int = 0
    ghosts: int = 0
    longest_delay_s: float = 0.0


class ChaosProxy:
    """Listens on 127.0.0.1:`port` and passes on to `target`, in a thread of its own, between `start` and `end`."""

    def __init__(self, port: int, target: int, seed: int) -> None:
        self.count = Count()
        self._port, self._target, self._seed = port, target, seed
        self._is_calm = True
        self._ready, self._thread = Event(), Thread(target=lambda: asyncio.run(self._serve()), name="chaos proxy")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None
        self._open: set[asyncio.StreamWriter] = set()

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()

    def goes_wild(self) -> None:
        self._is_calm = False

    def calms_down(self) -> None:
        self._is_calm = True

    def end(self) -> None:
        if self._loop is not None and self._over is not None:
            self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._accept, "127.0.0.1", self._port)
        self._ready.set()
        await self._over.wait()
        server.close()
        while self._open:
            for writer in self._open:
                writer.transport.abort()
            await asyncio.sleep(0.01)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.count.connections += 1
        chance = Random(f"{self._seed} connection {self.count.connections}")
        try:
            there_reader, there = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, there}
        try:
            await asyncio.gather(self._pass_on(reader, there, chance), self._pass_on(there_reader, writer, chance))
        except OSError:  # one side reset it, or we did
            writer.transport.abort()
            if not self._is_calm and chance.random() < GHOSTS:
                self.count.ghosts += 1
                await self._pause(GHOST_S)
        for each in (writer, there):
            each.transport.abort()
            self._open.discard(each)

    async def _pause(self, pause_s: float) -> None:
        if self._over is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), pause_s)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, chance: Random) -> None:
        is_byte_by_byte = chance.random() < BYTE_BY_BYTE
        slowness = chance.random()
        while chunk := await reader.read(CHUNK_BYTES):
            if self._is_calm:
                writer.write(chunk)
                await writer.drain()
                continue
            # most of the time near nothing, now and then all there is
            delay_s = LONGEST_DELAY_S * slowness * chance.random() ** 4
            self.count.longest_delay_s = max(self.count.longest_delay_s, delay_s)
            await self._pause(delay_s)
            if chance.random() < RESETS:
                self.count.resets += 1
                reset(writer)
                raise ConnectionResetError
            if chance.random() < HALF_CLOSINGS:
                self.count.half_closings += 1
                break
            if is_byte_by_byte:
                await self._drip(chunk, writer)
            else:
                writer.write(chunk)
                await writer.drain()
        with suppress(OSError):
            writer.write_eof()

    async def _drip(self, chunk: bytes, writer: asyncio.StreamWriter) -> None:
        self.count.slow_bytes += len(chunk)
        for byte in chunk:
            writer.write(bytes((byte,)))
            await writer.drain()
            await asyncio.sleep(0)


def reset(writer: asyncio.StreamWriter) -> None:
    """As a router does that has forgotten the connection: what is under way is lost."""
    line = writer.get_extra_info("socket")
    if isinstance(line, socket.socket):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
    writer.transport.abort()


def main() -> None:
    """`python -m tests.chaos_proxy PORT TARGET SEED`: "wild" or "calm" on standard input, until it ends."""
    port, target, seed = map(int, sys.argv[1:4])
    proxy = ChaosProxy(port, target, seed)
    proxy.start()
    for line in sys.stdin:
        (proxy.goes_wild if line.strip() == "wild" else proxy.calms_down)()
    proxy.end()


if __name__ == "__main__":
    main()
