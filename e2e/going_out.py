"""What people do in the room for going out, and what they see there."""

from playwright.sync_api import Locator, expect

from e2e.in_the_rooms import InTheRooms


class GoingOut(InTheRooms):
    def outing(self, what: str) -> Locator:
        """Its card on the list."""
        return self.page.get_by_role("listitem", name=what, exact=True)

    def thinks_of_going(self, what: str) -> None:
        """A few words are enough."""
        self.enters("Going out")
        self.presses("Somewhere to go, or something to do")
        field = self.page.get_by_label("Somewhere to go, or something to do", exact=True)
        field.fill(what)
        field.press("Enter")
        expect(field).to_have_value("")
        self.presses("That’s all for now")
        expect(self.outing(what).first).to_be_visible()

    def plans_outing(self, what: str) -> Locator:
        """Opens its sheet."""
        self.enters("Going out")
        self.presses(f"Plan it: “{what}”")
        return self.sheet(f"Going out: “{what}”")

    def asks_for_help(self, sheet: Locator, kind: str, who: str, answer: str | None = None) -> None:
        """On the open sheet: what would help, and who could; and what they said."""
        self.unfolds("Who helps", within=sheet)
        sheet.get_by_role("combobox", name="What would help?").select_option(label=kind)
        self.presses("Add it", within=sheet)
        part = sheet.get_by_role("group", name=kind, exact=True)
        part.get_by_role("combobox", name="Who could do that?").select_option(label=who)
        if answer is not None:
            self.chooses(answer, within=part.get_by_role("group", name=f"Was {who} asked?"))

    def worries_about(self, sheet: Locator, what: str, whose: str | None = None) -> Locator:
        """On the open sheet; gives the worry."""
        self.unfolds("Worries", within=sheet)
        if whose is not None:
            self.chooses(whose, within=sheet.get_by_role("group", name="Whose words?"))
        self.presses("A worry", within=sheet)
        field = sheet.get_by_role("textbox", name="A worry", exact=True).last
        field.fill(what)
        field.press("Enter")
        self.presses("That’s all for now", within=sheet)
        return sheet.get_by_role("group", name=what, exact=True)

    def has_a_rest(self) -> None:
        """From all of it, for as long as it takes."""
        self.enters("Going out")
        self.presses("Have a rest from all this")
        self.arrives_at("Going out")
        self.reads("We are having a rest, since")

    def says_how_it_was(self, sheet: Locator, whose: str, felt: str) -> None:
        """One's own view of the only time out on the open sheet."""
        self.unfolds("How it was", within=sheet)
        if sheet.get_by_role("combobox", name="How did").count() == 0:
            self.presses("We went, or we tried", within=sheet)
        self.chooses(felt, within=sheet.get_by_role("group", name=f"How was it for {whose}?"))
