"""The way from a browser to Kith, walked once: what a proxy in between does wrong, as far as it shows from outside.

It cannot show whether callers are told apart: of that, the running server's log says `proxy.silent`.
"""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection, InvalidURL
from ssl import SSLCertVerificationError
from typing import Final
from urllib.parse import urlsplit

from server import headers

_ANSWER_S: Final = 20
_FOREIGN: Final = "https://elsewhere.invalid"
_UPGRADE: Final = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def walk(url: str) -> Iterator[str]:
    """Each thing that is wrong on the way to the Kith at `url`, with what to do about it."""
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}".lower()
    try:
        status, found = _ask(origin, "/", {})
        if status != 200:
            yield f"{origin}/ answers {status}{_led_on(found)}: is Kith running, and does the proxy lead to it?"
            return
        yield from _headers(found)
        yield from _socket(origin)
    except SSLCertVerificationError as error:
        yield f"The certificate of {origin} is not believed ({error.verify_message}), and no browser will open it."
    except (OSError, HTTPException, ValueError) as error:
        yield f"{origin} cannot be reached from here ({error}): does its name lead to the proxy, and does that run?"


def _headers(found: HTTPMessage) -> Iterator[str]:
    expected = {"Content-Security-Policy": headers.PAGE_POLICY, **headers.EVERY_RESPONSE}
    for name, value in expected.items():
        values = found.get_all(name, [])
        if len(values) > 1:
            yield f"{name} is there {len(values)} times: Kith sends its own, so have the proxy add none."
        elif values != [value]:
            yield f"{name} is not as Kith sends it: have the proxy leave it alone."
    if "Clear-Site-Data" in found:
        yield "Clear-Site-Data is sent, which empties every tablet that sees it: take it out of the proxy at once."


def _socket(origin: str) -> Iterator[str]:
    status, _ = _ask(origin, "/sync", {**_UPGRADE, "Origin": origin})
    if status == 403:
        yield f"Pages of {origin} get no socket: set KITH_ORIGIN={origin}, and have the proxy leave Origin alone."
    elif status not in (101, 429, 503):  # in these two cases, Kith itself has answered
        yield f"No WebSocket gets through ({status}): have the proxy pass on Upgrade and Connection, over HTTP/1.1."
    elif status == 101 and _ask(origin, "/sync", {**_UPGRADE, "Origin": _FOREIGN})[0] != 403:
        yield "Pages from anywhere get a socket: have the proxy leave Origin alone."


def _ask(origin: str, path: str, fields: dict[str, str]) -> tuple[int, HTTPMessage]:
    """Status and headers of an answer. Raises OSError, HTTPException, ValueError."""
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InvalidURL("an address is like https://kith.example.org")
    connection = (HTTPSConnection if parts.scheme == "https" else HTTPConnection)(
        parts.hostname, parts.port, timeout=_ANSWER_S
    )
    try:
        connection.request("GET", path, headers=fields)
        answer = connection.getresponse()
        return answer.status, answer.headers
    finally:
        connection.close()


def _led_on(found: HTTPMessage) -> str:
    return f" and leads on to {found['Location']}" if found["Location"] else ""
