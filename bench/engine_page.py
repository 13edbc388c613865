"""The engine of the web app without its screens, in Chromium, served by Kith itself."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench.processes import BENCH, cores, kith_server
from bench.tablet import slow
from e2e.device import CHROMIUM, SWITCHES
from tests.sources import ROOT

# One address has many devices here, and one of them writes in a minute what a pair writes in a year.
LIMITS: Final = '{"records_per_min": 10000000, "records_burst": 1000000, "spaces_per_address_per_hour": 100000}'
PATIENCE_MS: Final = 600_000


class Engines:
    """Pages that share one browser's storage; each has `window.bench` of page/page.ts."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._context, self._address = context, address

    def page(self, slower: float = 1) -> Page:
        """A page that has just been opened, its main thread slowed so many times."""
        page = self._context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(self._address)
        page.wait_for_function("window.bench !== undefined")
        if slower != 1:
            slow(page, slower)
        return page


@contextmanager
def engines() -> Iterator[Engines]:
    """A browser at a relay of its own; both are ended afterwards."""
    core, _ = cores()
    with TemporaryDirectory(prefix="kith-bench-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        built = folder / "built"
        build(built)
        (folder / "relay").mkdir()
        with kith_server(folder / "relay", core, {"KITH_STATIC": str(built), "KITH_LIMITS": LIMITS}) as relay:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
            try:
                yield Engines(browser.new_context(), relay.origin)
            finally:
                browser.close()


def build(into: Path) -> None:
    """Compiles page/page.ts as the web app is compiled."""
    command = ["npx", "vite", "build", "--config", str(BENCH / "page" / "vite.config.ts"), "--outDir", str(into)]
    subprocess.run([*command, "--logLevel", "warn"], cwd=ROOT / "webapp", check=True)
