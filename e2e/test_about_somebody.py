"""What can be said about someone (rows 2.3 to 2.6): folded lines that say what is there, and nothing is asked for."""

from playwright.sync_api import Locator, expect

from e2e.beginnings import keep_together, take_it_home
from e2e.conftest import Devices
from e2e.device import COMPUTER, PHONE
from e2e.people import Person
from e2e.somebody import PLACES

CONNECTION = "What kind of connection"
TOUCH = "How often you are in touch"
TOGETHER = "What you do together, and help with"


def says(person: Person, sheet: Locator, title: str, said: str) -> None:
    """The line of a folded part says this."""
    expect(person.fold(title, within=sheet)).to_have_accessible_name(f"{title} {said}")


def test_each_line_says_what_is_there(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    sam.opens_kith()
    sam.starts_together()
    sam.adds("Ana", ring="close")
    sheet = sam.looks_at("Ana")
    sam.unfolds(CONNECTION, within=sheet)
    sam.chooses("Outside services", within=sheet)
    for context in ("Friend", "Club or group"):
        sam.touches(sheet.get_by_role("checkbox", name=context, exact=True))
    sam.unfolds(TOUCH, within=sheet)
    sheet.get_by_label("In person", exact=True).select_option("Less often")
    sheet.get_by_label("On the phone", exact=True).select_option("Every day")
    sam.unfolds(TOGETHER, within=sheet)
    sam.writes_in("What we do together", "Bingo", within=sheet)
    sam.writes_in("What I help them with", "her garden", within=sheet).press("Enter")
    sam.touches(sheet.get_by_role("checkbox", name="I’d like us to be closer"))
    sam.presses("Close")

    sheet = sam.looks_at("Ana")
    says(sam, sheet, CONNECTION, "Outside services. Club or group, friend")
    says(sam, sheet, TOUCH, "In person now and then, on the phone every day")
    says(sam, sheet, TOGETHER, "Bingo. I help: her garden")
    expect(sheet.get_by_role("checkbox", name="I’d like us to be closer")).to_be_checked()
    sam.presses("Close")

    # The list says the same, and opens the same.
    sam.presses("List")
    row = sam.page.get_by_role("listitem").filter(has_text="In person now and then, on the phone every day")
    sam.touches(row.get_by_role("button", name="Ana").first)
    expect(sam.fold(TOUCH, within=sam.sheet("About Ana"))).to_be_visible()


def test_nobody_is_asked_about_someone_who_has_died(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Nan", ring="closest")
    sheet = practitioner.looks_at("Nan")
    practitioner.unfolds(TOGETHER, within=sheet)
    practitioner.writes_in("What we do together", "Sunday tea", within=sheet).press("Enter")
    practitioner.unfolds("When things change", within=sheet)
    practitioner.touches(sheet.get_by_role("checkbox", name="Has died"))
    expect(practitioner.fold(TOUCH, within=sheet)).to_have_count(0)
    expect(sheet.get_by_role("checkbox", name="I’d like us to be closer")).to_have_count(0)
    says(practitioner, sheet, TOGETHER, "Sunday tea")


def test_of_someone_who_has_died_nothing_is_hoped_or_asked(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Dad", "Bo", ring="closest")
    sheet = practitioner.looks_at("Dad")
    where = sheet.get_by_role("group", name="Where on the map?")
    practitioner.reads("Hard to imagine life without them", within=sheet)
    expect(where.get_by_role("radio", name=PLACES["past"])).to_have_count(1)
    expect(sheet.get_by_role("region", name="Goals and steps with Dad")).to_be_visible()
    practitioner.unfolds("When things change", within=sheet)
    practitioner.touches(sheet.get_by_role("checkbox", name="Has died"))
    practitioner.does_not_read("Hard to imagine life without them")
    expect(where.get_by_role("radio")).to_have_count(len(PLACES) - 1)
    expect(where.get_by_role("radio", name=PLACES["past"])).to_have_count(0)
    expect(sheet.get_by_role("region", name="Goals and steps with Dad")).to_have_count(0)
    practitioner.presses("Close")

    # Nobody is invited to move him, and whoever wants to can.
    practitioner.touches(practitioner.mark("Dad"))
    expect(practitioner.page.get_by_role("button", name="About Dad", exact=True)).to_be_visible()
    practitioner.does_not_read("Tap a ring")
    practitioner.hears("Dad")
    practitioner.taps_the_ring("life")
    practitioner.sees("Dad", ring="life", more="Has died")
    practitioner.presses("List")
    practitioner.presses("Closer: Dad")
    expect(practitioner.row("Dad", ring="close")).to_be_visible()


def test_by_keyboard_alone(devices: Devices) -> None:
    sam = Person("Sam", devices.new(COMPUTER))
    sam.opens_kith()
    sam.starts_together()
    sam.adds("Ana", ring="close")
    sam.tabs_to("button", "Ana")
    sam.hits("Enter")
    sam.tabs_to("button", TOUCH)
    sam.hits("Enter")
    sam.tabs_to("combobox", "In person")
    sam.types("Every day")
    sam.tabs_to("textbox", "Phone number, if you like")
    sam.types("0113 496 0000")
    sam.hits("Enter", "Escape")
    sheet = sam.looks_at("Ana")
    says(sam, sheet, TOUCH, "In person every day")
    sam.unfolds(TOUCH, within=sheet)
    expect(sheet.get_by_label("Phone number, if you like")).to_have_value("0113 496 0000")


def test_a_line_opens_by_itself_where_something_waits(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    take_it_home(service_user, card)
    practitioner.adds("Ana", ring="close")
    service_user.sees("Ana", ring="close")
    service_user.device.loses_the_signal()
    for person, often in ((service_user, "Every day"), (practitioner, "Once a month")):
        sheet = person.looks_at("Ana")
        person.unfolds(TOUCH, within=sheet)
        sheet.get_by_label("In person", exact=True).select_option(often)
        person.presses("Close")
    practitioner.sees_sent()
    service_user.device.finds_the_signal()
    service_user.sees_sent()
    sheet = service_user.looks_at("Ana")
    expect(service_user.fold(TOUCH, within=sheet)).to_have_attribute("aria-expanded", "true")
    service_user.reads("At the same time", within=sheet)
    lost = (
        "Every day"
        if "once a month" in (service_user.fold(TOUCH, within=sheet).text_content() or "")
        else "Once a month"
    )
    service_user.puts_back(lost)
    expect(sheet.get_by_label("In person", exact=True).locator("option:checked")).to_have_text(lost)
