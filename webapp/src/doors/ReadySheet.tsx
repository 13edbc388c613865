/** "Ready for no signal?": a check that one can do the evening before, with a plain answer. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import type { ReadyReport } from '../device/stage.ts'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

export function ReadySheet({ onClose }: { readonly onClose: () => void }) {
  const report = useSignal<ReadyReport | null>(null)
  useEffect(() => {
    void kith.tryReady().then((answer) => {
      report.value = answer
    })
  }, [])
  return (
    <Sheet title={words.doors.readyTitle} onClose={onClose}>
      <div role="status">
        {report.value === null ? <p>{words.doors.readyLooking}</p> : <Answer {...report.value} />}
      </div>
    </Sheet>
  )
}

function Answer({ appStored, canKeep, staysStored }: ReadyReport) {
  const isReady = appStored && canKeep
  return (
    <div class="app-stack">
      <Notice kind={isReady ? 'both' : 'care'}>
        <p>{appStored ? words.doors.readyYes : words.doors.readyNo}</p>
      </Notice>
      <p>{canKeep ? words.doors.readyKeep : words.doors.readyCannotKeep}</p>
      <p>{staysStored === true ? words.doors.readyStays : words.doors.readyMayClear}</p>
    </div>
  )
}
