/** "Begin again without some things": what stays behind, the new card, what happens to the old place, and then the act. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { OpenSpace, Unlock, Why } from '../device/stage.ts'
import { comesWithWhole } from '../document/alongside.ts'
import { nameOf as nameOfThing } from '../history/values.ts'
import { tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { photographs, titleOf } from '../photographs/shown.ts'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { CanAndCannot } from './ActSheet.tsx'
import { CardEntry } from './CardEntry.tsx'
import { FreshCard } from './FreshCard.tsx'
import { nameOf } from './names.ts'
import { UnlockFields } from './UnlockFields.tsx'

type Step = 'choose' | 'old card' | 'new card' | 'do'

interface AfreshSheetProps {
  readonly space: OpenSpace
  readonly onClose: () => void
  /** The ids that are ticked to stay behind when it opens. */
  readonly without?: readonly string[] | undefined
}

export function AfreshSheet({ space, onClose, without = [] }: AfreshSheetProps) {
  const say = words.who
  const step = useSignal<Step>('choose')
  const leftOut = useSignal<ReadonlySet<string>>(new Set(without))
  const comingAlong = useSignal<ReadonlySet<string>>(new Set())
  const by = useSignal<CardSecret | null>(null)
  const card = useSignal<CardSecret | null>(null)
  const unlock = useSignal<Unlock | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  const before = seen(space.document.snapshot.value)
  const isShared = space.members.length > 1

  async function begin(): Promise<void> {
    if (unlock.value === null) return
    busy.value = true
    const how = {
      ...{ leftOut: leftOut.value, photographs: comingAlong.value },
      ...{ unlock: unlock.value, card: card.value, by: by.value },
    }
    const outcome = await kith.beginAfresh(how)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) return
    tell(say.afreshDone)
    onClose()
  }

  function choose(id: string, stays: boolean): void {
    leftOut.value = chosenFrom(leftOut.value, id, stays)
  }

  const take = (found: CardSecret | null) => {
    card.value = found
    step.value = 'do'
  }
  return (
    <Sheet title={say.afresh} step={step.value} onClose={onClose} actions={actions()}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {step.value === 'choose' && (
        <>
          <p>{say.afreshLead}</p>
          <p>{say.afreshBehind}</p>
          <Things before={before} leftOut={leftOut.value} onChoose={choose} />
          <Photographs
            before={before}
            chosen={comingAlong.value}
            onChoose={(id, comes) => (comingAlong.value = chosenFrom(comingAlong.value, id, comes))}
          />
        </>
      )}
      {step.value === 'old card' && (
        <>
          <p>
            <b>{say.showCard(nameOf(before.names, 0))}</b> {say.oneAct}
          </p>
          <CardEntry
            key="old"
            onCard={(found) => {
              by.value = found
              step.value = 'new card'
            }}
          />
        </>
      )}
      {step.value === 'new card' && (
        <>
          <p>{say.afreshCard}</p>
          <FreshCard key="new" mayMake={!isShared} onCard={take} />
          <Button onPress={() => take(null)}>{words.doors.noCard}</Button>
        </>
      )}
      {step.value === 'do' && (
        <>
          <p>{card.value === null ? words.doors.noCardMeans : words.doors.cardReady}</p>
          <CanAndCannot
            can={[say.afreshLeaves(leftOut.value.size), say.afreshServer, say.afreshOthers]}
            cannot={[say.afreshKeep, say.afreshCopies, say.endBackups]}
          />
          <UnlockFields chosen={unlock} ownPhone={!isShared} shared={isShared} />
        </>
      )}
    </Sheet>
  )

  function actions() {
    if (step.value === 'choose') {
      return (
        <>
          <Button kind="main" onPress={() => (step.value = space.mayEnd.value === 'here' ? 'new card' : 'old card')}>
            {words.doors.next}
          </Button>
          <Button onPress={onClose}>{say.notNow}</Button>
        </>
      )
    }
    if (step.value !== 'do') return undefined
    return (
      <>
        <Button kind="main" onPress={onClose}>
          {say.notNow}
        </Button>
        <Button off={unlock.value === null} busy={busy.value} onPress={() => void begin()}>
          {busy.value ? say.going : say.afreshDo}
        </Button>
      </>
    )
  }
}

interface ThingsProps {
  readonly before: Document
  readonly leftOut: ReadonlySet<string>
  readonly onChoose: (id: string, stays: boolean) => void
}

/** A situation in their own words: the catalogue's are nobody's. */
const isOwn = (situation: Document['help'][number]): boolean => situation.words !== ''

function Things({ before, leftOut, onChoose }: ThingsProps) {
  const say = words.who
  const along = new Set(before.outings.flatMap(({ id, archived }) => (archived || leftOut.has(id) ? [] : [id])))
  // With its outing it stays behind anyway.
  const goesAlong = (thing: object) => comesWithWhole('worries', thing, along)
  const groups = [
    { title: words.files.map, things: before.people.map(({ id, name, archived }) => ({ id, text: name, archived })) },
    {
      title: say.strengths,
      things: before.strengths.map(({ id, words, archived }) => ({ id, text: words, archived })),
    },
    { title: say.sayings, things: before.sayings.map(({ id, words, archived }) => ({ id, text: words, archived })) },
    {
      title: say.feelings,
      things: before.feelings.map((one) => ({ ...one, text: nameOfThing('feelings', one.id, before) })),
    },
    {
      title: say.answers,
      things: before.answers.map((one) => ({ ...one, text: nameOfThing('answers', one.id, before) })),
    },
    { title: say.pictures, things: before.pictures.map((one) => ({ ...one, text: one.name || one.day })) },
    {
      title: say.help,
      things: before.help.filter(isOwn).map(({ id, words, away }) => ({ id, text: words, archived: away })),
    },
    { title: say.offers, things: before.offers.map((one) => ({ ...one, text: one.name || one.words })) },
    { title: say.wishes, things: before.wishes.map(({ id, words, archived }) => ({ id, text: words, archived })) },
    { title: say.goals, things: before.goals.map(({ id, title, archived }) => ({ id, text: title, archived })) },
    { title: words.barriers.title, things: before.barriers.map((one) => ({ ...one, text: one.words })) },
    { title: words.barriers.toTell, things: before.disclosures.map((one) => ({ ...one, text: one.words })) },
    { title: words.out.title, things: before.outings.map((one) => ({ ...one, text: one.what })) },
    { title: words.out.worries, things: before.worries.filter(goesAlong).map((one) => ({ ...one, text: one.words })) },
    { title: words.out.goodToKnow, things: before.needs.map((one) => ({ ...one, text: one.words })) },
    { title: say.steps, things: before.steps.map(({ id, what, archived }) => ({ id, text: what, archived })) },
  ]
  return (
    <>
      {groups.map(({ title, things }) => {
        const here = things.filter(({ archived }) => !archived)
        if (here.length === 0) return null
        return (
          <fieldset class="app-choice" key={title}>
            <legend class="app-field__label">{say.staysBehind(title)}</legend>
            <div class="app-choice__options">
              {here.map(({ id, text }) => (
                <Tick key={id} label={text} checked={leftOut.has(id)} onChange={(stays) => onChoose(id, stays)} />
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}

interface PhotographsProps {
  readonly before: Document
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, comes: boolean) => void
}

/** Nobody can tell what a photograph shows but whoever looks at it: each comes along only if it is ticked. */
function Photographs({ before, chosen, onChoose }: PhotographsProps) {
  const here = photographs(before)
  if (here.length === 0) return null
  return (
    <fieldset class="app-choice" aria-describedby="photographs-hint">
      <legend class="app-field__label">{words.who.photographsCome}</legend>
      <p class="app-soft" id="photographs-hint">
        {words.who.photographsComeHint}
      </p>
      <div class="app-choice__options">
        {here.map((one) => (
          <Tick
            key={one.id}
            label={titleOf(one)}
            checked={chosen.has(one.id)}
            onChange={(comes) => onChoose(one.id, comes)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function chosenFrom(before: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  const chosen = new Set(before)
  if (isChosen) chosen.add(id)
  else chosen.delete(id)
  return chosen
}
