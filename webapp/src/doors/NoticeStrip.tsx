/** Things to know, in a strip of their own above the screen: they push it down and never lie over anything. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { takeOver, updateWaiting } from '../update.ts'
import { words } from '../words/en.ts'
import { isAlarm } from '../working/copy-words.ts'

/** A newer version waits until somebody asks for it; never in the middle of what is not kept, or not on the disk yet. */
export function UpdateStrip() {
  const later = useSignal(false)
  const state = useSignal<'ready' | 'saving' | 'unsaved'>('ready')
  if (!updateWaiting.value || later.value) return null
  const isUnkept = kith.stage.value.name === 'unkept'

  async function update(): Promise<void> {
    state.value = 'saving'
    if (await kith.mayEnd()) takeOver()
    else state.value = 'unsaved'
  }

  const { updateReady, updateUnkept, updateUnsaved, updateSaving, updateNow, updateLater } = words.doors
  return (
    <section class="app-strip" aria-label={updateReady} role="status">
      <span>{isUnkept ? updateUnkept : state.value === 'unsaved' ? updateUnsaved : updateReady}</span>
      {!isUnkept && (
        <Button busy={state.value === 'saving'} onPress={() => void update()}>
          {state.value === 'saving' ? updateSaving : updateNow}
        </Button>
      )}
      <Button kind="quiet" onPress={() => (later.value = true)}>
        {updateLater}
      </Button>
    </section>
  )
}

interface SpaceStripProps {
  readonly space: OpenSpace
  /** Opens the page that says how this copy is doing. */
  readonly onHow: () => void
  /** Opens what adds a fresh card. */
  readonly onFreshCard: () => void
}

/** What the two should know of the open place, one at a time, until it is put away. */
export function SpaceStrip({ space, onHow, onFreshCard }: SpaceStripProps) {
  const [notice] = space.notices.value.flatMap(({ id, kind }) => {
    // What was put away by one hand at once has a strip of its own; what is closed has a page.
    if (kind === 'many put away' || kind === 'closed') return []
    const alarm = isAlarm(kind)
    return [{ id, alarm, kind, text: alarm ? words.copy.alarms[kind].what : words.doors.notices[kind] }]
  })
  if (notice === undefined) return null
  return (
    <section class="app-strip" aria-label={notice.text} role="status">
      <span>{notice.text}</span>
      {notice.alarm && <Button onPress={onHow}>{words.copy.how}</Button>}
      {notice.kind === 'fresh card needed' && space.mayAddCard.value !== 'no' && (
        <Button onPress={onFreshCard}>{words.who.addFresh}</Button>
      )}
      <Button onPress={() => space.putAway(notice.id)}>{words.doors.putAway}</Button>
    </section>
  )
}
