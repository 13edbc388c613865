/** Whether this browser will keep what is kept here, in a plain line. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import { words } from '../words/en.ts'

export function StaysKept() {
  const stays = useSignal<boolean | null>(null)
  useEffect(() => {
    void kith.tryReady().then(({ staysStored }) => {
      stays.value = staysStored === true
    })
  }, [])
  return (
    <section class="app-stack" aria-labelledby="stays-kept">
      <h3 id="stays-kept">{words.opens.kept}</h3>
      <p class="app-soft" role="status">
        {stays.value === null
          ? words.doors.readyLooking
          : stays.value
            ? words.doors.readyStays
            : words.doors.readyMayClear}
      </p>
    </section>
  )
}
