"""What people do with notes that are theirs alone: open them, write, and find them not there elsewhere."""

from playwright.sync_api import Locator, expect

from e2e.at_the_door import UNLOCK
from e2e.on_the_map import OnTheMap


class WithOwnNotes(OnTheMap):
    def looks_at_own_notes(self, name: str) -> Locator:
        """From the sheet about somebody, which stays open behind."""
        self.presses("My own notes", within=self.looks_at(name))
        own = self.sheet(f"My own notes about {name}").or_(self.sheet("My own notes"))
        expect(own).to_be_visible()
        return own

    def looks_at_notes_of_away(self, name: str) -> Locator:
        """At the end of the list, which stays open behind."""
        self._turns_to_the_list()
        self.presses(f"My own notes about {name}")
        return self.sheet(f"My own notes about {name}")

    def begins_own_notes(self, name: str, unlock: str = UNLOCK) -> Locator:
        """The first time on this device; without `unlock` where the phone locks itself."""
        own = self.looks_at_own_notes(name)
        self.shows_that_it_is_them(own, "Write here", unlock)
        return own

    def shows_that_it_is_them(self, own: Locator, verb: str, unlock: str = UNLOCK) -> None:
        """At the words that stand before own notes."""
        if unlock:
            self.writes_in("The words that open it now", unlock, within=own)
        self.presses(verb, within=own)

    def notes(self, words: str, within: Locator) -> None:
        """What is hard, behind what stands there."""
        self.types_in(within.get_by_label("What is hard", exact=True), words)

    def sees_the_note(self, words: str, within: Locator) -> None:
        expect(within.get_by_label("What is hard", exact=True)).to_have_value(words)

    def offers_own_notes(self, own: Locator) -> str:
        """To another phone of their own, as far as the link, with the sheet left open."""
        self.presses("Have them on another phone too", within=own)
        sheet = self.sheet("On another phone of mine")
        self.presses("Show the square to scan", within=sheet)
        return sheet.get_by_label("The link", exact=True).input_value()

    def asks_for_own_notes(self, link: str, within: Locator, unlock: str = UNLOCK) -> None:
        """On the other phone, where there are none yet."""
        bringing = within.get_by_label("The link from the other one", exact=True)
        if bringing.count() == 0:
            self.presses("I have them on another phone", within=within)
        bringing.fill(link)
        self.shows_that_it_is_them(within, "Ask for my notes", unlock)
