"""The upgrade from HTTP to WebSocket, walked through the `websockets` package's protocol object."""

import logging
from collections.abc import Mapping
from typing import Final

from websockets.http11 import Request
from websockets.server import ServerProtocol
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

_PASSED_ON: Final = (
    "HOST", "CONNECTION", "UPGRADE", "SEC_WEBSOCKET_KEY", "SEC_WEBSOCKET_VERSION", "SEC_WEBSOCKET_PROTOCOL",
)  # fmt: skip  # no extensions: ciphertext does not compress, and compression shows its size

_quiet = logging.getLogger("kith.websocket")
_quiet.setLevel(logging.CRITICAL)  # the package tells of every open and close, which server/logs.py tells better


class BadHandshake(HTTPException):
    """The request asked for a WebSocket in a way that cannot be granted."""


def shake_hands(environ: Mapping[str, object], max_bytes: int) -> tuple[ServerProtocol, bytes]:
    """An open protocol object, for messages of at most `max_bytes`, and the answer to send. Raises BadHandshake."""
    protocol = ServerProtocol(max_size=max_bytes, logger=_quiet)
    lines = [f"GET /sync {environ['SERVER_PROTOCOL']}"]
    for name in _PASSED_ON:
        value = environ.get(f"HTTP_{name}")
        if isinstance(value, str):
            lines.append(f"{name.replace('_', '-')}: {' '.join(value.split())}")
    # given as bytes, not as a Request object: only so does the protocol's parser move on from HTTP to frames
    protocol.receive_data("\r\n".join([*lines, "", ""]).encode("latin-1"))
    requests = [event for event in protocol.events_received() if isinstance(event, Request)]
    if not requests:
        raise BadHandshake(response=Response("This is not a WebSocket handshake.\n", 400))
    answer = protocol.accept(requests[0])
    if answer.status_code != 101:
        raise BadHandshake(response=Response(bytes(answer.body or b""), answer.status_code))
    protocol.send_response(answer)
    return protocol, b"".join(protocol.data_to_send())
