"""What two people do with one tablet that lies flat between them, and with two fingers of one hand."""

import re

from playwright.sync_api import Locator, expect

from e2e.eventually import eventually
from e2e.on_the_map import OnTheMap


class AcrossTheTable(OnTheMap):
    def sits_across(self) -> None:
        """Table mode: the map alone, one half turned to the other."""
        self.presses("More to do here")
        self.touches(self._tile())
        expect(self.page.get_by_role("main", name="The map, across the table")).to_be_visible()

    def can_sit_across(self) -> bool:
        """Whether table mode is offered here."""
        self.presses("More to do here")
        expect(self.sheet("More to do here")).to_be_visible()  # it comes when it is first opened
        offered = self._tile().count() > 0
        self.presses("Close")
        return offered

    def _tile(self) -> Locator:
        return self.sheet("More to do here").get_by_role("button", name=re.compile("^Across the table"))

    def side_of(self, name: str) -> Locator:
        """Their edge of the table."""
        return self.page.get_by_role("region", name=f"{name}’s side", exact=True)

    def goes_back_to_one_side(self) -> None:
        """By the way out at this person's own edge."""
        self.presses("Back to one side", within=self.side_of(self.name))
        expect(self.page.get_by_role("heading", name=re.compile("map$")).first).to_be_visible()

    def is_turned(self, thing: Locator) -> bool:
        """Whether it stands upside down, for the person opposite."""
        expect(thing).to_be_visible()
        turn: float = thing.evaluate("thing => new DOMMatrix(getComputedStyle(thing).transform).a")
        return turn < 0

    def pinches(self, one: str, other: str, times: float) -> None:
        """Two fingers of one hand come down on these two people, and part or close about their middle."""
        starts = [self._middle_of(name) for name in (one, other)]
        middle = tuple(sum(start[axis] for start in starts) / 2 for axis in (0, 1))
        tools, steps = self.device.tools(), 6
        for step in range(steps + 1):
            by = 1 + (times - 1) * step / steps
            points = [
                {
                    "id": finger,
                    "x": middle[0] + (start[0] - middle[0]) * by,
                    "y": middle[1] + (start[1] - middle[1]) * by,
                }
                for finger, start in enumerate(starts)
            ]
            kind = "touchMove" if step else "touchStart"
            tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def takes_hold_and_loses_it(self, name: str, ring: str) -> None:
        """A finger drags somebody, and the system takes the finger away: a call, a gesture of its own."""
        start, end, tools = self._middle_of(name), self._spot(0.58 if ring == "close" else 0.3, 0), self.device.tools()
        for kind, points in (
            ("touchStart", [{"x": start[0], "y": start[1]}]),
            ("touchMove", [{"x": end[0], "y": end[1]}]),
            ("touchCancel", []),
        ):
            tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def carries_to_the_edge(self, name: str) -> None:
        """A finger brings somebody to the right edge of what is in sight, and waits for the map to move."""
        self.mark(name).scroll_into_view_if_needed()
        start, tools = self._middle_of(name), self.device.tools()
        edge = {"x": self.device.screen.width - 8, "y": start[1]}
        drawing = self.page.get_by_role("group", name=re.compile("[Mm]ap$"))
        before = drawing.bounding_box()
        tools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
        tools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [edge]})
        self.sees_it_move(drawing, before)
        self.sees_it_rest(drawing)
        tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def sees_it_rest(self, thing: Locator) -> None:
        """It has come to an end of its way."""
        places = [thing.bounding_box()]

        def rests() -> bool:
            places.append(thing.bounding_box())
            return places[-1] == places[-2]

        eventually(rests, "it to rest")

    def sees_closely(self) -> None:
        """Looking closer than the whole map."""
        expect(self.page.get_by_role("button", name="The whole map", exact=True)).to_be_enabled()

    def sees_the_whole_map(self) -> None:
        """Nothing more could be seen at once."""
        expect(self.page.get_by_role("button", name="The whole map", exact=True)).to_be_disabled()

    def _middle_of(self, name: str) -> tuple[float, float]:
        box = self.mark(name).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
