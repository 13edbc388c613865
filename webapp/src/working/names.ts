/** What the two call each other. Without names they are the colours of their hands. */

import type { By, Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'

export type Tone = 'blue' | 'green' | 'both'

/** The owner's hand is blue and round; every other's green and square; together teal. */
export function toneOf(by: By): Tone {
  if (by === 'both') return 'both'
  return by === 0 ? 'blue' : 'green'
}

export function callName(by: By, document: Pick<Document, 'names'>): string {
  if (by === 'both') return words.working.both
  const name = document.names[by]?.trim()
  if (name) return name
  return [words.working.blue, words.working.green][by] ?? words.working.more(by + 1)
}

/** Whose idea something was; '' where nobody said. */
export function whoseWords(whose: unknown, document: Pick<Document, 'names'>): string {
  if (whose === 'someone else') return words.working.whose.someoneElse
  return whose === 'both' || typeof whose === 'number' ? callName(whose, document) : ''
}

/** One letter or two for a small mark. Whole characters only. */
export function initials(name: string, most = 2): string {
  const parts = name.trim().split(/\s+/).filter(Boolean)
  return parts
    .slice(0, most)
    .map((part) => firstCharacter(part))
    .join('')
    .toLocaleUpperCase('en-GB')
}

/** Initials that are read and spoken as such: “A. B.” */
export function abbreviated(name: string): string {
  return Array.from(name.trim().split(/\s+/).filter(Boolean).slice(0, 2), (part) => `${initials(part, 1)}.`).join(' ')
}

/** Made once: that takes longer than using it for a hundred marks. Some browsers have none. */
const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : undefined

function firstCharacter(text: string): string {
  if (segmenter === undefined) return Array.from(text)[0] ?? ''
  const first = segmenter.segment(text)[Symbol.iterator]().next()
  return first.done ? '' : first.value.segment
}
