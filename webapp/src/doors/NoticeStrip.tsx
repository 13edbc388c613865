/** Things to know, in a strip of their own above the screen: they push it down and never lie over anything. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { takeOver, updateWaiting } from '../update.ts'
import { words } from '../words/en.ts'

/** A newer version waits until somebody asks for it; never in the middle of what is not kept. */
export function UpdateStrip() {
  const later = useSignal(false)
  if (!updateWaiting.value || later.value) return null
  const isUnkept = kith.stage.value.name === 'unkept'
  return (
    <section class="app-strip" aria-label={words.doors.updateReady} role="status">
      <span>{isUnkept ? words.doors.updateUnkept : words.doors.updateReady}</span>
      {!isUnkept && <Button onPress={() => takeOver()}>{words.doors.updateNow}</Button>}
      <Button kind="quiet" onPress={() => (later.value = true)}>
        {words.doors.updateLater}
      </Button>
    </section>
  )
}

/** What the two should know of the open place, one at a time, until it is put away. */
export function SpaceStrip({ space }: { readonly space: OpenSpace }) {
  const [notice] = space.notices.value
  if (notice === undefined) return null
  const text = words.doors.notices[notice.kind]
  return (
    <section class="app-strip" aria-label={text} role="status">
      <span>{text}</span>
      <Button onPress={() => space.putAway(notice.id)}>{words.doors.putAway}</Button>
    </section>
  )
}
