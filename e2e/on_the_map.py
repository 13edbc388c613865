"""What people do on the map, and what they see there."""

import re
from typing import TypeAlias

from playwright.sync_api import FloatRect, Locator, expect

from e2e.eventually import eventually
from e2e.somebody import PLACES, Somebody

Finger: TypeAlias = tuple[int, tuple[float, float], tuple[float, float]]
"""Its number, and from where to where it goes, in pixels of the window."""


class OnTheMap(Somebody):
    def adds(self, *names: str, ring: str = "tray", kind: str = "Person") -> None:
        """One after the other, with the keyboard open between."""
        self.turns_to("map")
        form = self.page.get_by_role("form", name="Add someone")
        if form.count() == 0:
            self.presses("Add someone")
        self.chooses(kind, within=form)
        self.chooses(PLACES[ring], within=form)
        for name in names:
            field = form.get_by_role("textbox", name="Who or what?")
            field.fill(name)
            field.press("Enter")
            expect(field).to_have_value("")
        self.presses("That’s all for now", within=form)

    def fails_to_add(self, name: str) -> None:
        """The name stays in the field."""
        self.turns_to("map")
        self.presses("Add someone")
        field = self.page.get_by_role("textbox", name="Who or what?")
        field.fill(name)
        field.press("Enter")
        expect(field).to_have_value(name)

    def mark(self, name: str) -> Locator:
        """The person's mark on the map, whatever is said about them."""
        return self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)} ?, "))

    def row(self, name: str, ring: str) -> Locator:
        """The person in the list, under this place."""
        place = self.page.get_by_role("region", name=PLACES[ring], exact=True)
        return place.get_by_role("button", name=re.compile(rf"^{re.escape(name)} ?, "))

    def hears_the_map(self) -> str:
        """All of it, rings or list, as the browser gives it to a screen reader: one line for each thing."""
        self.turns_to("map")
        return self.page.get_by_role("region", name=re.compile("[Mm]ap$")).aria_snapshot()

    def sees(self, name: str, ring: str, more: str = "") -> None:
        """On the map, in this place; `more` is what else is said of them there."""
        self.turns_to("map")
        rest = rf"\. .*{re.escape(more)}" if more else r"(\. .*)?$"
        said = re.compile(rf"^{re.escape(name)} ?, [\w ]+\. {re.escape(PLACES[ring])}{rest}")
        expect(self.page.get_by_role("button", name=said).first).to_be_visible()

    def does_not_see(self, name: str) -> None:
        """Nowhere on the map."""
        self.turns_to("map")
        expect(self.mark(name)).to_have_count(0)

    def looks_at(self, name: str) -> Locator:
        """Opens the person's sheet."""
        self.turns_to("map")
        self.mark(name).press("Enter")
        sheet = self.sheet(f"About {name}")
        expect(sheet).to_be_visible()
        return sheet

    def moves(self, name: str, ring: str) -> None:
        """By the sheet's "Where on the map?"."""
        sheet = self.looks_at(name)
        self.chooses(PLACES[ring], within=sheet.get_by_role("group", name="Where on the map?"))
        self.presses("Close", within=sheet)

    def picks_up(self, name: str) -> None:
        """A tap on the mark; the next tap on a ring puts the person there."""
        self.turns_to("map")
        self.touches(self.mark(name))
        self.reads(f"Tap a ring to move {name}")

    def taps_the_ring(self, ring: str) -> None:
        """Where the ring is free, at the top left."""
        share = {"closest": 0.2, "close": 0.41, "life": 0.62}[ring]
        across, down = self._spot(-share, -share)
        if self.device.screen.touch:
            self.page.touchscreen.tap(across, down)
        else:
            self.page.mouse.click(across, down)

    def takes_hold_of(self, name: str) -> None:
        """Presses on the mark and moves off a little, without letting go."""
        self.turns_to("map")
        self.page.mouse.move(*_middle(self.mark(name)))
        self.page.mouse.down()
        self.drags_to("life")

    def drags_to(self, ring: str) -> None:
        """Moves what is held over the ring, to the right of the middle."""
        share = {"closest": 0.3, "close": 0.58, "life": 0.87}[ring]
        self.page.mouse.move(*self._spot(share, 0), steps=6)

    def drags_with_two_fingers(self, places: dict[str, str]) -> None:
        """Two hands on the map at once, each with a person of its own; both let go together."""
        self.turns_to("map")
        fingers = []
        for finger, (name, ring) in enumerate(places.items()):
            start = _middle(self.mark(name))
            share = {"closest": 0.3, "close": 0.58, "life": 0.87}[ring]
            fingers.append((finger, start, self._spot(-share if finger % 2 else share, 0)))
        self.moves_fingers(fingers)

    def drags_with_a_finger(self, name: str, ring: str) -> None:
        """To where the ring's own words stand."""
        start = _middle(self.mark(name))
        words = self.page.get_by_role("group", name=re.compile("[Mm]ap$")).get_by_text(PLACES[ring], exact=True)
        self.moves_fingers([(0, start, _middle(words))])

    def carries_to_back_in_touch(self, name: str) -> None:
        """With a finger, by the picture, from "not sure where yet"."""
        box = self.mark(name).bounding_box()
        assert box is not None
        end = _middle(self.page.get_by_role("region", name=PLACES["past"], exact=True))
        self.moves_fingers([(0, (box["x"] + box["height"] / 2, box["y"] + box["height"] / 2), end)])

    def hears(self, words: str) -> None:
        """What is said to a screen reader when something is done."""
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_attached()

    def moves_fingers(self, fingers: list[Finger]) -> None:
        """At once, and all let go together."""
        steps, tools = 8, self.device.tools()
        for step in range(steps + 1):
            points = [
                {
                    "id": finger,
                    "x": start[0] + (end[0] - start[0]) * step / steps,
                    "y": start[1] + (end[1] - start[1]) * step / steps,
                }
                for finger, start, end in fingers
            ]
            kind = "touchMove" if step else "touchStart"
            tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def lets_go(self) -> None:
        """Drops what is held."""
        self.page.mouse.up()

    def says_yes_about(self, name: str) -> None:
        """Agrees with the other's idea."""
        sheet = self.looks_at(name)
        self.presses("Yes", within=sheet)
        self.presses("Close", within=sheet)

    def leaves_as_it_is(self, name: str) -> None:
        """Does not take up the other's idea."""
        sheet = self.looks_at(name)
        self.presses("Leave as it is", within=sheet)
        self.presses("Close", within=sheet)

    def puts_away_from_the_map(self, name: str) -> None:
        """Nothing is lost: it waits at the end of the list."""
        sheet = self.looks_at(name)
        self.unfolds("When things change", within=sheet)
        self.presses(f"Put {name} away", within=sheet)
        self.does_not_see(name)

    def sees_put_away(self, name: str) -> None:
        """At the end of the list, whichever view was open before. A strip above the map may offer the same."""
        self._turns_to_the_list()
        back = self.page.get_by_role("main").get_by_role("button", name=f"Bring back {name}", exact=True)
        expect(back).to_be_visible()
        self.presses("Map")

    def brings_back(self, name: str) -> None:
        """From the end of the list."""
        self._turns_to_the_list()
        self.presses(f"Bring back {name}", within=self.page.get_by_role("main"))
        self.presses("Map")

    def _turns_to_the_list(self) -> None:
        self.turns_to("map")
        self.presses("List")
        self.touches(self.page.get_by_text("Put away", exact=True).filter(visible=True).first)

    def ghost_of(self, owner: str) -> Locator:
        """The hand of the map's owner, with their name, which also stands in the middle."""
        return self.page.get_by_role("group", name=re.compile("[Mm]ap$")).get_by_text(owner, exact=True).nth(1)

    def sees_it_move(self, thing: Locator, before: FloatRect | None) -> None:
        """It is no longer where it was."""
        eventually(lambda: thing.bounding_box() != before, "it to move")

    def name_in_sight(self, *names: str) -> str:
        """Which of these names stands on the map."""
        self.turns_to("map")
        return eventually(lambda: next((name for name in names if self.mark(name).count() > 0), ""), f"one of {names}")

    def place_in_sight(self, name: str, *rings: str) -> str:
        """In which of these places the person stands."""
        self.turns_to("map")

        def look() -> str:
            said = self.mark(name).get_attribute("aria-label") or ""
            return next((ring for ring in rings if said.split(". ")[1] == PLACES[ring]), "")

        return eventually(look, f"{name} in one of {rings}")

    def renames(self, name: str, new: str) -> None:
        """In the person's sheet."""
        sheet = self.looks_at(name)
        field = sheet.get_by_label("Name", exact=True)
        field.fill(new)
        field.press("Enter")
        self.presses("Close", within=self.sheet(f"About {new}"))

    def finds_more_to_do(self, entry: str, title: str | None = None) -> Locator:
        """Opens what stands behind a tile of the map's menu; the sheet has the tile's name, or `title`."""
        self.turns_to("map")
        self.presses("More to do here")
        menu = self.sheet("More to do here")
        self.touches(menu.get_by_role("button", name=re.compile(rf"^{re.escape(entry)}(?!\w)")))
        expect(menu).to_have_count(0)
        sheet = self.sheet(title or entry)
        expect(sheet).to_be_visible()
        return sheet

    def _spot(self, across: float, down: float) -> tuple[float, float]:
        """A point of the window: shares of the map's radius from its middle, which makes way for the buttons."""
        box = self.page.locator(".app-rings__ring--life").first.bounding_box()
        assert box is not None
        radius = box["width"] / 2
        return box["x"] + box["width"] / 2 + across * radius, box["y"] + box["height"] / 2 + down * radius


def _middle(thing: Locator) -> tuple[float, float]:
    box = thing.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
