/** What the two say of one kind, each with whose it is; the other's own stands beside it. A line adds one more. */

import { useState } from 'preact/hooks'
import type { Document, Saying, SayingKind } from '../../../sync/document.ts'
import { saidBeside } from '../document/copies.ts'
import type { Outcome } from '../document/outcomes.ts'
import { takeOff, toldOnce } from '../going/column-actions.ts'
import { ToBoard } from '../going/ToBoard.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { isLongHope } from '../plan/LongHope.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { addSaying, archiveSaying, bringBackSaying, showInPlan } from './actions.ts'
import { through, voicesHere } from './voices.ts'
import { voiceOf, WhoSays } from './WhoSays.tsx'

interface SayingsProps {
  readonly kind: SayingKind
  readonly document: Document
  /** On the button that opens a line for one more. */
  readonly add: string
  readonly hint?: string | undefined
  /** Only what stands beside this, as `goals/<id>`; '' for what stands by itself. */
  readonly beside?: string
  /** Whose voice it is, where it has been asked for several lists at once. */
  readonly voice?: number
}

export function Sayings({ kind, document, add, hint, beside = '', voice }: SayingsProps) {
  const { talk } = words
  const [chosen, setChosen] = useState(0)
  const by = voice ?? voiceOf(chosen, document)
  const all = document.sayings.filter((one) => one.kind === kind)
  const standing = toldOnce(all.filter((one) => !one.archived))
  const here = standing.filter((one) => (beside === '' ? !isBesideAnother(one) : one.beside === beside))
  // A copy of somebody's own line comes back from where that is.
  const away = all.filter((one) => one.archived && one.of === '' && (beside === '' || one.beside === beside))
  return (
    <div class="app-stack app-stack--close">
      {here.length > 0 && (
        <ul class="app-said">
          {here.map((one) => (
            <One key={one.id} saying={one} document={document} />
          ))}
        </ul>
      )}
      {lookingBack.value === null && (
        <>
          {voice === undefined && <WhoSays document={document} chosen={by} onChoose={setChosen} />}
          <AddLine
            open={add}
            label={add}
            name={`say ${kind} ${beside}`}
            hint={hint}
            onAdd={(text) => addSaying({ words: text, kind, by, beside, through: through.value })}
            said={talk.written}
          />
        </>
      )}
      <OffTheList sayings={away} document={document} title={kind === 'together' ? talk.struck : talk.off} />
    </div>
  )
}

interface OffTheListProps {
  readonly sayings: readonly Saying[]
  readonly document: Document
  readonly title?: string
}

/** What was put away of it: whoever said it brings it back, and either a line of how the two work together. */
export function OffTheList({ sayings, document, title = words.talk.off }: OffTheListProps) {
  const { talk } = words
  const voices = voicesHere(document)
  return (
    <PutAway
      title={title}
      away={sayings.map((one) => ({
        id: one.id,
        what: brief(one.words, words.history.nothing),
        note: callName(one.by, document),
        back: one.kind === 'together' || voices.includes(one.by) ? () => bringBackSaying(one.id) : undefined,
      }))}
      button={talk.bringBackShort}
      called={talk.bringBack}
      said={talk.isBack}
    />
  )
}

function One({ saying, document }: { readonly saying: Saying; readonly document: Document }) {
  const { talk } = words
  const what = brief(saying.words, words.history.nothing)
  const voices = lookingBack.value === null ? voicesHere(document) : []
  const beside = saidBeside(document.sayings, saying.id)
  const others = voices.filter((member) => member !== saying.by && !beside.some((one) => one.by === member))
  const isShared = saying.kind === 'together'
  const mayPutAway = voices.length > 0 && (isShared || voices.includes(saying.by))
  return (
    <li class="app-said__one app-stack app-stack--close">
      <div class="app-said__row">
        <Said saying={saying} document={document} />
        {mayPutAway && (
          <Button
            kind="quiet"
            label={(isShared ? talk.strike : talk.putAway)(what)}
            onPress={() => done(putAway(saying), (isShared ? talk.isStruck : talk.isAway)(what))}
          >
            {isShared ? talk.strikeShort : talk.putAwayShort}
          </Button>
        )}
      </div>
      {beside.map((one) => (
        <div class="app-said__beside app-said__row" key={one.id}>
          <Said saying={one} document={document} />
          {voices.includes(one.by) && (
            <Button
              kind="quiet"
              label={talk.putAway(brief(one.words, words.history.nothing))}
              onPress={() => done(archiveSaying(one.id), talk.isAway(brief(one.words, words.history.nothing)))}
            >
              {talk.putAwayShort}
            </Button>
          )}
        </div>
      ))}
      {saying.of !== '' && voices.includes(saying.by) && (
        <div class="app-row">
          <ToBoard copy={saying} document={document} />
        </div>
      )}
      {mayStandInPlan(saying) && voices.includes(saying.by) && (
        <Tick
          label={saying.kind === 'hope' ? talk.hopeInPlan : talk.inPlanShort}
          checked={saying.shown}
          onChange={(shown) => done(showInPlan(saying.id, shown), talk.answered)}
        />
      )}
      {!isShared &&
        others.map((member) => (
          <AddLine
            key={member}
            open={voices.length > 1 ? talk.besideIt(callName(member, document)) : talk.sayBesideShort}
            label={talk.sayBeside(what)}
            name={`say beside ${saying.id} ${member}`}
            kind="quiet"
            onAdd={(text) =>
              addSaying({
                words: text,
                kind: saying.kind,
                by: member,
                beside: `sayings/${saying.id}`,
                through: through.value,
              })
            }
            said={talk.written}
          />
        ))}
      <KeptBeside document={document} entity={`sayings/${saying.id}`} fields={['shown', 'archived', 'agreed']} />
    </li>
  )
}

/** The words, with whose they are and who wrote them down. */
export function Said({ saying, document }: { readonly saying: Saying; readonly document: Document }) {
  return (
    <span class="app-said__words">
      <Hand by={saying.by} document={document} />
      <span>
        <span class="app-soft">{callName(saying.by, document)}:</span> <b>{saying.words}</b>
        {saying.through !== '' && (
          <span class="app-soft app-said__through">{words.talk.throughSaid(saying.through)}</span>
        )}
        {saying.topic !== '' && <span class="app-soft app-said__through">{words.going.topics[saying.topic]}</span>}
        <CopiedFrom thing={saying} />
      </span>
    </span>
  )
}

/** A copy of somebody's own line goes with its words: they are in their own column still. */
const putAway = ({ id, of }: Saying): Outcome => (of === '' ? archiveSaying(id) : takeOff(of))

/** A worry of either; of hopes the owner’s alone, above a plan that is theirs. */
const mayStandInPlan = (saying: Saying): boolean => saying.kind === 'worry' || isLongHope(saying)

const isBesideAnother = ({ beside }: Saying): boolean => beside.startsWith('sayings/')
