/** Days as people say them. Never an hour: nobody's day is drawn. */

import type { Moment } from '../document/history.ts'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** Unix seconds of a day before which nothing of this can have been: the clock was wrong. */
const FIRST_S = Date.UTC(2024, 0, 1) / 1000

export interface Day {
  readonly key: string
  /** The newest first. */
  readonly moments: readonly Moment[]
}

/** In the order of the log, newest first: a day that comes again, because something came late, stands twice. */
export function daysOf(moments: readonly Moment[]): readonly Day[] {
  const days: { key: string; moments: Moment[] }[] = []
  for (const moment of [...moments].reverse()) {
    const key = keyOf(moment.at)
    const last = days[days.length - 1]
    if (last?.key === key) last.moments.push(moment)
    else days.push({ key, moments: [moment] })
  }
  return days
}

/** "Today", "Yesterday", "Monday 30 November". */
export function dayTitle(key: string, now = new Date()): string {
  if (key === '') return words.history.dayUnknown
  if (key === isoDay(now)) return words.history.today
  if (key === isoDay(yesterdayOf(now))) return words.history.yesterday
  return dayWords(key, now.getFullYear())
}

/** "This is how it was on Monday 30 November". */
export function thenTitle(at: number, now = new Date()): string {
  const key = keyOf(at)
  if (key === '') return words.history.thenUnknown
  if (key === isoDay(now)) return words.history.thenToday
  if (key === isoDay(yesterdayOf(now))) return words.history.thenYesterday
  return words.history.thenAt(dayWords(key, now.getFullYear()))
}

/** '' where the clock that wrote it cannot have been right. */
export function keyOf(at: number): string {
  return at < FIRST_S || at * 1000 > 8.64e15 ? '' : isoDay(new Date(at * 1000))
}

function isoDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const yesterdayOf = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
