/** What a person is called on a door: the name they gave, or plain words for their place in this. */

import type { Member } from '../device/stage.ts'
import { words } from '../words/en.ts'

export function nameOf(names: readonly string[], member: Member): string {
  return names[member] || (member === 0 ? words.doors.someoneWhoseMap : words.doors.someoneWhoHelps)
}

/** A day in plain figures, as the tablet writes it. `at` is unix seconds. */
export function dayOf(at: number): string {
  return new Date(at * 1000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `2026-11` as people say it. */
export function monthOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(year, number - 1).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
}

/** The same words at the beginning of a line. */
export function atStart(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
