"""What people do about who could help, about what is missing, and with questions that bring people up."""

import re

from playwright.sync_api import Locator, expect

from e2e.on_the_map import OnTheMap


class WithHelp(OnTheMap):
    def looks_at_help_with(self, what: str) -> Locator:
        """From the map's menu to one thing of any week."""
        sheet = self.finds_more_to_do("Who could help?")
        row = sheet.get_by_role("button", name=re.compile(rf"^{re.escape(what)}", re.IGNORECASE))
        self.touches(row)
        one = self.sheet(f"Who could help with {what}?")
        expect(one).to_be_visible()
        return one

    def touches_box(self, name: str, within: Locator) -> None:
        box = within.get_by_role("checkbox", name=name, exact=True)
        self.touches(box)
        expect(box).to_be_checked()

    def says_who_came_to_mind(self, names: str) -> Locator:
        """In the line of the question that is in front; gives the page of questions."""
        sheet = self.sheet("Who comes to mind?")
        field = sheet.get_by_role("textbox", name="Who, or what?")
        field.fill(names)
        field.press("Enter")
        return sheet

    def pastes_a_list(self, text: str, field: Locator) -> None:
        """As from another app, with its ends of lines."""
        field.focus()
        field.evaluate(
            """(field, text) => {
              const clipboardData = new DataTransfer()
              clipboardData.setData('text/plain', text)
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
            }""",
            text,
        )
