/** What is gathered of a pair's document for the one who helps: what they said they would do, and when the two meet next. */

import type { Document, Errand, Round } from '../../../sync/document.ts'
import { HELPER } from '../offers/asked.ts'
import { chosenSteps } from '../plan/chosen-steps.ts'
import { abbreviated } from '../working/names.ts'

/** Open steps of theirs, alone or with the other, in the order of the plan. Whoever is named in them has initials, unless `named`. */
export function gathered(document: Document, named: boolean): Pick<Round, 'errands' | 'meeting'> {
  const open = document.steps.filter(({ archived, done, what }) => !archived && done === 'open' && what.trim() !== '')
  const said = (text: string): string => (named ? text.trim() : withoutNames(text, namesIn(document)))
  const errands = chosenSteps(open, `member ${HELPER}`, 'any').map(
    ({ what, when }): Errand => ({ what: said(what), when }),
  )
  const place = document.meeting_place.trim()
  const meeting = [document.meeting.trim(), place].filter(Boolean).join(', ')
  return { errands, meeting: said(meeting) }
}

/**
 * Whose map it is, and everybody who is a person on it, put away or not: whole, and each part that has a capital or could have one.
 * Rather one word too many has initials than one name too few has none.
 */
function namesIn({ names, people }: Pick<Document, 'names' | 'people'>): readonly string[] {
  const known = [names[0] ?? '', ...people.filter(({ kind }) => kind === 'person').map(({ name }) => name)]
  const written = known.map((name) => name.trim().split(/\s+/))
  const all = [...written, ...written.map((parts) => parts.map(capital))]
  const parts = all.flat().filter((part) => part === capital(part) && !NO_NAME.test(part))
  return [...all.map((name) => name.join(' ')).filter(Boolean), ...parts]
}

/** One letter alone, and what stands before a name, or in "The man from the shop". */
const NO_NAME = /^(.|the|my|our|and|of|in|on|at|to|for|from|with|next|mr|mrs|ms|miss|dr)?\.?$/iu

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

const LETTER = '[\\p{L}\\p{N}]'
const SPECIAL = /[.*+?^${}()|[\]\\]/g

/** A name that is part of a longer one is looked for after that. */
function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].sort((one, other) => other.length - one.length)
  return longestFirst.reduce((said, name) => {
    const whole = new RegExp(`(^|[^\\p{L}\\p{N}])${name.replace(SPECIAL, '\\$&')}(?!${LETTER})`, 'gu')
    return said.replace(whole, (_, before: string) => `${before}${abbreviated(name)}`)
  }, text.trim())
}
