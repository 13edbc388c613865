"""B7: somebody is carried among three hundred, the processor slowed four times; and adding the 150th beside the 5th.

The frames that the page draws while a finger moves. In turn with it the same drawing in a page of its own, without the
app: one listener there moves one mark.
"""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import sleep
from typing import Final

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.figures import machine, ratio, show, spread, tell
from bench.processes import cores, kith_server
from bench.tablet import STATIC, slow, somebody
from e2e.people import Person

BUDGET_MS: Final = 1000 / 60
PERSON: Final = "svg g[data-person]"
MOVE_S: Final = 1 / 60
EARLY, LATE, EACH = 5, 150, 5

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
  const begins = mark.getAttribute('transform')
  let from = null
  addEventListener('pointerdown', (event) => { from = event }, true)
  addEventListener('pointermove', (event) => {
    if (from === null) return
    const [across, down] = [event.clientX - from.clientX, event.clientY - from.clientY]
    mark.setAttribute('transform', `translate(${across} ${down}) ${begins}`)
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
            early_ms, late_ms = fill(jo, options.people, options.throttle)
            plain = jo.device.context.new_page()
            plain.evaluate(PLAIN, jo.page.evaluate(DRAWING))
            ours_ms, plain_ms = list[float](), list[float]()
            for turn in range(options.drags):
                for page, found in ((jo.page, ours_ms), (plain, plain_ms)):
                    found += carried(page, options.seconds, options.throttle)
                tell(f"drag {turn + 1}: {len(ours_ms)} frames")
    rows = [
        ["among the app's people", spread(ours_ms, 1), p95(ours_ms), ratio([median95(ours_ms)], [median95(plain_ms)])],
        ["the same drawing, no app", spread(plain_ms, 1), p95(plain_ms), ""],
        ["budget", "", f"{BUDGET_MS:.1f}", ""],
    ]
    title = f"B7, {options.people} people, {options.throttle:g}× CPU throttle"
    show(title, ["frames", "ms", "p95", "p95 against it"], rows)
    rows = [
        [f"the {EARLY}th to {EARLY + EACH - 1}th", spread(early_ms), ""],
        [f"the {LATE}th to {LATE + EACH - 1}th", spread(late_ms), ratio(late_ms, early_ms)],
    ]
    show("Adding one, from sending the form to pixels", ["", "ms", "against the first"], rows)
    tell(machine("playwright"))


def fill(person: Person, people: int, throttle: float) -> tuple[list[float], list[float]]:
    """A map of so many; what adding an early and a late one took, in milliseconds."""
    person.opens_kith()
    person.starts_together()
    person.presses("Add someone")
    early_ms, late_ms = list[float](), list[float]()
    rings = ("closest", "close", "life", "life", "life", "close")
    for number in range(1, people + 1):
        if number % 50 == 1:
            ring = {"closest": "Closest", "close": "Close", "life": "In my life"}[rings[number // 50 % len(rings)]]
            person.chooses(ring, within=person.page.get_by_role("form", name="Add someone"))
        found = early_ms if EARLY <= number < EARLY + EACH else late_ms if LATE <= number < LATE + EACH else None
        slow(person.page, throttle if found is not None else 1)
        took_ms = float(person.page.evaluate(ADD, f"Person {number}"))
        if found is not None:
            found.append(took_ms)
    slow(person.page, 1)
    person.presses("That’s all for now")
    return early_ms, late_ms


def carried(page: Page, seconds: float, throttle: float) -> list[float]:
    """The frames, in milliseconds, while a finger carries the first person round."""
    page.bring_to_front()
    box = page.locator(PERSON).first.bounding_box()
    if box is None:
        raise RuntimeError("there is nobody on the map")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    slow(page, throttle)
    touch(session, "touchStart", x, y)
    page.evaluate(WATCH)
    for step in range(round(seconds / MOVE_S)):
        angle = step / 20
        touch(session, "touchMove", x + 60 * math.sin(angle), y + 60 * (1 - math.cos(angle)))
        sleep(MOVE_S / 2)
    frames_ms = [float(each) for each in page.evaluate(WATCHED)]
    session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    slow(page, 1)
    session.detach()
    return frames_ms


def touch(session: CDPSession, kind: str, x: float, y: float) -> None:
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})


def median95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[18]


def p95(values: Sequence[float]) -> str:
    return f"{median95(values):.1f}"


if __name__ == "__main__":
    main()
