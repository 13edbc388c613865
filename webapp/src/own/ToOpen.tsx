/** What stands before one's own notes: showing that it is oneself, and where they are on another phone, bringing them here. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { JoiningState, Outcome, Proof, Why } from '../device/stage.ts'
import { ProofFields } from '../doors/LockChanges.tsx'
import { Scanner } from '../doors/Scanner.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'

export interface ToOpenProps {
  /** None have been made on this device. */
  readonly isFirst: boolean
  readonly helper: string
}

export function ToOpen({ isFirst, helper }: ToOpenProps) {
  const opening = kith.opening.value
  const proof = useSignal<Proof | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)
  const isBringing = useSignal(false)
  const link = useSignal('')
  const brings = isFirst && isBringing.value
  const isReady = proof.value !== null && (!brings || link.value.trim() !== '')

  async function act(): Promise<void> {
    const said = proof.value
    if (said === null || !isReady || busy.value) return
    busy.value = true
    refused.value = null
    const outcome: Outcome = brings ? await kith.own.takeUp(link.value.trim(), said) : await kith.own.open(said)
    busy.value = false
    if (!outcome.ok) refused.value = outcome.why
  }

  const begin = isFirst ? words.own.begin : words.own.openAgain
  return (
    <>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <p>{brings ? words.own.haveHow : words.own.lead}</p>
      {brings ? (
        <>
          <Scanner label={words.own.haveScan} onText={(text) => (link.value = text)} />
          <Field
            label={words.own.haveLink}
            value={link.value}
            spellCheck={false}
            capitals="none"
            onInput={(text) => (link.value = text)}
          />
        </>
      ) : (
        <p class="app-soft">{words.own.never(helper)}</p>
      )}
      {/* The link stays out of this form: browsers write down whatever stands in one form with secret words. */}
      <form
        class="app-stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void act()
        }}
      >
        {opening?.way === 'words' && <p>{isFirst ? words.own.first : words.own.again}</p>}
        {opening !== null && <ProofFields proof={proof} opening={opening} mayForget />}
        <Button kind="main" off={!isReady} busy={busy.value} submits onPress={() => undefined}>
          {busy.value ? words.own.opening : brings ? words.own.ask : begin}
        </Button>
      </form>
      {isFirst && (
        <Button kind="link" onPress={() => (isBringing.value = !isBringing.value)}>
          {brings ? words.own.back : words.own.have}
        </Button>
      )}
    </>
  )
}

/** This phone has asked another. */
export function Asking({ state }: { readonly state: JoiningState }) {
  return (
    <>
      <p role="status">{words.own.asking[state]}</p>
      <Button onPress={() => void kith.own.stopJoining()}>
        {['asking', 'waiting', 'unreachable'].includes(state) ? words.own.stop : words.own.back}
      </Button>
    </>
  )
}
