/** The words that open Kith on this tablet: made by Kith, or one's own, weighed plainly; or the ones it has already. */

import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import type { Unlock } from '../device/stage.ts'
import { strength } from '../device/unlock/passphrase.ts'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { words } from '../words/en.ts'
import { SecretField } from './SecretField.tsx'

export interface UnlockFieldsProps {
  /** What was chosen so far; null while it is not enough to keep anything with. */
  readonly chosen: Signal<Unlock | null>
  /** Only on a person's own phone may its own lock be enough (P30). */
  readonly ownPhone?: boolean | undefined
  /** Two people will write on it: then only words will do, whatever opens it now. */
  readonly shared?: boolean | undefined
}

export function UnlockFields({ chosen, ownPhone = false, shared = false }: UnlockFieldsProps) {
  const needed = kith.unlockNeeded.value
  const typed = useSignal('')
  useEffect(() => {
    if (needed === 'nothing') chosen.value = 'opened'
    if (needed === 'phone' && !shared) chosen.value = { passphrase: '' }
  }, [needed, shared])
  if (needed === 'nothing' || (needed === 'phone' && !shared)) return null
  if (needed !== 'passphrase') return <NewWords chosen={chosen} ownPhone={ownPhone} />
  return (
    <SecretField
      label={words.doors.keepUnlockAgain}
      value={typed.value}
      onInput={(text) => {
        typed.value = text
        chosen.value = text === '' ? null : { passphrase: text }
      }}
    />
  )
}

export interface NewWordsProps extends UnlockFieldsProps {
  /** What the words are for, where it is not this tablet. */
  readonly title?: string | undefined
  readonly hint?: string | undefined
}

export function NewWords({
  chosen,
  ownPhone = false,
  title = words.doors.keepUnlock,
  hint = words.doors.keepUnlockHint,
}: NewWordsProps) {
  const made = useSignal('')
  const isOwn = useSignal(false)
  const own = useSignal('')
  const phoneLocks = useSignal(false)

  function settle(): void {
    const passphrase = isOwn.value ? own.value : made.value
    if (phoneLocks.value) chosen.value = { kind: 'phone' }
    else chosen.value = passphrase === '' ? null : { kind: 'passphrase', passphrase }
  }

  async function make(): Promise<void> {
    made.value = await kith.newPassphrase().catch(() => '')
    if (made.value === '') isOwn.value = true // the list of words cannot be had just now
    settle()
  }

  useEffect(() => void make(), [])
  // A tablet that two share after all: the tick is out of sight, and its choice with it.
  useEffect(() => {
    if (ownPhone || !phoneLocks.value) return
    phoneLocks.value = false
    settle()
  }, [ownPhone])
  return (
    <section class="app-stack" aria-labelledby="unlock-words">
      <h3 id="unlock-words">{title}</h3>
      <p class="app-soft">{hint}</p>
      {!phoneLocks.value &&
        (isOwn.value ? <OwnWords typed={own} onTyped={settle} /> : <MadeWords made={made.value} title={title} />)}
      {!phoneLocks.value && (
        <div class="app-row">
          {!isOwn.value && <Button onPress={() => void make()}>{words.doors.otherWords}</Button>}
          <Button
            onPress={() => {
              isOwn.value = !isOwn.value
              settle()
            }}
          >
            {isOwn.value ? words.doors.madeWords : words.doors.ownWords}
          </Button>
        </div>
      )}
      {ownPhone && (
        <Tick
          label={words.doors.phoneUnlock}
          hint={words.doors.phoneUnlockHint}
          checked={phoneLocks.value}
          onChange={(yes) => {
            phoneLocks.value = yes
            settle()
          }}
        />
      )}
    </section>
  )
}

/** Five words' room, so that no button moves away from under a finger when they come. */
const STILL_COMING = '\u2026 \u2026 \u2026 \u2026 \u2026'

function MadeWords({ made, title }: { readonly made: string; readonly title: string }) {
  return (
    <ol class="app-words" aria-label={title}>
      {(made || STILL_COMING).split(' ').map((word, at) => (
        <li key={`${at}-${word}`} class="app-words__word">
          {word}
        </li>
      ))}
    </ol>
  )
}

function OwnWords({ typed, onTyped }: { readonly typed: Signal<string>; readonly onTyped: () => void }) {
  return (
    <div class="app-stack">
      <SecretField
        label={words.doors.ownLabel}
        hint={words.doors.ownHint}
        value={typed.value}
        onInput={(text) => {
          typed.value = text
          onTyped()
        }}
      />
      <p role="status">{typed.value === '' ? '' : words.doors.strength[strength(typed.value)]}</p>
    </div>
  )
}
