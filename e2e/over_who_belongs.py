"""What people do about who can open it: look, take off, leave, replace a lost card, take it on, end it."""

import re

from playwright.sync_api import Locator, expect

from e2e.at_the_door import UNLOCK, AtTheDoor

WHO = "Who can open it?"


class OverWhoBelongs(AtTheDoor):
    def asks_who_can_open_it(self) -> Locator:
        self.presses("More")
        self.presses(WHO, within=self.sheet("More"))
        return self.sheet(WHO)

    def looks_at_what_opens_it(self, what: str) -> Locator:
        """One line of "Who can open it?", which is open."""
        line = self.sheet(WHO).get_by_role("button", name=re.compile(rf"^{re.escape(what)}"))
        self.touches(line.first)
        return self.sheet(what)

    def hears_the_words_of_this_place(self) -> list[str]:
        """Four words, the same on every phone and tablet of the two."""
        self.presses("Check that you see the same", within=self.sheet(WHO))
        words = self.page.get_by_role("list", name="The words of this place").get_by_role("listitem")
        expect(words).to_have_count(4)
        heard = words.all_inner_texts()
        self.presses("Close", within=self.sheet("Check that you see the same"))
        return heard

    def takes_off(self, what: str) -> None:
        """On one's own phone, with nothing to show."""
        sheet = self.looks_at_what_opens_it(what)
        self.presses("Take it off", within=sheet)
        self.presses("Take it off", within=self.sheet(f"Take it off? {what}"))
        self.reads("It is taken off. What you write from now on has a new lock.")
        self.closes_what_is_open()

    def puts_a_fresh_card_for_the_lost(self, what: str) -> str:
        """Makes a card on one's own phone, writes it down, and cancels the lost one; the words of the fresh one."""
        self.presses("This card is lost", within=self.looks_at_what_opens_it(what))
        sheet = self.sheet("The card is lost")
        self.presses("Make a card here", within=sheet)
        words = sheet.get_by_role("list", name="The twelve words of the card").get_by_role("listitem")
        expect(words).to_have_count(12)
        fresh = " ".join(words.all_inner_texts())
        self.presses("I have it on paper", within=sheet)
        self.reads("The fresh card is ready.", within=sheet)
        self.presses("Cancel the lost card", within=sheet)
        self.reads("The lost card is cancelled. The fresh one opens this now.")
        self.closes_what_is_open()
        return fresh

    def takes_it_on(self, card: str, unlock: str = UNLOCK) -> None:
        """Somebody new who helps from now on, with the card in the hand of whose it is."""
        self.presses("I have a card")
        self.types_the_card(card)
        self.presses("I am new: I will help from now on")
        self.reads("The person who helped before can no longer open what comes from now on.")
        self.chooses_how_it_opens(unlock)
        self.presses("Take it on")

    def gives_their_name(self) -> None:
        """Who is new, where the one before had theirs."""
        self.presses("More")
        self.presses("Names, and when you meet", within=self.sheet("More"))
        sheet = self.sheet("Names, and when you meet")
        self.writes_in("Who is helping to draw it?", self.name, within=sheet)
        self.presses("Close", within=sheet)

    def adds_a_fresh_card(self, fresh: str, present: str) -> None:
        """On a shared tablet, where it is said that it is time: with the card that opens it now."""
        self.presses("Add a fresh card")
        sheet = self.sheet("Add a key card")
        self.reads("First show a card that opens this now.", within=sheet)
        self.types_the_card(present, within=sheet)
        self.reads("Now show the fresh card.", within=sheet)
        self.types_the_card(fresh, within=sheet)
        self.reads("The key card is added. It opens this on any phone or tablet.", within=sheet)
        self.closes_what_is_open()

    def ends_it(self, card: str) -> None:
        """On the tablet that both share, by the card."""
        self.asks_who_can_open_it()
        self.presses("End this for both of us")
        self.shows_it_for_one_act(card, "End this for both of you?")
        self.presses("End it", within=self.sheet("End this for both of you?"))

    def shows_it_for_one_act(self, card: str, title: str) -> None:
        sheet = self.sheet(title)
        self.reads("It is asked for this one thing, and then forgotten here.", within=sheet)
        self.types_the_card(card, within=sheet)
        self.reads("The card is read. Nothing has been done yet.", within=sheet)

    def goes_on_with_it(self) -> None:
        self.presses("Go on with it")
        self.presses("Go on with it", within=self.sheet("Go on with it?"))

    def takes_it_off_this_tablet(self) -> None:
        self.asks_who_can_open_it()
        self.presses("Take it off this tablet", within=self.looks_at_what_opens_it("This tablet, which you share"))
        self.presses("Take it off this tablet", within=self.sheet("Take it off this tablet?"))

    def begins_again_without(self, *left_behind: str, new_card: str, old_card: str, unlock: str = UNLOCK) -> None:
        """On the tablet that both share."""
        self.asks_who_can_open_it()
        title = "Begin again without some things"
        self.presses(title)
        sheet = self.sheet(title)
        for thing in left_behind:
            self.touches(sheet.get_by_role("checkbox", name=thing, exact=True))
        self.presses("Next", within=sheet)
        self.types_the_card(old_card, within=sheet)
        self.reads("The new place has a new key card.", within=sheet)
        self.types_the_card(new_card, within=sheet)
        self.writes_in("The words that open Kith on this tablet", unlock, within=sheet)
        self.presses("Begin again", within=sheet)
        self.reads("This is the new place. The old one is gone from here.")
        self.closes_what_is_open()

    def answers_what_did_not_come_along(self, *answers: str) -> None:
        """Each of what was written here in the old place: kept or left."""
        self.presses("Look at them")
        sheet = self.sheet("What did not come along")
        for answer in answers:
            self.presses(answer, within=sheet)
        self.does_not_read("Some things were written here in the old place and did not come along.")
