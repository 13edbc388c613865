/** Says, after two devices have met, that both changed the same thing, and leads to it. Nothing was lost; nothing hurries. */

import { useSignal } from '@preact/signals'
import type { Document, Kept } from '../../../sync/document.ts'
import { isPutAway } from '../document/away.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { type Focus, naming, opened, room } from './attention.ts'
import { KeptNotices } from './KeptBeside.tsx'

interface Place {
  readonly key: string
  readonly text: string
  readonly show: () => void
}

export function KeptStrip({ document }: { readonly document: Document }) {
  const looking = useSignal(false)
  const kept = document.kept.filter((one) => !isPutAway(one))
  const places = placesOf(kept, document)
  const others = kept.filter(({ entity }) => !HAVE_SHEETS.test(entity))
  if (places.length + others.length === 0) return null
  return (
    <section class="app-strip" aria-label={words.working.bothChanged}>
      <span>{words.working.bothChanged}:</span>
      {places.map((place) => (
        <Button kind="link" key={place.key} onPress={place.show}>
          {place.text}
        </Button>
      ))}
      {others.length > 0 && (
        <Button kind="link" onPress={() => (looking.value = true)}>
          {words.working.bothChangedMore}
        </Button>
      )}
      {looking.value && others.length > 0 && (
        <Sheet title={words.working.bothChanged} onClose={() => (looking.value = false)}>
          <KeptNotices document={document} kept={others} />
        </Sheet>
      )}
    </section>
  )
}

/** What these say is shown where it was written. */
const HAVE_SHEETS = /^(meta$|people\/|wishes\/|goals\/|steps\/)/

/** What is arranged stands in a sheet of its own. */
const keyOf = ({ entity, field }: Kept): string =>
  entity === 'meta' && /^(meeting_|late$|phone\/)/.test(field) ? 'meet' : entity

/** Exported for its tests. */
export function placesOf(kept: readonly Kept[], document: Document): readonly Place[] {
  return [...new Set(kept.map(keyOf))].flatMap((entity): readonly Place[] => {
    if (entity === 'meta') return [{ key: entity, text: words.working.names, show: () => (naming.value = true) }]
    if (entity === 'meet') return [{ key: entity, text: words.meet.title, show: () => (room.value = 'meet') }]
    const [root, id] = entity.split('/')
    const person = root === 'people' ? document.people.find((one) => one.id === id) : undefined
    const goal = root === 'goals' ? document.goals.find((one) => one.id === id) : undefined
    if (root === 'wishes') return [{ key: entity, text: words.jar.title, show: () => (room.value = 'jar') }]
    const step = root === 'steps' ? document.steps.find((one) => one.id === id) : undefined
    const show = (focus: Focus) => () => {
      opened.value = focus
    }
    if (person) return [{ key: entity, text: person.name, show: show({ kind: 'person', id: person.id }) }]
    if (goal)
      return [
        { key: entity, text: brief(goal.title, words.plan.untitledGoal), show: show({ kind: 'goal', id: goal.id }) },
      ]
    if (step)
      return [
        { key: entity, text: brief(step.what, words.plan.untitledStep), show: show({ kind: 'step', id: step.id }) },
      ]
    return []
  })
}
