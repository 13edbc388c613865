"""Five smoke tests in WebKit: the engine of every browser on an iPad and an iPhone."""

from collections.abc import Iterator
from itertools import count
from os import urandom
from pathlib import Path

import pytest

from e2e.at_the_door import UNLOCK
from e2e.webkit import WebKitTablet, display, webkit
from sync.card import CardSecret
from tests.relay_process import RelayProcess, free_port

READY = """(async () => {
  for (let look = 0; look < 100; look += 1) {
    const worker = await navigator.serviceWorker.getRegistration()
    if (worker?.active && navigator.serviceWorker.controller) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
})()"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RelayProcess]:
    """At localhost: WebKit asks the system's resolver, which need not know of kith.localhost."""
    relay = RelayProcess(tmp_path, free_port(), {})
    try:
        relay.start()
        yield relay
    finally:
        relay.end()


@pytest.fixture
def tablet(screen: str, server: RelayProcess) -> Iterator[WebKitTablet]:
    with webkit(screen) as started:
        started.opens(server.origin)
        yield started


@pytest.fixture
def card() -> str:
    """The twelve words of a card whose private key begins with a zero byte, which WebKitGTK's own curves refuse."""
    drawn = (CardSecret.new(urandom) for _ in count())
    return " ".join(next(each for each in drawn if each.keys().device.signing.private[0] == 0).words())


def starts_with(tablet: WebKitTablet, name: str) -> None:
    tablet.presses("Start together")
    tablet.presses("+ Add someone")
    tablet.writes_in("Who or what?", name)
    tablet.presses("That’s all for now")
    tablet.sees_on_the_map(name)


def keeps_it(tablet: WebKitTablet, card: str | None) -> None:
    tablet.presses("Keep this?")
    tablet.presses("Use my own words")
    tablet.pastes_in("Your own words", UNLOCK)
    tablet.presses("Next")
    if card is None:
        tablet.presses("No card today")
    else:
        tablet.pastes_in("The twelve words", card)
        tablet.presses("Use this card")
    tablet.presses("Keep it")
    tablet.presses("Done")
    tablet.reads("Saved here")


def locks_and_unlocks(tablet: WebKitTablet) -> None:
    tablet.presses("More")
    tablet.presses("Lock now")
    tablet.pastes_in("The words that open Kith here", UNLOCK)
    tablet.presses("Open")


def test_it_opens(tablet: WebKitTablet) -> None:
    tablet.reads("Kith is for two people who sit side by side.")


def test_the_first_person_is_on_the_map(tablet: WebKitTablet) -> None:
    starts_with(tablet, "Ana")


def test_what_is_kept_is_there_after_the_lock(tablet: WebKitTablet) -> None:
    starts_with(tablet, "Ana")
    keeps_it(tablet, None)
    locks_and_unlocks(tablet)
    tablet.sees_on_the_map("Ana")


def test_it_works_with_no_server(tablet: WebKitTablet, server: RelayProcess) -> None:
    assert tablet.asks(READY) is True
    server.kill()
    tablet.opens(server.origin)
    starts_with(tablet, "Ana")
    keeps_it(tablet, None)
    locks_and_unlocks(tablet)
    tablet.sees_on_the_map("Ana")


def test_two_tablets_are_live(tablet: WebKitTablet, server: RelayProcess, screen: str, card: str) -> None:
    starts_with(tablet, "Ana")
    keeps_it(tablet, card)
    tablet.reads("Sent")
    with webkit(screen) as other:
        other.opens(server.origin)
        other.presses("I have a card")
        other.pastes_in("The twelve words", card)
        other.presses("Use this card")
        other.chooses("My phone locks itself")
        other.presses("Open it")
        other.sees_on_the_map("Ana")
        other.presses("+ Add someone")
        other.writes_in("Who or what?", "Bo")
        tablet.sees_on_the_map("Bo")
