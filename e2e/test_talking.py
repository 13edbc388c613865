"""The first talk: nothing is asked, and every room stands beside the map."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import Devices
from e2e.device import PHONE, TABLET, Screen
from e2e.people import Person


@pytest.mark.parametrize("screen", [TABLET, PHONE], ids=["tablet", "phone"])
def test_cards_before_anything_is_kept(devices: Devices, screen: Screen) -> None:
    jo = Person("Jo", devices.new(screen))
    jo.opens_kith()
    jo.starts_together()
    jo.enters("Talk")
    jo.arrives_at("Talk")
    jo.reads("What was good this week?")
    jo.presses("Another card")
    jo.reads("Who do you like to be with?")
    jo.presses("Put the tablet down")
    jo.reads("Just talk. The tablet can wait.")
    jo.does_not_read("Who do you like to be with?")
    jo.presses("Pick it up again")
    jo.reads("Who do you like to be with?")
    jo.enters("Our plan")
    jo.arrives_at("Our plan")
    if screen is TABLET:
        expect(jo.page.get_by_role("button", name="Add someone")).to_be_visible()


def test_rooms_by_keys_alone(devices: Devices) -> None:
    jo = Person("Jo", devices.new(TABLET))
    jo.opens_kith()
    jo.starts_together()
    jo.page.get_by_role("button", name="Go to the plan").focus()
    jo.page.keyboard.press("Enter")
    jo.arrives_at("Our plan")
    rooms = jo.page.get_by_role("navigation", name="Rooms").get_by_role("button")
    for _ in range(rooms.count()):
        jo.page.keyboard.press("Shift+Tab")
    expect(rooms.first).to_be_focused()
    jo.page.keyboard.press("Enter")
    jo.arrives_at("Talk")
