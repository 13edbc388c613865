"""nginx, haproxy and Caddy, configured as server/README.md prints it, in front of relays and with a certificate.

What is put in: ports of 127.0.0.1, the place of the certificate, shorter times, and few connections for an address.
Around it stands what Debian's own files would say, as far as it matters.
"""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from websockets.sync.client import ClientConnection

from tests.relay_process import dial, free_port
from tests.server.tls_pipe import through
from tests.sources import ROOT

NAME: Final = "kith.example.org"
ORIGIN: Final = f"https://{NAME}"
KINDS: Final = ("nginx", "haproxy", "caddy")
CONNECTIONS: Final = 6  # for its 200
START_S: Final = 60

_NGINX: Final = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    sendfile on; tcp_nopush on; gzip on; access_log {folder}/access.log;
    {printed}
}}
"""
_HAPROXY: Final = """
global
    log stderr format raw local0
defaults
    log global
    mode http
    option httplog
    option dontlognull
    timeout connect 5000
    timeout client 50000
    timeout server 50000
{printed}
"""


@dataclass(frozen=True)
class Times:
    """What a proxy waits for, as the README has it or shorter."""

    silence_s: int = 75
    header_s: int = 10


@dataclass(frozen=True)
class Certificate:
    """A throw-away certificate for NAME, signed by itself, and who believes it."""

    folder: Path

    @staticmethod
    def make(folder: Path) -> "Certificate":
        key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
        now, names = datetime.now(UTC), [x509.DNSName(NAME), x509.DNSName("localhost")]
        builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / "kith.pem").write_bytes(certificate + secret)
        (folder / "kith.key").write_bytes(secret)
        made = Certificate(folder)
        made.public.write_bytes(certificate)
        return made

    @property
    def public(self) -> Path:
        return self.folder / "certificate.pem"

    def trust(self) -> ssl.SSLContext:
        """What a browser that believes this certificate would check with."""
        return ssl.create_default_context(cafile=str(self.public))


@dataclass
class Proxy:
    """One proxy in front of the relay at `relay_port`. Everything that it says is in `folder`."""

    kind: str
    folder: Path
    certificate: Certificate
    relay_port: int
    times: Times = Times()
    changes: Mapping[str, str] = field(default_factory=dict)  # what an operator has written otherwise
    port: int = field(default_factory=free_port)
    plain_port: int = field(default_factory=free_port)
    caller: str = "127.0.0.1"  # whoever speaks to it has one of this machine's own addresses
    origin: str = ORIGIN

    def dial(self, headers: Mapping[str, str]) -> AbstractContextManager[ClientConnection]:
        """A WebSocket to Kith, over TLS and from its own origin."""
        return self.dial_from(self.origin, headers)

    def dial_from(self, origin: str | None, headers: Mapping[str, str]) -> AbstractContextManager[ClientConnection]:
        return dial(f"ws://{NAME}/sync", origin, headers, through(self.secure()))

    def reach(self) -> socket.socket:
        """TCP alone."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=START_S, source_address=(self.caller, 0))

    def secure(self) -> ssl.SSLSocket:
        """TLS over it. Wrapped before it connects: `ssl` forgets to close a socket that is reset between the two."""
        client = self.certificate.trust().wrap_socket(socket.socket(), server_hostname=NAME)
        try:
            client.settimeout(START_S)
            client.bind((self.caller, 0))
            client.connect(("127.0.0.1", self.port))
        except OSError:
            client.close()
            raise
        return client

    def ask(self, head: str) -> bytes:
        """All that comes back for a head of HTTP (its lines without Host and end), until the proxy closes."""
        with self.secure() as client:
            client.sendall(f"{head}\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
            return rest_of(client)

    def told(self) -> str:
        """All that it has written to its logs and to its screen."""
        names = ("output", "error.log", "access.log")
        return "".join((self.folder / name).read_text() for name in names if (self.folder / name).exists())

    def start(self) -> "subprocess.Popen[bytes]":
        """Runs it in the foreground, as nobody's service."""
        self.folder.mkdir()
        written = self.folder / "configuration"
        written.write_text(self._configuration())
        commands = {
            "nginx": ["-p", str(self.folder), "-c", str(written), "-e", str(self.folder / "error.log")],
            "haproxy": ["-db", "-f", str(written)],
            "caddy": ["run", "--adapter", "caddyfile", "--config", str(written)],
        }
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(self.folder))
        with (self.folder / "output").open("wb") as output:
            return subprocess.Popen(
                [binary(self.kind), *commands[self.kind]],
                cwd=self.folder,
                env={**os.environ, **homes},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def _configuration(self) -> str:
        """What the README prints, with what a test must put in its place."""
        text = printed(self.kind)
        places = {
            "/etc/ssl/private": str(self.certificate.folder),
            "127.0.0.1:8000": f"127.0.0.1:{self.relay_port}",
            "75s": f"{self.times.silence_s}s",
            "10s": f"{self.times.header_s}s",
            **self._ports(),
            **self.changes,
        }
        for old, new in places.items():
            assert old in text, f"{self.kind} without {old!r} in server/README.md"
            text = text.replace(old, new)
        around = {"nginx": _NGINX, "haproxy": _HAPROXY}.get(self.kind, "{printed}")
        return around.format(printed=text, folder=self.folder)

    def _ports(self) -> dict[str, str]:
        """And how many connections an address may have, where a proxy counts them."""
        if self.kind == "nginx":
            return {
                "    listen [::]:80;\n": "",
                "    listen [::]:443 ssl;\n": "",
                "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
                "listen 443 ": f"listen 127.0.0.1:{self.port} ",
                "limit_conn kith 200;": f"limit_conn kith {CONNECTIONS};",
            }
        if self.kind == "haproxy":
            return {
                "bind :::80 v4v6": f"bind 127.0.0.1:{self.plain_port}",
                "bind :::443 v4v6": f"bind 127.0.0.1:{self.port}",
                "conn_cur gt 200": f"conn_cur gt {CONNECTIONS}",
            }
        ports = f"http_port {self.plain_port}\n\thttps_port {self.port}\n\tdefault_bind 127.0.0.1\n\tadmin off"
        return {"{\n\tservers {": f"{{\n\t{ports}\n\tservers {{"}


@contextmanager
def proxies(
    folder: Path, certificate: Certificate, before: Sequence[tuple[int, Times]]
) -> Iterator[list[dict[str, Proxy]]]:
    """All three in front of the relay at each port, by kind, and ended afterwards."""
    running = [
        {kind: Proxy(kind, folder / f"{kind}-{n}", certificate, port, times) for kind in KINDS}
        for n, (port, times) in enumerate(before)
    ]
    with run(*(proxy for kinds in running for proxy in kinds.values())):
        yield running


@contextmanager
def run(*wanted: Proxy) -> Iterator[None]:
    """These proxies, as processes that are ended afterwards."""
    processes: list[tuple[Proxy, subprocess.Popen[bytes]]] = []
    try:
        for proxy in wanted:
            processes.append((proxy, proxy.start()))
        for proxy, process in processes:
            await_answer(proxy, process)
        yield
    finally:
        for _, process in processes:
            process.kill()
            process.wait()


def await_answer(proxy: Proxy, process: "subprocess.Popen[bytes]") -> None:
    """Waits until it takes connections. Raises RuntimeError if it ends instead."""
    deadline = time.monotonic() + START_S
    while True:
        try:
            proxy.secure().close()
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{proxy.kind} did not start:\n{proxy.told()}") from None
            time.sleep(0.02)
        else:
            return


def printed(kind: str) -> str:
    """The configuration in server/README.md."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / "server" / "README.md").read_text(), re.M | re.S)
    return str(found)


def binary(kind: str) -> str:
    """Where it is: Debian keeps servers where not everybody's PATH leads."""
    found = shutil.which(kind, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{kind} is not there: bin/set-up test brings it"
    return found


def rest_of(client: socket.socket) -> bytes:
    """Everything until the other side ends, however it does."""
    received = b""
    try:
        while chunk := client.recv(65_536):
            received += chunk
    except (ConnectionResetError, ssl.SSLEOFError):
        pass
    return received
