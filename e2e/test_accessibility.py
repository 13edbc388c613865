"""Every screen and sheet, judged by axe against WCAG 2.2 A and AA, and every target large enough for a finger."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypedDict

import pytest

from e2e.conftest import Devices
from e2e.device import PHONE, TABLET, Screen
from e2e.every_screen import every_screen
from e2e.people import Person
from e2e.ways_of_seeing import CHOSEN, CUT, FOCUS, FORCED, IS_ON_THE_MAP, other_ways
from tests.relay_process import RelayProcess
from tests.sources import ROOT

AXE: Final = (ROOT / "webapp" / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ON_THE_MAP_PX: Final = 48
ELSEWHERE_PX: Final = 44
LEAST_PX: Final = 24  # WCAG 2.2, 2.5.8: for marks whose neighbours leave no more

# What lies half under a bar that stays is too small as it lies there: its size is judged where it is seen whole.
JUDGE: Final = """axe.run(document, {runOnly: %s, resultTypes: ['violations']})
  .then(async ({violations}) => {
    const isSmall = async ({target: [place]}) => {
      document.querySelector(place).scrollIntoView({block: 'center'})
      const rules = {type: 'rule', values: ['target-size']}
      const [again] = (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations
      return again !== undefined && again.nodes.some(({target}) => target[0] === place)
    }
    const found = []
    for (const {id, nodes} of violations) {
      const where = []
      for (const node of nodes) if (id !== 'target-size' || await isSmall(node)) where.push(node.html)
      if (where.length > 0) found.push({id, where})
    }
    return JSON.stringify(found)
  })"""

# What a finger can meet of each control, in CSS pixels. A field that its label surrounds is met through the label. Who
# stands on the map is felt for: half of ON_THE_MAP_PX to each side is still that mark, unless a neighbour is nearer.
MEASURE: Final = """(() => {
  const top = [...document.querySelectorAll('dialog[open]')].pop() ?? document
  const small = []
  const marks = [...top.querySelectorAll('svg [role=button]')]
  const middle = (one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return [x + width / 2, y + height / 2]
  }
  const distance = (one, other) => Math.hypot(...middle(one).map((at, axis) => at - middle(other)[axis]))
  const markAt = (x, y) => document.elementFromPoint(x, y)?.closest('svg [role=button]') ?? null
  const controls = 'button, a[href], input, textarea, select, summary, [role=button], [role=checkbox]'
  for (const one of top.querySelectorAll(controls)) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue
    const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
    if (width === 0 || height === 0) continue
    const called = one.getAttribute('aria-label') ?? one.textContent
    if (one.closest('svg') === null) {
      if (Math.min(width, height) < %d - 0.5) small.push(`${Math.round(width)} x ${Math.round(height)}: ${called}`)
      continue
    }
    const [across, down] = middle(one)
    const felt = (reach) => [[reach, 0], [-reach, 0], [0, reach], [0, -reach]].flatMap(([dx, dy]) => {
      const met = document.elementFromPoint(across + dx, down + dy)
      if (!one.closest('svg').contains(met)) return [] // the edge of what is in sight
      const isTheirs = met.closest('[data-hold]')?.dataset.hold === one.dataset.hold // the mark, or words about it
      return [isTheirs ? one : met.closest('[role=button]')]
    })
    if (markAt(across, down) !== one) continue // under the header or a button: to be reached by scrolling
    if (felt(%d).some((mark) => mark !== one)) small.push(`cannot be met on the map: ${called}`)
    const isAlone = marks.every((other) => other === one || distance(other, one) >= %d)
    if (isAlone && felt(%d).some((mark) => mark !== one)) small.push(`less than its room on the map: ${called}`)
  }
  return JSON.stringify(small)
})()"""

PIXELS: Final = (ELSEWHERE_PX, LEAST_PX // 2 - 1, ON_THE_MAP_PX, ON_THE_MAP_PX // 2 - 1)

# What a control reads is in what it is called, in that order: who speaks to the device says what they see.
NAMED: Final = """(() => {
  const top = [...document.querySelectorAll('dialog[open]')].pop() ?? document
  const wrong = []
  const plain = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim()
  const said = (one, left) => {
    const parts = []
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    for (let last = null; walk.nextNode(); last = walk.currentNode.parentElement) {
      const parent = walk.currentNode.parentElement
      if (parent.closest(left) !== null || !parent.checkVisibility({ visibilityProperty: true })) continue
      parts.push(parent === last ? '' : ' ', walk.currentNode.data)
    }
    return plain(parts.join(''))
  }
  for (const one of top.querySelectorAll('button, a[href], summary, [role=button]')) {
    if (one.closest('svg') !== null || !one.checkVisibility({ visibilityProperty: true })) continue
    const label = one.getAttribute('aria-label')
    const called = label === null ? said(one, '[aria-hidden=true]') : plain(label)
    const read = said(one, '.app-hidden, svg, .app-hand') // a hand's letter is a picture of whose it is
    if (read === '' || ` ${called} `.includes(` ${read} `)) continue
    wrong.push(`called otherwise than it reads, ${read}: ${called}`)
  }
  return JSON.stringify(wrong)
})()"""

PLANT: Final = """(() => {
  const button = document.createElement('button')
  Object.assign(button.style, { width: '9px', height: '9px', padding: 0, border: 0 })
  const side_by_side = document.createElement('div')
  const other = Object.assign(document.createElement('button'), { ariaLabel: 'go on', textContent: 'Next' })
  const unsaid = Object.assign(document.createElement('b'), { ariaHidden: 'true', textContent: 'sister' })
  const silent = document.createElement('button')
  silent.append('Ana ', unsaid)
  document.querySelector('main').append(other, silent)
  side_by_side.append(button, button.cloneNode())
  document.querySelector('main').append(new Image(), side_by_side)
})()"""

PLANT_OTHERWISE: Final = """(() => {
  const plant = (parent, tag, words, style) => {
    const one = Object.assign(document.createElement(tag), { textContent: words })
    Object.assign(one.style, style)
    parent.append(one)
    return one
  }
  const main = document.querySelector('main')
  const box = plant(main, 'div', '', { overflow: 'hidden', width: '99px' })
  plant(box, 'p', 'too wide', { width: '199px' }).animate([{ opacity: 0.9 }, { opacity: 1 }], 1e6)
  plant(main, 'h2', 'a long and narrow heading', { width: '50px', overflow: 'hidden', whiteSpace: 'nowrap' })
  plant(main, 'button', 'no line when in focus', { outline: 'none' })
  for (const words of ['first', 'second']) {
    const button = plant(main, 'button', words, { borderColor: words === 'first' ? 'red' : 'blue' })
    button.setAttribute('aria-pressed', words === 'first')
  }
})()"""

ACROSS: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Violation(TypedDict):
    """A rule that is broken, and the elements that break it."""

    id: str
    where: list[str]


def in_page(person: Person, script: str) -> object:
    """What a script answers. By the developer tools: the page's own policy lets nothing in, and it stays as it is."""
    tools = person.device.tools()
    answer = tools.send("Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def violations(person: Person) -> list[Violation]:
    if not in_page(person, "'axe' in window"):
        in_page(person, AXE)
    found: list[Violation] = json.loads(str(in_page(person, JUDGE % json.dumps(RULES))))
    return found


def small_targets(person: Person) -> list[str]:
    found: list[str] = json.loads(str(in_page(person, MEASURE % PIXELS)))
    return found


def called_otherwise(person: Person) -> list[str]:
    """What reads one thing on the screen and is called another (WCAG 2.5.3)."""
    found: list[str] = json.loads(str(in_page(person, NAMED)))
    return found


def cut_off(person: Person) -> list[str]:
    """What cannot be read, or only by scrolling sideways, and what moves by itself though nothing should."""
    found: list[str] = json.loads(str(in_page(person, CUT)))
    return found + (["scrolls sideways"] if in_page(person, ACROSS) != 0 else [])


def alike(person: Person) -> list[str]:
    """What is chosen and differs from what is not by its colour alone."""
    found: list[str] = json.loads(str(in_page(person, CHOSEN)))
    return found


def without_focus(person: Person) -> list[str]:
    """What has the focus, and nobody sees that it has."""
    person.page.keyboard.press("Tab")  # whoever comes by keys is shown where they are
    found: list[str] = json.loads(str(in_page(person, FOCUS)))
    person.page.keyboard.press("Shift+Tab")
    return found


def seen_otherwise(person: Person) -> Iterator[str]:
    """What is wrong with this screen for those who see it in another way."""
    for way in other_ways(person):
        if way == FORCED:  # in which nothing changes its place
            yield from (f"{way}: {one}" for one in alike(person))
            yield from (f"{way}: the focus is not seen on {one}" for one in without_focus(person))
            continue
        yield from (f"{way}: {one}" for one in cut_off(person))
        yield from (f"{way}: too small for a finger, {one}" for one in small_targets(person))


@pytest.mark.parametrize("screen", [TABLET, PHONE], ids=["tablet", "phone of 320 px"])
def test_every_screen(server: RelayProcess, devices: Devices, screen: Screen) -> None:
    jo, sam = Person("Jo", devices.new(screen)), Person("Sam", devices.new(screen))
    wrong: list[str] = []
    for name, whose in every_screen(server, jo, sam):
        wrong += [f"{name}: {one['id']} in {' '.join(one['where'])[:300]}" for one in violations(whose)]
        wrong += [f"{name}: too small for a finger, {one}" for one in small_targets(whose)]
        wrong += [f"{name}: {one}" for one in [*called_otherwise(whose), *cut_off(whose)]]
        if in_page(whose, IS_ON_THE_MAP):
            wrong += [f"{name}, {one}" for one in seen_otherwise(whose)]
    assert wrong == [], "\n".join(wrong)


def test_axe_finds_what_is_wrong(practitioner: Person) -> None:
    """The control: a picture with no words, two tiny buttons and two with another name, planted in the first screen."""
    practitioner.opens_kith()
    practitioner.sees_the_first_screen()
    assert called_otherwise(practitioner) == []
    in_page(practitioner, PLANT)
    assert {one["id"] for one in violations(practitioner)} >= {"image-alt", "button-name", "target-size"}
    assert [one for one in small_targets(practitioner) if one.startswith("9 x 9")]
    assert [one.split(", ")[1] for one in called_otherwise(practitioner)] == ["next: go on", "ana sister: ana"]


def test_what_is_cut_off_moves_differs_by_colour_alone_or_hides_the_focus_is_found(practitioner: Person) -> None:
    """The control of the other ways of seeing, planted in the first screen."""
    practitioner.opens_kith()
    practitioner.sees_the_first_screen()
    practitioner.page.emulate_media(forced_colors="active")
    assert cut_off(practitioner) == alike(practitioner) == without_focus(practitioner) == []
    in_page(practitioner, PLANT_OTHERWISE)
    expected = ["beyond the edge: too wide", "cut: a long and narrow heading", "something moves by itself"]
    assert sorted(cut_off(practitioner)) == expected
    assert alike(practitioner) == ["chosen, and looks like the others: first"]
    assert without_focus(practitioner) == ["no line when in focus"]


def test_the_copy_of_axe_is_the_locked_one() -> None:
    lock: dict[str, dict[str, dict[str, str]]] = json.loads(Path(ROOT / "webapp" / "package-lock.json").read_text())
    assert f"axe v{lock['packages']['node_modules/axe-core']['version']}" in AXE[:200]
