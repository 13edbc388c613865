"""What one will not say before the other: in nothing that the two have, till its person puts it there."""

from pathlib import Path
from typing import Final

import pytest

from e2e.beginnings import keep_together, take_it_home
from e2e.device import CHROMIUM
from e2e.people import Person
from e2e.traces import Search
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from server.export import as_json
from tests.relay_process import RelayProcess

PERSON: Final = "Zquorvsolveig"
ONLY_FOR_SAM: Final = "zquorvtalksover"
WHERE_ELSE: Final = "zquorvadviceshop"


@pytest.fixture
def browser() -> str:
    return CHROMIUM


def types_only_for_oneself(sam: Person) -> None:
    """What is in the way and not for the other's eyes, and where else it could be said: on a phone of one's own."""
    own = sam.looks_at_what_is_only_for_oneself()
    sam.shows_that_it_is_them(own, "Write here", unlock="")
    sam.types_in(own.get_by_label("What is in the way?", exact=True), ONLY_FOR_SAM)
    sam.unfolds("Where else I can say it", within=own)
    sam.types_in(own.get_by_label("Who I would ask", exact=True), WHERE_ELSE)
    sam.closes_what_is_open()


def test_what_one_will_not_say_before_the_other_is_in_nothing_of_the_two(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    """Not in an opened record, not in an export, not on paper, till Sam puts it on the board with two presses."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.adds(PERSON, ring="close")
    jo.sees_sent()
    take_it_home(sam, card)
    types_only_for_oneself(sam)
    search = Search([PERSON, ONLY_FOR_SAM, WHERE_ELSE])
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    assert found_of_the_two(sam, search, tmp_path / "before") == {PERSON}
    own = sam.looks_at_what_is_only_for_oneself()
    sam.presses(f"Put it on the board: {ONLY_FOR_SAM}", within=own)
    sam.presses("Yes, put it there", within=own)
    sam.closes_what_is_open()
    sam.sees_sent()
    assert found_of_the_two(sam, search, tmp_path / "after") == {PERSON, ONLY_FOR_SAM}

    # Nor is any of it in plain at the server, or on the phone when that is put away.
    sam.device.closes()
    assert search.in_folder(server.stored.parent) | search.in_folder(sam.device.profile) == set()


def found_of_the_two(somebody: Person, search: Search, folder: Path) -> set[str]:
    """Which of these words are in opened records, in an export, or on paper."""
    reading = read_backup(somebody.takes_a_copy(folder).read_bytes(), COPY_WORDS)
    somebody.page.emulate_media(media="print")
    pieces = [*reading.updates, as_json(reading).encode(), somebody.page.content().encode()]
    somebody.page.emulate_media(media="screen")
    return {str(trace.word) for trace in search.in_all("what the two have", pieces)}
