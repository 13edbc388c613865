"""What people do who have a keyboard and nothing else."""

import re
from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody

MOST_TABS: Final = 90

Role: TypeAlias = Literal["button", "checkbox", "combobox", "radio", "textbox"]


class WithTheKeyboard(Somebody):
    def tabs_to(self, role: Role, name: str) -> None:
        """Goes on with Tab until the focus is on the thing with this role whose name begins so. It must be in sight."""
        wanted = self.page.get_by_role(role, name=re.compile(f"^{re.escape(name)}"))
        expect(wanted.first).to_be_attached()
        seen: list[str] = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focused = self.page.locator("*:focus")
            said = focused.aria_snapshot().lstrip("- '") if focused.count() == 1 else ""
            if said.startswith(f'{role} "{name}'):
                expect(focused).to_be_in_viewport()
                return
            seen.append(said.splitlines()[0] if said else "nothing")
        raise AssertionError(f"no way by Tab to {role} {name!r}; on the way: {seen}")

    def tabs_to_words(self, text: str) -> None:
        """Goes on with Tab until the focus is on exactly these words: a fold, which has no role of its own."""
        self.tabs_until(lambda focused: focused.text_content() == text, repr(text))

    def tabs_until(self, is_it: Callable[[Locator], bool], what: str) -> None:
        """Goes on with Tab until the focus is on it. It must be in sight."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focused = self.page.locator("*:focus")
            if focused.count() == 1 and is_it(focused):
                expect(focused).to_be_in_viewport()
                return
        raise AssertionError(f"no way by Tab to {what}")

    def hits(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        """Where the focus is."""
        self.page.keyboard.type(text)

    def presses_by_keys(self, name: str) -> None:
        """A button, with Enter."""
        self.tabs_to("button", name)
        self.hits("Enter")

    def goes_by_keys(self, room: str) -> None:
        """To the room of this name, which says where they are."""
        self.presses_by_keys(room)
        expect(self.page.get_by_role("heading", name=room, exact=True, level=2)).to_be_focused()

    def opens_by_keys(self, title: str) -> None:
        """A folded part, which stays in focus."""
        self.presses_by_keys(title)
        expect(self.page.locator("*:focus")).to_have_attribute("aria-expanded", "true")

    def adds_by_keys(self, line: str, words: str) -> None:
        """On the line behind the button of this name: Enter adds, and Escape leads back to the button."""
        self.presses_by_keys(line)
        self.types(words)
        self.hits("Enter")
        expect(self.page.locator("*:focus")).to_have_value("")
        self.hits("Escape")
        expect(self.page.locator("*:focus")).to_contain_text(line)
