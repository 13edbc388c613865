"""The browser killed again and again while somebody types, with no server: what is on the disk is all there is.

Each time everything opens again, and no more is missing than the last second of typing: also where Chromium throws all
of it away after a kill in the middle of one write, which is counted (webapp/README.md). Ten times here;
`KITH_KILLS=50 .venv/bin/python -m pytest -s e2e/test_killed_browser.py` as often as was promised, or more.
"""

import os
import time
from random import Random
from threading import Timer

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.device import end_at_once
from e2e.leveldb import LOG_BLOCK_BYTES, torn, torn_at
from e2e.people import Person
from tests.relay_process import RelayProcess

KILLS = int(os.environ.get("KITH_KILLS", "10"))
WRITTEN_BEFORE = "Coffee"
LOST_AT_MOST_S = 1.0
EARLIEST_S, LATEST_S = 0.3, 1.5
LETTERS = "abcdefghij klmnop é👋"


class Life:
    """What somebody typed from one opening to the next kill, and when."""

    def __init__(self, before: str) -> None:
        self.text = before
        self.typed: list[tuple[float, str]] = [(0.0, before)]
        self.shown_as_saved = before
        self.killed_at = 0.0

    def may_be_found(self, found: str) -> bool:
        """All that was typed in time, all that was said to be saved, and nothing that was not typed."""
        kept = (self.typed_in_time, self.shown_as_saved)
        return self.text.startswith(found) and all(map(found.startswith, kept))

    @property
    def typed_in_time(self) -> str:
        return [text for at, text in self.typed if at <= self.killed_at - LOST_AT_MOST_S or at == 0.0][-1]

    def lost_s(self, found: str) -> float:
        """How long before the kill the first letter that is missing had been typed."""
        return max((self.killed_at - at for at, text in self.typed if len(text) > len(found)), default=0.0)


def types_until_killed(somebody: Person, before: str, chance: Random) -> Life:
    life = Life(before)
    somebody.types_in(somebody.words_of_goal(), "")
    pids = somebody.device.pids

    def kill() -> None:
        life.killed_at = time.monotonic()
        end_at_once(pids)

    killing = Timer(chance.uniform(EARLIEST_S, LATEST_S), kill)
    killing.start()
    try:
        while True:
            life.text += chance.choice(LETTERS)
            somebody.page.keyboard.insert_text(life.text[-1])
            life.typed.append((time.monotonic(), life.text))
            if somebody.is_saved():
                life.shown_as_saved = life.typed[-1][1]
    except PlaywrightError:
        killing.join()
    somebody.device.closes()
    return life


@pytest.mark.timeout(120 + 30 * KILLS)
@pytest.mark.parametrize("kills", [KILLS], ids=lambda kills: f"{kills} times")
def test_killed_while_typing(
    kills: int, server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.wishes(WRITTEN_BEFORE)
    practitioner.sees_saved()
    practitioner.sees_sent()
    # Chromium writes down for good which storage it has only some half minute after it first made any: killed before,
    # it may begin with an empty one. Until the browser has once been closed, a fresh tablet is not yet a safe place.
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    server.kill()
    chance = Random(f"killed {kills} times")
    found, worst_s, torn = WRITTEN_BEFORE, 0.0, 0
    for at in range(kills):
        life = types_until_killed(practitioner, found, chance)
        torn += practitioner.device.was_torn()
        practitioner.opens_kith()
        practitioner.unlocks()
        expect(practitioner.words_of_goal()).to_be_visible()
        found = practitioner.words_of_goal().input_value()
        assert life.may_be_found(found), f"kill {at}: {life.text!r} became {found!r}"
        worst_s = max(worst_s, life.lost_s(found))
    said = f"{kills} kills, {torn} writes torn, {len(found)} letters"
    print(f"{said}; at most the last {worst_s * 1000:.0f} ms of typing were lost")

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    take_it_home(service_user, card)
    expect(service_user.words_of_goal()).to_have_value(found)


def test_a_torn_write_is_told_from_a_whole_log() -> None:
    piece = bytes(4) + (5).to_bytes(2, "little") + b"\x01" + b"words"
    blocks = LOG_BLOCK_BYTES // len(piece) * piece  # leaves less than a header to the end of its block
    padded = blocks + bytes(LOG_BLOCK_BYTES - len(blocks))
    for whole in (b"", piece * 3, padded, padded + piece):
        assert torn_at(whole) is None
        assert torn_at(torn(whole)) is not None
        assert [torn_at(whole + piece[:some]) for some in (1, 7, 11)] == [len(whole)] * 3
