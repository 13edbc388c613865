/** Looking closer, and seeing more at once. A map opens as close as its names need; a choice stays until the app closes. */

import { signal } from '@preact/signals'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { ZOOMS, type Zoom } from './layout.ts'

/** What was asked for; null while the map decides. */
export const chosenZoom = signal<Zoom | null>(null)

/** What is shown. */
export const shownZoom = signal<Zoom>(1)

export function ZoomButtons() {
  const at = ZOOMS.indexOf(shownZoom.value)
  function go(step: -1 | 1): void {
    const next = ZOOMS[at + step]
    if (next === undefined) return
    chosenZoom.value = next
    announce(step === 1 ? words.map.zoomIn : words.map.zoomOut)
  }
  return (
    <span class="app-zoom">
      <Button label={words.map.zoomOut} off={at <= 0} onPress={() => go(-1)}>
        <Sign path="M5 12h14" />
      </Button>
      <Button label={words.map.zoomIn} off={at === ZOOMS.length - 1} onPress={() => go(1)}>
        <Sign path="M12 5v14M5 12h14" />
      </Button>
    </span>
  )
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
    </svg>
  )
}
