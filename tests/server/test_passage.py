"""`kith doctor --url` walks the way through a real proxy and says what is wrong with it; the log tells the rest."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server import passage
from tests.relay_process import RelayProcess, free_port, relay_process
from tests.server.proxies import Certificate, Proxy, run
from tests.server.test_backup_of_server import kith

UPGRADE = "        proxy_set_header Upgrade $http_upgrade;\n"
CALLER = "        proxy_set_header X-Forwarded-For $remote_addr;\n"
INSIDE = "        proxy_hide_header Clear-Site-Data;\n"


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayProcess]:
    with relay_process({"KITH_ORIGIN": f"https://localhost:{free_port()}", "KITH_PROXIES": "1"}) as running:
        yield running


@contextmanager
def proxied(folder: Path, relay: RelayProcess, trusting: pytest.MonkeyPatch, changes: dict[str, str]) -> Iterator[None]:
    """nginx in front of a relay, at its origin."""
    certificate = Certificate.make(folder)
    trusting.setenv("SSL_CERT_FILE", str(certificate.public))
    port = int(relay.origin.rpartition(":")[2])
    changes = {old: new.replace("ORIGIN", relay.origin) for old, new in changes.items()}
    with run(Proxy("nginx", folder / "nginx", certificate, relay.port, changes=changes, port=port)):
        yield


@contextmanager
def closed(port: int) -> Iterator[None]:
    """Nobody answers there meanwhile, and nobody else can have it: taken, and not listened to."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        yield


def test_nothing_is_wrong_behind_a_proxy_as_the_readme_has_it(
    relay: RelayProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxied(tmp_path, relay, monkeypatch, {}):
        assert list(passage.walk(relay.origin)) == []
        assert list(passage.walk(f"{relay.origin}/")) == []
        told = kith("doctor", "--data", str(tmp_path / "none"), "--url", relay.origin)
    assert (told.returncode, told.stderr) == (0, "")
    assert "proxy.silent" not in relay.log.read_text()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({UPGRADE: ""}, "pass on Upgrade and Connection"),
        ({UPGRADE: f"{UPGRADE}proxy_set_header Origin ORIGIN;"}, "Pages from anywhere get a socket"),
        ({UPGRADE: f"{UPGRADE}proxy_set_header Origin http://localhost:1;"}, "set KITH_ORIGIN=https://localhost"),
        ({INSIDE: "add_header X-Content-Type-Options nosniff always;"}, "X-Content-Type-Options is there 2 times"),
        ({INSIDE: "proxy_hide_header Referrer-Policy;"}, "Referrer-Policy is not as Kith sends it"),
        ({INSIDE: "add_header Clear-Site-Data '\"storage\"' always;"}, "empties every tablet"),
        ({INSIDE: "return 302 https://localhost:1/;"}, "answers 302 and leads on to https://localhost:1/"),
    ],
)
def test_a_proxy_that_is_set_up_wrongly_is_found(
    relay: RelayProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], says: str
) -> None:
    with proxied(tmp_path, relay, monkeypatch, changes):
        (line,) = passage.walk(relay.origin)
    assert says in line


def test_a_proxy_before_nothing_one_nobody_believes_and_one_that_is_not_there(
    own_relay: RelayProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_relay.stop()
    own_relay.origin = f"https://localhost:{free_port()}"
    with closed(own_relay.port), proxied(tmp_path, own_relay, monkeypatch, {}):
        (line,) = passage.walk(own_relay.origin)
        assert "answers 502" in line
        monkeypatch.delenv("SSL_CERT_FILE")
        (line,) = passage.walk(own_relay.origin)
        assert "is not believed" in line
    for address in (own_relay.origin, "localhost", "ftp://localhost"):
        (line,) = passage.walk(address)
        assert "cannot be reached from here" in line


def test_a_proxy_that_does_not_say_who_calls_is_told_of_in_the_log(
    relay: RelayProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxied(tmp_path, relay, monkeypatch, {CALLER: ""}):
        assert list(passage.walk(relay.origin)) == []
    assert "proxy.silent" in relay.log.read_text()
