/** "We are meeting until…": holds the lock off for as long as the two are together. */

import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

const HALF_HOUR_MS = 30 * 60_000
const CHOICES = 6

/** The next half hours, on the clock: 2:30, 3:00, 3:30… */
export function nextHalfHours(now_ms: number): readonly number[] {
  const first = Math.floor(now_ms / HALF_HOUR_MS + 1) * HALF_HOUR_MS
  return Array.from({ length: CHOICES }, (_, at) => first + at * HALF_HOUR_MS)
}

export function MeetingSheet({ onClose }: { readonly onClose: () => void }) {
  const choose = (time: number | null) => {
    kith.meetingUntil(time)
    onClose()
  }
  return (
    <Sheet title={words.doors.meetingTitle} onClose={onClose}>
      <p>{words.doors.meetingLead}</p>
      <div class="app-row">
        {nextHalfHours(Date.now()).map((time) => (
          <Button key={time} onPress={() => choose(time)}>
            {words.doors.meetingTime(
              new Date(time).toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' }),
            )}
          </Button>
        ))}
      </div>
      <Button kind="quiet" onPress={() => choose(null)}>
        {words.doors.meetingEnd}
      </Button>
    </Sheet>
  )
}
