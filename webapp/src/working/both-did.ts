/** Two people who did the same step at the same time, each on their own device, are both told, and thanked. */

import { useEffect } from 'preact/hooks'
import type { By, Document } from '../../../sync/document.ts'
import type { Alike } from '../document/kept.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { tell } from '../kit/Announce.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { seen } from './hidden-names.ts'
import { callName } from './names.ts'

/** In one sentence; nothing where what they did alike is no step that is done. */
export function bothDid({ entity, field, value, by }: Alike, document: Document): string {
  const step = document.steps.find(({ id }) => `steps/${id}` === entity)
  if (step === undefined || field !== 'done' || value !== 'done') return ''
  const [one, other] = [...by]
    .sort()
    .map((hand: By) => (hand === 'both' ? words.working.onShared : callName(hand, document)))
  return words.working.bothDid(one ?? '', other ?? '', brief(step.what, words.plan.untitledStep))
}

/** Tells it while this document is on the screen. */
export function useBothDid(shared: SharedDocument): void {
  const alike = shared.alike.value
  useEffect(() => {
    if (alike.length === 0) return // a new empty list would draw the screen anew, and so on for ever
    const said = alike.map((one) => bothDid(one, seen(shared.snapshot.peek()))).filter(Boolean)
    if (said.length > 0) tell(said.join(' '))
    // Told once, also where the screen goes and comes back.
    if (shared.alike.peek() === alike) shared.alike.value = []
  }, [alike])
}
