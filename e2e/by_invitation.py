"""What people do to let another device in, and to come in."""

from playwright.sync_api import expect

from e2e.at_the_door import UNLOCK
from e2e.somebody import Somebody

SAME_WORDS = "Read these words to each other"


class ByInvitation(Somebody):
    def invites(self, whom: str) -> str:
        """Makes an invitation and reads its link."""
        self.presses("More")
        self.presses("Add a phone or tablet", within=self.sheet("More"))
        sheet = self.sheet("Add a phone or tablet")
        expect(sheet.get_by_role("button", name="Make an invitation")).to_be_visible()  # what it asks comes with it
        if sheet.get_by_role("radio").count() > 0:
            self.chooses(whom, within=sheet)
        else:  # a shared tablet may add devices of one of the two only
            self.reads(f"This is for {whom}.", within=sheet)
        self.presses("Make an invitation", within=sheet)
        expect(sheet.get_by_role("img", name="The invitation as a square to scan")).to_be_visible()
        return sheet.get_by_label("The link", exact=True).input_value()

    def asks_to_come_in(self, link: str, unlock: str = UNLOCK) -> None:
        """Pastes the link and says who is asking."""
        self.presses("I have an invitation")
        self.writes_in("The link", link)
        self.says_who_is_asking(unlock)

    def says_who_is_asking(self, unlock: str = UNLOCK) -> None:
        self.writes_in("Your first name", self.name)
        self.presses("Use my own words")
        self.writes_in("Your own words", unlock)
        self.presses("Ask to come in")

    def reads_the_words(self) -> list[str]:
        """The four words to compare, on either side."""
        words = self.page.get_by_role("list", name=SAME_WORDS).get_by_role("listitem")
        expect(words).to_have_count(4)
        return words.all_inner_texts()

    def lets_in(self, whom: str) -> None:
        self.presses("Same words: let them in", within=self.sheet(f"{whom} is asking to come in"))
        expect(self.sheet(f"{whom} is asking to come in")).to_have_count(0)

    def says_no_to(self, whom: str) -> None:
        self.presses("No", within=self.sheet(f"{whom} is asking to come in"))
        expect(self.sheet(f"{whom} is asking to come in")).to_have_count(0)
