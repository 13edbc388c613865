"""B8: a finger lifts from a tablet, and the person stands in the new place on the other one.

Two browsers that share a kept partnership over a real server. From the time that the browser gives to the lifting to
the frame that shows the move on the other side. In turn with it, the round trip that the budget is held against: one
message of a record's size from page to page over the bare relay, and back.
"""

import argparse
import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.figures import ratio, show, spread, tell
from bench.processes import NODE, cores, kith_server, rival_server
from bench.tablet import STATIC, await_map, keeps_a_map, somebody
from e2e.people import Person
from sync.card import CardSecret

FRAMES_MS: Final = 2 * 1000 / 60
RECORD_BYTES: Final = 512
PERSON: Final = "g[data-person]"
STEPS: Final = 8
TURNS: Final = 24  # so many places round the ring

NOTE_LIFTING: Final = """() => {
  window.addEventListener('pointerup', (event) => { window.liftedAt = performance.timeOrigin + event.timeStamp }, true)
}"""
# a render comes between frames, so the frame after it is the first that shows it; the message comes after that frame
NOTE_MOVE: Final = """() => {
  const person = document.querySelector('g[data-person]')
  window.moved = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        channel.port2.postMessage(0)
      })
    })
    observer.observe(person, { attributeFilter: ['transform'] })
  })
}"""
DIAL: Final = """([address, answers]) => new Promise((resolve, reject) => {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  socket.onerror = () => reject(new Error('the relay does not answer'))
  socket.onopen = () => resolve()
  socket.onmessage = ({ data }) => {
    const isDelivery = new Uint8Array(data)[0] === 1
    if (isDelivery && answers) socket.send(data.slice(5))
    else if (isDelivery) window.heard(performance.now())
  }
  window.relay = socket
})"""
ROUND_TRIP: Final = """async (size) => {
  const heard = new Promise((resolve) => { window.heard = resolve })
  const started = performance.now()
  window.relay.send(new Uint8Array(size))
  return (await heard) - started
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", type=Path, default=STATIC, help="the built web app (server/static)")
    parser.add_argument("--seconds", type=float, default=60, help="begin no move after so long (60)")
    parser.add_argument("--moves", type=int, default=30, help="how often the finger lifts (30)")
    options = parser.parse_args()
    started = perf_counter()
    core, _ = cores()
    moves_ms, trips_ms = list[float](), list[float]()
    with TemporaryDirectory(prefix="kith-bench-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        settings = {"KITH_STATIC": str(options.static.resolve())}
        with (
            kith_server(folder, core, settings) as relay,
            rival_server(NODE, "bare.mjs", folder, core) as bare,
            somebody(playwright, folder / "one", relay.origin) as jo,
            somebody(playwright, folder / "other", relay.origin) as sam,
        ):
            trip = round_trips(jo.device.context.new_page(), sam.device.context.new_page(), bare.port)
            here, there = share_a_map(jo, sam)
            here.evaluate(NOTE_LIFTING)
            finger = Finger(here)
            for turn in range(options.moves + 1):
                if perf_counter() - started > options.seconds and moves_ms:
                    break
                trip_ms, move_ms = trip(), moved_ms(finger, there, turn)
                if turn > 0:  # the first of both warms up
                    trips_ms.append(trip_ms)
                    moves_ms.append(move_ms)
    tell(f"{len(moves_ms)} moves")
    report(moves_ms, trips_ms)


def share_a_map(jo: Person, sam: Person) -> tuple[Page, Page]:
    """A kept partnership, open on both tablets, with one person on the map."""
    card = " ".join(CardSecret.new(os.urandom).words())
    for person in (jo, sam):
        person.device.context.pages[0].bring_to_front()
    keeps_a_map(jo, ["Kim"], card)
    sam.opens_kith()
    sam.has_a_card(card)
    await_map(sam.page)
    jo.presses("All right")  # the news that a card was used lies over the map
    return jo.page, sam.page


def round_trips(one: Page, other: Page, port: int) -> Callable[[], float]:
    """Measures one, in milliseconds, each time it is called."""
    address = f"ws://127.0.0.1:{port}/pair"
    other.evaluate(DIAL, [address, True])
    one.evaluate(DIAL, [address, False])
    return lambda: float(one.evaluate(ROUND_TRIP, RECORD_BYTES))


class Finger:
    """A finger on the first person of a map."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession = page.context.new_cdp_session(page)

    def drag(self, turn: int) -> float:
        """Takes the person to another place on the same ring; when it lifted, in milliseconds of the day."""
        person = self._page.locator(PERSON).first.bounding_box()
        rings = self._page.locator("svg:has(g[data-person])").first.bounding_box()
        if person is None or rings is None:
            raise RuntimeError("there is nobody on the map")
        x, y = person["x"] + person["width"] / 2, person["y"] + person["height"] / 2
        middle_x, middle_y = rings["x"] + rings["width"] / 2, rings["y"] + rings["height"] / 2
        reach, angle = math.hypot(x - middle_x, y - middle_y), 7 * turn * math.tau / TURNS
        to_x, to_y = middle_x + reach * math.sin(angle), middle_y - reach * math.cos(angle)
        self._touch("touchStart", x, y)
        for step in range(1, STEPS + 1):
            self._touch("touchMove", x + (to_x - x) * step / STEPS, y + (to_y - y) * step / STEPS)
        self._session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        return float(self._page.evaluate("window.liftedAt"))

    def _touch(self, kind: str, x: float, y: float) -> None:
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})


def moved_ms(finger: Finger, there: Page, turn: int) -> float:
    """From lifting to pixels."""
    there.evaluate(NOTE_MOVE)
    lifted_at = finger.drag(turn)
    return float(there.evaluate("window.moved")) - lifted_at


def report(moves_ms: Sequence[float], trips_ms: Sequence[float]) -> None:
    budgets = [trip + FRAMES_MS for trip in trips_ms]
    rows = [
        ["finger up to pixels", spread(moves_ms, 1), p95(moves_ms), ratio(moves_ms, budgets)],
        ["raw round trip, page to page and back", spread(trips_ms, 1), p95(trips_ms), ""],
        ["that round trip and two frames", spread(budgets, 1), p95(budgets), ""],
    ]
    show("B8", ["way", "ms", "p95", "against the budget"], rows)


def p95(values: Sequence[float]) -> str:
    return f"{quantiles(values, n=20)[18]:.1f}"


if __name__ == "__main__":
    main()
