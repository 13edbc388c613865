"""The relay's app without gevent's hub: on Werkzeug's threaded server, with stock simple-websocket, and one lock.

`python -m tests.server.threaded`, with the settings of `kith serve`. Not for people: it shows that server/turns.py and
server/sockets.py say all that the app needs of what runs it.
"""

import os
import signal
import threading
import time
from collections.abc import Iterable
from functools import partial
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from server import logs
from server.app import create_app
from server.config import from_environment
from server.holding import hold
from server.relay import Relay
from tests.server.lock_turns import LockTurns
from tests.server.stock_socket import StockSocket

PULSE_S = 1
DRAIN_S = 3


class Quiet(WSGIRequestHandler):
    """Says nothing: after a conversation this server answers the request, over a socket that has closed."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002  # Werkzeug's name
        """Nothing."""


def serve() -> None:
    settings = from_environment(os.environ)
    logs.start(settings.log)
    turns = LockTurns()
    relay = Relay(settings, turns=turns)
    app = create_app(relay, partial(StockSocket, turns, settings.limits.ping_s))

    def in_turn(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with turns.turn:
            return app(environ, start_response)

    server = ThreadedWSGIServer(settings.host, settings.port, in_turn, handler=Quiet)
    server.daemon_threads = True
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with hold(settings.data):
        while not stop.wait(PULSE_S):
            with turns.turn:
                relay.check_pulses()
        with turns.turn:
            relay.dismiss_all()
        deadline = time.monotonic() + DRAIN_S
        while relay.sockets and time.monotonic() < deadline:
            time.sleep(0.02)
        with turns.turn:
            relay.close()
    os._exit(0)  # without waiting for whoever has not closed


if __name__ == "__main__":
    serve()
