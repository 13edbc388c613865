/**
 * Where a place was begun anew, what somebody noted for themselves beside the one before is beside this one from then on: as soon as
 * their own place is open, and not only when they turn to the page that it is on. Another beginning would leave it behind.
 */

import { effect } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenOwn } from '../device/own.ts'
import { bringColumnAlong } from '../going/column-actions.ts'
import { type About, bringAlong } from './actions.ts'
import { bringKindsAlong } from './in-the-way.ts'

/** Notes about people, what is in the way, and the column of the one who helps. */
export function bringAllAlong(
  { document: own, beside: place, before }: Pick<OpenOwn, 'document' | 'beside' | 'before'>,
  people: readonly About['person'][],
): void {
  bringKindsAlong(own, before, place)
  bringColumnAlong(own, before, place)
  bringAlong(own, { place, people })
}

/** As it opens, and as more comes from another device. Gives back how to stop. */
export function watchComingAlong(): () => void {
  return effect(() => {
    const own = kith.own.stage.value
    const pair = kith.stage.value
    if (own.name !== 'open' || pair.name !== 'open' || own.before === '') return
    const { people } = pair.space.document.snapshot.value
    void own.document.snapshot.value
    queueMicrotask(() => {
      if (kith.own.stage.peek() === own) bringAllAlong(own, people)
    })
  })
}
