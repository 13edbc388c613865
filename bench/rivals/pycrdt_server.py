"""pycrdt-websocket as it is published, in memory, under uvicorn with uvloop, the fastest that it is run with.

Two settings of uvicorn's are not the usual ones: nothing is compressed and nothing is logged, as with the others.
"""

import asyncio
import sys

import uvicorn
import uvloop
from pycrdt.websocket import ASGIServer, WebsocketServer


async def serve(port: int) -> None:
    rooms = WebsocketServer()
    application = ASGIServer(rooms)
    config = uvicorn.Config(
        application, "127.0.0.1", port, ws="websockets-sansio", ws_per_message_deflate=False, log_level="critical"
    )
    server = uvicorn.Server(config)
    async with rooms:
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        print("ready", flush=True)
        await serving


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1])))
