/** What one time is called: its day, and what it was. */

import type { Meeting } from '../../../sync/document.ts'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

export function meetingName({ day, kind }: Pick<Meeting, 'day' | 'kind'>): string {
  return `${day === '' ? words.meet.someDay : dayWords(day)}: ${words.meet.kinds[kind]}`
}
