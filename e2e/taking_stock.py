"""What the two do in the room for taking stock: say how it is going, why, and what becomes of each goal."""

from typing import Final

from playwright.sync_api import Locator, expect

from e2e.in_the_rooms import InTheRooms

WHAT_STOPPED_IT: Final = (
    "What was it, exactly, that stopped it?",
    "What was going on just before?",
    "What one thing could be different?",
)


class TakingStock(InTheRooms):
    def has_a_good_look(self) -> None:
        """All of the room, and not the one minute only."""
        self.enters("How is it going?")
        self.chooses("A good look")

    def column(self, title: str) -> Locator:
        """ "What works" or "Not yet", of both."""
        return self.page.get_by_role("region", name=title, exact=True)

    def says_it_works(self, what: str, as_: str = "") -> None:
        """In the hand of `as_` where both hold the pen."""
        self.says(what, "It works", within=self.column("What works"), as_=as_)

    def says_not_yet(self, what: str, as_: str = "") -> None:
        """The same."""
        self.says(what, "Not yet", within=self.column("Not yet"), as_=as_)

    def says_what_stopped(self, what: str, *answers: str) -> Locator:
        """One question after the other, as far as they like; gives that part of the room."""
        part = self.opens_up("What exactly was it?").get_by_role("region", name=f"What stopped “{what}”?")
        self.presses(WHAT_STOPPED_IT[0], within=part)
        for question, answer in zip(WHAT_STOPPED_IT, answers, strict=False):
            field = part.get_by_role("textbox", name=question, exact=True)
            field.fill(answer)
            field.press("Enter")
            self.reads(answer, within=part)
        return part

    def notices(self, sign: str, example: str = "", as_: str = "") -> Locator:
        """A sign, in the hand of `as_` where both hold the pen; gives what stands there of it."""
        part = self.opens_up("Signs that you notice")
        if as_:
            self.touches(part.get_by_role("radio", name=as_, exact=True))
        row = part.get_by_role("listitem", name=sign, exact=True)
        tick = row.get_by_role("checkbox", name=sign, exact=True)
        self.touches(tick)
        expect(tick).to_be_checked()
        if example:
            self.presses(f"An example of “{sign}”", within=row)
            field = row.get_by_label(f"An example of “{sign}”", exact=True)
            field.fill(example)
            field.press("Enter")
            self.presses("That’s all for now", within=row)
        return row

    def decides_about(self, goal: str, answer: str, as_: str = "") -> None:
        """As they see it; nothing comes of it before the other says the same."""
        who = as_ or self.name
        goals = self.opens_up("Our goals")
        self.chooses(answer, within=goals.get_by_role("group", name=f"“{goal}”, as {who} sees it"))

    def does_as_both_say(self, goal: str) -> None:
        """Where both said the same: the plan says so too."""
        about = self.opens_up("Our goals").get_by_role("region", name=goal, exact=True)
        self.reads("You both say the same.", within=about)
        self.presses("Do that in our plan", within=about)
        expect(about.get_by_text("You both say the same.")).to_have_count(0)
