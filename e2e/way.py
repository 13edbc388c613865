"""A way of doing things: how they are pressed, chosen, written and found. What is done is told once, in these words."""

import re
from abc import ABC, abstractmethod
from typing import Final

from playwright.sync_api import FilePayload, Locator, expect

from e2e.people import Person

PICTURE: Final = "What shall it be called?"


def begins_with(name: str) -> re.Pattern[str]:
    """A hint, or what is there, may follow."""
    return re.compile(rf"^{re.escape(name)}(?!\w)", re.IGNORECASE)


class Way(ABC):
    """How one person does all of it. Whoever is added stands "not sure where yet"."""

    def __init__(self, person: Person) -> None:
        self.person = person

    @abstractmethod
    def presses(self, name: str) -> None:
        """The button of this name, in front."""

    @abstractmethod
    def chooses(self, name: str) -> None:
        """One of a few."""

    @abstractmethod
    def ticks(self, name: str) -> None: ...

    @abstractmethod
    def writes(self, label: str, text: str) -> None:
        """In place of what stands in the field."""

    @abstractmethod
    def writes_a_day(self, label: str, day: str) -> None: ...

    @abstractmethod
    def unfolds(self, title: str) -> None:
        """A part of somebody's sheet."""

    @abstractmethod
    def unfolds_words(self, words: str) -> None:
        """Something that is seldom looked at."""

    @abstractmethod
    def closes(self) -> None:
        """What lies in front."""

    @abstractmethod
    def finds(self, entry: str) -> None:
        """By the one way in to what else can be done."""

    @abstractmethod
    def looks_at(self, name: str) -> None:
        """Opens all about somebody."""

    @abstractmethod
    def chooses_a_file(self, label: str, file: FilePayload) -> None: ...

    @abstractmethod
    def begins(self) -> None:
        """From the first screen to an empty map."""

    @abstractmethod
    def places(self, name: str) -> None:
        """From "not sure where yet" to "in my life"."""

    @abstractmethod
    def moves_closer(self, name: str) -> None:
        """From "in my life" to "close"."""

    @abstractmethod
    def brings_back(self, name: str) -> None: ...

    @abstractmethod
    def turns_to_who_is_away(self) -> None:
        """At the end of the list."""

    @abstractmethod
    def ties(self, one: str, other: str) -> None:
        """Who knows whom, and back to the map."""

    def opens(self, name: str, title: str) -> None:
        """By the button of this name, a sheet with this title."""
        self.presses(name)
        expect(self.person.sheet(title)).to_be_visible()

    def closes_all(self) -> None:
        while self.person.page.get_by_role("dialog").count() > 0:
            self.closes()

    @property
    def front(self) -> Locator:
        """The sheet that lies over all else, or the page."""
        sheets = self.person.page.get_by_role("dialog")
        return sheets.last if sheets.count() > 0 else self.person.page.locator("body")

    def field(self, label: str) -> Locator:
        return self.front.get_by_role("textbox", name=label, exact=True)

    def reads(self, words: str) -> None:
        self.person.reads(words, within=self.front)

    def adds(self, *names: str) -> None:
        self.presses("Add someone")
        for name in names:
            self.writes("Who or what?", name)
            self.presses("Add")
        self.presses("That’s all for now")

    def says(self, name: str, relation: str) -> None:
        """In the sheet, which is closed again."""
        self.looks_at(name)
        self.writes(f"Who is {name} to you?", relation)
        self.closes()

    def keeps_a_picture(self, title: str) -> None:
        self.finds("Pictures of the map")
        self.writes(PICTURE, title)
        self.presses("Keep a picture of today")
        expect(self.front.get_by_role("button", name=f"{title} and now", exact=True)).to_be_visible()
        self.closes()

    def puts_away(self, name: str) -> None:
        self.looks_at(name)
        self.unfolds("When things change")
        self.presses(f"Put {name} away")

    def says_good(self, words: str) -> None:
        """Of whoever's map it is: "I like", the first that is offered."""
        self.finds("Good things")
        self.presses("Add a good thing")
        self.writes("A good thing about Blue", words)
        self.presses("Add")
        expect(self.front.get_by_role("listitem").filter(has_text=words)).to_be_visible()
        self.presses("That’s all for now")
        self.closes()

    def is_helped(self, what: str, name: str) -> None:
        """With one thing of any week, by somebody on the map."""
        self.finds("Who could help?")
        self.presses(what)
        self.ticks(name)
        self.closes()

    def comes_to_mind(self, names: str) -> None:
        """To the question in front."""
        self.writes("Who, or what?", names)
        self.presses("Add")

    def sees(self, name: str, ring: str, more: str = "") -> None:
        self.person.sees(name, ring, more)

    def does_not_see(self, name: str) -> None:
        self.person.does_not_see(name)
