"""The map through time: kept, begun anew, compared in words, and nobody called gone (rows 2.23, 2.25, 5.8, 8.8)."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_what_is_different_is_said_in_words_and_whoever_is_not_placed_is_asked_about(
    practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", ring="life")
    practitioner.adds("Bo", "Cem", ring="close")
    practitioner.keeps_a_picture("Spring")
    practitioner.moves("Ana", ring="closest")
    practitioner.moves("Bo", ring="tray")
    practitioner.adds("Dee", ring="life")
    take_it_home(service_user, card)
    service_user.sees("Dee", ring="life")

    sheet = service_user.compares_with_now("Spring")
    for line in (
        "Dee is new here.",
        "Ana is closer now: Closest.",
        "One is where they were.",
        "Not placed this time: Bo.",
    ):
        service_user.reads(line, within=sheet)
    service_user.reads("Not being on the map does not mean gone.", within=sheet)
    service_user.presses("Bo: Just as before", within=sheet)
    service_user.reads("2 are where they were.", within=sheet)
    practitioner.sees("Bo", ring="close")


def test_a_new_beginning_leaves_the_map_before_in_its_picture(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", "Bo", ring="close")
    practitioner.begins_with_an_empty_map("Before the move")
    for name in ("Ana", "Bo"):
        practitioner.sees(name, ring="tray")
    practitioner.moves("Ana", ring="life")

    sheet = practitioner.compares_with_now("Before the move")
    practitioner.reads("Ana is further out now: In my life.", within=sheet)
    practitioner.presses("Bo: Not part of my days now", within=sheet)
    practitioner.chooses("Side by side", within=sheet)
    expect(sheet.get_by_role("img", name="Before the move")).to_be_visible()
    sheet.get_by_text("Who was where: Before the move").click()
    practitioner.reads("Ana and Bo", within=sheet)
    practitioner.closes_what_is_open()
    practitioner.does_not_see("Bo")


def test_a_picture_of_one_and_the_work_of_the_other_at_the_same_time_are_both_there(
    practitioner: Person, service_user: Person, card: str
) -> None:
    """The picture has it as it was, the map as it is; of two names for it, the one that lost can stand again."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.adds("Ana", ring="life")
    take_it_home(sam, card)
    sam.sees("Ana", ring="life")
    sam.device.loses_the_signal()
    sam.moves("Ana", ring="closest")
    jo.keeps_a_picture("Spring")
    jo.sees_sent()
    sam.device.finds_the_signal()
    for person in (jo, sam):
        person.sees("Ana", ring="closest")
        sheet = person.compares_with_now("Spring")
        person.reads("Ana is closer now: Closest.", within=sheet)
        person.closes_what_is_open()

    sam.device.loses_the_signal()
    jo.renames_a_picture("Spring", "Last spring")
    sam.renames_a_picture("Spring", "Before the move")
    jo.sees_sent()
    sam.device.finds_the_signal()
    sam.presses("What belongs to the map", within=sam.page.get_by_role("region", name="You both changed"))
    sheet = sam.sheet("You both changed")
    expect(sheet.get_by_text("At the same time ")).to_have_count(1)
    lost = "Last spring" if "Last spring" in sheet.inner_text() else "Before the move"
    sam.puts_back(lost)
    for person in (jo, sam):
        person.closes_what_is_open()
        expect(person.page.get_by_role("region", name="You both changed")).to_have_count(0)
        sheet = person.opens_the_pictures()
        expect(sheet.get_by_role("button", name=f"{lost} and now", exact=True)).to_be_visible()
        person.closes_what_is_open()
