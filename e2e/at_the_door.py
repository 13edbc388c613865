"""What people do at the doors: starting, keeping, the card, the lock."""

from typing import Final

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody
from sync.card import CardSecret

UNLOCK: Final = "copper lantern drizzle walnut ferry"


class AtTheDoor(Somebody):
    def opens_kith(self, path: str = "/") -> None:
        self.device.opens(path)

    def sees_the_first_screen(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Kith is for two people who sit side by side.")

    def checks_that_it_opens_with_no_signal(self) -> None:
        """The evening before: "Ready for no signal?", asked until the answer is yes."""
        yes, not_yet = "Yes. This tablet opens Kith with no signal at all.", "Not yet."
        for _ in range(6):  # on a busy machine the app may not have come whole within the ten seconds of one answer
            self.presses("Is this tablet ready for no signal?")
            sheet = self.sheet("Ready for no signal?")
            answer = sheet.get_by_text(yes).or_(sheet.get_by_text(not_yet)).first
            expect(answer).to_be_visible()
            is_ready = sheet.get_by_text(yes).is_visible()
            self.presses("Close", within=sheet)
            if is_ready:
                return
        raise AssertionError("never ready for no signal")

    def starts_together(self) -> None:
        self.presses("Start together")
        self.reads("Only on this screen.")

    def keeps_it(self, card: str | None = None, unlock: str = UNLOCK, new_unlock: bool = True, own: str = "") -> None:
        """Through "Keep this?" to the end. `card` is the twelve words; `own` names whose own device it is, if one's."""
        self.presses("Keep this?")
        sheet = self.sheet("Keep this?")
        self._says_how_it_opens(unlock, new_unlock)
        if own:
            self.chooses(f"It is {own}’s own", within=sheet)
        self.presses("Next", within=sheet)
        self.shows_the_card(card)
        self.presses("Keep it", within=self.sheet("Keep this?"))
        kept = self.sheet("Kept")
        self.reads("It is kept. Only the two of you can open it.", within=kept)
        self.presses("Done", within=kept)

    def tries_to_keep_it(self, unlock: str, new_unlock: bool = False) -> None:
        """With these words and no card, as far as "Keep it"."""
        self.presses("Keep this?")
        sheet = self.sheet("Keep this?")
        self._says_how_it_opens(unlock, new_unlock)
        self.presses("Next", within=sheet)
        self.shows_the_card(None)
        self.presses("Keep it", within=sheet)

    def shows_the_card(self, card: str | None) -> None:
        """Types the twelve words in "The key card", or says "No card today"."""
        sheet = self.sheet("The key card")
        if card is None:
            self.presses("No card today", within=sheet)
            self.reads("Until you add a card another day, it opens on this tablet only.")
        else:
            self.types_the_card(card, within=sheet)

    def types_the_card(self, card: str, within: Locator | None = None) -> None:
        """Its twelve words."""
        self.writes_in("The twelve words", card, within=within)
        self.presses("Use this card", within=within)

    def has_a_card(self, card: str, unlock: str = UNLOCK, phone_locks_itself: bool = False) -> None:
        """The door "I have a card", as far as it goes. Without `unlock`: this tablet was opened a moment ago."""
        self.presses("I have a card")
        self.types_the_card(card)
        self.reads("The card is read. One more thing.")
        if unlock:
            self.chooses_how_it_opens(unlock, phone_locks_itself)
        self.presses("Open it")

    def fragment_of(self, card: str) -> str:
        """What the square on this card adds to the address."""
        return CardSecret.from_words(card).qr(self.device.address).removeprefix(f"{self.device.address}/")

    def chooses_how_it_opens(self, unlock: str = UNLOCK, phone_locks_itself: bool = False) -> None:
        """Their own words, or the phone's own lock."""
        if phone_locks_itself:
            self.touches(self.page.get_by_role("checkbox", name="My phone locks itself"))
        else:
            self.presses("Use my own words")
            self.writes_in("Your own words", unlock)

    def _says_how_it_opens(self, unlock: str, new_unlock: bool) -> None:
        if new_unlock:
            self.chooses_how_it_opens(unlock)
        else:
            self.writes_in("The words that open Kith on this tablet", unlock)

    def sees_the_lock(self) -> None:
        expect(self.page.get_by_role("heading", level=1, name="Kith is locked")).to_be_visible()

    def unlocks(self, unlock: str = UNLOCK) -> None:
        """Says the words that open Kith on this tablet."""
        self.sees_the_lock()
        self.writes_in("The words that open Kith here", unlock)
        self.presses("Open")

    def locks(self) -> None:
        self.presses("More")
        self.presses("Lock now", within=self.sheet("More"))
        self.sees_the_lock()

    def opens_the_place(self, *names: str) -> None:
        """Of several that are kept here, the one with these names."""
        expect(self.page.get_by_role("heading", level=1, name="Which one?")).to_be_visible()
        self.touches(self.page.get_by_role("button", name=" · ".join(names)))
