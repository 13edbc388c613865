"""What the one who helps does on pages that are theirs alone: their own column, and what they said they would do."""

from typing import Final

from playwright.sync_api import Locator, expect

from e2e.at_the_door import UNLOCK
from e2e.in_the_rooms import InTheRooms
from e2e.with_offers import WithOffers

COLUMN: Final = "What works for me"
SAID: Final = "What I said I’d do"


class WithOwnPages(WithOffers, InTheRooms):
    def looks_at_own_column(self, *, again: bool = False, unlock: str = UNLOCK) -> Locator:
        """From the room for taking stock, by the words that open this tablet."""
        self.enters("How is it going?")
        self.presses(f"What works for {self.name}")
        sheet = self.sheet(COLUMN)
        self.shows_that_it_is_them(sheet, "Open my page" if again else "Begin my page", unlock)
        expect(sheet.get_by_role("form", name="Write a line")).to_be_visible()
        return sheet

    def writes_a_line(self, what: str, *, works: bool = False, about: str = "Something else") -> None:
        """In their own column; nobody else sees it."""
        form = self.sheet(COLUMN).get_by_role("form", name="Write a line")
        self.chooses("What works" if works else "Not yet", within=form.get_by_role("group", name="Which is it?"))
        self.chooses(about, within=form.get_by_role("group", name="What is it about?"))
        self.types_in(form.get_by_label("In your own words"), what)
        self.presses("Add to my page", within=form)
        expect(self.line(what)).to_be_visible()

    def line(self, what: str) -> Locator:
        """Of their own column, with all that can be done with it."""
        return self.sheet(COLUMN).get_by_role("listitem").filter(has_text=what)

    def says_of_what_kind(self, what: str, kind: str) -> None:
        """For themselves: how the work is set up, or something to learn."""
        change = self.line(what).get_by_role("group", name="Change it")
        self.unfolds("Change it", within=change)
        change.get_by_role("combobox", name="What kind of thing is it?").select_option(label=kind)

    def shows_a_line(self, what: str, to: str) -> None:
        """In this partnership, as a copy."""
        self.presses(f"Show it here: “{what}”", within=self.line(what))
        self.reads(f"Shown here. {to} can read it.", within=self.line(what))

    def looks_at_what_they_said(self, *, again: bool = False) -> Locator:
        """From the plan, by the words that open this tablet: what they said they would do, with everybody."""
        self.enters("Our plan")
        self.presses(f"What {self.name} said they would do")
        sheet = self.sheet(SAID)
        self.shows_that_it_is_them(sheet, "Open my page" if again else "Begin my page")
        expect(sheet.get_by_role("tab", name="I said", exact=True)).to_be_visible()
        return sheet

    def round(self, called: str) -> Locator:
        """Of one pair: what they said they would do there, and when the two meet."""
        return self.sheet(SAID).get_by_role("region", name=called, exact=True)

    def rounds(self) -> Locator:
        """Of all pairs, or of all days, in their order."""
        return self.sheet(SAID).get_by_role("heading", level=3)
