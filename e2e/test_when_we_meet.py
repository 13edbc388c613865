"""When the two meet: where, whose idea that was, how to reach each other, and what they said the last time."""

import re

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_arranged_at_the_table_and_found_at_home(practitioner: Person, service_user: Person, card: str) -> None:
    """At the tablet they say where, and Jo gives a number; Sam has it at home. Their last words open the next time."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.opens_the_menu("Names, and when you meet")
    jo.presses("Place, numbers, last time")
    sheet = jo.sheet("When we meet")
    jo.arranges(sheet, "When do you meet next?", "Thursday at 2")
    jo.arranges(sheet, "Where?", "Corner café")
    sheet.get_by_role("combobox", name="Whose idea was the place?").select_option(label="Sam")
    jo.unfolds("How to reach each other", within=sheet)
    expect(sheet.get_by_role("link")).to_have_count(0)
    jo.arranges(sheet, "A number for Jo", "0113 496 0000")
    jo.arranges(sheet, "What if one of us is late?", "Wait ten minutes, then ring")
    jo.presses("A card to take along", within=sheet)
    pocket = jo.sheet("A card to take along")
    jo.reads("Corner café", within=pocket)
    jo.reads("Wait ten minutes, then ring", within=pocket)
    jo.presses("Close", within=pocket)
    jo.presses("Close", within=sheet)

    # At home: the number is there, and a few plain words that only open Sam's own messages.
    found = sam.looks_when_we_meet()
    expect(found.get_by_label("Where?", exact=True)).to_have_value("Corner café")
    sam.unfolds("How to reach each other", within=found)
    expect(found.get_by_role("link", name="Ring Jo")).to_have_attribute("href", "tel:01134960000")
    write = found.get_by_role("link", name="Send it to Jo")
    expect(write).to_have_attribute("href", "sms:01134960000?&body=Running%20ten%20minutes%20late.%20See%20you%20soon.")
    found.get_by_role("combobox", name="Words to send").select_option(label="I am here. See you soon.")
    expect(write).to_have_attribute("href", "sms:01134960000?&body=I%20am%20here.%20See%20you%20soon.")
    sam.arranges(found, "Where?", "The bench by the pond")
    sam.presses("Close", within=found)

    # Both say yes to a few words; changed ones take their place. They open the next time, on Sam's phone too.
    jo.plans("Look up the bus")
    today = jo.finishes_for_today()
    jo.says_yes_to_today()
    jo.presses("Keep it for next time", within=today)
    jo.reads("Kept. It opens your next time together.", within=today)
    today.get_by_role("textbox", name="In our own words").fill("We laughed about the map.")
    expect(today.get_by_role("button", name="Keep it for next time")).to_have_count(0)
    jo.says_yes_to_today()
    jo.presses("Keep it for next time", within=today)
    jo.presses("Close", within=today)
    jo.turns_to("plan")
    jo.presses("Finish for today")  # what was kept is half typed no more, and does not pass for words of another time
    expect(today.get_by_role("textbox", name="In our own words")).to_have_value("")
    jo.presses("Close", within=today)
    expect(jo.page.get_by_role("region", name="Last time we said")).to_have_count(0)  # it is the same day still
    sheet = jo.looks_when_we_meet()
    jo.reads("We laughed about the map.", within=sheet.get_by_role("region", name="Last time we said"))
    jo.unfolds("Times we met", within=sheet)
    expect(sheet.get_by_text("The bench by the pond")).to_be_visible()
    jo.touches(sheet.get_by_role("button", name=re.compile("^More about ")))
    day = sheet.get_by_label("Which day?", exact=True)
    day.fill("2026-03-02")
    expect(sheet.get_by_text("Monday 2 March")).not_to_have_count(0)
    jo.presses("Close", within=sheet)

    strip = sam.page.get_by_role("region", name="Last time we said").first
    expect(strip).to_contain_text("Last time we said: “We laughed about the map.”")
    sam.presses("Read it", within=strip)
    found = sam.sheet("When we meet")
    sam.reads("We laughed about the map.", within=found)
    sam.presses("Close", within=found)
    sam.enters("Our plan")
    expect(sam.page.get_by_role("region", name="Last time we said")).to_have_count(0)


def test_just_a_chat_asks_for_nothing(practitioner: Person) -> None:
    """One tap, no words, and nothing that says that any are missing."""
    jo = practitioner
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    sheet = jo.looks_when_we_meet()
    jo.unfolds("Times we met", within=sheet)
    jo.presses("We had a chat today", within=sheet)
    time = sheet.get_by_role("listitem").filter(has_text="Just a chat")
    expect(time).to_be_visible()
    jo.touches(time.get_by_role("button"))
    time.get_by_role("combobox", name="What was it?").select_option(label="Out and about")
    expect(sheet.get_by_role("listitem").filter(has_text="Out and about")).to_be_visible()
    sheet.get_by_role("listitem").get_by_role("button", name="Put away").click()
    expect(sheet.get_by_role("button", name="We had a chat today")).to_be_visible()
    jo.presses("Close", within=sheet)
    expect(jo.page.get_by_role("region", name="Last time we said")).to_have_count(0)
