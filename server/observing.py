"""Is the server ready, and how is it: `/readyz` for whoever sends callers, `/metrics` for whoever runs it.

The metrics have an address of their own, `KITH_METRICS`: nobody who can reach the web app can read them by that.
"""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final

from server import metrics
from server.doorway import Doorway
from server.relay import Relay

PATH: Final = "/metrics"

StartResponse = Callable[[str, list[tuple[str, str]]], object]


def is_readable(relay: Relay) -> bool:
    """Whether the store answers."""
    try:
        relay.store.read(lambda connection: connection.execute("SELECT schema FROM server").fetchone())
    except sqlite3.Error:
        return False
    return True


def is_ready(relay: Relay) -> bool:
    """Whether new callers should come here: the store can be read, the disk has room and the writing thread lives, and
    the server is not stopping.
    """
    return not relay.is_draining and relay.writer.is_alive and relay.ledger.has_room and is_readable(relay)


def scrape(relay: Relay, doorway: Doorway) -> str:
    """All metrics, those that are looked up included."""
    metrics.connections.set(len(doorway))
    metrics.sockets.set_each(relay.stages())
    metrics.queue_out_bytes.set(sum(socket.queued_bytes for socket in relay.sockets))
    metrics.queue_in_requests.set(relay.writer.waiting)
    metrics.is_ready.set(int(is_ready(relay)))
    return metrics.text()


class MetricsApp:
    """The WSGI app that answers `GET /metrics`, of a relay and its doorway, and nothing else."""

    def __init__(self, relay: Relay, doorway: Doorway) -> None:
        self._relay, self._doorway = relay, doorway

    def __call__(self, environ: dict[str, object], start_response: StartResponse) -> Iterable[bytes]:
        is_ours = environ["PATH_INFO"] == PATH and environ["REQUEST_METHOD"] == "GET"
        body = scrape(self._relay, self._doorway).encode() if is_ours else b"Not here.\n"
        kind = metrics.CONTENT_TYPE if is_ours else "text/plain"
        heads = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        start_response("200 OK" if is_ours else "404 Not Found", heads)
        return (body,)
