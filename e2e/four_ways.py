"""Four ways of doing the same things: a finger, a mouse, the keyboard alone, and the list alone."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import FilePayload, expect

from e2e.device import COMPUTER, PHONE, TABLET, Screen
from e2e.people import Person
from e2e.way import Way, begins_with

MOST_CHOICES: Final = 12
IS_FOCUSED: Final = "one => one === document.activeElement"


class Pointing(Way):
    """What a finger and a mouse have in common: all is tapped or clicked. Keys only write words."""

    def presses(self, name: str) -> None:
        """Something more may stand on the button, behind its name."""
        exact = self.front.get_by_role("button", name=name, exact=True)
        longer = self.front.get_by_role("button", name=begins_with(name))
        expect(exact.or_(longer).first).to_be_visible()
        self.person.touches((exact if exact.count() > 0 else longer).first)

    def chooses(self, name: str) -> None:
        self.person.chooses(name, within=self.front)

    def ticks(self, name: str) -> None:
        box = self.front.get_by_role("checkbox", name=begins_with(name))
        self.person.touches(box)
        expect(box).to_be_checked()

    def writes(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def writes_a_day(self, label: str, day: str) -> None:
        self.person.writes_in(label, day, within=self.front)

    def unfolds(self, title: str) -> None:
        self.person.unfolds(title, within=self.front)

    def unfolds_words(self, words: str) -> None:
        self.person.touches(self.front.get_by_text(words, exact=True).filter(visible=True))

    def closes(self) -> None:
        open_now = self.person.page.get_by_role("dialog").count()
        self.person.touches(self.front.get_by_role("button", name="Close", exact=True).first)
        expect(self.person.page.get_by_role("dialog").nth(open_now - 1)).to_have_count(0)

    def finds(self, entry: str) -> None:
        self.person.finds_more_to_do(entry)

    def looks_at(self, name: str) -> None:
        """A tap picks up; once more, the sheet opens. Whoever was looked at before is still picked up."""
        mark = self.person.mark(name)
        if mark.get_attribute("aria-pressed") == "false":
            self.person.picks_up(name)
        self.person.touches(mark)
        expect(self.person.sheet(f"About {name}")).to_be_visible()

    def chooses_a_file(self, label: str, file: FilePayload) -> None:
        with self.person.page.expect_file_chooser() as chooser:
            self.person.touches(self.front.get_by_label(label, exact=True))
        chooser.value.set_files([file])

    def begins(self) -> None:
        self.person.opens_kith()
        self.person.presses("Start together")

    def places(self, name: str) -> None:
        self.person.picks_up(name)
        self.person.taps_the_ring("life")
        self.presses("Done")

    def brings_back(self, name: str) -> None:
        self.person.brings_back(name)

    def turns_to_who_is_away(self) -> None:
        self.presses("List")
        self.unfolds_words("Put away")

    def ties(self, one: str, other: str) -> None:
        self._begins_tying()
        self.person.touches(self.person.mark(one))
        self.person.touches(self.person.mark(other))
        self.presses("Done")

    def _begins_tying(self) -> None:
        self.presses("More to do here")
        self.presses("Who knows whom")
        expect(self.person.page.get_by_role("region", name="Who knows whom")).to_be_visible()


class ByTouch(Pointing):
    def moves_closer(self, name: str) -> None:
        self.person.drags_with_a_finger(name, "close")


class ByMouse(Pointing):
    def moves_closer(self, name: str) -> None:
        self.person.takes_hold_of(name)
        self.person.drags_to("close")
        self.person.lets_go()


class ByList(Pointing):
    """The rings are never turned to."""

    def begins(self) -> None:
        super().begins()
        self.presses("List")

    def places(self, name: str) -> None:
        self.presses(f"Closer: {name}")

    def moves_closer(self, name: str) -> None:
        self.presses(f"Closer: {name}")

    def brings_back(self, name: str) -> None:
        self.turns_to_who_is_away()
        self.presses(f"Bring back {name}")

    def turns_to_who_is_away(self) -> None:
        self.unfolds_words("Put away")

    def ties(self, one: str, other: str) -> None:
        self._begins_tying()
        group = self.person.page.get_by_role("group", name=one, exact=True)
        self.person.unfolds(one, within=group)
        self.person.touches_box(other, within=group)
        self.presses("Done")

    def looks_at(self, name: str) -> None:
        self.person.touches(self.person.mark(name))
        expect(self.person.sheet(f"About {name}")).to_be_visible()

    def sees(self, name: str, ring: str, more: str = "") -> None:
        row = self.person.row(name, ring)
        expect(row).to_be_visible()
        expect(row).to_contain_text(more)

    def does_not_see(self, name: str) -> None:
        expect(self.person.mark(name)).to_have_count(0)


class ByKeys(Way):
    """Nothing is clicked, all is found by Tab, and whatever is pressed, the focus is somewhere afterwards."""

    def presses(self, name: str) -> None:
        self.person.presses_by_keys(name)
        expect(self.person.page.locator("*:focus")).to_have_count(1)

    def chooses(self, name: str) -> None:
        wanted = self.front.get_by_role("radio", name=begins_with(name))
        group = wanted.get_attribute("name")
        self.person.tabs_until(lambda focused: focused.get_attribute("name") == group, f"the choice {name!r}")
        for _ in range(MOST_CHOICES):
            if wanted.is_checked():
                return
            self.person.hits("ArrowDown")
        raise AssertionError(f"no way by arrow keys to {name!r}")

    def ticks(self, name: str) -> None:
        self.person.tabs_to("checkbox", name)
        self.person.hits("Space")
        expect(self.front.get_by_role("checkbox", name=begins_with(name))).to_be_checked()

    def writes(self, label: str, text: str) -> None:
        if not self.field(label).evaluate(IS_FOCUSED):
            self.person.tabs_to("textbox", label)
        self.person.hits("Control+A")
        self.person.types(text)

    def writes_a_day(self, label: str, day: str) -> None:
        """Day, month and year are each typed where the other ended."""
        field = self.front.get_by_label(label, exact=True)
        self.person.tabs_until(lambda _: field.evaluate(IS_FOCUSED), label)
        self.person.types("".join(reversed(day.split("-"))))
        expect(field).to_have_value(day)

    def unfolds(self, title: str) -> None:
        self.person.opens_by_keys(title)

    def unfolds_words(self, words: str) -> None:
        self.person.tabs_to_words(words)
        self.person.hits("Enter")

    def closes(self) -> None:
        open_now = self.person.page.get_by_role("dialog").count()
        self.person.hits("Escape")
        expect(self.person.page.get_by_role("dialog").nth(open_now - 1)).to_have_count(0)
        expect(self.person.page.locator("*:focus")).to_have_count(1)

    def finds(self, entry: str) -> None:
        self.presses("More to do here")
        self.opens(entry, entry)

    def looks_at(self, name: str) -> None:
        self.opens(f"{name}, ", f"About {name}")

    def chooses_a_file(self, label: str, file: FilePayload) -> None:
        wanted = self.front.get_by_label(label, exact=True)
        self.person.tabs_until(lambda _: wanted.evaluate(IS_FOCUSED), label)
        with self.person.page.expect_file_chooser() as chooser:
            self.person.hits("Enter")
        chooser.value.set_files([file])

    def begins(self) -> None:
        self.person.opens_kith()
        self.presses("Start together")

    def places(self, name: str) -> None:
        self.person.tabs_to("button", f"{name}, ")
        self.person.hits("ArrowUp")

    def moves_closer(self, name: str) -> None:
        self.places(name)

    def brings_back(self, name: str) -> None:
        self.turns_to_who_is_away()
        self.presses(f"Bring back {name}")
        expect(self.person.page.get_by_role("button", name=f"Closer: {name}", exact=True)).to_be_focused()
        self.presses("Map")

    def turns_to_who_is_away(self) -> None:
        self.presses("List")
        self.unfolds_words("Put away")

    def ties(self, one: str, other: str) -> None:
        self.presses("More to do here")
        self.presses("Who knows whom")
        self.presses(f"{one}, ")
        self.person.tabs_to("button", f"{other}, ")
        self.person.hits(" ")
        self.presses("Done")


WAYS: Final[dict[str, Callable[[Person], Way]]] = {
    "touch": ByTouch,
    "mouse": ByMouse,
    "keyboard alone": ByKeys,
    "list alone": ByList,
}

SCREENS: Final[dict[str, Screen]] = {
    "touch": TABLET,
    "mouse": COMPUTER,
    "keyboard alone": COMPUTER,
    "list alone": PHONE,
}
