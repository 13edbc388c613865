"""START READING HERE. Joins settings, relay, the web app's files, routes and headers into one Flask app."""

from urllib.parse import quote, urlsplit

import flask_sock
from flask import Flask, Response, redirect, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as AnyResponse

from server import headers, logs, metrics, observing
from server.connection import Connection
from server.neighbourhood import neighbourhood
from server.relay import Relay
from server.shell import Shell
from server.sockets import Socket, Transport
from server.transport import WebSocket

PROBES = ("/healthz", "/readyz")  # asked by number, and not by people
RETRY_S = "10"
UNBUILT = "The web app is not built yet. In the folder of Kith: bin/run, or npm run build in webapp.\n"


def create_app(relay: Relay, transport: Transport = WebSocket) -> Flask:
    """The app that serves the web app's files, `/healthz`, `/readyz`, and the socket at `/sync`."""
    settings, shell = relay.settings, Shell(relay.settings.static)
    flask_sock.Server = transport  # the one door that flask-sock leaves for another transport
    app = Flask(__name__, static_folder=None)
    app.config["PROPAGATE_EXCEPTIONS"] = True  # to server/listening.py, whose log lines hold no address and no path
    app.config["SOCK_SERVER_OPTIONS"] = {
        "max_bytes": settings.limits.frame_bytes,
        "queue_bytes": settings.limits.queue_out_bytes,
        "queue_frames": settings.limits.queue_out_frames,
    }
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies)  # type: ignore[method-assign]
    sock = flask_sock.Sock(app)

    @app.before_request
    def check_caller() -> AnyResponse | None:
        if request.path == "/sync":
            return _refuse_socket(relay)
        if request.path not in PROBES and _is_loopback_by_number(request.host, settings.public_origin):
            query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
            return redirect(settings.public_origin + quote(request.path) + query, 307)
        return None

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers.set_on(response.headers)
        return response

    @app.get("/healthz")
    def healthz() -> Response:
        is_alive = relay.writer.is_alive and observing.is_readable(relay)
        return Response("ok\n", 200 if is_alive else 503, mimetype="text/plain")

    @app.get("/readyz")
    def readyz() -> Response:
        is_ready = observing.is_ready(relay)
        return Response("ready\n" if is_ready else "not ready\n", 200 if is_ready else 503, mimetype="text/plain")

    @app.get("/")
    def index() -> Response:
        return _shell_file(shell, "index.html") or Response(UNBUILT, 503, mimetype="text/plain")

    @app.get("/<path:name>")
    def shell_file(name: str) -> Response:
        return _shell_file(shell, name) or Response("Not here.\n", 404, mimetype="text/plain")

    @sock.route("/sync")  # type: ignore[untyped-decorator]
    def sync(socket: Socket) -> None:
        Connection(relay, socket, neighbourhood(request.remote_addr or "")).run()

    return app


def _refuse_socket(relay: Relay) -> Response | None:
    """Refusals before the upgrade: another origin or none (403), too many callers at one address (429), a server that
    is stopping or full (503).
    """
    callers = [part for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if len(callers) < relay.settings.proxies:
        logs.warn("proxy.silent")
    if request.headers.getlist("Origin") != [relay.settings.public_origin]:
        return _refused("ORIGIN", "This socket is for Kith's own pages. Is KITH_ORIGIN right?\n", 403)
    if relay.is_draining:
        return _refused("DRAIN", "Stopping. Come again soon.\n", 503)
    if len(relay.sockets) >= relay.limits.sockets:
        return _refused("FULL", "Too many everywhere.\n", 503)
    if not relay.callers.may_call(neighbourhood(request.remote_addr or "")):
        return _refused("TOO_MANY", "Too many at once.\n", 429)
    return None


def _refused(code: str, why: str, status: int) -> Response:
    logs.warn("socket.refused", code=code)
    metrics.callers_refused.add(code)
    retry = {} if status == 403 else {"Retry-After": RETRY_S}
    return Response(why, status, retry, mimetype="text/plain")


def _is_loopback_by_number(host: str, public_origin: str) -> bool:
    """Whether a browser came by 127.0.0.1 though we are localhost: passkeys and storage belong to the name (P7)."""
    name = urlsplit(f"//{host}").hostname
    return name in ("127.0.0.1", "::1") and urlsplit(public_origin).hostname == "localhost"


def _shell_file(shell: Shell, name: str) -> Response | None:
    file = shell.file(name)
    if file is None:
        return None
    response = Response(file.content, content_type=file.type)
    if file.gzipped is not None and request.accept_encodings["gzip"] > 0:
        response.data = file.gzipped
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = headers.IMMUTABLE if file.is_immutable else headers.ASK_AGAIN
    if file.runs_wasm:
        response.headers["Content-Security-Policy"] = headers.WASM_POLICY
    response.set_etag(file.etag, weak=True)
    response.make_conditional(request)
    return response
