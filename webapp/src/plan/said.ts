/** Who and when, in words. Never how late: a day is only a day. */

import type { Document, When, Who } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

export function whoWords(who: Who, document: Pick<Document, 'names' | 'people'>): string {
  switch (who.kind) {
    case 'both':
      return words.plan.whoBothShort
    case 'member':
      return callName(who.member, document)
    case 'person':
      return document.people.find((person) => person.id === who.id)?.name ?? words.plan.whoGone
    case 'other':
      return who.name.trim() || words.plan.whoOther
    case 'unknown':
      return words.plan.whoUnknown
  }
}

/** '' when no day was said. */
export function whenWords(when: When): string {
  switch (when.kind) {
    case 'next':
      return words.plan.whenNext
    case 'day':
      return dayWords(when.day)
    case 'none':
      return ''
  }
}

/** "Monday 30 November", with the year only when it is not this one. */
export function dayWords(day: string, thisYear = new Date().getFullYear()): string {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return day
  const form: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (year !== thisYear) form.year = 'numeric'
  // Browsers disagree about a comma after the weekday.
  return new Intl.DateTimeFormat('en-GB', form).format(Date.UTC(year, month - 1, date)).replace(',', '')
}

/** Whether this day was before today, here. Nothing is late because of it. */
export function hasBeen(day: string, now = new Date()): boolean {
  const two = (part: number): string => String(part).padStart(2, '0')
  return day < `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const BRIEF = 60

/** The beginning of a text, for a heading or to be read aloud; `otherwise` where there is none yet. */
export function brief(text: string, otherwise: string): string {
  const line = text
    .trim()
    .slice(0, 4 * BRIEF)
    .replace(/\s+/g, ' ')
  if (line === '') return otherwise
  const characters = Array.from(line)
  return characters.length <= BRIEF ? line : `${characters.slice(0, BRIEF).join('').trimEnd()}\u2026`
}
