/** "I have an invitation": the link, a first name, and how Kith opens here; then the words to compare. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Unlock, Why } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { Frame } from './Frame.tsx'
import { arrived } from './fragment.ts'
import { leaveDoor } from './open-door.ts'
import { Scanner } from './Scanner.tsx'
import { UnlockFields } from './UnlockFields.tsx'

export function InvitationDoor() {
  const came = arrived.value
  const link = useSignal(came?.kind === 'invitation' ? came.link : '')
  const name = useSignal('')
  const unlock = useSignal<Unlock | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)

  async function ask(): Promise<void> {
    if (unlock.value === null || busy.value) return
    const scanned = await kith.read(link.value)
    if (scanned.kind !== 'invitation') {
      refused.value = 'invitationMistyped'
      return
    }
    busy.value = true
    refused.value = null
    const outcome = await kith.join(scanned.link, name.value.trim(), unlock.value)
    busy.value = false
    if (outcome.ok) leaveDoor()
    else refused.value = outcome.why
  }

  return (
    <Frame title={words.doors.invitationTitle} onBack={leaveDoor}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {came === null && (
        <>
          <p>{words.doors.invitationLead}</p>
          <Scanner label={words.doors.invitationScan} onText={(text) => (link.value = text)} />
          <Field
            label={words.doors.invitationLabel}
            value={link.value}
            spellCheck={false}
            capitals="none"
            onInput={(text) => (link.value = text)}
          />
        </>
      )}
      <Field
        label={words.doors.firstName}
        hint={words.doors.firstNameHint}
        value={name.value}
        capitals="words"
        maxLength={60}
        onEnter={() => void ask()}
        onInput={(text) => (name.value = text)}
      />
      {/* The name stays out of this form: browsers write down whatever stands in one form with secret words. */}
      <form
        class="app-stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <UnlockFields chosen={unlock} ownPhone />
        <Button kind="main" submits off={unlock.value === null} busy={busy.value} onPress={() => undefined}>
          {busy.value ? words.doors.asking : words.doors.ask}
        </Button>
      </form>
    </Frame>
  )
}
