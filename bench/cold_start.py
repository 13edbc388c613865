"""B5: from a browser that has just started, with no server, to the lock screen; beside an empty page kept the same way.

Both pages are visited once, kept by their service workers, and then their servers are gone. Each start is a new browser
on the same profile, its page's main thread slowed four times. Counted from the beginning of the navigation to the frame
that shows the line for the words, service worker's start included.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter
from typing import Final

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from bench.figures import ratio, show, spread, tell
from bench.processes import BENCH, cores, kith_server
from bench.tablet import STATIC, keeps_a_map, slow, somebody, wait_until_offline

BUDGET_MS: Final = 1000
LOCK: Final = "input[type=password]"
WATCH: Final = """window.shownAt = new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('SHOWN') === null) return void requestAnimationFrame(look)
    const channel = new MessageChannel() // comes after this frame has been drawn
    channel.port1.onmessage = () => resolve(performance.now())
    channel.port2.postMessage(0)
  }
  requestAnimationFrame(look)
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", type=Path, default=STATIC, help="the built web app (server/static)")
    parser.add_argument("--seconds", type=float, default=60, help="start no browser after so long (60)")
    parser.add_argument("--runs", type=int, default=7, help="starts of each page (7)")
    parser.add_argument("--throttle", type=float, default=4, help="how much slower than this machine (4)")
    options = parser.parse_args()
    started = perf_counter()
    kith_ms, empty_ms = list[float](), list[float]()
    with TemporaryDirectory(prefix="kith-bench-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        profile = folder / "profile"
        empty = visit_empty(playwright, profile)
        kith = visit_kith(playwright, profile, folder, options.static)
        for run in range(options.runs):
            if perf_counter() - started > options.seconds and kith_ms:
                break
            kith_ms.append(start_ms(playwright, profile, kith, LOCK, options.throttle))
            empty_ms.append(start_ms(playwright, profile, empty, "#shown", options.throttle))
            tell(f"run {run + 1}: lock screen {kith_ms[-1]:.0f} ms, empty page {empty_ms[-1]:.0f} ms")
    rows = [
        ["Kith's lock screen", spread(kith_ms), ratio(kith_ms, empty_ms), ratio(kith_ms, [BUDGET_MS] * len(kith_ms))],
        ["an empty page", spread(empty_ms), "", ""],
    ]
    show(f"B5, {options.throttle:g}× CPU throttle", ["page", "ms", "against the empty page", "against 1 s"], rows)


def visit_kith(playwright: Playwright, profile: Path, folder: Path, built: Path) -> str:
    """Keeps a partnership on this profile; the address, where nobody answers any more."""
    core, _ = cores()
    with (
        kith_server(folder, core, {"KITH_STATIC": str(built.resolve())}) as relay,
        somebody(playwright, profile, relay.origin) as person,
    ):
        keeps_a_map(person, ["Sam", "Kim", "Ada"])
        wait_until_offline(person.page)
        return relay.origin


def visit_empty(playwright: Playwright, profile: Path) -> str:
    """Has the empty page kept on this profile; its address, where nobody answers any more."""
    with files_served(BENCH / "empty") as origin, somebody(playwright, profile, origin) as person:
        wait_until_offline(person.device.opens())
        return origin


def start_ms(playwright: Playwright, profile: Path, address: str, shown: str, rate: float) -> float:
    """How long one cold start took."""

    def prepare(context: BrowserContext) -> None:
        context.add_init_script(WATCH.replace("SHOWN", shown))
        slow(context.pages[0], rate)

    with somebody(playwright, profile, address) as person:
        person.device.before_opening(prepare)
        return float(person.device.opens().evaluate("window.shownAt"))


class _QuietFiles(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
        """Says nothing."""


@contextmanager
def files_served(folder: Path) -> Iterator[str]:
    """The address of a server of this folder's files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietFiles, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
