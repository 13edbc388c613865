"""The web app's files, the headers of every response, redirects and health, over real HTTP."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from tests.relay_process import RelayProcess, relay_process

FILES = {
    "index.html": b"<!doctype html><title>Kith</title>" + b" " * 500,
    "main-D4c3b2a1.js": b"export const kith = 1\n" * 50,
    "argon2.worker-A1b2C3d4.js": b"onmessage = () => {}\n",
    "argon2.worker-A1b2C3d4.js.map": b"{}",
    "sw.js": b"self.addEventListener('install', () => {})\n",
    "style-Zz11yy22.css": b"body { color: teal }\n",
    "kith.webmanifest": b"{}",
    "icons/icon.svg": b"<svg/>",
    "icons/icon.png": b"\x89PNG",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types kith"
)


@dataclass
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelayProcess]:
    """A relay with a small web app."""
    folder = tmp_path_factory.mktemp("static")
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    manifest = {"version": "1", "argon2": "argon2.worker-A1b2C3d4.js", "files": {}}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder.parent / "secret.txt").write_text("not for anyone")
    with relay_process({"KITH_STATIC": str(folder)}) as relay:
        yield relay


def get(relay: RelayProcess, path: str, method: str = "GET", host: str | None = None, **headers: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", relay.port, timeout=10)
    try:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": host or f"localhost:{relay.port}", **sent})
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/main-D4c3b2a1.js", "/sw.js", "/healthz", "/nowhere", "/sync", "/%00"])
def test_every_response_has_the_whole_header_set(built: RelayProcess, path: str) -> None:
    headers = get(built, path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"] == "geolocation=(), microphone=(), camera=(self)"
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Clear-Site-Data" not in headers
    assert "Server" not in headers
    assert "Set-Cookie" not in headers


def test_the_passphrase_worker_alone_may_run_wasm(built: RelayProcess) -> None:
    allowed = [name for name in FILES if "wasm" in get(built, f"/{name}").headers["Content-Security-Policy"]]
    assert allowed == ["argon2.worker-A1b2C3d4.js"]
    worker = get(built, "/argon2.worker-A1b2C3d4.js").headers["Content-Security-Policy"]
    assert worker == POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-cache"),
        ("/index.html", "no-cache"),
        ("/sw.js", "no-cache"),
        ("/manifest.json", "no-cache"),
        ("/icons/icon.svg", "no-cache"),
        ("/main-D4c3b2a1.js", "public, max-age=31536000, immutable"),
        ("/style-Zz11yy22.css", "public, max-age=31536000, immutable"),
        ("/healthz", "no-store"),
        ("/nowhere", "no-store"),
        ("/sync", "no-store"),
    ],
)
def test_how_long_a_browser_may_keep_it(built: RelayProcess, path: str, kept: str) -> None:
    assert get(built, path).headers["Cache-Control"] == kept


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/main-D4c3b2a1.js", "text/javascript; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/style-Zz11yy22.css", "text/css; charset=utf-8"),
        ("/kith.webmanifest", "application/manifest+json"),
        ("/manifest.json", "application/json"),
        ("/icons/icon.svg", "image/svg+xml"),
        ("/icons/icon.png", "image/png"),
    ],
)
def test_files_have_their_types(built: RelayProcess, path: str, kind: str) -> None:
    answer = get(built, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_content_is_whole_compressed_or_not(built: RelayProcess) -> None:
    plain = get(built, "/main-D4c3b2a1.js")
    assert plain.body == FILES["main-D4c3b2a1.js"]
    smaller = get(built, "/main-D4c3b2a1.js", Accept_Encoding="br, gzip")
    assert smaller.headers["Content-Encoding"] == "gzip"
    assert smaller.headers["Vary"] == "Accept-Encoding"
    assert len(smaller.body) == int(smaller.headers["Content-Length"]) < len(plain.body)
    assert gzip.decompress(smaller.body) == plain.body
    assert get(built, "/main-D4c3b2a1.js", Accept_Encoding="gzip;q=0").body == plain.body
    head = get(built, "/", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_an_unchanged_file_is_not_sent_again(built: RelayProcess) -> None:
    tag = get(built, "/").headers["ETag"]
    again = get(built, "/", If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")
    assert again.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//etc/passwd", "/icons"])
def test_nothing_outside_the_app_is_served(built: RelayProcess, path: str) -> None:
    answer = get(built, path)
    assert answer.status in (308, 404)
    assert b"not for anyone" not in answer.body


def test_nothing_takes_a_body_or_another_method(built: RelayProcess) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert get(built, "/", method).status == 405
    connection = HTTPConnection("127.0.0.1", built.port, timeout=10)
    connection.request("POST", "/healthz", body=b"x" * 100)
    assert connection.getresponse().status == 400
    connection.close()


def test_headers_take_only_so_much_room(built: RelayProcess) -> None:
    many = {f"x-{number}": "x" * 4_000 for number in range(7)}
    assert get(built, "/healthz", **many).status == 200
    assert get(built, "/healthz", **many, more="x" * 6_000).status == 400


def test_the_number_leads_to_the_name(built: RelayProcess) -> None:
    answer = get(built, "/?a=1", host=f"127.0.0.1:{built.port}")
    assert (answer.status, answer.headers["Location"]) == (307, f"http://localhost:{built.port}/?a=1")
    strange = get(built, "/%0d%0aSet-Cookie:a", host=f"127.0.0.1:{built.port}")
    assert strange.headers["Location"] == f"http://localhost:{built.port}/%0D%0ASet-Cookie%3Aa"
    assert get(built, "/sw.js", host=f"[::1]:{built.port}").status == 307
    assert get(built, "/healthz", host=f"127.0.0.1:{built.port}").status == 200
    assert get(built, "/", host="kith.example").status == 200


def test_with_a_public_origin_nothing_is_redirected() -> None:
    with relay_process({"KITH_ORIGIN": "https://kith.example.org"}) as relay:
        assert get(relay, "/healthz", host=f"127.0.0.1:{relay.port}").status == 200
        assert get(relay, "/nowhere", host=f"127.0.0.1:{relay.port}").status == 404


def test_an_app_that_is_not_built_says_how(tmp_path: Path) -> None:
    with relay_process({"KITH_STATIC": str(tmp_path / "none")}) as relay:
        answer = get(relay, "/")
        assert answer.status == 503
        assert b"bin/run" in answer.body
