/** When what a place shows is no longer what its log makes, and it has to be opened anew from the store. */

import { effect } from '@preact/signals-core'
import type { OpenPlace } from './open-place.ts'

/** Calls `then` once nothing of it is on the screen alone. Gives back how to stop. */
export function whenOver({ engine }: OpenPlace, then: () => void): () => void {
  return effect(() => {
    const isOver = ['DIGEST_WRONG', 'SAID_ANEW'].includes(engine.refusal.value ?? '')
    if (engine.state.value && isOver && engine.isSafe) queueMicrotask(then)
  })
}
