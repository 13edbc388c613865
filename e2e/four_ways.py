"""Four ways of doing the same things on the map: a finger, a mouse, the keyboard alone, and the list alone."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Locator, expect

from e2e.people import Person
from e2e.with_the_keyboard import Role

RELATION: Final = "Who is that to you?"
PICTURE: Final = "What shall it be called?"


class Way(ABC):
    """How one person does all of it. Whoever is added stands "not sure where yet"."""

    def __init__(self, person: Person) -> None:
        self.person = person

    @abstractmethod
    def begins(self) -> None:
        """From the first screen to an empty map."""

    @abstractmethod
    def adds(self, name: str) -> None: ...

    @abstractmethod
    def places(self, name: str) -> None:
        """From "not sure where yet" to "in my life"."""

    @abstractmethod
    def moves_closer(self, name: str) -> None:
        """From "in my life" to "close"."""

    @abstractmethod
    def says(self, name: str, relation: str) -> None:
        """In the sheet, which is closed again."""

    @abstractmethod
    def keeps_a_picture(self, title: str) -> None: ...

    @abstractmethod
    def puts_away(self, name: str) -> None: ...

    @abstractmethod
    def brings_back(self, name: str) -> None: ...

    @abstractmethod
    def ties(self, one: str, other: str) -> None:
        """Who knows whom, and back to the map."""

    @abstractmethod
    def says_good(self, words: str) -> None:
        """Of whoever's map it is: "I like", the first that is offered."""

    @abstractmethod
    def is_helped(self, what: str, name: str) -> None:
        """With one thing of any week, by somebody on the map."""

    @abstractmethod
    def comes_to_mind(self, name: str) -> None:
        """To the first question that brings people up."""

    @abstractmethod
    def hides_names(self) -> None: ...

    @abstractmethod
    def shows_names(self) -> None: ...

    def sees(self, name: str, ring: str, more: str = "") -> None:
        self.person.sees(name, ring, more)

    def does_not_see(self, name: str) -> None:
        self.person.does_not_see(name)


class Pointing(Way):
    """What a finger and a mouse have in common: all is tapped or clicked. Keys only write words."""

    def begins(self) -> None:
        self.person.opens_kith()
        self.person.presses("Start together")

    def adds(self, name: str) -> None:
        self.person.presses("Add someone")
        form = self.person.page.get_by_role("form", name="Add someone")
        self.person.writes_in("Who or what?", name, within=form)
        self.person.presses("Add", within=form)
        self.person.presses("That’s all for now", within=form)

    def places(self, name: str) -> None:
        self.person.picks_up(name)
        self.person.taps_the_ring("life")
        self.person.presses("Done")

    def says(self, name: str, relation: str) -> None:
        sheet = self.looks_at(name)
        self.person.writes_in(RELATION, relation, within=sheet)
        self.person.presses("Close", within=sheet)
        expect(sheet).to_have_count(0)

    def keeps_a_picture(self, title: str) -> None:
        sheet = self.person.finds_more_to_do("Pictures of the map")
        self.person.writes_in(PICTURE, title, within=sheet)
        self.person.presses("Keep a picture of today", within=sheet)
        expect(sheet.get_by_role("button", name=f"{title} and now", exact=True)).to_be_visible()
        self.person.presses("Close", within=sheet)
        expect(sheet).to_have_count(0)

    def puts_away(self, name: str) -> None:
        sheet = self.looks_at(name)
        self.person.unfolds("When things change", within=sheet)
        self.person.presses(f"Put {name} away", within=sheet)
        expect(sheet).to_have_count(0)

    def brings_back(self, name: str) -> None:
        self.person.brings_back(name)

    def ties(self, one: str, other: str) -> None:
        bar = self._begins_tying()
        self.person.touches(self.person.mark(one))
        self.person.touches(self.person.mark(other))
        self.person.presses("Done", within=bar)

    def says_good(self, words: str) -> None:
        section = self.person.finds_more_to_do("Good things").get_by_role("region").first
        self.person.presses("Add a good thing", within=section)
        field = section.get_by_role("textbox", name="A good thing about")
        field.fill(words)
        self.person.presses("Add", within=section)
        expect(section.get_by_role("listitem").filter(has_text=words)).to_be_visible()
        self.person.closes_what_is_open()

    def is_helped(self, what: str, name: str) -> None:
        self.person.touches_box(name, within=self.person.looks_at_help_with(what))
        self.person.closes_what_is_open()

    def comes_to_mind(self, name: str) -> None:
        sheet = self.person.finds_more_to_do("Who comes to mind?")
        sheet.get_by_role("textbox", name="Who, or what?").fill(name)
        self.person.presses("Add", within=sheet)
        self.person.closes_what_is_open()

    def hides_names(self) -> None:
        self.person.presses("Hide names")

    def shows_names(self) -> None:
        self.person.presses("Show names")

    def _begins_tying(self) -> Locator:
        self.person.presses("More to do here")
        self.person.touches(self.person.page.get_by_role("button", name="Who knows whom"))
        return self.person.page.get_by_role("region", name="Who knows whom")

    def looks_at(self, name: str) -> Locator:
        """A tap picks up; once more, the sheet opens. Whoever was looked at before is still picked up."""
        mark, sheet = self.person.mark(name), self.person.sheet(f"About {name}")
        if mark.get_attribute("aria-pressed") == "false":
            self.person.picks_up(name)
        self.person.touches(mark)
        expect(sheet).to_be_visible()
        return sheet


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
        self.person.presses("List")

    def places(self, name: str) -> None:
        self.person.presses(f"Closer: {name}")

    def moves_closer(self, name: str) -> None:
        self.person.presses(f"Closer: {name}")

    def brings_back(self, name: str) -> None:
        self.person.touches(self.person.page.get_by_text("Put away", exact=True).filter(visible=True))
        self.person.presses(f"Bring back {name}")

    def ties(self, one: str, other: str) -> None:
        bar = self._begins_tying()
        group = self.person.page.get_by_role("group", name=one, exact=True)
        self.person.unfolds(one, within=group)
        self.person.touches_box(other, within=group)
        self.person.presses("Done", within=bar)

    def looks_at(self, name: str) -> Locator:
        self.person.touches(self.person.mark(name))
        return self.person.sheet(f"About {name}")

    def sees(self, name: str, ring: str, more: str = "") -> None:
        row = self.person.row(name, ring)
        expect(row).to_be_visible()
        expect(row).to_contain_text(more)

    def does_not_see(self, name: str) -> None:
        expect(self.person.mark(name)).to_have_count(0)


class ByKeys(Way):
    """Nothing is clicked, and all is found by Tab."""

    def begins(self) -> None:
        self.person.opens_kith()
        self._enters("button", "Start together")

    def adds(self, name: str) -> None:
        self._enters("button", "Add someone")
        self.person.types(name)
        self.person.hits("Enter", "Escape")

    def places(self, name: str) -> None:
        self.person.tabs_to("button", f"{name}, ")
        self.person.hits("ArrowUp")

    def moves_closer(self, name: str) -> None:
        self.places(name)

    def says(self, name: str, relation: str) -> None:
        self._enters("button", f"{name}, ")
        self.person.tabs_to("textbox", RELATION)
        self.person.types(relation)
        self.person.hits("Enter", "Escape")

    def keeps_a_picture(self, title: str) -> None:
        self._enters("button", "More to do here")
        self._enters("button", "Pictures of the map")
        self.person.tabs_to("textbox", PICTURE)
        self.person.types(title)
        self._enters("button", "Keep a picture of today")
        self.person.tabs_to("button", f"{title} and now")
        self.person.hits("Escape")

    def puts_away(self, name: str) -> None:
        self._enters("button", f"{name}, ")
        self._enters("button", "When things change")
        self._enters("button", f"Put {name} away")

    def brings_back(self, name: str) -> None:
        self._enters("button", "List")
        self.person.tabs_to_words("Put away")
        self.person.hits("Enter")
        self._enters("button", f"Bring back {name}")
        expect(self.person.page.get_by_role("button", name=f"Closer: {name}", exact=True)).to_be_focused()
        self._enters("button", "Map")

    def ties(self, one: str, other: str) -> None:
        self._finds("Who knows whom")
        self._enters("button", f"{one}, ")
        self.person.tabs_to("button", f"{other}, ")
        self.person.hits(" ", "Escape", "Escape")

    def says_good(self, words: str) -> None:
        self._finds("Good things")
        self._enters("button", "Add a good thing")
        self.person.tabs_to("textbox", "A good thing about")
        self.person.types(words)
        self.person.hits("Enter")
        self._enters("button", "That’s all for now")
        self.person.hits("Escape")

    def is_helped(self, what: str, name: str) -> None:
        self._finds("Who could help?")
        self._enters("button", what)
        self.person.tabs_to("checkbox", name)
        self.person.hits(" ", "Escape")

    def comes_to_mind(self, name: str) -> None:
        self._finds("Who comes to mind?")
        self.person.tabs_to("textbox", "Who, or what?")
        self.person.types(name)
        self.person.hits("Enter", "Escape")

    def hides_names(self) -> None:
        self._enters("button", "Hide names")

    def shows_names(self) -> None:
        self._enters("button", "Show names")

    def _finds(self, entry: str) -> None:
        self._enters("button", "More to do here")
        self._enters("button", entry)

    def _enters(self, role: Role, name: str) -> None:
        self.person.tabs_to(role, name)
        self.person.hits("Enter")


WAYS: Final[dict[str, Callable[[Person], Way]]] = {
    "touch": ByTouch,
    "mouse": ByMouse,
    "keyboard alone": ByKeys,
    "list alone": ByList,
}
