/** The wordings that were agreed on, and what can be known of words without understanding them. */

import type { Aim, Document, Yardstick } from '../../../sync/document.ts'

/** From the most to the least. */
export const LEVELS = ['much_better', 'better', 'hoped', 'less', 'much_less'] as const

export type Level = (typeof LEVELS)[number]

type Worded = Pick<Yardstick, Level | 'start' | 'by_day'>

type Written = Pick<Document, 'yardsticks'>

/** What is being written of a goal: more than one where it was begun twice. */
export function begunOf({ yardsticks }: Written, goal: string): readonly Yardstick[] {
  return yardsticks.filter((one) => one.goal === goal && !one.archived)
}

/** What was put away of it: where each of two put away what the other kept, that is all there is. */
export function awayOf({ yardsticks }: Written, goal: string): readonly Yardstick[] {
  return yardsticks.filter((one) => one.goal === goal && one.archived)
}

/** What the two agreed on of a goal: one, or more than one where they agreed on two devices at once. */
export function standing(aims: readonly Aim[], goal: string): readonly Aim[] {
  return aims.filter((aim) => aim.goal === goal && !aim.replaced && !aim.archived)
}

/** Each wording once, with all that agree on the very same words: two may press at once. */
export function wordingsOf(aims: readonly Aim[], goal: string): readonly (readonly [Aim, ...Aim[]])[] {
  const found: [Aim, ...Aim[]][] = []
  for (const aim of standing(aims, goal)) {
    const same = found.find(([first]) => isSameWording(first, aim))
    if (same === undefined) found.push([aim])
    else same.push(aim)
  }
  return found
}

/** Those in whose place another stands, the newest first. */
export function earlier(aims: readonly Aim[], goal: string): readonly Aim[] {
  return aims.filter((aim) => aim.goal === goal && aim.replaced && !aim.archived).reverse()
}

export function isSameWording(one: Worded, other: Worded): boolean {
  return (
    one.start === other.start && one.by_day === other.by_day && LEVELS.every((level) => one[level] === other[level])
  )
}

export type Remark = 'isSo' | 'same' | 'someEmpty' | 'readOut'

/** What may be worth a word, and holds nobody up. Whether levels are reversed only the two can know: they are asked. */
export function remarksOn(yardstick: Worded): readonly Remark[] {
  const said = LEVELS.map((level) => plain(yardstick[level]))
  const written = said.filter((words) => words !== '')
  const remarks: Remark[] = []
  if (yardstick.start === 'expected') remarks.push('isSo')
  if (new Set(written).size < written.length) remarks.push('same')
  // Only what would be as hoped is plenty, and nothing is missing from it.
  if (written.length > 1 && written.length < LEVELS.length) remarks.push('someEmpty')
  if (written.length === LEVELS.length) remarks.push('readOut')
  return remarks
}

/** Whether there may be two things in a goal. Only the two know, and whose words they are makes two goals of them. */
export function areTwoThings(words: string): boolean {
  return /\S\s+(?:and|&)\s+\S/i.test(words)
}

const plain = (words: string): string =>
  words
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
