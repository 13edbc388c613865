"""Other people's WebSocket clients talk to the relay without trouble; every other test here uses `websockets.sync`."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from struct import pack
from typing import IO, Final

import pytest
import websocket
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from tests.relay_process import RelayProcess
from tests.server.first_words import say_first_words
from tests.sources import ROOT

WITH_NO_HTTP_BEHIND: Final = pytest.mark.stock_cannot(
    "close the WebSocket without a word of HTTP behind it, at which clients may stumble"
)
FOREIGN: Final = "http://elsewhere.example"


@WITH_NO_HTTP_BEHIND
def test_websockets_with_asyncio(relay: RelayProcess) -> None:
    async def talk() -> None:
        async with connect(relay.socket_address, origin=Origin(relay.origin), ping_interval=None) as socket:
            loop = asyncio.get_running_loop()

            async def asked(message: bytes) -> bytes:
                await socket.send(message)
                answer = await socket.recv()
                assert isinstance(answer, bytes)
                return answer

            def ask(message: bytes) -> bytes:
                return asyncio.run_coroutine_threadsafe(asked(message), loop).result(60)

            await asyncio.to_thread(say_first_words, relay, ask)
            await (await socket.ping(b"there?"))
        assert socket.close_code == 1000

        with pytest.raises(InvalidStatus) as refused:
            await connect(relay.socket_address, origin=Origin(FOREIGN))
        assert refused.value.response.status_code == 403

    asyncio.run(talk())


@WITH_NO_HTTP_BEHIND
def test_websocket_client(relay: RelayProcess) -> None:
    socket = websocket.create_connection(relay.socket_address, timeout=60, origin=relay.origin)

    def ask(message: bytes) -> bytes:
        socket.send_binary(message)
        answer = socket.recv()
        assert isinstance(answer, bytes)
        return answer

    say_first_words(relay, ask)
    socket.ping("there?")
    opcode, pong = socket.recv_data_frame(control_frame=True)
    assert (opcode, pong.data) == (websocket.ABNF.OPCODE_PONG, b"there?")
    socket.send_close(1000)
    opcode, close = socket.recv_data_frame(control_frame=True)
    assert (opcode, close.data) == (websocket.ABNF.OPCODE_CLOSE, pack("!H", 1000))
    socket.shutdown()  # type: ignore[no-untyped-call]

    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        websocket.create_connection(relay.socket_address, timeout=60, origin=FOREIGN)


class NodeClient:
    """npm's `ws` in Node, told line by line what to do."""

    def __init__(self, told: IO[str], tells: IO[str]) -> None:
        self._told, self._tells = told, tells

    def hears(self) -> str:
        return self._tells.readline().strip()

    def asks(self, line: str) -> str:
        self._told.write(line + "\n")
        self._told.flush()
        return self.hears()


@contextmanager
def node_client(relay: RelayProcess, origin: str) -> Iterator[NodeClient]:
    node = shutil.which("node")
    assert node, "Node was not found: run bin/set-up test"
    command = [node, "tests/server/ws_client.mjs", relay.socket_address, origin]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield NodeClient(process.stdin, process.stdout)
        process.kill()


@WITH_NO_HTTP_BEHIND
def test_ws_from_npm(relay: RelayProcess) -> None:
    with node_client(relay, relay.origin) as client:
        say_first_words(relay, lambda message: bytes.fromhex(client.asks(message.hex())))
        assert client.asks("ping") == "pong there?"
        assert client.asks("close") == "closed 1000"
    with node_client(relay, FOREIGN) as client:
        assert client.hears() == "refused 403"
