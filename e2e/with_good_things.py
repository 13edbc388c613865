"""What people do on the page of good things."""

from playwright.sync_api import Locator, expect

from e2e.on_the_map import OnTheMap


class WithGoodThings(OnTheMap):
    def looks_at_good_things(self) -> Locator:
        """From the map's menu."""
        return self.finds_more_to_do("Good things")

    def good_things_of(self, name: str) -> Locator:
        """What stands under one name, on the open page."""
        return self.sheet("Good things").get_by_role("region", name=f"Good things about {name}", exact=True)

    def says_good(self, about: str, words: str, begins: str = "I like", whose: str | None = None) -> None:
        """One good thing; `whose` says so, where both hold the pen."""
        section = self.good_things_of(about)
        form = section.get_by_role("form", name="Add a good thing")
        if form.count() == 0:
            self.presses("Add a good thing", within=section)
        if whose is not None:
            self.chooses(whose, within=form.get_by_role("group", name="Whose words?"))
        self.chooses(begins, within=form.get_by_role("group", name="It begins with"))
        field = form.get_by_role("textbox", name=f"A good thing about {about}")
        field.fill(words)
        field.press("Enter")
        expect(field).to_have_value("")
        self.presses("That’s all for now", within=form)

    def sees_good(self, about: str, words: str) -> None:
        """It counts: on the list under the name."""
        expect(self.good_things_of(about).get_by_role("listitem").filter(has_text=words)).to_be_visible()

    def sees_no_good(self, about: str, words: str) -> None:
        """It is not in sight under the name."""
        shown = self.good_things_of(about).get_by_role("listitem").filter(has_text=words).filter(visible=True)
        expect(shown).to_have_count(0)

    def writes_own_good_thing(self, words: str, begins: str = "I like") -> None:
        """On the open list of the one who helps, which is theirs alone."""
        form = self.sheet("My own list").get_by_role("form", name="Add it to my good things")
        self.chooses(begins, within=form)
        self.writes_in("A good thing about me", words, within=form)
        self.presses("Add it to my good things", within=form)
        expect(form.get_by_label("A good thing about me", exact=True)).to_have_value("")
