"""What the two do in the rooms beside the map."""

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody


class InTheRooms(Somebody):
    """Somebody who goes from room to room."""

    def arrives_at(self, room: str) -> None:
        """The room's title has the focus: whoever hears the screen knows where they are."""
        expect(self.page.get_by_role("heading", name=room, exact=True, level=2)).to_be_focused()

    def opens_up(self, title: str) -> Locator:
        """A folded part of the room."""
        group = self.page.get_by_role("group", name=title, exact=True)
        self.unfolds(title, within=group)
        return group

    def says(self, what: str, line: str, within: Locator, as_: str = "") -> None:
        """One line of their own, in the hand of `as_` where both hold the pen."""
        if as_:
            self.touches(within.get_by_role("radio", name=as_, exact=True).first)
        self.presses(line, within=within)
        field = within.get_by_label(line, exact=True)
        field.fill(what)
        field.press("Enter")
        self.presses("That’s all for now", within=within)
        self.reads(what, within=within)

    def feels(self, *feelings: str, within: Locator, as_: str = "", words: str = "") -> None:
        """Several at once."""
        if as_:
            self.touches(within.get_by_role("radio", name=as_, exact=True))
        for feeling in feelings:
            self.touches(within.get_by_role("checkbox", name=feeling, exact=True))
        if words:
            self.writes_in("In my own words", words, within=within)
        self.presses("Write it down", within=within)

    def puts_away_and_brings_back(self, what: str, within: Locator) -> None:
        """Out of sight, and back from the list of what was put away."""
        self.presses(f"Put away “{what}”", within=within)
        expect(within.get_by_role("button", name=f"Put away “{what}”", exact=True)).to_have_count(0)
        self.touches(within.get_by_text("Put away", exact=True).last)
        self.presses(f"Bring back “{what}”", within=within)
        expect(within.get_by_role("button", name=f"Put away “{what}”", exact=True)).to_be_visible()

    def has_a_first_thought(self, what: str) -> None:
        """Of their own, in the room for talking."""
        own = self.opens_up("First thoughts").get_by_role("region", name=f"{self.name}’s first thoughts")
        self.says(what, "Somebody or something", within=own)

    def answers_whether_to_go_on(self, answer: str, asked_again: str | None = None) -> None:
        """For themselves, in the room for talking; what they answered before is taken back first."""
        own = self.opens_up("Shall we go on together?").get_by_role("region", name=f"{self.name}’s answer")
        before = own.get_by_role("button", name="Take my answer back")
        expect(before.or_(own.get_by_role("radio", name=answer, exact=True))).to_be_visible()
        if before.count() > 0:
            self.touches(before)
        self.chooses(answer, within=own)
        if asked_again is not None:
            self.chooses(asked_again, within=own)
        self.presses("That’s my answer", within=own)
        self.reads(f"{self.name} says: {answer}", within=own)

    def answers_about_the_talk(self, answer: str, within: Locator) -> None:
        """The same to all three questions, and hides it."""
        for choice in within.get_by_role("radio", name=answer, exact=True).all():
            self.touches(choice)
        self.presses("Done. Hide it", within=within)
