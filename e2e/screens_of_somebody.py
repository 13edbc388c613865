"""The screens of the walk that are about somebody on the map: their sheet, what it leads to, and who they know."""

from collections.abc import Iterator

from playwright.sync_api import expect

from e2e.people import Person

Look = Iterator[tuple[str, Person]]


def all_about(jo: Person, name: str) -> Look:
    """Somebody's sheet with every part of it open, and the sheets that it leads to."""
    sheet = jo.looks_at(name)
    for part in ("What kind of connection", "How often you are in touch", "What you do together, and help with"):
        jo.unfolds(part, within=sheet)
    yield "all about a person", jo
    for part in ("Who they know here", "What kind, and a picture", "When things change"):
        jo.unfolds(part, within=sheet)
    sheet.get_by_role("button", name=f"Put {name} away").scroll_into_view_if_needed()
    yield "all about a person, further down", jo
    jo.presses("Say it for me", within=sheet)
    expect(jo.sheet(f"A message to {name}")).to_be_visible()
    yield "a first message", jo
    jo.presses("Close", within=jo.sheet(f"A message to {name}"))
    jo.presses(f"Take {name} out everywhere", within=sheet)
    expect(jo.sheet(f"Take {name} out everywhere?")).to_be_visible()
    yield "taking somebody out", jo
    jo.presses("Not now")
    jo.presses("Close")


def who_knows_whom(jo: Person, *names: str) -> Look:
    """Tying on the map, with the first of these chosen, and in the list."""
    jo.presses("More to do here")
    jo.touches(jo.page.get_by_role("button", name="Who knows whom"))
    for name in names:
        jo.touches(jo.mark(name))
    yield "who knows whom", jo
    jo.presses("List")
    jo.unfolds(names[0], within=jo.page.locator("main"))
    yield "who knows whom, in the list", jo
    jo.presses("Map")
    jo.presses("Done", within=jo.page.get_by_role("region", name="Who knows whom"))
