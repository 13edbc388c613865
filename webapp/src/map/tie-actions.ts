/** Who knows whom: tied, tied strongly, or not. */

import type { By, Tie, TieStrength } from '../../../sync/document.ts'
import { change, current } from '../document/current.ts'
import { found } from '../document/deeds.ts'
import { compareText } from '../document/order.ts'
import type { Outcome } from '../document/outcomes.ts'

/** They know each other. `by` is the hand, where two work at once on one screen; else the pen's. */
export function tie(one: string, other: string, by?: By): Outcome {
  return write(one, other, 'tie', by)
}

/** They know each other well: a strong tie, or again one like others. */
export function setTieStrength(one: string, other: string, strength: Exclude<TieStrength, ''>, by?: By): Outcome {
  return write(one, other, strength, by)
}

export function untie(one: string, other: string, by?: By): Outcome {
  return write(one, other, '', by)
}

/** What a tap on one and then the other does: ties them, or takes the tie away. */
export function tieOrUntie(one: string, other: string, by?: By): Outcome {
  const ties = current.peek()?.snapshot.peek().ties ?? []
  return write(one, other, tieBetween(ties, one, other) === null ? 'tie' : '', by)
}

/** The tie between two, whichever is named first; null where there is none. */
export function tieBetween(ties: readonly Tie[], one: string, other: string): Tie | null {
  const [a, b] = compareText(one, other) < 0 ? [one, other] : [other, one]
  return ties.find((each) => each.a === a && each.b === b) ?? null
}

/** Ids of everyone who is tied to somebody. */
export function tiedTo(ties: readonly Tie[], id: string): ReadonlySet<string> {
  return new Set(ties.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : [])))
}

function write(one: string, other: string, strength: TieStrength, by?: By): Outcome {
  if (one === other || !(found('people', one) && found('people', other))) return { refused: 'gone' }
  const [a, b] = compareText(one, other) < 0 ? [one, other] : [other, one]
  return change(strength === '' ? 'untie' : 'tie', (draft) => draft.write('ties', `${a}/${b}`, strength), by)
}
