"""The same screen as others see it: turned, with letters twice as large, in the colours that a reader has chosen."""

from collections.abc import Iterator
from typing import Final

from e2e.people import Person

COMMON_PX: Final = 16
"""A browser's letters where nobody has chosen a size."""

SMALL_PX: Final = 480
"""Not wider than a phone."""

IS_ON_THE_MAP: Final = "document.querySelector('main .app-map, .app-table') !== null"

# What lies beyond the edge of the screen, or is cut off by what it stands in, where it cannot be scrolled to.
CUT: Final = """(() => {
  const top = [...document.querySelectorAll('dialog[open]')].pop() ?? document
  const wrong = []
  const said = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 60)
  for (const one of top.querySelectorAll('h1, h2, h3, p, button, label, legend, input, textarea, summary')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('svg, .app-hidden, .app-skip')) continue
    const box = one.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) continue
    if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden') {
      if (!['INPUT', 'TEXTAREA'].includes(one.tagName)) wrong.push(`cut: ${said(one)}`)
    }
    let [left, right] = [0, innerWidth]
    for (let around = one.parentElement; around !== null; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around)
      if (overflowX === 'auto' && around.scrollWidth > around.clientWidth + 1) [left, right] = [-Infinity, Infinity]
      if (overflowX !== 'hidden' && overflowX !== 'clip') continue
      const edge = around.getBoundingClientRect()
      if (edge.width > 1) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
    }
    if (box.left < left - 1 || box.right > right + 1) wrong.push(`beyond the edge: ${said(one)}`)
  }
  for (const one of document.getAnimations()) if (one.playState === 'running') wrong.push('something moves by itself')
  return JSON.stringify(wrong)
})()"""

# What is chosen, in colours that are not ours: edge, letters or a sign tell it from its neighbours, never colour alone.
CHOSEN: Final = """(() => {
  const top = [...document.querySelectorAll('dialog[open]')].pop() ?? document
  const wrong = []
  const drawn = (one) => {
    const style = getComputedStyle(one)
    const edges = [style.borderTopWidth, style.borderTopStyle, style.borderBottomWidth, style.borderBottomStyle]
    return [...edges, style.outlineStyle, style.fontWeight, style.textDecorationLine].join(' ')
  }
  const shown = (one) => (one.matches('input') ? (one.closest('label') ?? one) : one)
  const hasSign = (one) => one.matches('input') && getComputedStyle(one).opacity !== '0' &&
    getComputedStyle(one).appearance !== 'none'
  const groups = [['[role=tab]', '[aria-selected=true]'], ['input[type=radio]', ':checked'],
    ['input[type=checkbox]', ':checked'], ['button[aria-pressed]', '[aria-pressed=true]']]
  for (const [all, chosen] of groups) {
    const peers = [...top.querySelectorAll(all)].filter((one) => shown(one).checkVisibility())
    for (const one of peers.filter((peer) => peer.matches(chosen))) {
      const other = peers.find((peer) => !peer.matches(chosen) && shown(peer).className.split(' ')[0] ===
        shown(one).className.split(' ')[0])
      if (other && !hasSign(one) && drawn(shown(one)) === drawn(shown(other)))
        wrong.push(`chosen, and looks like the others: ${shown(one).textContent.trim().slice(0, 60)}`)
    }
  }
  for (const mark of top.querySelectorAll('svg [role=button][aria-pressed=true]'))
    if (document.querySelector('.app-figure__lift, .app-ties__from') === null)
      wrong.push(`picked up, and looks like the others: ${mark.getAttribute('aria-label')}`)
  return JSON.stringify(wrong)
})()"""

# Whatever has the focus on the map, or in the sheet over it, is seen in colours that are not ours: a line is drawn that
# was not there before. Beside the map, a goal that has the focus lifts whoever is in it: there nothing is focused.
FOCUS: Final = """(() => {
  const sheet = [...document.querySelectorAll('dialog[open]')].pop()
  const maps = [...document.querySelectorAll('.app-map, .app-table')]
  const parts = sheet ? [sheet] : maps.length > 0 ? maps : [document]
  const wrong = []
  const isLine = (style, width, colour) => style !== 'none' && parseFloat(width) >= 2 && colour !== 'rgba(0, 0, 0, 0)'
  const lines = (one) => [one.closest('label'), one, ...one.querySelectorAll('*')].filter(Boolean).map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = getComputedStyle(part)
    return isLine(outlineStyle, outlineWidth, outlineColor) ||
      (part instanceof SVGGeometryElement && isLine(stroke, strokeWidth, stroke))
  })
  const before = document.activeElement
  const controls = 'button, a[href], input, textarea, select, summary, [role=button], [tabindex="0"]'
  for (const one of parts.flatMap((part) => [...part.querySelectorAll(controls)])) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue
    before?.blur?.()
    document.activeElement?.blur?.()
    const without = lines(one)
    one.focus({ preventScroll: true })
    if (document.activeElement !== one) continue
    if (!lines(one).some((drawn, at) => drawn && !without[at]))
      wrong.push((one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 60))
  }
  document.activeElement?.blur?.()
  before?.focus?.({ preventScroll: true })
  return JSON.stringify(wrong)
})()"""


FORCED: Final = "forced colours"


def other_ways(person: Person) -> Iterator[str]:
    """The name of each way, while it is seen so; as it was afterwards. Letters are large where that is hardest.

    Forced colours come last: there keys are pressed, by which a sheet that asks whether anybody is there would close.
    """
    screen, page, tools = person.device.screen, person.page, person.device.tools()
    page.set_viewport_size({"width": screen.height, "height": screen.width})
    yield "turned"
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    if screen.width <= SMALL_PX:
        tools.send("Page.setFontSizes", {"fontSizes": {"standard": 2 * COMMON_PX, "fixed": 2 * COMMON_PX}})
        yield "letters twice as large"
        tools.send("Page.setFontSizes", {"fontSizes": {"standard": COMMON_PX, "fixed": COMMON_PX}})
    page.emulate_media(forced_colors="active")
    yield FORCED
    page.emulate_media(forced_colors="none")
