"""What people do in the plan, and what they see there."""

import re

from playwright.sync_api import Locator, expect

from e2e.eventually import eventually
from e2e.somebody import Somebody

_TICK = re.compile("^Done: ")


class InThePlan(Somebody):
    def wishes(self, title: str) -> None:
        """A wish or a goal, in their own words."""
        self.turns_to("plan")
        self._adds("A wish or a goal", "A wish or a goal", title)

    def plans(self, what: str, towards: str | None = None) -> None:
        """A small step, on its own or towards a goal."""
        self.turns_to("plan")
        if towards is None:
            opener = self.page.get_by_role("button", name=re.compile("^A (first )?small step$")).last
            self.touches(opener)
            self._adds(None, "A small step", what)
        else:
            opens = self.goal(towards).get_by_role("button", name=re.compile("^(A small|The smallest first) step$"))
            self.touches(opens)
            self._adds(None, f"A step towards “{towards}”", what, within=self.goal(towards))

    def begins_a_step(self, words: str) -> None:
        """Half of it, until it is on the disk."""
        self.turns_to("plan")
        self.touches(self.page.get_by_role("button", name=re.compile("^A (first )?small step$")).last)
        self.writes_in("A small step", words)
        eventually(self.device.has_kept_half_a_word, "half a step on the disk")

    def goes_on_with_the_step(self, begun: str, more: str) -> None:
        """What was begun is there when the line is opened again."""
        self.turns_to("plan")
        self.touches(self.page.get_by_role("button", name=re.compile("^A (first )?small step$")).last)
        field = self.page.get_by_label("A small step", exact=True)
        expect(field).to_have_value(begun)
        self.types_in(field, more)
        self.page.keyboard.press("Enter")

    def goal(self, title: str) -> Locator:
        """The goal with its steps."""
        return self.page.get_by_role("article", name=title, exact=True)

    def step(self, what: str) -> Locator:
        """The step's line."""
        tick = self.page.get_by_role("checkbox", name=f"Done: {what}", exact=True)
        return self.page.get_by_role("listitem").filter(has=tick)

    def words_of_goal(self, at: int = 0) -> Locator:
        """The goal's own words, to be written in."""
        self.turns_to("plan")
        return self.page.get_by_role("textbox", name="Goal", exact=True).nth(at)

    def words_of_step(self, at: int = 0) -> Locator:
        """The step's own words, to be written in."""
        self.turns_to("plan")
        return self.page.get_by_role("textbox", name="What", exact=True).nth(at)

    def sees_goal(self, title: str) -> None:
        self.turns_to("plan")
        expect(self.goal(title)).to_be_visible()

    def sees_step(self, what: str) -> None:
        self.turns_to("plan")
        expect(self.step(what)).to_be_visible()

    def ticks(self, what: str) -> None:
        """Done."""
        self.turns_to("plan")
        tick = self.page.get_by_role("checkbox", name=f"Done: {what}", exact=True)
        self.touches(tick)
        expect(tick).to_be_checked()

    def looks_into(self, what: str) -> Locator:
        """Opens the step's sheet."""
        self.turns_to("plan")
        self.touches(self.page.get_by_role("button", name=re.compile(rf"^More about “{re.escape(what)}”")))
        sheet = self.sheet(f"The step “{what}”")
        expect(sheet).to_be_visible()
        return sheet

    def decides(self, what: str, who: str | None = None, when: str | None = None) -> None:
        """Who does a step, and when, in the words of the sheet."""
        sheet = self.looks_into(what)
        if who is not None:
            self.chooses(who, within=sheet.get_by_role("group", name="Who does it?"))
        if when is not None:
            self.chooses(when, within=sheet.get_by_role("group", name="When?"))
        self.presses("Close", within=sheet)

    def looks_into_goal(self, title: str) -> Locator:
        """Opens the goal's sheet."""
        self.turns_to("plan")
        self.touches(self.page.get_by_role("button", name=re.compile(rf"^The goal “{re.escape(title)}”")))
        return self.sheet(f"The goal “{title}”")

    def puts_goal_away(self, title: str) -> None:
        """Nothing is lost: it waits at the end of the plan."""
        self.presses("Put away", within=self.looks_into_goal(title))
        expect(self.goal(title)).to_have_count(0)

    def puts_step_away(self, what: str) -> None:
        """The same."""
        self.presses("Put away", within=self.looks_into(what))
        expect(self.step(what)).to_have_count(0)

    def asks_to_help(self, goal: str, *people: str) -> None:
        """Joins people on the map to a goal."""
        sheet = self.looks_into_goal(goal)
        for person in people:
            self.touches(sheet.get_by_role("checkbox", name=person, exact=True))
        self.presses("Close", within=sheet)

    def opens_goal(self, title: str) -> Locator:
        """The goal's sheet, from its card."""
        self.turns_to("plan")
        self.touches(self.page.get_by_role("button", name=re.compile(rf"^The goal “{re.escape(title)}”")))
        return self.sheet(f"The goal “{title}”")

    def steps_in_order(self) -> list[str]:
        """What the steps in sight say, from the top."""
        names = [tick.get_attribute("aria-label") for tick in self.page.get_by_role("checkbox", name=_TICK).all()]
        return [str(name).removeprefix("Done: ") for name in names]

    def shows_steps(self, who: str | None = None, when: str | None = None) -> Locator:
        """The one list of steps, by who does them and by when."""
        self.turns_to("plan")
        part = self.page.get_by_role("region", name="Steps by who and when")
        if part.count() == 0:
            self.presses("By who and when")
        if who is not None:
            part.get_by_label("Who", exact=True).select_option(label=who)
        if when is not None:
            part.get_by_label("When?", exact=True).select_option(label=when)
        return part

    def looks_into_the_jar(self) -> Locator:
        """The wish jar, from the plan."""
        self.turns_to("plan")
        self.presses("Open the wish jar")
        return self.sheet("The wish jar")

    def puts_into_the_jar(self, wish: str, begins: str = "Anything") -> None:
        """A wish, on the open sheet of the jar."""
        jar = self.sheet("The wish jar")
        self.chooses(begins, within=jar)
        if jar.get_by_role("button", name="Put a wish in").count() > 0:
            self.presses("Put a wish in", within=jar)
        label = "A wish" if begins == "Anything" else begins
        field = jar.locator("form").get_by_role("textbox", name=label, exact=True)
        field.fill(wish)
        field.press("Enter")
        expect(field).to_have_value("")

    def wish(self, words: str) -> Locator:
        """A wish in the open jar, with what can be done with it."""
        return self.sheet("The wish jar").get_by_role("article", name=words, exact=True)

    def says_whose_idea(self, wish: str, whose: str) -> None:
        """In the open jar."""
        row = self.wish(wish)
        self.presses(f"More about “{wish}”", within=row)
        row.get_by_role("combobox", name="Whose idea was it?").select_option(label=whose)

    def parks(self, what: str) -> None:
        """What comes up at the jar and belongs elsewhere, on its open sheet."""
        jar = self.sheet("The wish jar")
        self.presses("Something is in the way: park it", within=jar)
        field = jar.get_by_role("textbox", name="What is in the way?")
        field.fill(what)
        field.press("Enter")
        expect(field).to_have_value("")

    def guesses(self, jar: Locator, wish: str) -> None:
        """What the other might like, on the open sheet of the jar."""
        self.touches(jar.get_by_role("button", name=re.compile("^A guess by ")))
        field = jar.get_by_role("textbox", name=re.compile("might like$"))
        field.fill(wish)
        field.press("Enter")
        expect(field).to_have_value("")
        field.press("Escape")

    def hopes_for_in_the_long_run(self, what: str) -> None:
        """Above the steps, in the words of the one whose plan it is."""
        self.turns_to("plan")
        self._adds("A hope for the long run", "A hope for the long run", what)

    def finishes_for_today(self) -> Locator:
        """Three taps, as far as the words that they begin."""
        self.turns_to("plan")
        self.presses("Finish for today")
        sheet = self.sheet("Today we…")
        self.chooses("looked at the map together", within=sheet)
        self.chooses("It was good.", within=sheet)
        self.touches(sheet.get_by_role("group", name="What comes next?").get_by_role("radio").first)
        return sheet

    def says_yes_to_today(self) -> None:
        """Both do, at one tablet."""
        for tick in self.sheet("Today we…").get_by_role("checkbox").all():
            self.touches(tick)
            expect(tick).to_be_checked()

    def _adds(self, opener: str | None, label: str, text: str, within: Locator | None = None) -> None:
        place = within or self.page
        if opener is not None:
            self.touches(place.get_by_role("button", name=opener, exact=True).last)
        field = place.get_by_role("textbox", name=label, exact=True)
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("")
        field.press("Escape")
