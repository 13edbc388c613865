"""B4: the bytes that come over the network before a tablet's lock screen works, file by file, as gzip -9 makes them.

Measured in a browser whose cache and service worker have been taken away, up to the map behind the lock. What the
service worker fetches later, to open with no network, is shown apart.
"""

import argparse
import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, sync_playwright

from bench.figures import show, tell
from bench.processes import cores, kith_server
from bench.tablet import STATIC, await_map, keeps_a_map, somebody, wait_until_offline

BUDGET_BYTES: Final = 150_000
FORGET: Final = """async () => {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", type=Path, default=STATIC, help="the built web app (server/static)")
    built: Path = parser.parse_args().static.resolve()
    with TemporaryDirectory(prefix="kith-bench-") as temporary:
        shown, opened = fetched(Path(temporary), built)
    sizes = {name: gzip_bytes(built / name) for name in files_of(built)}
    rows = [
        [f"`{name}`", f"{sizes[name]:,}", "the lock screen shows" if name in shown else "it opens"] for name in opened
    ]
    before = sum(sizes[name] for name in opened)
    rows.append(["**before the lock screen works**", f"**{before:,}**", f"{before / BUDGET_BYTES:.2f} × 150 kB"])
    later = sorted(sizes.keys() - set(opened))
    rows += [[f"`{name}`", f"{sizes[name]:,}", "later, for no network"] for name in later]
    rows.append(["all there is", f"{sum(sizes.values()):,}", f"{sum(sizes.values()) / BUDGET_BYTES:.2f} × 150 kB"])
    show("B4", ["file", "gzip -9 bytes", "needed until"], rows)


def fetched(folder: Path, built: Path) -> tuple[list[str], list[str]]:
    """The files that a page has asked for when the lock screen shows, and when it has opened."""
    asked: list[str] = []

    def note(request: Request) -> None:
        name = urlsplit(request.url).path.lstrip("/") or "index.html"
        if (built / name).is_file() and name not in asked:
            asked.append(name)

    core, _ = cores()
    with (
        sync_playwright() as playwright,
        kith_server(folder, core, {"KITH_STATIC": str(built)}) as relay,
        somebody(playwright, folder / "profile", relay.origin) as person,
    ):
        keeps_a_map(person, ["Sam"])
        wait_until_offline(person.page)
        forget(person.page)
        person.page.on("request", note)
        person.opens_kith()
        person.sees_the_lock()
        shown = list(asked)
        person.unlocks()
        await_map(person.page)
        return shown, asked


def forget(page: Page) -> None:
    """Makes the next visit fetch everything."""
    page.evaluate(FORGET)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.goto("about:blank")


def files_of(built: Path) -> list[str]:
    manifest = json.loads((built / "manifest.json").read_text())
    tell(f"build {manifest['version']}")
    return [*manifest["files"]]


def gzip_bytes(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
