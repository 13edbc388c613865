"""The HTTP side, on gevent's pywsgi: quiet about addresses, deaf to bodies, done with HTTP once it is a WebSocket."""

from socket import SHUT_RDWR
from time import monotonic
from types import TracebackType
from typing import Final, Protocol

import gevent
from gevent.pywsgi import WSGIHandler, WSGIServer, headers_factory
from gevent.socket import socket as GeventSocket  # noqa: N812  # not to be mistaken for the standard one

from server import logs, metrics
from server.doorway import Doorway
from server.neighbourhood import neighbourhood
from sync.limits import LIMITS, Limits

TURN_S: Final = 0.005  # what one connection may take before the others have their turn
BREATH_S: Final = 0.0001  # not 0: that may come back before the loop has looked at any socket
QUIET_S: Final = 60  # a connection that asks for nothing more, or takes no answer, for so long is closed
EARLY_BYTES: Final = 65_536
WAITING: Final = 4_096  # at the door; whoever finds no room there knocks again after one second, after three more

_BAD_REQUEST: Final = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class CannotListen(Exception):  # names in this tree say what is the matter
    """The port is taken, or may not be had. Its text says which one, and the system's reason."""


class _Lines(Protocol):
    def readline(self, most: int = -1, /) -> bytes: ...


class _Headers:
    """Lines of which there may be so many bytes, where Python would take a hundred of 64 KiB from anybody.

    Raises ValueError for more.
    """

    def __init__(self, lines: _Lines, most_bytes: int) -> None:
        self._lines, self._left = lines, most_bytes

    def readline(self, most: int = -1) -> bytes:
        line = self._lines.readline(min(most, self._left + 1) if most >= 0 else self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise ValueError("headers too large")
        return line


class HttpConnection(WSGIHandler):  # type: ignore[misc]  # gevent has no types
    """One TCP connection that speaks HTTP, until a WebSocket takes it over."""

    server: "HttpServer"
    is_taken_over = False

    def handle(self) -> None:
        self.socket.settimeout(QUIET_S)
        self._deadline = gevent.get_hub().loop.timer(self.server.limits.header_s)
        self._deadline.start(self._be_late)  # whoever has only just come has to say something soon
        self._turn_began_at = monotonic()
        self.server.doorway.arrive(self, neighbourhood(str(self.client_address[0])))
        try:
            super().handle()
        finally:
            self._deadline.stop()
            self._deadline.close()
            self.server.doorway.leave(self)

    def cut(self) -> None:
        """Ends the connection now."""
        try:
            self.socket.shutdown(SHUT_RDWR)  # wakes whoever reads or writes
        except OSError:
            return  # the other side was quicker

    def _be_late(self) -> None:
        metrics.connections_cut.add("late")
        self.cut()

    def take_over(self) -> tuple[GeventSocket, bytes]:
        """The socket, for a WebSocket to use, and what the client sent before it was answered. HTTP is over here."""
        self.is_taken_over = self.close_connection = True
        self.server.doorway.leave(self)
        self.socket.settimeout(0.0)
        early = self.rfile.read1(EARLY_BYTES)
        self.socket.settimeout(None)
        return self.socket, early or b""

    def MessageClass(self, lines: _Lines, *_: object) -> object:  # noqa: N802  # gevent's name for reading headers
        return headers_factory(_Headers(lines, self.server.limits.header_bytes))

    def read_requestline(self) -> str:
        if monotonic() - self._turn_began_at > TURN_S:  # while requests come and answers go, nothing else would wait
            gevent.sleep(BREATH_S)
            self._turn_began_at = monotonic()
        self.rfile.peek(1)  # between requests nobody is in a hurry
        if not self._deadline.active:
            self._deadline.start(self._be_late)
        return str(super().read_requestline())

    def read_request(self, raw_requestline: str) -> bool:
        is_sound = bool(super().read_request(raw_requestline))
        self._deadline.stop()
        self.server.doorway.stir(self)
        if self.content_length or self.headers.get("transfer-encoding"):
            raise ValueError("no request here has a body, and one that is not read must not become a request")
        return is_sound

    def get_environ(self) -> dict[str, object]:
        environ: dict[str, object] = super().get_environ()
        environ["kith.connection"] = self
        return environ

    def handle_error(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logs.fail("request.failed", error.with_traceback(trace))
        if not self.is_taken_over:
            self._send_error_response_if_possible(500)

    def _handle_client_error(self, error: Exception) -> tuple[str, bytes]:
        logs.warn("request.malformed", error=type(error).__name__)
        metrics.connections_cut.add("malformed")
        return "400", _BAD_REQUEST

    def log_error(self, msg: str, *args: object) -> None:
        """Says nothing: pywsgi's own words hold addresses."""


class HttpServer(WSGIServer):  # type: ignore[misc]  # gevent has no types
    """Listens; `proxies` are trusted ones in front, which all callers then seem to be."""

    backlog = WAITING

    def __init__(self, address: tuple[str, int], application: object, limits: Limits, proxies: int) -> None:
        super().__init__(address, application, log=None, error_log=None, handler_class=HttpConnection)
        self.limits = limits
        self.doorway = Doorway(limits.half_open, None if proxies else limits.half_open_per_address)


def listen(host: str, port: int, application: object, limits: Limits = LIMITS, proxies: int = 0) -> HttpServer:
    """A server bound to `host` and `port`, not yet started. Raises CannotListen when the port is taken."""
    server = HttpServer((host, port), application, limits, proxies)
    try:
        server.init_socket()
    except OSError as error:
        raise CannotListen(f"{host} port {port}: {error.strerror}") from error
    return server
