"""What people do with a map on paper: keep a photograph of it, look at it, copy from it."""

from base64 import b64decode
from typing import Final

from playwright.sync_api import FilePayload, Locator, expect

from e2e.on_the_map import OnTheMap

SHEET: Final = "A map on paper"
LEAST_ROOM_PX: Final = 600


class WithPhotographs(OnTheMap):
    def opens_the_photographs(self) -> Locator:
        """The sheet that everything of it begins from."""
        self.closes_what_is_open()
        return self.finds_more_to_do(SHEET)

    def chooses_a_photograph(self, content: bytes, name: str = "IMG_2041.jpg") -> None:
        """As far as the question whether it is to be kept, or the sentence why it cannot be."""
        sheet = self.opens_the_photographs()
        file: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        sheet.get_by_label("Choose a photo").set_input_files([file])

    def keeps_a_photograph(self, content: bytes) -> bytes:
        """From choosing it to looking at it; what is kept."""
        self.chooses_a_photograph(content)
        self.presses("Keep it", within=self.sheet("Keep this photo?"))
        return self.sees_the_photograph()

    def calls_the_photograph(self, name: str) -> None:
        """The one that is open; then it is closed."""
        field = self.page.get_by_role("dialog").get_by_label("What shall it be called?")
        field.fill(name)
        field.press("Enter")
        self.presses("Close", within=self.sheet(name))

    def looks_at_the_photograph(self, title: str) -> bytes:
        self.presses(f"Look at {title}", within=self.opens_the_photographs())
        return self.sees_the_photograph()

    def sees_the_photograph(self) -> bytes:
        """The one that is open, as it came."""
        image = self.pane().get_by_role("img")
        expect(image).to_be_visible()
        address = image.get_attribute("src") or ""
        return b64decode(address.removeprefix("data:image/jpeg;base64,"))

    def presses_the_first(self, beginning: str) -> None:
        """Of the buttons that are called so."""
        self.touches(self.page.get_by_role("dialog").get_by_role("button", name=beginning).first)

    def has_room_beside_the_map(self) -> bool:
        return self.device.screen.width >= LEAST_ROOM_PX

    def pane(self) -> Locator:
        """The window in which it is looked at."""
        return self.page.get_by_role("group", name="Move it with a finger or the arrow keys")

    def how_large(self) -> tuple[int, int]:
        """The photograph that is open, as it is drawn."""
        box = self.pane().get_by_role("img").bounding_box()
        assert box is not None
        return round(box["width"]), round(box["height"])

    def where_it_is(self) -> tuple[int, int]:
        """The corner of the photograph that is open."""
        box = self.pane().get_by_role("img").bounding_box()
        assert box is not None
        return round(box["x"]), round(box["y"])

    def pinches_the_photograph(self) -> None:
        """With two fingers, from its middle outwards."""
        box = self.pane().bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.moves_fingers([(0, (x - 20, y), (x - 90, y)), (1, (x + 20, y), (x + 90, y))])
