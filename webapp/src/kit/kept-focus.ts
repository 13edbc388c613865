/**
 * What had the focus and is gone from the screen hands it on: to the next thing where it stood, else to the title above. A browser
 * lets it fall to the page, and whoever hears the screen would begin at its top again. A finger or a mouse is where it is.
 */

/** Not a field: that would bring up a keyboard. */
const CONTROLS =
  'button, a[href], summary, select, input[type=radio], input[type=checkbox], [role=button], [role=group][tabindex="0"]'

interface Gap {
  /** What it stood in, the innermost first. */
  readonly around: readonly Element[]
  readonly next: Node | null
  readonly previous: Node | null
}

/** The title of what lies in front. */
export function restInFront(): HTMLElement | null {
  const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
  return titleIn(front)
}

export function keepFocus(): void {
  let held: Element | null = null
  let around: readonly Element[] = []
  let gap: Gap | null = null
  let isPointing = false

  function handOn(): void {
    if (gap === null || !isNowhere()) return
    const heir = held?.isConnected === true ? held : heirOf(gap)
    if (heir instanceof HTMLElement || heir instanceof SVGElement) heir.focus()
  }

  document.addEventListener('focusin', ({ target }) => {
    held = target instanceof Element ? target : null
    around = held === null ? [] : [...ancestorsOf(held)]
    gap = null
  })
  document.addEventListener('pointerdown', () => (isPointing = true), { capture: true })
  document.addEventListener('keydown', () => (isPointing = false), { capture: true })
  new MutationObserver((records) => {
    if (isPointing || held === null || !isNowhere()) return
    const torn = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(held)))
    gap ??= torn === undefined ? null : { around, next: torn.nextSibling, previous: torn.previousSibling }
    // Where a view says itself what has the focus next, it has done so by then.
    if (gap !== null) requestAnimationFrame(() => setTimeout(handOn))
  }).observe(document.documentElement, { childList: true, subtree: true })
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

const isShown = (one: Element): boolean => one.getClientRects().length > 0

const titleIn = (part: ParentNode): HTMLElement | null =>
  [...part.querySelectorAll<HTMLElement>('[data-rest]')].find(isShown) ?? null

function heirOf({ around, next, previous }: Gap): Element | null {
  let [after, before] = [next, previous]
  for (const part of around) {
    if (!part.isConnected) continue // it went with what had the focus
    const title = titleIn(part)
    const beside = firstFrom(after, 'nextSibling', part) ?? firstFrom(before, 'previousSibling', part)
    if (title !== null || beside !== null) return title ?? beside
    ;[after, before] = [part.nextSibling, part.previousSibling]
  }
  return restInFront()
}

/** The first control in any of these, one after the other, all inside `part`. */
function firstFrom(start: Node | null, way: 'nextSibling' | 'previousSibling', part: Element): Element | null {
  for (let node = start; node !== null && part.contains(node); node = node[way]) {
    if (!(node instanceof Element)) continue
    const all = [...(node.matches(CONTROLS) ? [node] : []), ...node.querySelectorAll(CONTROLS)]
    const found = all.find(isShown)
    if (found !== undefined) return found
  }
  return null
}

function* ancestorsOf(one: Element): Iterable<Element> {
  for (let part = one.parentElement; part !== null; part = part.parentElement) yield part
}
