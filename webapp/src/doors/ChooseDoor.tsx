/** Opened, and more than one is kept here: choose one. Only one pair is open at a time. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { NamedPlace, Why } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { Frame } from './Frame.tsx'
import { QuietWays } from './QuietWays.tsx'

export function ChooseDoor({ places }: { readonly places: readonly NamedPlace[] }) {
  const refused = useSignal<Why | null>(null)
  return (
    <Frame title={words.doors.chooseTitle}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <ul class="app-stack">
        {places.map((place) => (
          <li key={place.id}>
            <Button
              wide
              onPress={() =>
                void kith.openPlace(place.id).then((outcome) => {
                  refused.value = outcome.ok ? null : outcome.why
                })
              }
            >
              {place.names.filter(Boolean).join(' \u00b7 ') || words.doors.chooseNobody}{' '}
              <small>
                {place.label}
                {place.isEnded && ` \u00b7 ${words.doors.chooseEnded}`}
              </small>
            </Button>
          </li>
        ))}
      </ul>
      <QuietWays ways={['card', 'copy']}>
        <Button kind="quiet" onPress={() => void kith.lock()}>
          {words.doors.lockNow}
        </Button>
      </QuietWays>
    </Frame>
  )
}
