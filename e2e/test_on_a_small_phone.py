"""A phone of 320 px: what must be in sight there is in sight, and secret words are never in two pieces."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, expect

from e2e.beginnings import keep_together
from e2e.conftest import Devices
from e2e.device import PHONE
from e2e.people import Person

# Each word drawn as each of these in turn: on one line, and inside its place.
IN_PIECES: Final = """(words, longest) => words.flatMap((word) => longest.filter((one) => {
  word.textContent = one
  const range = document.createRange()
  range.selectNodeContents(word)
  return range.getClientRects().length !== 1 || word.scrollWidth > word.clientWidth
}))"""
LONGEST: Final = ["workshop", "mushroom", "wardrobe", "universe"]


@pytest.fixture
def jo(devices: Devices) -> Person:
    return Person("Jo", devices.new(PHONE))


def begins_to_keep(jo: Person) -> Locator:
    jo.opens_kith()
    jo.starts_together()
    jo.presses("Keep this?")
    made = jo.page.get_by_role("list", name="Words that open Kith on this tablet")
    expect(made.get_by_role("listitem")).to_have_count(5)
    expect(made).not_to_contain_text("…")  # the words come a moment after their places
    return made


def test_secret_words_stay_whole_and_in_their_order(jo: Person) -> None:
    words = begins_to_keep(jo).get_by_role("listitem")
    assert words.evaluate_all(IN_PIECES, LONGEST) == []
    numbers = words.evaluate_all("all => all.map((one) => getComputedStyle(one, '::before').content)")
    assert [number.startswith("counter(word)") for number in numbers] == [True] * 5
    tops = [box["y"] for word in words.all() if (box := word.bounding_box())]
    assert tops == sorted(set(tops))  # one below the other


def test_no_card_today_is_in_sight(jo: Person) -> None:
    begins_to_keep(jo)
    jo.chooses_how_it_opens()
    jo.presses("Next")
    expect(jo.sheet("The key card").get_by_role("button", name="No card today")).to_be_in_viewport(ratio=1)


def test_lock_now_is_the_first_of_more(jo: Person, service_user: Person) -> None:
    keep_together(jo, service_user, card=None)
    jo.presses("More")
    entries = jo.sheet("More").get_by_role("listitem").get_by_role("button")
    expect(entries.first).to_have_text("Lock now")
    expect(entries.first).to_be_in_viewport(ratio=1)
    for entry in ("How this copy is doing", "Changes as a file", "How Kith opens here"):
        expect(entries.and_(jo.page.get_by_role("button", name=entry))).to_have_accessible_description(
            re.compile(r"\w+ ")
        )
