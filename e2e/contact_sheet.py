"""Pictures of every screen and every sheet, in three sizes, for people to look at.

    .venv/bin/python -m e2e.contact_sheet --out contact-sheet/

writes one PNG a screen and size, `index.html` that shows them side by side, and `overview.png` of that page.
"""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Playwright, sync_playwright

from e2e.device import CHROMIUM, PHONE, SWITCHES, TABLET, TABLET_UPRIGHT, Device, Screen
from e2e.every_screen import every_screen
from e2e.people import Person
from tests.relay_process import RelayProcess, free_port

SIZES: Final = {"landscape": TABLET, "portrait": TABLET_UPRIGHT, "phone": PHONE}
LIMITS: Final = '{"records_per_min": 100000, "records_burst": 100000, "spaces_per_address_per_hour": 1000}'
STYLE: Final = (
    "body{font:16px system-ui;margin:16px;background:#fff} table{border-collapse:collapse}"
    "th,td{vertical-align:top;text-align:left;padding:8px} img{border:1px solid #999;display:block}"
    "td:nth-child(2) img{width:590px} td:nth-child(3) img{width:410px} td:nth-child(4) img{width:240px}"
)


def pictures(playwright: Playwright, out: Path, size: str) -> Iterator[str]:
    """Walks past everything in one size; the name of each screen as its picture is written."""
    with ExitStack() as leaving:
        folder = Path(leaving.enter_context(TemporaryDirectory(prefix="kith-pictures-")))
        relay = a_server(folder)
        leaving.callback(relay.end)
        jo, sam = (somebody(playwright, relay, folder, name, SIZES[size]) for name in ("Jo", "Sam"))
        leaving.callback(jo.device.closes)
        leaving.callback(sam.device.closes)
        for name, whose in every_screen(relay, jo, sam):
            whose.page.screenshot(path=out / picture(name, size), animations="disabled")
            yield name


def a_server(folder: Path) -> RelayProcess:
    """A running one at an address that another phone could follow."""
    port = free_port()
    relay = RelayProcess(folder, port, {"KITH_ORIGIN": f"http://kith.localhost:{port}", "KITH_LIMITS": LIMITS})
    relay.start()
    return relay


def somebody(playwright: Playwright, relay: RelayProcess, folder: Path, name: str, screen: Screen) -> Person:
    """A person with a device that has never seen Kith."""
    return Person(name, Device(playwright, relay.origin, folder / name, screen))


def picture(name: str, size: str) -> str:
    """The file of a screen's picture."""
    return f"{name.replace(',', '').replace(' ', '-')}.{size}.png"


def index_of(out: Path, names: list[str]) -> str:
    """The page that shows them all, a row a screen."""
    rows = []
    for name in names:
        cells = "".join(f'<td><img src="{escape(picture(name, size))}" alt=""></td>' for size in sizes_in(out, name))
        rows.append(f"<tr><th>{escape(name)}</th>{cells}</tr>")
    return (
        f'<!doctype html><meta charset="utf-8"><title>Kith</title><style>{STYLE}</style><table>{"".join(rows)}</table>'
    )


def sizes_in(out: Path, name: str) -> list[str]:
    return [size for size in SIZES if (out / picture(name, size)).exists()]


def write_overview(playwright: Playwright, out: Path) -> None:
    """One picture of the page of pictures."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
    page = browser.new_page(viewport={"width": 1500, "height": 900}, device_scale_factor=0.5)
    page.goto((out / "index.html").absolute().as_uri())
    page.screenshot(path=out / "overview.png", full_page=True)
    browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of every screen and every sheet, in three sizes.")
    parser.add_argument("--out", type=Path, default=Path("contact-sheet"), help="the folder to write to")
    parser.add_argument("--size", choices=SIZES, action="append", help="one size only; may be given again")
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    names: dict[str, None] = {}
    with sync_playwright() as playwright:
        for size in arguments.size or SIZES:
            for name in pictures(playwright, out, size):
                names[name] = None
                print(f"{size}: {name}", flush=True)
        (out / "index.html").write_text(index_of(out, list(names)))
        write_overview(playwright, out)
    print(f"{len(names)} screens in {out / 'index.html'} and {out / 'overview.png'}")


if __name__ == "__main__":
    main()
