"""What people do round the map and the plan: names, the pen, undo, the menu, and where their words are."""

import re

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody


class AtTheTable(Somebody):
    def calls_us(self, whose_map: str, who_helps: str) -> None:
        """The two first names, asked for beside an empty map."""
        self.presses("Our names")
        sheet = self.sheet("Names, and when you meet")
        self.writes_in("Whose map is it?", whose_map, within=sheet)
        self.writes_in("Who is helping to draw it?", who_helps, within=sheet)
        self.presses("Close", within=sheet)

    def takes_the_pen(self, whose: str) -> None:
        """On a tablet that both use: a name, or "Both of us"."""
        hands = self.page.get_by_role("group", name="Whose hand?").get_by_role("radio", name=whose, exact=True)
        if hands.count() > 0 and hands.is_visible():
            self.touches(hands)
        else:
            self.touches(self.page.get_by_role("button", name=re.compile("^Whose hand: ")))
            sheet = self.sheet("Whose hand?")
            self.chooses(whose, within=sheet)
            self.presses("Done", within=sheet)

    def undoes(self) -> None:
        self.presses("Undo")

    def opens_the_menu(self, entry: str) -> None:
        self.presses("More")
        self.presses(entry, within=self.sheet("More"))

    @property
    def where_words_are(self) -> Locator:
        """The line that says what is saved and sent."""
        return self.page.get_by_role("list", name="Where your words are")

    def sees_saved(self) -> None:
        expect(self.where_words_are).to_contain_text("Saved here")

    def is_saved(self) -> bool:
        """Whether it is said just now that all is saved."""
        return "Saved here" in self.where_words_are.inner_text()

    def sees_sent(self) -> None:
        """The server has all of it."""
        expect(self.where_words_are).to_contain_text("✓ Sent")

    def sees_not_sent(self) -> None:
        expect(self.where_words_are).to_contain_text(re.compile("Not sent yet|Only on this tablet so far"))

    def sees_it_is_there_too(self) -> None:
        """The other's device has all of it."""
        expect(self.where_words_are).to_contain_text(re.compile("tablets? too"))

    def puts_away(self, notice: str) -> None:
        """Reads something that the two should know, and says "All right"."""
        said = self.page.get_by_role("status").filter(has_text=notice)
        self.presses("All right", within=said)
        expect(said).to_have_count(0)

    def puts_back(self, value: str) -> None:
        """What was lost in a merge, by one tap."""
        self.presses("Put it back", within=self.note_about(value))

    def note_about(self, value: str) -> Locator:
        """The note beside a field that keeps what the other wrote at the same time."""
        said = self.page.get_by_text(re.compile(rf"^At the same time .*{re.escape(value)}"))
        return said.locator("xpath=..").filter(visible=True)
