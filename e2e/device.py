"""A tablet or a phone: Debian's Chromium with a profile of its own, which outlives closing and killing."""

import os
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import which
from typing import Final

from playwright.sync_api import BrowserContext, CDPSession, ConsoleMessage, Page, Playwright, WebError
from playwright.sync_api import Error as PlaywrightError

from e2e.eventually import eventually
from e2e.leveldb import torn, torn_at

CHROMIUM: Final = os.environ.get("KITH_CHROMIUM", "/usr/bin/chromium")
# The same without its windows, tabs and what it remembers of them: a story costs a fifth less.
SHELL: Final = os.environ.get("KITH_CHROMIUM") or which("chromium-headless-shell") or CHROMIUM
# The first two are pages that Chromium loads behind its address bar, which no story sees and which cost as much as all
# else that it starts with. Of two lists only the last counts, so the others are Playwright's own, once more.
DISABLED: Final = (
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
)
SWITCHES: Final = (
    f"--disable-features={','.join(DISABLED)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS: Final = 40_000
# What a browser says of its own accord when there is no server.
NO_NETWORK: Final = re.compile(r"WebSocket connection to|Failed to load resource")

FORGET: Final = """async () => {
  const gone = (name) => new Promise((done, failed) =>
    Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed, onblocked: failed }))
  const all = await indexedDB.databases()
  for (const { name } of all) if (name !== 'kith') await gone(name)
  await navigator.storageBuckets.delete('spare')
}"""

KEPT: Final = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"

HALF: Final = """async () => {
  const database = await new Promise((done) =>
    Object.assign(indexedDB.open('kith'), { onsuccess: ({ target }) => done(target.result) }))
  const asking = database.transaction('places').objectStore('places').getAll()
  const places = await new Promise((done) => Object.assign(asking, { onsuccess: () => done(asking.result) }))
  database.close()
  return places.some(({ half }) => half !== undefined)
}"""


@dataclass(frozen=True, slots=True)
class Screen:
    """Size in CSS pixels, and whether it is touched."""

    width: int
    height: int
    touch: bool = True


TABLET: Final = Screen(1180, 820)
TABLET_UPRIGHT: Final = Screen(820, 1180)
PHONE: Final = Screen(320, 640)
COMPUTER: Final = Screen(1280, 800, touch=False)


class Device:
    """Switched on by `opens`. `page` is the tab in front; `complaints` are uncaught errors and refused content."""

    def __init__(
        self, playwright: Playwright, address: str, profile: Path, screen: Screen, browser: str = SHELL
    ) -> None:
        self.address, self.profile, self.screen, self.browser = address, profile, screen, browser
        self.complaints: list[str] = []
        self._playwright = playwright
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self._storage: CDPSession | None = None
        self._tools: dict[Page, CDPSession] = {}
        self._before_opening: list[Callable[[BrowserContext], object]] = []
        self._later = timedelta()

    @property
    def page(self) -> Page:
        if self._page is None:
            raise RuntimeError("this device is switched off")
        return self._page

    @property
    def context(self) -> BrowserContext:
        if self._context is None:
            self._context = self._switched_on()
        return self._context

    def before_opening(self, prepare: Callable[[BrowserContext], object]) -> None:
        """What is wrong with this device: done to its browser each time that it is switched on."""
        self._before_opening.append(prepare)

    def lies_for(self, days: int) -> None:
        """Switched off, and not opened again for so many days."""
        self.closes()
        self._later += timedelta(days=days)

    def opens(self, path: str = "/") -> Page:
        """Goes to the app's address in the tab in front, switching the device on first."""
        context = self.context
        if self._page is None:
            self._page = context.pages[0] if context.pages else context.new_page()
        self._page.goto(self.address + path)
        return self._page

    def opens_another_tab(self, path: str = "/") -> Page:
        """A second tab, now in front. `turns_to` goes back."""
        self._page = self.context.new_page()
        self._page.goto(self.address + path)
        return self._page

    def turns_to(self, page: Page) -> None:
        """Brings a tab to the front."""
        self._page = page
        page.bring_to_front()

    def closes(self) -> None:
        """The browser is closed, as people close it."""
        if self._context is not None:
            with suppress(PlaywrightError):  # it may be gone already
                self._context.close()
        self._context = self._page = None
        self._tools.clear()

    def is_killed(self) -> None:
        """The browser ends between two instructions (SIGKILL)."""
        end_at_once(self.pids)
        self.closes()

    def was_torn(self) -> bool:
        """Whether this browser was killed in the middle of a piece of IndexedDB's log. Said while the device is off.

        Chromium goes on behind it, finds the log damaged when it reads it again, and throws all databases away.
        """
        return any(torn_at(log.read_bytes()) is not None for log in self._logs())

    def is_torn(self) -> None:
        """As if it had been killed just so. Said while the device is off."""
        for log in self._logs():
            log.write_bytes(torn(log.read_bytes()))

    @property
    def databases(self) -> Path:
        """Where IndexedDB keeps everything but what lies in buckets."""
        return self.profile / "Default" / "IndexedDB"

    @property
    def spare(self) -> Path:
        """Where the second copies lie."""
        return self.profile / "Default" / "WebStorage"

    def _logs(self) -> list[Path]:
        return [*self.databases.glob("*.leveldb/*.log")]

    @property
    def pid(self) -> int:
        """The browser's main process."""
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and self._is_main(folder / "cmdline"):
                return int(folder.name)
        raise RuntimeError("this device is switched off")

    @property
    def pids(self) -> list[int]:
        """The browser's main process and all that it has started, itself first."""
        family = [self.pid]
        parents = {int(folder.name): _parent(folder) for folder in Path("/proc").iterdir() if folder.name.isdigit()}
        for pid in family:  # it grows
            family.extend(child for child, parent in parents.items() if parent == pid)
        return family

    def loses_the_signal(self) -> None:
        """
        The browser is told that there is no network, once the app is kept on the device: a first visit takes a moment
        to bring all of it. To have no server at all, stop it.
        """
        eventually(lambda: self.page.evaluate(KEPT), "the app to be kept on the device")
        self.context.set_offline(True)

    def finds_the_signal(self) -> None:
        """The browser is told that the network is back, as it is when a phone finds one."""
        self.context.set_offline(True)
        self.context.set_offline(False)

    def tools(self) -> CDPSession:
        """The developer tools of the tab in front: the same each time, for every further one slows all that it does."""
        if self.page not in self._tools:
            self._tools[self.page] = self.context.new_cdp_session(self.page)
        return self._tools[self.page]

    def has_kept_half_a_word(self) -> bool:
        """Whether what is half typed in a place is on the disk."""
        kept: bool = self.page.evaluate(HALF)
        return kept

    def forgets_everything_but_the_lock(self) -> None:
        """As a browser that clears what it holds: every database goes but the one that the lock screen needs."""
        self.page.evaluate(FORGET)

    def forgets_everything(self) -> None:
        """As a browser that clears its databases, or has lost them: the one that the lock screen needs goes too."""
        self.page.evaluate("navigator.storageBuckets.delete('spare')")
        self.tools().send("Storage.clearDataForOrigin", {"origin": self.address, "storageTypes": "indexeddb"})

    def fills_up(self, room_bytes: int = 1) -> None:
        """No byte more than so many in all can be stored, from the next `opens` on. Say it while the device is off."""
        self._page = self.context.pages[0]
        self._storage = self.tools()
        self._storage.send("Storage.overrideQuotaForOrigin", {"origin": self.address, "quotaSize": room_bytes})

    def has_room_again(self) -> None:
        """After `fills_up`."""
        if self._storage is None:
            raise RuntimeError("this device was not full")
        self._storage.send("Storage.overrideQuotaForOrigin", {"origin": self.address})

    def describes(self) -> str:
        """What stands on the screen, as a screen reader would find it; a picture is left in the profile's folder."""
        if self._page is None:
            return "switched off"
        picture = self.profile.with_suffix(".png")
        try:
            self._page.screenshot(path=picture)
            return f"{picture}\n{self._page.locator('body').aria_snapshot()}\n" + "\n".join(self.complaints)
        except PlaywrightError as error:
            return f"no picture: {error}"

    def _switched_on(self) -> BrowserContext:
        context = self._playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=self.browser,
            args=SWITCHES,
            viewport={"width": self.screen.width, "height": self.screen.height},
            has_touch=self.screen.touch,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        if self._later:
            context.clock.install(time=datetime.now(UTC) + self._later)
        context.on("weberror", self._hear_error)
        context.on("console", self._hear_console)
        for prepare in self._before_opening:
            prepare(context)
        return context

    def _hear_error(self, error: WebError) -> None:
        self.complaints.append(error.error.stack or str(error.error))

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not NO_NETWORK.search(message.text):
            self.complaints.append(message.text)

    def _is_main(self, command_line: Path) -> bool:
        try:
            words = command_line.read_bytes().split(b"\0")
        except OSError:
            return False  # it ended meanwhile
        mine = f"--user-data-dir={self.profile}".encode()
        return mine in words and not any(word.startswith(b"--type=") for word in words)


def end_at_once(pids: list[int]) -> None:
    """SIGKILL to each of them, the first one first; none is left when it returns."""
    for pid in pids:
        with suppress(ProcessLookupError):  # it went with its parent
            os.kill(pid, signal.SIGKILL)
    eventually(lambda: not any(map(_is_running, pids)), "the browser to be gone")


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_bytes().rsplit(b")", 1)[1].split()[1])
    except OSError:
        return 0  # it ended meanwhile


def _is_running(pid: int) -> bool:
    """Whether any thread of it is left: the first may be gone while another still holds what the process had locked."""
    try:
        return any(_state(thread) not in b"ZX" for thread in Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return False


def _state(thread: Path) -> bytes:
    try:
        return (thread / "stat").read_bytes().rsplit(b")", 1)[1].split()[0]
    except OSError:
        return b"X"  # it ended meanwhile
