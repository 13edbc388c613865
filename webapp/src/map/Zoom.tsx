/** Looking closer, seeing more, and the whole map: by buttons and by keys. Fingers do it in touch.ts. */

import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import type { Point } from './geometry.ts'
import { ZOOMS } from './layout.ts'
import { LEAST_ZOOM, lookAt, MOST_ZOOM, shownZoom } from './sight.ts'

type Way = 'closer' | 'more' | 'whole'

const KEYS: Readonly<Record<string, Way>> = { '+': 'closer', '=': 'closer', '-': 'more', '0': 'whole' }

/** A share of the zoom that nobody would see as a step. */
const ALIKE = 1.05

export function ZoomButtons() {
  const zoom = shownZoom.value
  return (
    <span class="app-zoom">
      <span class="app-zoom__more">
        <Button label={words.map.zoomOut} off={zoom <= LEAST_ZOOM} onPress={() => look('more')}>
          <Sign path="M5 12h14" />
        </Button>
      </span>
      <span class="app-zoom__closer">
        <Button label={words.map.zoomIn} off={zoom >= MOST_ZOOM} onPress={() => look('closer')}>
          <Sign path="M12 5v14M5 12h14" />
        </Button>
      </span>
      <span class="app-zoom__whole">
        <Button label={words.map.zoomWhole} off={zoom <= LEAST_ZOOM} onPress={() => look('whole')}>
          <Sign path="M9 4H4v5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
        </Button>
      </span>
    </span>
  )
}

/** Plus, minus and nought, wherever on the map the focus is, but for a field. */
export function zoomByKey(event: KeyboardEvent): void {
  const way = KEYS[event.key]
  const { target } = event
  const isTyping = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
  if (way === undefined || isTyping || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  look(way)
}

function look(way: Way): void {
  const zoom = shownZoom.peek()
  const next = {
    closer: ZOOMS.find((step) => step > zoom * ALIKE) ?? MOST_ZOOM,
    more: [...ZOOMS].reverse().find((step) => step < zoom / ALIKE) ?? LEAST_ZOOM,
    whole: LEAST_ZOOM,
  }[way]
  if (next === zoom) return
  lookAt(next, pickedSpot())
  announce({ closer: words.map.zoomIn, more: words.map.zoomOut, whole: words.map.zoomWhole }[way])
}

/** Whoever is picked up stays where they are in the window; nobody: undefined. */
function pickedSpot(): Point | undefined {
  const mark = document.querySelector('[data-person][aria-pressed="true"]')?.getBoundingClientRect()
  return mark && { x: mark.left + mark.width / 2, y: mark.top + mark.height / 2 }
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
    </svg>
  )
}
