"""The HTTP side, on gevent's pywsgi: quiet about addresses, deaf to bodies, done with HTTP once it is a WebSocket."""

from types import TracebackType
from typing import Final, Protocol

from gevent.pywsgi import WSGIHandler, WSGIServer, headers_factory
from gevent.socket import socket as GeventSocket  # noqa: N812  # not to be mistaken for the standard one

from server import logs

QUIET_S: Final = 60  # a connection that says nothing for so long, between or inside requests, is closed
EARLY_BYTES: Final = 65_536
HEADER_BYTES: Final = 32_768  # of all headers together, where Python would take a hundred of 64 KiB from anybody

_BAD_REQUEST: Final = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class CannotListen(Exception):  # names in this tree say what is the matter
    """The port is taken, or may not be had. Its text says which one, and the system's reason."""


class _Lines(Protocol):
    def readline(self, most: int = -1, /) -> bytes: ...


class _Headers:
    """Lines of which there may be so many bytes. Raises ValueError for more."""

    def __init__(self, lines: _Lines) -> None:
        self._lines, self._left = lines, HEADER_BYTES

    def readline(self, most: int = -1) -> bytes:
        line = self._lines.readline(min(most, self._left + 1) if most >= 0 else self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise ValueError("headers too large")
        return line


class HttpConnection(WSGIHandler):  # type: ignore[misc]  # gevent has no types
    """One TCP connection that speaks HTTP, until a WebSocket takes it over."""

    is_taken_over = False

    def handle(self) -> None:
        self.socket.settimeout(QUIET_S)
        super().handle()

    def take_over(self) -> tuple[GeventSocket, bytes]:
        """The socket, for a WebSocket to use, and what the client sent before it was answered. HTTP is over here."""
        self.is_taken_over = self.close_connection = True
        self.socket.settimeout(0.0)
        early = self.rfile.read1(EARLY_BYTES)
        self.socket.settimeout(None)
        return self.socket, early or b""

    def MessageClass(self, lines: _Lines, *_: object) -> object:  # noqa: N802  # gevent's name for reading headers
        return headers_factory(_Headers(lines))

    def read_request(self, raw_requestline: str) -> bool:
        is_sound = bool(super().read_request(raw_requestline))
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
        return "400", _BAD_REQUEST

    def log_error(self, msg: str, *args: object) -> None:
        """Says nothing: pywsgi's own words hold addresses."""


def listen(host: str, port: int, application: object) -> WSGIServer:
    """A server bound to `host` and `port`, not yet started. Raises CannotListen when the port is taken."""
    server = WSGIServer((host, port), application, log=None, error_log=None, handler_class=HttpConnection)
    try:
        server.init_socket()
    except OSError as error:
        raise CannotListen(f"{host} port {port}: {error.strerror}") from error
    return server
