"""Small maps as a screen reader is told of them, rings and list, held against what was agreed in map_as_heard.txt."""

from pathlib import Path
from typing import Final

from e2e.people import Person
from e2e.told_tree import told_of

AGREED: Final = Path(__file__).with_name("map_as_heard.txt")


def test_maps_of_one_three_and_eight_are_told_as_agreed(practitioner: Person, tmp_path: Path) -> None:
    """Who changes what is told on purpose puts the new file in the old one's place: the message says where it is."""
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    told = []
    jo.adds("Nan", ring="closest")
    told += both_views(jo, "one")
    jo.adds("Corner café", ring="close", kind="Place")
    jo.adds("Choir", ring="life", kind="Activity")
    sheet = jo.looks_at("Nan")
    jo.unfolds("When things change", within=sheet)
    jo.touches(sheet.get_by_role("checkbox", name="Has died"))
    jo.presses("Close", within=sheet)
    told += both_views(jo, "three, one of whom has died")
    jo.adds("Sol", ring="close")
    jo.adds("Swim coach", ring="tray", kind="Service")
    jo.adds("Danny", ring="tray")
    jo.moves("Danny", "past")
    jo.adds("Rex", ring="tray", kind="Animal")
    jo.adds("Rima", ring="life")
    jo.takes_the_pen("Jo")
    jo.moves("Rima", "closest")
    told += both_views(jo, "eight in every place, and an idea about one")
    jo.picks_up("Sol")
    told += [f"# Sol picked up\n\n{told_of(jo.device.tools(), 'region', 'map')}"]

    heard = "\n".join(told)
    assert "application" not in heard
    found = tmp_path / AGREED.name
    found.write_text(heard)
    assert heard == AGREED.read_text(), f"the map is told otherwise now: see {found}"


def both_views(jo: Person, what: str) -> list[str]:
    """The rings, then the list, and back."""
    told = [f"# {what}, on the rings\n\n{told_of(jo.device.tools(), 'region', 'map')}"]
    jo.presses("List")
    told.append(f"# {what}, in the list\n\n{told_of(jo.device.tools(), 'region', 'map')}")
    jo.presses("Map")
    return told
