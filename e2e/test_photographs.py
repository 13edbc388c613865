"""A map on paper, photographed: to copy from later, or never (row 2.10)."""

from e2e.beginnings import keep_together, take_it_home
from e2e.paper_map import ARTIST, COMMENT, NORTH, as_a_camera_gives_it, photographed, samples, segments
from e2e.people import Person
from e2e.traces import Search
from tests.relay_process import RelayProcess

EXIF, COMMENTED = 0xE1, 0xFE
NAME = "Our kitchen paper"


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
