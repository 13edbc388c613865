"""A page that is not ours gets no socket, whatever it makes its origin look like."""

import pytest

from tests.relay_process import RelayProcess
from tests.server.raw_socket import head_of, raw


@pytest.mark.parametrize(
    "origins",
    [
        (),
        ("",),
        ("null",),
        ("http://127.0.0.1:{port}",),
        ("https://localhost:{port}",),
        ("http://localhost",),
        ("http://localhost:{port}0",),
        ("http://localhost:{port}.evil.example",),
        ("http://localhost:{port}@evil.example",),
        ("http://evil.example/http://localhost:{port}",),
        ("http://evillocalhost:{port}",),
        ("http://evil.localhost:{port}",),
        ("http://localhost:{port}/",),
        ("HTTP://LOCALHOST:{port}",),
        ("http://localhost:{port}", "http://localhost:{port}"),
        ("http://localhost:{port}", "http://evil.example"),
        ("http://localhost:{port}, http://evil.example",),
        ("http://localhost:{port} http://evil.example",),
    ],
)
def test_only_our_own_origin_gets_a_socket(relay: RelayProcess, origins: tuple[str, ...]) -> None:
    line = "".join(f"Origin: {origin.format(port=relay.port)}\r\n" for origin in origins)
    with raw(relay.port, more=line) as client:
        assert client.recv(12) == b"HTTP/1.1 403"


def test_our_own_origin_gets_one(relay: RelayProcess) -> None:
    with raw(relay.port, more=f"Origin: {relay.origin}\r\n") as client:
        assert head_of(client).startswith(b"HTTP/1.1 101")
