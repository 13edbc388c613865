/** What lies above every screen: the cover, the lock's warning, what was just kept, somebody asking to come in. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { WaysOut } from '../kit/WaysOut.tsx'
import { words } from '../words/en.ts'
import { KeptNotice } from './KeptNotice.tsx'
import { RequestSheet } from './RequestSheet.tsx'

export function DoorNotices() {
  const stage = kith.stage.value
  if (kith.covered.value) return <Cover />
  return (
    <>
      <KeptNotice space={stage.name === 'open' ? stage.space : null} />
      <LockWarning />
      {stage.name === 'open' && <Requests space={stage.space} />}
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

const NONE = {}

/** Any touch, move or key is an answer: no second button could ever be reached. */
function LockWarning() {
  const warning = kith.lockWarning.value
  if (warning === null) return null
  return (
    <WaysOut.Provider value={NONE}>
      <Sheet
        title={words.doors.warnTitle}
        onClose={() => kith.stay()}
        actions={
          <Button kind="main" onPress={() => kith.stay()}>
            {words.doors.stay}
          </Button>
        }
      >
        <p role="timer">{words.doors.warn(warning.seconds)}</p>
        <p class="app-soft">{words.doors.warnSafe}</p>
      </Sheet>
    </WaysOut.Provider>
  )
}

/** Somebody who asks to come in. Put off, the question comes back when the place is opened again. */
function Requests({ space }: { readonly space: OpenSpace }) {
  const later = useSignal<readonly string[]>([])
  const request = space.requests.value.find((one) => !later.value.includes(one.id))
  if (request === undefined) return null
  return (
    <RequestSheet
      key={request.id}
      request={request}
      onClose={() => {
        later.value = [...later.value, request.id]
      }}
    />
  )
}
