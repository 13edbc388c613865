/** What lies above every screen: the cover, the lock's warning, somebody asking to come in, a newer version, things to know. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { takeOver, updateWaiting } from '../update.ts'
import { words } from '../words/en.ts'
import { KeptNotice } from './KeptNotice.tsx'
import { RequestSheet } from './RequestSheet.tsx'

export function DoorNotices() {
  const stage = kith.stage.value
  if (kith.covered.value) return <Cover />
  return (
    <>
      <KeptNotice />
      <LockWarning />
      <UpdateNotice unkept={stage.name === 'unkept'} />
      {stage.name === 'open' && <SpaceNotices space={stage.space} />}
    </>
  )
}

/** Nothing of what is open may be seen through it. */
function Cover() {
  return (
    <div class="app-cover">
      <h1>{words.doors.coverTitle}</h1>
      <p>{words.doors.coverLead}</p>
      <Button kind="main" onPress={() => kith.uncover()}>
        {words.doors.uncover}
      </Button>
    </div>
  )
}

function LockWarning() {
  const warning = kith.lockWarning.value
  if (warning === null) return null
  return (
    <Sheet
      title={words.doors.warnTitle}
      onClose={() => kith.stay()}
      actions={
        <>
          <Button kind="main" onPress={() => kith.stay()}>
            {words.doors.stay}
          </Button>
          <Button onPress={() => void kith.lock()}>{words.doors.lockNow}</Button>
        </>
      }
    >
      <p role="timer">{words.doors.warn(warning.seconds)}</p>
      <p class="app-soft">{words.doors.warnSafe}</p>
    </Sheet>
  )
}

function UpdateNotice({ unkept }: { readonly unkept: boolean }) {
  const later = useSignal(false)
  if (!updateWaiting.value || later.value) return null
  return (
    <div class="app-toast">
      <Notice kind="both" live>
        <p>{unkept ? words.doors.updateUnkept : words.doors.updateReady}</p>
        <div class="app-row">
          {!unkept && <Button onPress={() => takeOver()}>{words.doors.updateNow}</Button>}
          <Button kind="quiet" onPress={() => (later.value = true)}>
            {words.doors.updateLater}
          </Button>
        </div>
      </Notice>
    </div>
  )
}

function SpaceNotices({ space }: { readonly space: OpenSpace }) {
  const later = useSignal<readonly string[]>([])
  const request = space.requests.value.find((one) => !later.value.includes(one.id))
  const [notice] = space.notices.value
  return (
    <>
      {request !== undefined && (
        <RequestSheet
          key={request.id}
          request={request}
          onClose={() => {
            later.value = [...later.value, request.id]
          }}
        />
      )}
      {notice !== undefined && (
        <div class="app-toast">
          <Notice kind="care" live>
            <p>{words.doors.notices[notice.kind]}</p>
            <Button kind="quiet" onPress={() => space.putAway(notice.id)}>
              {words.doors.putAway}
            </Button>
          </Notice>
        </div>
      )}
    </>
  )
}
