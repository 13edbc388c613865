/** The browser is asked to leave alone what is kept here. */

import { computed, effect } from '@preact/signals-core'
import type { SharedDocument } from '../../document/shared-document.ts'
import type { Surroundings } from '../surroundings.ts'

/** Once there is something to lose: whoever put it there has just touched the screen. Nobody waits for the answer. */
export function askToStay({ snapshot }: SharedDocument, around: Surroundings): () => void {
  const hasSomething = computed(() => {
    const { people, goals, steps } = snapshot.value
    return people.length + goals.length + steps.length > 0
  })
  return effect(() => {
    if (hasSomething.value) around.persist()
  })
}
