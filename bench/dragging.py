"""B7: somebody is carried among three hundred, the processor slowed four times; and adding the 150th beside the 5th.

The frames that the page draws while a finger moves. In turn with it the same drawing in a page of its own, without the
app: one listener there moves one mark. Beside the clock stands what the page's main thread has worked itself.
"""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import sleep
from typing import Final, NamedTuple

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.figures import machine, ratio, show, spread, tell
from bench.processes import cores, kith_server
from bench.tablet import STATIC, Own, slow, somebody
from e2e.people import Person

BUDGET_MS: Final = 1000 / 60
PERSON: Final = "svg g[data-person]"
MOVE_S: Final = 1 / 60
EARLY, LATE, EACH = 5, 150, 5

# After what was added is on the screen: what the page still does then is part of adding.
TWO_FRAMES: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"

DRAWING: Final = """() => {
  const svg = document.querySelector('svg:has(g[data-person])')
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)
  return [rules.join('\\n'), svg.outerHTML]
}"""
PLAIN: Final = """([css, svg]) => {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  document.body.innerHTML = svg
  const mark = document.querySelector('g[data-person]')
  let from = null
  addEventListener('pointerdown', (event) => { from = event }, true)
  addEventListener('pointermove', (event) => {
    if (from === null) return
    const [across, down] = [event.clientX - from.clientX, event.clientY - from.clientY]
    mark.setAttribute('transform', `translate(${across} ${down})`)
  }, true)
  document.documentElement.style.touchAction = 'none'
}"""
WATCH: Final = """() => {
  window.frames_ms = []
  let last = null
  window.watching = true
  const frame = (now) => {
    if (last !== null) window.frames_ms.push(now - last)
    last = now
    if (window.watching) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}"""
WATCHED: Final = "() => { window.watching = false; return window.frames_ms }"
ADD: Final = """(name) => new Promise((resolve) => {
  const field = document.querySelector('form input[type=text]')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, name)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  requestAnimationFrame(() => {
    const started = performance.now()
    const before = document.querySelectorAll('g[data-person]').length
    field.form.requestSubmit()
    const look = () => {
      if (document.querySelectorAll('g[data-person]').length === before) return requestAnimationFrame(look)
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(performance.now() - started)
      channel.port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
})"""


class Took(NamedTuple):
    """By the clock, and of the page's own work, in milliseconds: one figure for each time that it was done."""

    clock_ms: list[float]
    own_ms: list[float]

    def add(self, clock_ms: float, own_ms: float) -> None:
        self.clock_ms.append(clock_ms)
        self.own_ms.append(own_ms)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", type=Path, default=STATIC, help="the built web app (server/static)")
    parser.add_argument("--people", type=int, default=300, help="how many are on the map (300)")
    parser.add_argument("--drags", type=int, default=5, help="of each kind (5)")
    parser.add_argument("--seconds", type=float, default=2, help="how long one is carried (2)")
    parser.add_argument("--throttle", type=float, default=4, help="how much slower than this machine (4)")
    options = parser.parse_args()
    core, _ = cores()
    with TemporaryDirectory(prefix="kith-bench-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        settings = {"KITH_STATIC": str(options.static.resolve())}
        with (
            kith_server(folder, core, settings) as relay,
            somebody(playwright, folder / "one", relay.origin) as jo,
        ):
            early, late = fill(jo, options.people, options.throttle)
            plain = jo.device.context.new_page()
            plain.evaluate(PLAIN, jo.page.evaluate(DRAWING))
            ours, bare = Took([], []), Took([], [])
            for turn in range(options.drags):
                for page, found in ((jo.page, ours), (plain, bare)):
                    frames_ms, own_ms = carried(page, options.seconds, options.throttle)
                    found.clock_ms.extend(frames_ms)
                    found.own_ms.append(own_ms / len(frames_ms))
                tell(f"drag {turn + 1}: {len(ours.clock_ms)} frames")
    rows = [
        [
            "among the app's people",
            *(spread(ours.clock_ms, 1), p95(ours.clock_ms)),
            ratio([median95(ours.clock_ms)], [median95(bare.clock_ms)]),
            *(spread(ours.own_ms, 1), ratio(ours.own_ms, bare.own_ms)),
        ],
        ["the same drawing, no app", spread(bare.clock_ms, 1), p95(bare.clock_ms), "", spread(bare.own_ms, 1), ""],
        ["budget", "", f"{BUDGET_MS:.1f}", "", "", ""],
    ]
    title = f"B7, {options.people} people, {options.throttle:g}× CPU throttle"
    show(title, ["frames", "ms", "p95", "p95 against it", "own work a frame, ms", "against it"], rows)
    rows = [
        [f"the {EARLY}th to {EARLY + EACH - 1}th", spread(early.clock_ms), "", spread(early.own_ms, 1), ""],
        [
            f"the {LATE}th to {LATE + EACH - 1}th",
            *(spread(late.clock_ms), ratio(late.clock_ms, early.clock_ms)),
            *(spread(late.own_ms, 1), ratio(late.own_ms, early.own_ms)),
        ],
    ]
    head = ["", "ms", "against the first", "own work, ms", "against the first"]
    show("Adding one, from sending the form to pixels", head, rows)
    tell(machine("playwright"))


def fill(person: Person, people: int, throttle: float) -> tuple[Took, Took]:
    """A map of so many; what adding an early and a late one took."""
    person.opens_kith()
    person.starts_together()
    person.presses("Add someone")
    early, late = Took([], []), Took([], [])
    own = Own(person.page)
    rings = ("closest", "close", "life", "life", "life", "close")
    for number in range(1, people + 1):
        if number % 50 == 1:
            ring = {"closest": "Closest", "close": "Close", "life": "In my life"}[rings[number // 50 % len(rings)]]
            person.chooses(ring, within=person.page.get_by_role("form", name="Add someone"))
        found = early if EARLY <= number < EARLY + EACH else late if LATE <= number < LATE + EACH else None
        slow(person.page, throttle if found is not None else 1)
        own.since_ms()
        clock_ms = float(person.page.evaluate(ADD, f"Person {number}"))
        if found is not None:
            person.page.evaluate(TWO_FRAMES)
            found.add(clock_ms, own.since_ms())
    slow(person.page, 1)
    person.presses("That’s all for now")
    return early, late


def carried(page: Page, seconds: float, throttle: float) -> tuple[list[float], float]:
    """While a finger carries the first person round, in milliseconds: the frames, and all of the page's own work."""
    page.bring_to_front()
    box = page.locator(PERSON).first.bounding_box()
    if box is None:
        raise RuntimeError("there is nobody on the map")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    slow(page, throttle)
    touch(session, "touchStart", x, y)
    page.evaluate(WATCH)
    own = Own(page)
    for step in range(round(seconds / MOVE_S)):
        angle = step / 20
        touch(session, "touchMove", x + 60 * math.sin(angle), y + 60 * (1 - math.cos(angle)))
        sleep(MOVE_S / 2)
    frames_ms = [float(each) for each in page.evaluate(WATCHED)]
    own_ms = own.since_ms()
    session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    slow(page, 1)
    session.detach()
    return frames_ms, own_ms


def touch(session: CDPSession, kind: str, x: float, y: float) -> None:
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})


def median95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[18]


def p95(values: Sequence[float]) -> str:
    return f"{median95(values):.1f}"


if __name__ == "__main__":
    main()
