"""A server that says back what it hears, over the relay's own transport: `python -m tests.server.echo <port>`.

A message `flood <count> <bytes>` is answered with so many messages of that size, told to all sockets that are open;
`latest <count>` with so many of which only the last is worth anything; `crowd <count>` with one of each of so many
senders, and for the asker how many of them were lost.
"""

import sys
from http.client import HTTPConnection

import flask_sock
import gevent
from flask import Flask

from server.frames import binary_frame
from server.listening import listen
from server.transport import WebSocket

MAX_BYTES = 327_680


def echo_app() -> Flask:
    flask_sock.Server = WebSocket
    app = Flask(__name__)
    app.config["SOCK_SERVER_OPTIONS"] = {"max_bytes": MAX_BYTES, "queue_bytes": 4_194_304, "queue_frames": 4_096}
    sock = flask_sock.Sock(app)
    sockets: set[WebSocket] = set()

    @sock.route("/sync")  # type: ignore[untyped-decorator]
    def sync(socket: WebSocket) -> None:
        def answer(message: bytes) -> None:
            if message.startswith(b"latest "):
                for n in range(int(message.split()[1])):
                    for other in sockets:
                        other.send_latest(socket, binary_frame(bytes([n])))
                return
            if message.startswith(b"crowd "):
                crowd = range(int(message.split()[1]))
                lost = sum(other.send_latest(n, binary_frame(bytes([n]))) for other in sockets for n in crowd)
                socket.send(b"%d lost" % lost)
                return
            if not message.startswith(b"flood "):
                socket.send(message)
                return
            _, count, size = message.split()
            for n in range(int(count)):
                for other in sockets:
                    other.send(bytes([n % 256]) * int(size))

        sockets.add(socket)
        socket.on_slow = lambda: socket.send(b"slow")
        socket.run(answer)
        sockets.discard(socket)

    @app.get("/healthz")
    def healthz() -> str:
        return f"{len(sockets)}"

    return app


def open_sockets(port: int) -> int | None:
    """How many sockets the echo server has open; none while it does not answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return int(connection.getresponse().read())
    except OSError:
        return None
    finally:
        connection.close()


if __name__ == "__main__":
    listen("127.0.0.1", int(sys.argv[1]), echo_app()).start()
    gevent.get_hub().join()
