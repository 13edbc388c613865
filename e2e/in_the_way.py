"""What people do in the room of what is in the way, and what they see there."""

from playwright.sync_api import Locator, expect

from e2e.somebody import Somebody


class InTheWay(Somebody):
    def board(self, where: str) -> Locator:
        """One side of the board: "Sam" is what is with Sam."""
        return self.page.get_by_role("region", name=f"In the way: {where}", exact=True)

    def barrier(self, what: str) -> Locator:
        """Its card."""
        more = self.page.get_by_role("button", name=f"More about “{what}”", exact=True)
        return self.page.get_by_role("listitem").filter(has=more).first

    def says_what_is_in_the_way(self, what: str, where: str, whose: str | None = None, kind: str | None = None) -> None:
        """On the board, where it is; `whose` says so, where both hold the pen."""
        self.enters("In the way")
        form = self.page.get_by_role("form", name="Something is in the way")
        if form.count() == 0:
            self.presses("Something is in the way")
        if whose is not None:
            self.chooses(whose, within=form.get_by_role("group", name="Whose words?"))
        self.chooses(where, within=form.get_by_role("group", name="Where is it?"))
        if kind is not None:
            form.get_by_role("combobox", name="What kind of thing is it?").select_option(label=kind)
        field = form.get_by_role("textbox", name="What is in the way?")
        field.fill(what)
        field.press("Enter")
        expect(field).to_have_value("")
        self.presses("That’s all for now", within=form)

    def tries(self, what: str, about: str) -> None:
        """A step of the one plan, from what is in the way."""
        self.enters("In the way")
        card = self.barrier(about)
        self.presses("What could we try?", within=card)
        field = card.get_by_label(f"What to try about “{about}”", exact=True)
        field.fill(what)
        field.press("Enter")
        expect(field).to_have_value("")
        self.presses("That’s all for now", within=card)

    def finds_another_way(self, than: str, what: str, about: str) -> None:
        """Beside the first way, which stays."""
        self._goes_about_it_otherwise("Another way", f"Another way than “{than}”", what, than, about)

    def makes_smaller(self, large: str, what: str, about: str) -> None:
        """The very first bit of something to try."""
        self._goes_about_it_otherwise("Make it smaller", f"Make it smaller: “{large}”", what, large, about)

    def _goes_about_it_otherwise(self, button: str, label: str, what: str, first: str, about: str) -> None:
        sheet = self.looks_closer_at(about)
        self.unfolds("Other ways, smaller bits", within=sheet)
        way = sheet.get_by_role("group", name=first, exact=True)
        self.presses(button, within=way)
        field = way.get_by_label(label, exact=True)
        field.fill(what)
        field.press("Enter")
        expect(field).to_have_value("")
        self.closes_what_is_open()
        expect(self.barrier(about).get_by_role("checkbox", name=f"Done: {what}", exact=True)).to_be_visible()

    def says_how_it_is_now(self, about: str, state: str) -> None:
        """In the way, got round, or left."""
        self.chooses(state, within=self.looks_closer_at(about))
        self.closes_what_is_open()

    def looks_closer_at(self, what: str) -> Locator:
        """Opens its sheet."""
        self.enters("In the way")
        self.presses(f"More about “{what}”")
        return self.sheet(f"In the way: “{what}”")

    def splits(self, what: str, *smaller: str, whose: str | None = None) -> None:
        """Into smaller ones, which then stand by themselves."""
        sheet = self.looks_closer_at(what)
        self.unfolds("Split it into smaller ones", within=sheet)
        if whose is not None:
            self.chooses(whose, within=sheet.get_by_role("group", name="Whose words?"))
        self.presses("One smaller part of it", within=sheet)
        for part in smaller:
            field = sheet.get_by_role("textbox", name="One smaller part of it", exact=True)
            field.fill(part)
            field.press("Enter")
            expect(field).to_have_value("")
        self.closes_what_is_open()

    def looks_at_what_is_only_for_oneself(self) -> Locator:
        """From the end of the board."""
        self.enters("In the way")
        opener = self.page.get_by_role("button", name="Write it down for myself")
        if not opener.is_visible():
            self.touches(self.page.get_by_text("Is it hard to say here?", exact=True))
        self.touches(opener)
        return self.sheet("In the way, only for me")

    def puts_a_page_together(self, to: str, *chosen: str, own: str = "") -> Locator:
        """For somebody close, of what is ticked and their own words; gives its card, which waits for a yes."""
        self.enters("In the way")
        told = self.page.get_by_role("region", name="What may be told", exact=True)
        self.presses("A page for somebody close", within=told)
        sheet = self.sheet("A page for somebody close")
        self.reads("Nothing is on it yet.", within=sheet)
        self.writes_in("Who is it for?", to, within=sheet)
        for one in chosen:
            self.touches(sheet.get_by_role("checkbox", name=one, exact=True))
        self.writes_in("Anything else, in my own words", own, within=sheet)
        self.presses("Ready for a yes", within=sheet)
        expect(sheet).to_have_count(0)
        return told.get_by_role("listitem").filter(has_text=f"To {to}")

    def asks_to_tell(self, what: str, to: str) -> Locator:
        """Writes down what would be said, and to whom; gives its card."""
        self.enters("In the way")
        told = self.page.get_by_role("region", name="What may be told", exact=True)
        self.presses("Ask if something may be told", within=told)
        field = told.get_by_label("What exactly would be said?", exact=True).last
        field.fill(what)
        field.press("Enter")
        self.presses("That’s all for now", within=told)
        card = told.get_by_role("listitem", name=what)
        whom = card.get_by_label("To whom?", exact=True)
        whom.fill(to)
        whom.press("Enter")
        return card
