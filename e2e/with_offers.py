"""What the one who helps does with their own list of contacts."""

from playwright.sync_api import Locator, expect

from e2e.somebody import PLACES
from e2e.with_own_notes import WithOwnNotes


class WithOffers(WithOwnNotes):
    def looks_at_own_list(self, *, again: bool = False) -> None:
        """By the words that open this tablet, each time."""
        self.presses("Open my own list", within=self.finds_more_to_do("Someone I know"))
        self.shows_that_it_is_them(self.sheet("My own list"), "Open my list" if again else "Begin my list")

    def writes_down(self, name: str, offer: str) -> None:
        """Somebody who was not asked yet."""
        form = self.sheet("My own list").get_by_role("form", name="Add to my list")
        self.writes_in("Who?", name, within=form)
        self.writes_in("What could they offer?", offer, within=form)
        self.presses("Add to my list", within=form)

    def looks_at_own_map(self, *, again: bool = False) -> None:
        """From the own list, which asks first who it is."""
        self.looks_at_own_list(again=again)
        self.presses("See it as a map", within=self.sheet("My own list"))
        expect(self.page.get_by_role("heading", level=1, name="My own map")).to_be_focused()

    def puts_on_own_map(self, name: str, offer: str = "", ring: str = "tray", kind: str = "Person") -> None:
        """Somebody who was not asked yet."""
        self.presses("Add someone")
        sheet = self.sheet("Add to my map")
        self.writes_in("Who?", name, within=sheet)
        self.writes_in("What could they offer?", offer, within=sheet)
        self.chooses(kind, within=sheet.get_by_role("group", name="What kind?"))
        self.chooses(PLACES[ring], within=sheet.get_by_role("group", name="Where on the map?"))
        self.presses("Add", within=sheet)
        expect(sheet.get_by_label("Who?", exact=True)).to_have_value("")
        self.presses("Close", within=sheet)

    def puts_away_from_own_map(self, name: str) -> None:
        """Nothing is lost: it waits at the end of the list."""
        self.presses(f"Put {name} away", within=self.looks_at(name))
        self.does_not_see(name)

    def shows_of_own_map(self, name: str, *, by_name: bool) -> None:
        """One of those on the own map, in this partnership: by name once they have said yes, else as somebody."""
        sheet = self.looks_at(name)
        if by_name:
            self.chooses("They said yes", within=sheet)
        self.presses(f"Show {name} here", within=sheet)
        self.reads("Shown here: with the name" if by_name else "Shown here: as “I may know someone”", within=sheet)
        self.presses("Close", within=sheet)

    def looks_at_both_maps(self) -> Locator:
        """One beside the other."""
        return self.finds_more_to_do("Our two maps")

    def one_map(self, title: str, within: Locator) -> Locator:
        """One of the maps to look at, with its words unfolded."""
        one = within.get_by_role("region", name=title, exact=True)
        folded = one.locator("details:not([open])")
        if folded.count() > 0:
            self.touches(folded.get_by_text(f"{title}, in words", exact=True))
        return one

    def says_yes_to_what_is_on_both(self, name: str, within: Locator) -> None:
        """One of the two, on the tablet that both have before them."""
        self.presses(f"{name} says yes", within=within)
