"""B4: the bytes that come over the network before a tablet's lock screen works, file by file, as gzip -9 makes them.

Measured in a browser whose cache and service worker have been taken away. The lock screen works once it shows and what
judges the words is there. What is behind the lock comes meanwhile; it is shown apart, up to the map, and so is what the
service worker fetches later, to open with no network.
"""

import argparse
import gzip
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Route, sync_playwright

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
        locked, opened = fetched(Path(temporary), built)
    sizes = {name: gzip_bytes(built / name) for name in files_of(built)}
    rows = [[f"`{name}`", f"{sizes[name]:,}", "the lock screen works"] for name in locked]
    before = sum(sizes[name] for name in locked)
    rows.append(["**before the lock screen works**", f"**{before:,}**", f"{before / BUDGET_BYTES:.2f} × 150 kB"])
    rows += [[f"`{name}`", f"{sizes[name]:,}", "the map shows"] for name in opened if name not in locked]
    to_map = sum(sizes[name] for name in opened)
    rows.append(["until the map shows", f"{to_map:,}", f"{to_map / BUDGET_BYTES:.2f} × 150 kB"])
    later = sorted(sizes.keys() - set(opened))
    rows += [[f"`{name}`", f"{sizes[name]:,}", "later, for no network"] for name in later]
    rows.append(["all there is", f"{sum(sizes.values()):,}", f"{sum(sizes.values()) / BUDGET_BYTES:.2f} × 150 kB"])
    show("B4", ["file", "gzip -9 bytes", "needed until"], rows)


def fetched(folder: Path, built: Path) -> tuple[list[str], list[str]]:
    """The files with which alone the lock screen works, and those that have come when the map shows."""
    asked: list[str] = []
    alone = lock_scripts(built)

    def note(request: Request) -> None:
        name = urlsplit(request.url).path.lstrip("/") or "index.html"
        if (built / name).is_file() and name not in asked:
            asked.append(name)

    def withhold(route: Route) -> None:
        if urlsplit(route.request.url).path.lstrip("/") in alone:
            route.continue_()
        else:
            route.abort()

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
        person.page.route("**/*.js", withhold)
        person.opens_kith()
        person.unlocks("not the words of this tablet")
        person.reads("Those words do not open it. Nothing is lost. Try again.")
        locked = [name for name in asked if name in alone or not name.endswith(".js")]
        person.page.unroute("**/*.js")
        asked.clear()
        forget(person.page)
        person.opens_kith()
        person.unlocks()
        await_map(person.page)
        return locked, asked


def lock_scripts(built: Path) -> set[str]:
    """The scripts that the page names, and the one that judges the words."""
    named = re.findall(r"""(?:src|href)="/([^"]+\.js)\"""", (built / "index.html").read_text())
    return {*named, str(json.loads((built / "manifest.json").read_text())["argon2"])}


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
