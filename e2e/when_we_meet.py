"""What people do with when they meet, and what they see there."""

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody


class WhenWeMeet(Somebody):
    def looks_when_we_meet(self) -> Locator:
        """From the room for talking."""
        self.enters("Talk")
        self.presses("When we meet")
        return self.sheet("When we meet")

    def arranges(self, sheet: Locator, label: str, words: str) -> None:
        """One line of it."""
        field = sheet.get_by_label(label, exact=True)
        field.fill(words)
        field.press("Enter")
        expect(field).to_have_value(words)
