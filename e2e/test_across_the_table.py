"""One tablet flat between two people: both hands on the map, each in its own name; and one hand that pinches."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import PHONE, Screen
from e2e.people import Person


def test_two_hands_drag_two_people_at_once_each_in_its_own_name(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    service_user.sits_beside(practitioner)
    practitioner.adds("Ana", "Bo", ring="life")  # Ana in the half across, Bo in the near one
    practitioner.sits_across()
    practitioner.drags_with_two_fingers({"Ana": "closest", "Bo": "close"})
    service_user.sees("Bo", ring="close")  # whose map it is: they place
    service_user.sees("Ana", ring="life", more="Jo wonders: Closest?")

    # Each half has its own undo, and its own way out; what somebody opens turns to them.
    for whose, turned in (("Sam", False), ("Jo", True)):
        practitioner.presses("Urgent help", within=practitioner.side_of(whose))
        assert practitioner.is_turned(practitioner.sheet("Urgent help")) == turned
        practitioner.presses("Close")
    practitioner.presses("Undo, Jo", within=practitioner.side_of("Jo"))
    practitioner.does_not_read("Jo wonders: here?")
    service_user.sees("Bo", ring="close")
    practitioner.goes_back_to_one_side()
    practitioner.looks_back()
    practitioner.reads("Sam moved Bo")
    practitioner.reads("Jo wondered")


def test_a_tap_and_then_a_ring_in_the_half_that_tapped(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    service_user.sits_beside(practitioner)
    practitioner.adds("Ana", "Bo", ring="life")
    practitioner.sits_across()
    service_user.touches(service_user.mark("Bo"))
    expect(service_user.side_of("Sam")).to_contain_text("Tap a ring to move Bo")
    practitioner.touches(practitioner.mark("Ana"))
    expect(practitioner.side_of("Jo")).to_contain_text("Tap a ring to move Ana")
    practitioner.taps_the_ring("close")  # at the top left: the half across
    practitioner.sees("Ana", ring="life", more="Jo wonders: Close?")
    expect(service_user.side_of("Sam")).to_contain_text("Tap a ring to move Bo")

    service_user.presses("Swap sides", within=service_user.side_of("Sam"))
    service_user.touches(service_user.mark("Ana"))  # whose half that is now, answers for their own map
    service_user.presses("Yes", within=service_user.side_of("Sam"))
    service_user.sees("Ana", ring="close")
    service_user.presses("About Ana, on one side", within=service_user.side_of("Sam"))
    expect(service_user.sheet("About Ana")).to_be_visible()


def test_only_where_both_write_and_there_is_room(devices: Devices, practitioner: Person) -> None:
    phone = Person("Sam", devices.new(PHONE))
    phone.opens_kith()
    phone.starts_together()
    phone.turns_to("map")
    assert not phone.can_sit_across()
    practitioner.opens_kith()
    practitioner.starts_together()
    assert practitioner.can_sit_across()


def test_a_map_looked_at_closely_goes_along_with_whoever_is_carried(devices: Devices) -> None:
    phone = Person("Sam", devices.new(PHONE))
    phone.opens_kith()
    phone.starts_together()
    phone.adds("Ana", "Bo", "Cem", "Dee", "Eli", "Femi", ring="close")
    phone.mark("Ana").press("+")
    phone.sees_closely()
    phone.carries_to_the_edge("Ana")
    phone.sees("Ana", ring="life")


def test_a_tap_does_one_thing_also_where_a_bar_comes_under_the_finger(devices: Devices) -> None:
    phone = Person("Sam", devices.new(Screen(320, 480)))
    phone.opens_kith()
    phone.starts_together()
    phone.adds("Ana", "Bo", "Cem", ring="life")
    for name in ("Ana", "Bo", "Cem"):
        phone.picks_up(name)
        expect(phone.page.get_by_role("dialog")).to_have_count(0)


def test_whoever_is_picked_up_stays_in_sight_while_looking_closer(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", "Bo", "Cem", "Dee", "Eli", "Femi", ring="life")
    practitioner.picks_up("Eli")
    for _ in range(3):
        practitioner.presses("Look closer")
        expect(practitioner.mark("Eli")).to_be_in_viewport(ratio=1)


def test_a_pinch_looks_closer_and_moves_no_one(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", "Bo", "Cem", "Dee", "Eli", "Femi", ring="close")
    practitioner.sees_the_whole_map()
    practitioner.pinches("Ana", "Dee", times=1.8)
    practitioner.sees_closely()
    practitioner.sees("Ana", ring="close")
    practitioner.sees("Dee", ring="close")
    practitioner.pinches("Ana", "Dee", times=0.4)
    practitioner.sees_the_whole_map()
    practitioner.takes_hold_and_loses_it("Ana", ring="closest")
    practitioner.sees("Ana", ring="close")
    practitioner.sees("Dee", ring="close")

    practitioner.mark("Ana").press("+")
    practitioner.sees_closely()
    practitioner.mark("Ana").press("0")
    practitioner.sees_the_whole_map()
