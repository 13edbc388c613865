/** One change of how Kith opens here, each on its own sheet: first whoever asks shows that it is theirs to change. */

import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import type { Opening, Outcome, Proof, Unlock, Why } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { SecretField } from './SecretField.tsx'
import { NewWords } from './UnlockFields.tsx'

export interface LockChangeProps {
  readonly opening: Opening
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Other words, or words again where the phone's own lock was enough. */
export function NewWordsSheet({ opening, onDone, onClose }: LockChangeProps) {
  const chosen = useSignal<Unlock | null>(null)
  const isAgain = opening.way === 'phone'
  return (
    <Change
      title={isAgain ? words.opens.toWords : words.opens.change}
      verb={isAgain ? words.opens.toWordsDo : words.opens.changeDo}
      opening={opening}
      mayForget
      ready={chosen.value !== null}
      act={async (proof) => {
        const unlock = chosen.value
        if (unlock === null || unlock === 'opened' || !('kind' in unlock)) return { ok: false, why: 'gone' }
        return kith.changeLock(unlock, proof)
      }}
      onDone={onDone}
      onClose={onClose}
    >
      <NewWords chosen={chosen} title={isAgain ? undefined : words.opens.newWords} />
      {!isAgain && <p class="app-soft">{words.opens.changeFiles}</p>}
    </Change>
  )
}

export function AddFingerSheet({ opening, onDone, onClose }: LockChangeProps) {
  return (
    <Change
      title={words.opens.addFinger}
      verb={words.opens.addFingerDo}
      opening={opening}
      ready
      act={(proof) => kith.addPasskey(proof)}
      onDone={onDone}
      onClose={onClose}
      lead={words.opens.addFingerLead}
    >
      <Notice kind="care">{words.opens.addFingerCare}</Notice>
    </Change>
  )
}

export function PhoneLocksSheet({ opening, onDone, onClose }: LockChangeProps) {
  return (
    <Change
      title={words.opens.toPhone}
      verb={words.opens.toPhoneDo}
      opening={opening}
      ready
      act={(proof) => kith.changeLock({ kind: 'phone' }, proof)}
      onDone={onDone}
      onClose={onClose}
      lead={words.opens.toPhoneLead}
    >
      <Notice kind="care">{words.opens.toPhoneCare}</Notice>
      <p>{words.opens.toPhoneBack}</p>
    </Change>
  )
}

interface ChangeProps extends LockChangeProps {
  readonly title: string
  readonly verb: string
  readonly lead?: string
  /** Whether the passkey may stand for words that are forgotten. */
  readonly mayForget?: boolean
  readonly ready: boolean
  readonly act: (proof: Proof) => Promise<Outcome>
  readonly children: ComponentChildren
}

function Change(props: ChangeProps) {
  const proof = useSignal<Proof | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  const isReady = props.ready && proof.value !== null

  async function act(): Promise<void> {
    if (!isReady || proof.value === null || busy.value) return
    busy.value = true
    refused.value = null
    const outcome = await props.act(proof.value)
    busy.value = false
    if (outcome.ok) props.onDone()
    else refused.value = outcome.why
  }

  return (
    <Sheet
      title={props.title}
      onClose={props.onClose}
      step={refused.value === null ? 'asked' : 'refused'}
      actions={
        <>
          <Button kind="main" off={!isReady} busy={busy.value} onPress={() => void act()}>
            {busy.value ? words.opens.changing : props.verb}
          </Button>
          <Button onPress={props.onClose}>{words.doors.notToday}</Button>
        </>
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {props.lead !== undefined && <p>{props.lead}</p>}
      <form
        class="app-stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void act()
        }}
      >
        <ProofFields proof={proof} opening={props.opening} mayForget={props.mayForget ?? false} />
        {props.children}
      </form>
    </Sheet>
  )
}

export interface ProofFieldsProps {
  readonly proof: Signal<Proof | null>
  readonly opening: Opening
  readonly mayForget: boolean
}

/** The words that open Kith here, or the passkey in their place; nothing where the phone's own lock is enough. */
export function ProofFields({ proof, opening, mayForget }: ProofFieldsProps) {
  const typed = useSignal('')
  const isPhone = opening.way === 'phone'
  useEffect(() => {
    if (isPhone) proof.value = { passphrase: '' }
  }, [isPhone])
  if (isPhone) return null
  return (
    <>
      {proof.value !== 'passkey' && (
        <SecretField
          label={words.opens.oldWords}
          value={typed.value}
          onInput={(text) => {
            typed.value = text
            proof.value = text === '' ? null : { passphrase: text }
          }}
        />
      )}
      {mayForget && opening.hasPasskey && (
        <Tick
          label={words.opens.forgotten}
          hint={words.opens.forgottenHint}
          checked={proof.value === 'passkey'}
          onChange={(yes) => {
            typed.value = ''
            proof.value = yes ? 'passkey' : null
          }}
        />
      )}
    </>
  )
}
