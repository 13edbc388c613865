"""What everybody can do with a screen: press what has a name, read, write."""

import re
from typing import Final

from playwright.sync_api import Locator, Page, expect

from e2e.device import PATIENCE_MS, Device
from e2e.eventually import eventually

expect.set_options(timeout=PATIENCE_MS)

# While the browser draws ten frames: whether the page has asked for one of its own.
RESTS: Final = """async () => {
  const ask = window.requestAnimationFrame
  const drawn = () => new Promise((done) => ask.call(window, done))
  let asked = 0
  window.requestAnimationFrame = (draw) => {
    asked += 1
    return ask.call(window, draw)
  }
  for (let frame = 0; frame < 10; frame += 1) await drawn()
  window.requestAnimationFrame = ask
  return asked === 0
}"""

PLACES: Final = {
    "closest": "Closest",
    "close": "Close",
    "life": "In my life",
    "tray": "Not sure where yet",
    "past": "Back in touch, one day",
}


class Somebody:
    """A person with a device before them. Two people may share one device."""

    def __init__(self, name: str, device: Device) -> None:
        self.name, self.device = name, device

    @property
    def page(self) -> Page:
        return self.device.page

    def touches(self, thing: Locator) -> None:
        """A finger where the screen is touched, else the mouse."""
        if self.device.screen.touch:
            thing.tap()
        else:
            thing.click()

    def presses(self, name: str, within: Locator | None = None) -> None:
        """The button with exactly this name."""
        self.touches((within or self.page).get_by_role("button", name=name, exact=True))

    def chooses(self, name: str, within: Locator | None = None) -> None:
        """The radio button whose name begins with this (a hint may follow)."""
        radio = (within or self.page).get_by_role("radio", name=re.compile(rf"^{re.escape(name)}(?!\w)"))
        self.touches(radio)
        expect(radio).to_be_checked()

    def fold(self, title: str, within: Locator) -> Locator:
        """The line of a folded part: its title, and behind it what is there."""
        return within.get_by_role("button", name=re.compile(rf"^{re.escape(title)} ")).first

    def unfolds(self, title: str, within: Locator) -> None:
        """Opens a folded part of a sheet, where it is not open already."""
        fold = self.fold(title, within)
        if fold.get_attribute("aria-expanded") == "false":
            self.touches(fold)
        expect(fold).to_have_attribute("aria-expanded", "true")

    def writes_in(self, label: str, text: str, within: Locator | None = None) -> Locator:
        """Fills the field with this label at once, as a paste does."""
        field = (within or self.page).get_by_label(label, exact=True)
        field.fill(text)
        return field

    def types_in(self, field: Locator, text: str) -> None:
        """Types letter by letter where the caret is, at the end when the field was not being written in."""
        field.evaluate(
            "field => document.activeElement === field || (field.focus(), field.setSelectionRange(1e9, 1e9))"
        )
        self.page.keyboard.type(text)

    def pastes(self, text: str, field: Locator) -> None:
        """All at once, in place of what the field holds."""
        field.fill(text)

    def touches_the_screen(self) -> None:
        """Anywhere: in the middle."""
        self.page.touchscreen.tap(self.device.screen.width / 2, self.device.screen.height / 2)

    def waits(self, minutes_and_seconds: str) -> None:
        """Nobody touches anything for so long ("04:45"), by a clock that the story holds."""
        self.page.clock.run_for(minutes_and_seconds)

    def puts_the_caret(self, field: Locator, at: int) -> None:
        """Goes into the field, with the caret before the character `at`."""
        self.touches(field)
        field.evaluate("(field, at) => field.setSelectionRange(at, at)", at)

    def sheet(self, title: str) -> Locator:
        """The open sheet with this title."""
        return self.page.get_by_role("dialog", name=title, exact=True)

    def reads(self, text: str, within: Locator | None = None) -> None:
        """These words are in sight."""
        expect((within or self.page).get_by_text(text).filter(visible=True).first).to_be_visible()

    def sees_it_all_rest(self) -> None:
        """Nothing is drawn anew while nobody does anything: a screen that never rests empties a phone."""
        eventually(lambda: bool(self.page.evaluate(RESTS)), "the screen to rest")

    def closes_what_is_open(self) -> None:
        """Every open sheet, the front one first."""
        while self.page.get_by_role("dialog").count() > 0:
            self.page.keyboard.press("Escape")

    def does_not_read(self, text: str) -> None:
        """These words are nowhere in sight."""
        expect(self.page.get_by_text(text).filter(visible=True)).to_have_count(0)

    def turns_to(self, view: str) -> None:
        """To 'map' or 'plan', where the screen has room for one only or another room is there."""
        if view == "plan":
            self.enters("Our plan")
            return
        tab = self.page.get_by_role("tab", name=re.compile("[Mm]ap$"))
        if tab.count() > 0:
            self.touches(tab)

    def enters(self, room: str) -> None:
        """The room of this name beside the map, where it is not there already."""
        self.page.get_by_label("Rooms", exact=True).wait_for(state="attached")
        tabs = self.page.get_by_role("tab")
        if tabs.count() > 0:
            self.touches(tabs.last)
        button = self.page.get_by_role("navigation", name="Rooms").get_by_role("button", name=room, exact=True)
        if button.get_attribute("aria-current") is None:
            self.touches(button)
        expect(button).to_have_attribute("aria-current", "page")
