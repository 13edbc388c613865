"""A map on paper, photographed: to copy from later, or never (row 2.10)."""

import pytest
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.device import CHROMIUM
from e2e.eventually import eventually
from e2e.every_screen import new_card
from e2e.paper_map import ARTIST, COMMENT, NORTH, as_a_camera_gives_it, photographed, samples, segments
from e2e.people import Person
from e2e.traces import Search
from sync.limits import LIMITS
from tests.relay_process import RelayProcess

NATURAL = """async () => {
  const image = document.querySelector('dialog img')
  await image.decode()
  return [image.naturalWidth, image.naturalHeight]
}"""
MOST_BYTES = LIMITS.photograph_bytes
EXIF, COMMENTED = 0xE1, 0xFE
NAME = "Our kitchen paper"


@pytest.fixture
def browser() -> str:
    return CHROMIUM


def test_a_photograph_kept_with_no_signal_is_seen_at_home_byte_for_byte_and_nowhere_else(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.device.loses_the_signal()
    original = as_a_camera_gives_it(photographed(practitioner.page), turned=6)
    assert {EXIF, COMMENTED} <= {marker for marker, _ in segments(original)}
    kept = practitioner.keeps_a_photograph(original)
    practitioner.calls_the_photograph(NAME)
    practitioner.sees_saved()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()

    take_it_home(service_user, card)
    assert service_user.looks_at_the_photograph(NAME) == kept
    assert not {EXIF, COMMENTED} & {marker for marker, _ in segments(kept)}
    for trace in (COMMENT, ARTIST, NORTH, b"Exif"):
        assert trace not in kept
    wide, high = service_user.how_large()
    assert high > wide, "it stands upright"

    search = Search([*samples(kept), COMMENT, ARTIST])
    service_user.device.closes()
    practitioner.device.closes()
    places = [server.stored.parent, *(somebody.device.profile for somebody in (practitioner, service_user))]
    assert search.in_bytes("the photograph", kept), "the look itself is blind"
    assert [trace for place in places for trace in search.in_folder(place)] == []
    assert search.in_store(server.stored) == set()


def test_what_is_no_photograph_gets_a_kind_sentence_and_nothing_is_lost(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="close")
    whole = photographed(practitioner.page, 600, 400, grain=2000)
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)
    for bad in (b"", b"Ana, Bo and Cem", heic, whole[:2], whole[: len(whole) // 40], b"GIF89a" + bytes(20)):
        practitioner.chooses_a_photograph(bad)
        practitioner.reads("That could not be opened as a photo. Nothing is lost.")
        practitioner.closes_what_is_open()
    practitioner.sees("Ana", ring="close")
    practitioner.chooses_a_photograph(whole)
    practitioner.presses("Not this one")
    practitioner.does_not_read("Kept so far")
    assert practitioner.keeps_a_photograph(whole)


def test_kept_before_anything_is_kept_and_then_with_all_else(
    practitioner: Person, service_user: Person, card: str
) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.calls_us(whose_map=service_user.name, who_helps=practitioner.name)
    kept = practitioner.keeps_a_photograph(photographed(practitioner.page))
    practitioner.calls_the_photograph(NAME)
    assert practitioner.looks_at_the_photograph(NAME) == kept
    practitioner.closes_what_is_open()
    practitioner.keeps_it(card)
    practitioner.sees_sent()
    assert practitioner.looks_at_the_photograph(NAME) == kept
    take_it_home(service_user, card)
    assert service_user.looks_at_the_photograph(NAME) == kept


def test_large_enough_to_read_by_buttons_keys_and_fingers(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    kept = practitioner.keeps_a_photograph(photographed(practitioner.page, 4000, 2500))
    assert len(kept) <= MOST_BYTES
    size = practitioner.page.evaluate(NATURAL)
    assert size == [2000, 1250]
    whole = practitioner.how_large()
    practitioner.presses("Closer")
    closer = practitioner.how_large()
    assert closer > whole
    practitioner.pane().focus()
    practitioner.hits("+")
    assert practitioner.how_large() > closer
    before = practitioner.where_it_is()
    practitioner.hits("ArrowRight", "ArrowDown")
    eventually(lambda: practitioner.where_it_is() < before, "the photograph to move")
    practitioner.hits("0")
    assert practitioner.how_large() == whole
    practitioner.pinches_the_photograph()
    eventually(lambda: practitioner.how_large() > whole, "two fingers to look closer")
    practitioner.presses("All of it")
    assert practitioner.how_large() == whole


def test_copied_from_beside_the_map_named_put_away_and_told(
    practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.keeps_a_photograph(photographed(practitioner.page, 900, 600))
    practitioner.writes_in("What is on it, in words", "Ana and the library, in felt pen")
    practitioner.calls_the_photograph(NAME)
    practitioner.looks_at_the_photograph(NAME)
    practitioner.presses("Keep it beside the map")
    expect(practitioner.pane().get_by_role("img", name="Ana and the library, in felt pen")).to_be_visible()
    practitioner.adds("Ana", ring="close")
    expect(practitioner.pane()).to_be_visible()

    practitioner.presses("Hide names")
    expect(practitioner.pane()).to_have_count(0)
    practitioner.reads("Names are off, so the photo is hidden too.")
    practitioner.does_not_read(NAME)
    practitioner.presses("Show names", within=practitioner.page.get_by_role("region", name="The paper map"))
    expect(practitioner.pane()).to_be_visible()
    practitioner.presses("Put it aside")
    expect(practitioner.pane()).to_have_count(0)

    take_it_home(service_user, card)
    service_user.looks_at_the_photograph(NAME)
    service_user.presses("Put this photo away")
    practitioner.opens_the_photographs()
    practitioner.touches(practitioner.page.get_by_role("dialog").get_by_text("Put away", exact=True))
    practitioner.presses(f"Bring back {NAME}")
    expect(practitioner.page.get_by_role("button", name=f"Look at {NAME}")).to_be_visible()
    practitioner.closes_what_is_open()
    practitioner.looks_back()
    for line in ("kept a photo of a map on paper", f"put \u201c{NAME}\u201d away"):
        practitioner.reads(line)


def test_what_begins_again_has_only_the_photographs_that_were_ticked(
    practitioner: Person, service_user: Person, card: str
) -> None:
    fresh = new_card()
    keep_together(practitioner, service_user, card)
    practitioner.adds("Ana", "Bo", ring="close")
    kept = practitioner.keeps_a_photograph(photographed(practitioner.page, 900, 600))
    practitioner.calls_the_photograph(NAME)
    practitioner.keeps_a_photograph(photographed(practitioner.page, 600, 900))
    practitioner.calls_the_photograph("With Bo on it")
    practitioner.sees_sent()
    sheet = practitioner.looks_at("Bo")
    practitioner.unfolds("When things change", within=sheet)
    practitioner.presses("Take Bo out everywhere", within=sheet)
    practitioner.reads("A photo of a paper map may still show the name")
    practitioner.closes_what_is_open()
    practitioner.begins_again_without("Bo", NAME, new_card=fresh, old_card=card)
    practitioner.sees_sent()
    assert practitioner.looks_at_the_photograph(NAME) == kept
    practitioner.closes_what_is_open()
    practitioner.opens_the_photographs()
    practitioner.does_not_read("With Bo on it")
