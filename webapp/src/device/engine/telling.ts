/** What goes wrong, and what is well again, becomes what the two should know. */

import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { SyncState } from '../stage.ts'
import type { Journal } from '../store/journal.ts'
import { alarmOf } from './notices.ts'
import type { Replica } from './replica.ts'

/** Gives back how to stop. */
export function tell(
  replica: Replica,
  journal: Journal,
  refusal: ReadonlySignal<string | null>,
  server: ReadonlySignal<SyncState['server']>,
): () => void {
  const stopTelling = effect(() => {
    const alarm = alarmOf(refusal.value)
    if (alarm !== null) journal.add(alarm)
    if (replica.doubts.isMuted.value) journal.add('kept here')
  })
  const stopHealing = effect(() => {
    const isMissing = replica.ledger.value.isMissing || server.value !== 'connected'
    if (!isMissing) journal.ends('something held back')
    if (replica.aside.failed.value === 0) journal.ends('set aside')
  })
  return () => {
    stopTelling()
    stopHealing()
  }
}
