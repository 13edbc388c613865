/** A copy that is read: the map and the plan as a plain page, and the way to write again. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import type { Document, Person, Ring, Step } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { Why } from '../device/stage.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { CardEntry } from '../doors/CardEntry.tsx'
import { Frame } from '../doors/Frame.tsx'
import { nameOf } from '../doors/names.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { CopiedPhotographs } from './CopiedPhotographs.tsx'

export function CopyPage({ document }: { readonly document: SharedDocument }) {
  const isAsking = useSignal(false)
  const isGoing = useSignal(false)
  const shared = seen(document.snapshot.value)
  return (
    <Frame title={titleOf(shared)}>
      <Notice kind="both">{words.files.readLead}</Notice>
      <TheMap shared={shared} />
      <ThePlan shared={shared} />
      <CopiedPhotographs document={document} />
      <section class="app-stack" aria-labelledby="write-again">
        <h2 id="write-again">{words.files.readAgain}</h2>
        <p>{words.files.readAgainCard}</p>
        <Button kind="main" onPress={() => (isAsking.value = true)}>
          {words.files.useCard}
        </Button>
        <p>{words.files.readAgainOther}</p>
        <Button onPress={() => void kith.lock()}>{words.files.lockCopy}</Button>
        <Button kind="quiet" onPress={() => (isGoing.value = true)}>
          {words.files.forget}
        </Button>
      </section>
      {isAsking.value && <AgainSheet onClose={() => (isAsking.value = false)} />}
      {isGoing.value && <ForgetSheet onClose={() => (isGoing.value = false)} />}
    </Frame>
  )
}

function AgainSheet({ onClose }: { readonly onClose: () => void }) {
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)

  async function write(card: CardSecret): Promise<void> {
    if (busy.value) return
    busy.value = true
    const outcome = await kith.writeAgain(card)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
  }

  return (
    <Sheet title={words.files.useCard} onClose={onClose}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <p>{words.doors.cardLead}</p>
      {busy.value ? <p role="status">{words.files.usingCard}</p> : <CardEntry onCard={(card) => void write(card)} />}
    </Sheet>
  )
}

function ForgetSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet
      title={words.files.forgetTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={onClose}>
            {words.files.forgetNo}
          </Button>
          <Button onPress={() => void kith.forgetCopy()}>{words.files.forgetYes}</Button>
        </>
      }
    >
      <p>{words.files.forgetLead}</p>
    </Sheet>
  )
}

export function TheMap({ shared }: { readonly shared: Document }) {
  const here = shared.people.filter(({ archived }) => !archived)
  return (
    <section class="app-stack" aria-labelledby="copy-map">
      <h2 id="copy-map">{words.files.map}</h2>
      {here.length === 0 && <p>{words.files.nobody}</p>}
      {RINGS.map((ring) => {
        const found = here.filter(({ place }) => place.ring === ring)
        if (found.length === 0) return null
        return (
          <div key={ring}>
            <h3>{words.map.places[ring]}</h3>
            <ul class="app-copy__list">
              {found.map((person) => (
                <li key={person.id}>{personLine(person)}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

export function ThePlan({ shared }: { readonly shared: Document }) {
  const steps = shared.steps.filter(({ archived }) => !archived)
  const goals = shared.goals.filter(({ archived }) => !archived)
  const others = steps.filter(({ goal }) => !goals.some(({ id }) => id === goal))
  return (
    <section class="app-stack" aria-labelledby="copy-plan">
      <h2 id="copy-plan">{words.files.plan}</h2>
      {goals.length + steps.length === 0 && <p>{words.files.noPlan}</p>}
      {goals.map(({ id, title }) => (
        <Steps key={id} title={title} steps={steps.filter(({ goal }) => goal === id)} />
      ))}
      {others.length > 0 && <Steps title={words.files.otherSteps} steps={others} />}
    </section>
  )
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul class="app-copy__list">
        {steps.map((step) => (
          <li key={step.id}>{stepLine(step)}</li>
        ))}
      </ul>
    </div>
  )
}

const RINGS: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

function personLine({ name, relation, died }: Person): string {
  return [name, relation, died ? words.files.died : ''].filter((part) => part !== '').join(', ')
}

function stepLine({ what, done, went }: Step): string {
  const state = { open: '', done: words.files.done, 'let go': words.files.letGoOf }[done]
  return [what, state, went].filter((part) => part !== '').join(' \u00b7 ')
}

/** The names of the two. */
export function titleOf({ names }: Document): string {
  const given = names.some((name) => name !== '')
  return given ? names.map((_, member) => nameOf(names, member)).join(' & ') : words.files.readTitle
}
