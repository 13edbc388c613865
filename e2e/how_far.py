"""What people do about how far a goal has come: say how they would know, agree on it, and say how far it is."""

from playwright.sync_api import Locator, expect

from e2e.in_the_plan import InThePlan
from e2e.in_the_rooms import InTheRooms

HOPED = "What would be as hoped?"


class HowFar(InThePlan, InTheRooms):
    """Somebody with a goal."""

    def looks_how_we_would_know(self, goal: str) -> Locator:
        """The fold of the goal's sheet, opened."""
        sheet = self.opens_goal(goal)
        self.unfolds("How would we know?", within=sheet)
        return sheet.get_by_role("group", name="How would we know?", exact=True)

    def hopes_for(self, words: str, within: Locator) -> None:
        """What would be as hoped: the first that is said of it."""
        self.presses(HOPED, within=within)
        field = within.get_by_label(HOPED, exact=True)
        field.fill(words)
        field.press("Enter")
        text = within.locator("textarea").first
        expect(text).to_have_value(words)
        expect(text).to_be_focused()

    def writes_level(self, level: str, words: str, within: Locator) -> None:
        """In the field that both write in."""
        field = within.get_by_role("textbox", name=level, exact=True)
        field.fill(words)
        expect(field).to_have_value(words)

    def looks_how_far_it_is(self) -> Locator:
        """The folded part of a good look."""
        self.enters("How is it going?")
        self.chooses("A good look")
        return self.opens_up("How far have we come?")

    def says_how_far(self, goal: str, word: str, as_: str, within: Locator) -> None:
        """In a word, as one of the two sees it."""
        group = within.get_by_role("group", name=f"How far “{goal}” has come, as {as_} sees it")
        self.chooses(word, within=group)
