"""The headers of every response: nothing from elsewhere, nothing inline, nobody frames us.

`Clear-Site-Data` must never be among them: it would empty every device that sees it.
"""

from typing import Final

from werkzeug.datastructures import Headers

_POLICY: Final = (
    "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types kith"
)
PAGE_POLICY: Final = _POLICY.format(script="'self'")
WASM_POLICY: Final = _POLICY.format(script="'self' 'wasm-unsafe-eval'")  # a worker is ruled by its own response

EVERY_RESPONSE: Final = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "geolocation=(), microphone=(), camera=(self)",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}

IMMUTABLE: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"
NEVER_KEPT: Final = "no-store"


def set_on(headers: Headers) -> None:
    """Sets what is not set: the page's policy, and that nothing is kept, unless the response said otherwise."""
    headers.setdefault("Content-Security-Policy", PAGE_POLICY)
    headers.setdefault("Cache-Control", NEVER_KEPT)
    for name, value in EVERY_RESPONSE.items():
        headers[name] = value
