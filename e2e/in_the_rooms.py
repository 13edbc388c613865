"""What the two do in the rooms beside the map."""

from playwright.sync_api import expect

from e2e.somebody import Somebody


class InTheRooms(Somebody):
    """Somebody who goes from room to room."""

    def arrives_at(self, room: str) -> None:
        """The room's title has the focus: whoever hears the screen knows where they are."""
        expect(self.page.get_by_role("heading", name=room, exact=True, level=2)).to_be_focused()
