"""The tablets of the measurements: those of e2e, in the hands of its people."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Playwright

from e2e.device import TABLET, Device
from e2e.people import Person
from tests.sources import ROOT

STATIC: Final = ROOT / "server" / "static"


@contextmanager
def somebody(playwright: Playwright, profile: Path, address: str) -> Iterator[Person]:
    """Somebody with a tablet that keeps what it keeps in `profile`; it is switched off afterwards."""
    device = Device(playwright, address, profile, TABLET)
    try:
        yield Person("Jo", device)
    finally:
        device.closes()


def keeps_a_map(person: Person, names: list[str], card: str | None = None) -> None:
    """From the first visit to a kept map with these names on it."""
    person.opens_kith()
    person.starts_together()
    person.adds(*names, ring="close")
    person.keeps_it(card)


def wait_until_offline(page: Page) -> None:
    """Until this tablet would open the page with no network."""
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")


def await_map(page: Page) -> None:
    """Until somebody stands on the map."""
    page.locator("g[data-person]").first.wait_for()


class Own:
    """What a page's main thread has worked itself, which others on the machine cannot take away or add to."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._before_ms = self._now_ms()

    def since_ms(self) -> float:
        """Since this was asked last, or made."""
        now_ms, before_ms = self._now_ms(), self._before_ms
        self._before_ms = now_ms
        return now_ms - before_ms

    def _now_ms(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration")) * 1000


def slow(page: Page, times: float) -> None:
    """Slows the page's main thread so many times from now on; once is its own pace again."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    if times == 1:
        session.detach()
