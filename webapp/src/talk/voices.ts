/** Whose voice it is: who can answer on this device just now, and who reads aloud or writes for them. */

import { effect, signal } from '@preact/signals'
import type { Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

/** Who reads aloud, or writes down what somebody points at; '' for nobody. In memory, for as long as the place is open. */
export const through = signal('')

effect(() => {
  if (current.value !== null || through.peek() !== '') through.value = ''
})

/** Those whose own words may be written here: both where both hold the pen, else whoever holds it. */
export function voicesHere(document: Pick<Document, 'names'>): readonly number[] {
  const pen = current.value?.pen.value ?? 'both'
  return pen === 'both' ? document.names.map((_, member) => member) : [pen]
}

/** Who reads what is written here, and that nobody else does. */
export function whoReads(document: Pick<Document, 'names'>): string {
  const [only, another] = voicesHere(document)
  if (only === undefined || another !== undefined) return words.talk.nobodyWatchesBoth
  return words.talk.nobodyWatches(callName(only === 0 ? 1 : 0, document))
}
