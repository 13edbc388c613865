"""What people do with pictures of the map: keep one, begin anew behind it, see what is different."""

from playwright.sync_api import Locator, expect

from e2e.on_the_map import OnTheMap


class ThroughTime(OnTheMap):
    def opens_the_pictures(self) -> Locator:
        """The sheet that everything of it begins from."""
        self.closes_what_is_open()
        self.turns_to("map")
        self.presses("More to do here")
        self.touches(self.page.get_by_role("dialog").get_by_role("button", name="Pictures of the map"))
        return self.sheet("Pictures of the map")

    def keeps_a_picture(self, name: str) -> None:
        sheet = self.opens_the_pictures()
        self.writes_in("What shall it be called?", name, within=sheet)
        self.presses("Keep a picture of today", within=sheet)
        expect(sheet.get_by_role("button", name=f"{name} and now", exact=True)).to_be_visible()
        self.closes_what_is_open()

    def begins_with_an_empty_map(self, name: str) -> None:
        """Behind a picture of this name."""
        sheet = self.opens_the_pictures()
        self.writes_in("What shall it be called?", name, within=sheet)
        self.presses("Start again with an empty map", within=sheet)
        expect(sheet).to_have_count(0)

    def renames_a_picture(self, name: str, new: str) -> None:
        sheet = self.opens_the_pictures()
        self.presses(f"Look at {name}", within=sheet)
        sheet = self.sheet(name)
        self.touches(sheet.get_by_text("Change its name or day", exact=True))
        field = sheet.get_by_label("What shall it be called?", exact=True)
        field.fill(new)
        field.press("Enter")
        expect(self.sheet(new)).to_be_visible()
        self.closes_what_is_open()

    def compares_with_now(self, name: str) -> Locator:
        sheet = self.opens_the_pictures()
        self.presses(f"{name} and now", within=sheet)
        return self.sheet(f"{name} and now")
