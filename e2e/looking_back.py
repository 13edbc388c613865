"""What people do to look at what was done, at how it was, and to bring things back."""

import re

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody


class LookingBack(Somebody):
    def looks_back(self) -> Locator:
        """Opens what was done; the newest is in sight."""
        self.presses("More")
        self.presses("What we did", within=self.sheet("More"))
        sheet = self.sheet("What we did")
        expect(sheet.get_by_role("heading", name="Today").first).to_be_visible()
        return sheet

    def entry(self, sentence: str) -> Locator:
        """The line of what was done that says this."""
        return self.sheet("What we did").get_by_role("button", name=re.compile(re.escape(sentence)))

    def opens_the_entry(self, sentence: str) -> Locator:
        """All that was done at once, with ways back."""
        self.touches(self.entry(sentence).first)
        sheet = self.sheet("About this moment")
        expect(sheet).to_be_visible()
        return sheet

    def goes_to(self, sentence: str) -> None:
        """Looks at the map and the plan as they were just after this."""
        self.looks_back()
        self.presses("See the map and plan then", within=self.opens_the_entry(sentence))
        expect(self.page.get_by_role("heading", level=1, name="This is how it was earlier today")).to_be_visible()

    def goes_back_to_now(self) -> None:
        self.presses("Back to now")
        expect(self.page.get_by_role("button", name="More", exact=True)).to_be_visible()

    def looks_then_at(self, name: str) -> Locator:
        """Opens somebody as they were."""
        self.turns_to("map")
        self.touches(self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)} ?, ")))
        sheet = self.sheet(f"{name}, back then")
        expect(sheet).to_be_visible()
        return sheet

    def is_told_of_many(self, sentence: str) -> Locator:
        """Somebody put much away at once: the strip that says so."""
        strip = self.page.get_by_role("status", name="Many things were put away")
        expect(strip).to_contain_text(sentence)
        return strip

    def brings_them_back(self) -> None:
        """All of them, with one tap."""
        strip = self.page.get_by_role("status", name="Many things were put away")
        self.presses("Bring them back", within=strip)
        expect(strip).to_have_count(0)

    def is_told_it_was_put_away(self, sentence: str) -> Locator:
        """While they were at work on it, the other put something away: the strip that says so."""
        strip = self.page.get_by_role("status", name="Put away at the same time")
        expect(strip).to_contain_text(sentence)
        return strip

    def is_told_of_nothing_put_away(self) -> None:
        expect(self.page.get_by_role("status", name="Put away at the same time")).to_have_count(0)

    def asks_how_the_copy_is(self) -> Locator:
        """The page that says how this copy is doing."""
        self.presses("More")
        self.presses("How this copy is doing", within=self.sheet("More"))
        sheet = self.sheet("How this copy is doing")
        expect(sheet).to_be_visible()
        return sheet
