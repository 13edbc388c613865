/** The lock screen: neutral labels, one line to say the words in, and urgent help. Wrong words cost nothing but time. */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import type { Place, Unlocked } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { Frame } from './Frame.tsx'
import { QuietWays } from './QuietWays.tsx'
import { SecretField } from './SecretField.tsx'

export function LockDoor({ places }: { readonly places: readonly Place[] }) {
  const typed = useSignal('')
  const state = useSignal<'still' | 'opening' | Exclude<Unlocked, 'open'>>('still')
  const field = useRef<HTMLInputElement>(null)
  const isPhone = places.length > 0 && places.every((place) => place.opensWithoutWords)

  async function open(opening: () => Promise<Unlocked>): Promise<void> {
    if (state.value === 'opening') return
    state.value = 'opening'
    const outcome = await opening()
    state.value = outcome === 'open' ? 'still' : outcome
    if (outcome === 'open') typed.value = ''
    else field.current?.focus()
  }

  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const refusal = {
    wrong: words.doors.refusals.wrongPassphrase,
    'no memory': words.doors.refusals.memoryShort,
    'cannot join': words.doors.refusals.cannotJoin,
    'no signal': words.doors.refusals.unreachable,
    'did not work': words.doors.refusals.didNotWork,
    'passkey wrong': words.doors.refusals.passkeyWrong,
    'no passkey': words.doors.refusals.passkeyRefused,
    gone: words.doors.storageLead,
    still: undefined,
    opening: undefined,
  }
  return (
    <Frame title={words.doors.lockTitle} picture ownFocus={!isPhone}>
      <form
        class="app-stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void open(() => kith.unlock(null, typed.value))
        }}
      >
        {!isPhone && (
          <SecretField
            label={words.doors.lockLead}
            value={typed.value}
            error={refusal[state.value]}
            fieldRef={field}
            onInput={(text) => {
              typed.value = text
            }}
          />
        )}
        <Button kind="main" submits busy={state.value === 'opening'} onPress={() => undefined}>
          {state.value === 'opening' ? words.doors.unlocking : words.doors.unlock}
        </Button>
        {places.some((place) => place.opensWithPasskey) && (
          <Button onPress={() => void open(() => kith.unlockWithPasskey())}>{words.opens.openWithFinger}</Button>
        )}
        <p role="status" class={isPhone ? 'app-field__error' : 'app-hidden'}>
          {refusal[state.value] ?? ''}
        </p>
      </form>
      <section class="app-stack" aria-labelledby="kept-here">
        <h2 id="kept-here">{words.doors.lockPlaces}</h2>
        <div>
          <ul>
            {places.map((place) => (
              <li key={place.id}>{place.label}</li>
            ))}
          </ul>
          <p class="app-soft">{places.length === 1 ? words.doors.lockMadeUp : words.doors.lockAllMadeUp}</p>
        </div>
      </section>
      <QuietWays ways={['card', 'invitation', 'copy']} />
    </Frame>
  )
}
