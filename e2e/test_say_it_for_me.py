"""A first message to someone: begun in a tone, made their own, handed to their own messages app. Kith sends nothing."""

import re

from playwright.sync_api import Locator, expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import PHONE
from e2e.people import Person

OPEN = "Say it for me"


def message_in(sheet: Locator) -> Locator:
    return sheet.get_by_label("Your message", exact=True)


def test_from_a_tone_to_ones_own_messages(devices: Devices) -> None:
    sam = Person("Sam", devices.new(PHONE))
    sam.opens_kith()
    sam.starts_together()
    sam.adds("Sol", ring="close")
    sam.presses(OPEN, within=sam.looks_at("Sol"))
    sheet = sam.sheet("A message to Sol")
    sam.writes_in("What is it about?", "the art group", within=sheet)
    begun = set()
    for tone in ("Warm", "Short", "After a long time"):
        sam.chooses(tone, within=sheet)
        expect(message_in(sheet)).to_have_value(re.compile("Sol.*the art group"))
        begun.add(message_in(sheet).input_value())
    assert len(begun) == 3

    # Their own words stay, until they say otherwise.
    message_in(sheet).fill("Hi Sol & co, tea?")
    sam.chooses("Warm", within=sheet)
    expect(message_in(sheet)).to_have_value("Hi Sol & co, tea?")
    messages = sheet.get_by_role("link", name="Open in messages")
    expect(messages).to_have_attribute("href", "sms:?&body=Hi%20Sol%20%26%20co%2C%20tea%3F")
    sam.writes_in("Phone number, if you like", "0113 496 0000", within=sheet).press("Enter")
    expect(messages).to_have_attribute("href", re.compile(r"^sms:01134960000\?&body=Hi"))
    sam.device.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sam.presses("Copy it", within=sheet)
    sam.reads("Copied. Paste it where you write to people.", within=sheet)
    assert sam.page.evaluate("navigator.clipboard.readText()") == "Hi Sol & co, tea?"
    sam.reads("Kith sends nothing", within=sheet)
    sam.presses("Begin anew in this tone", within=sheet)
    expect(message_in(sheet)).to_have_value(re.compile("thinking of you"))


def test_never_to_someone_who_has_died(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Nan", ring="closest")
    sheet = practitioner.looks_at("Nan")
    expect(sheet.get_by_role("button", name=OPEN)).to_be_visible()
    practitioner.unfolds("When things change", within=sheet)
    practitioner.touches(sheet.get_by_role("checkbox", name="Has died"))
    expect(sheet.get_by_role("button", name=OPEN)).to_have_count(0)


def test_never_where_ones_own_notes_say_that_it_is_hard(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.adds("Ana", ring="close")
    jo.sees_sent()
    sam.opens_kith()
    sam.has_a_card(card)
    sheet = sam.looks_at("Ana")
    expect(sheet.get_by_role("button", name=OPEN)).to_be_visible()
    sam.presses("Close")
    own = sam.begins_own_notes("Ana")
    sam.notes("Shouts", within=own)
    sam.presses("Close", within=own)
    sheet = sam.sheet("About Ana")
    expect(sheet.get_by_role("button", name=OPEN)).to_have_count(0)
    # On the other's tablet nothing tells of it.
    expect(jo.looks_at("Ana").get_by_role("button", name=OPEN)).to_be_visible()
