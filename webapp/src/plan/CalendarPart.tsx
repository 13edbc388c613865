/** Days of steps and outings as a file for any calendar. What it says there is neutral, unless they want their own words in it. */

import { useState } from 'preact/hooks'
import type { Outing, Step } from '../../../sync/document.ts'
import { saveDays } from '../files/save-file.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { words } from '../words/en.ts'
import { calendarOf, type Entry } from './calendar.ts'

interface CalendarPartProps {
  readonly steps: readonly Step[]
  readonly outings?: readonly Outing[] | undefined
}

/** Nothing where none of them has a day. */
export function CalendarPart({ steps, outings = [] }: CalendarPartProps) {
  const { plan } = words
  const [isOwn, setOwn] = useState(false)
  const days = [
    ...steps.flatMap(({ id, what, when }) => (when.kind === 'day' ? [{ id, day: when.day, time: '', what }] : [])),
    ...outings.flatMap(({ id, what, when, time }) => (when.kind === 'day' ? [{ id, day: when.day, time, what }] : [])),
  ]
  if (days.length === 0) return null
  const entries = days.map(({ id, day, time, what }): Entry => {
    return { id, day, time, title: isOwn ? what.trim() || plan.neutralDay : plan.neutralDay, place: '' }
  })
  return (
    <div class="app-stack app-stack--close">
      <Tick label={plan.ownWords} hint={plan.ownWordsHint} checked={isOwn} onChange={setOwn} />
      <div class="app-row">
        <Button
          onPress={() => {
            const file = calendarOf(entries, Date.now())
            if (file === null) return
            saveDays(file)
            announce(plan.daySaved)
          }}
        >
          {days.length === 1 ? plan.saveDay : plan.saveDays}
        </Button>
      </div>
    </div>
  )
}
