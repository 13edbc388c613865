"""What the one who helps does with their own list of contacts."""

from e2e.with_own_notes import WithOwnNotes


class WithOffers(WithOwnNotes):
    def looks_at_own_list(self, *, again: bool = False) -> None:
        """By the words that open this tablet, each time."""
        self.presses("Open my own list", within=self.finds_more_to_do("Someone I know"))
        self.shows_that_it_is_them(self.sheet("My own list"), "Open my list" if again else "Begin my list")

    def writes_down(self, name: str, offer: str) -> None:
        """Somebody who was not asked yet."""
        form = self.sheet("My own list").get_by_role("form", name="Add to my list")
        self.writes_in("Who?", name, within=form)
        self.writes_in("What could they offer?", offer, within=form)
        self.presses("Add to my list", within=form)
