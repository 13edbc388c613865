/** How it was: each time out with who went, and each one's own view of it, side by side. */

import type { By, Company, Document, Felt, Mark, Occasion, Outing } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { CoField } from '../plan/CoField.tsx'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import {
  addOccasion,
  archiveOccasion,
  beginImpression,
  impressionOf,
  linkToOccasion,
  setCompany,
  setFelt,
  setMark,
  setOccasionDay,
  setSize,
} from './afterwards-actions.ts'
import { LineField } from './LineField.tsx'
import { seeItDifferently } from './lasting.ts'
import { addSupport } from './support-actions.ts'

interface AfterwardsProps {
  readonly outing: Outing
  readonly times: readonly Occasion[]
  readonly document: Document
  readonly pen: By
  /** They would rather think of something else. */
  readonly onElsewhere: () => void
}

export function Afterwards({ outing, times, document, pen, onElsewhere }: AfterwardsProps) {
  const { out } = words
  const sizes = document.names.flatMap((_, by) => {
    const size = impressionOf(document.impressions, { outing: outing.id, occasion: '', by })?.size ?? ''
    return size === '' ? [] : [size]
  })
  return (
    <>
      <Fold title={out.before} said={sizes.join(', ')} hint={out.beforeHint}>
        {document.names.map((_, by) => (
          <Size key={by} outing={outing} by={by} document={document} pen={pen} />
        ))}
      </Fold>
      <Fold title={out.after} said={times.map(({ day }) => dayOf(day)).join(', ')} hint={out.afterHint}>
        {times.map((time) => (
          <OneTime key={time.id} outing={outing} time={time} document={document} pen={pen} onElsewhere={onElsewhere} />
        ))}
        <div>
          <Button
            onPress={() => {
              addOccasion(outing.id)
              announce(out.timeAdded)
            }}
          >
            {out.addTime}
          </Button>
        </div>
      </Fold>
    </>
  )
}

const dayOf = (day: string): string => (day === '' ? words.out.someDay : dayWords(day))

interface SizeProps {
  readonly outing: Outing
  readonly by: number
  readonly document: Document
  readonly pen: By
}

function Size({ outing, by, document, pen }: SizeProps) {
  const of = { outing: outing.id, occasion: '', by }
  const size = impressionOf(document.impressions, of)?.size ?? ''
  const label = words.out.sizeOf(callName(by, document))
  if (pen !== 'both' && pen !== by) return size === '' ? null : <p>{`${callName(by, document)}: ${size}`}</p>
  return (
    <LineField
      label={label}
      value={size}
      name={`outings/${outing.id}/size/${by}`}
      onWrite={(text) => withImpression(of, (id) => setSize(id, text))}
    />
  )
}

/** Their view of it, begun where they had none yet. */
function withImpression(of: Parameters<typeof beginImpression>[0], act: (id: string) => unknown): void {
  const id = beginImpression(of)
  if (typeof id === 'string') act(id)
}

interface OneTimeProps extends Pick<AfterwardsProps, 'outing' | 'document' | 'pen'> {
  readonly time: Occasion
}

function OneTime({ outing, time, document, pen, onElsewhere }: OneTimeProps & Pick<AfterwardsProps, 'onElsewhere'>) {
  const { out } = words
  const { id, day, company } = time
  const title = dayOf(day)
  const views = document.impressions.filter((one) => one.occasion === id && !one.archived)
  return (
    <section class="app-outing__part app-stack" aria-label={title}>
      <h4 class="app-outing__name">{title}</h4>
      <Field
        label={out.day}
        type="date"
        value={day}
        onInput={(next) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(next)) setOccasionDay(id, next)
        }}
      />
      <Pick
        label={out.whoWent(callName(0, document))}
        value={company}
        options={(['', 'together', 'met there', 'with someone', 'on my own'] as const satisfies readonly Company[]).map(
          (value) => ({ value, label: out.company[value] }),
        )}
        onPick={(next) => setCompany(id, next)}
      />
      {company === 'with someone' && <CameAlong time={time} document={document} />}
      <KeptBeside document={document} entity={`occasions/${id}`} fields={['day', 'company', 'people', 'archived']} />
      <div class="app-outing__two">
        {document.names.map((_, by) => (
          <View key={by} outing={outing} time={time} by={by} document={document} pen={pen} />
        ))}
      </div>
      {seeItDifferently(views) && <p class="app-soft">{out.differ}</p>}
      {views.some(({ felt }) => felt === 'not for me') && (
        <div class="app-stack app-stack--close">
          <p class="app-soft">{out.newWish}</p>
          <div>
            <Button onPress={onElsewhere}>{out.toWishes}</Button>
          </div>
        </div>
      )}
      <div>
        <Button
          kind="quiet"
          label={out.takeAwayFor(title)}
          onPress={() => {
            archiveOccasion(id)
            announce(out.isAway(title))
          }}
        >
          {out.takeAway}
        </Button>
      </div>
    </section>
  )
}

function CameAlong({ time, document }: { readonly time: Occasion; readonly document: Document }) {
  const people = document.people.filter((one) => time.people.includes(one.id) || !(one.archived || one.died))
  if (people.length === 0) return null
  return (
    <fieldset class="app-choice app-choice--people">
      <legend class="app-field__label">{words.out.cameAlong}</legend>
      <div class="app-choice__options">
        {people.map((one) => (
          <Tick
            key={one.id}
            label={one.name}
            checked={time.people.includes(one.id)}
            onChange={(on) => linkToOccasion(time.id, one.id, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const FELT: readonly Felt[] = ['loved', 'ok', 'mixed', 'not for me', 'did not go']
const MARKS: readonly Mark[] = ['', 'together', 'mostly together', 'half', 'mostly on my own', 'on my own']

/** One's own view. The other reads it, and changes nothing in it. */
function View({ outing, time, by, document, pen }: OneTimeProps & { readonly by: number }) {
  const { out } = words
  const of = { outing: outing.id, occasion: time.id, by }
  const view = impressionOf(document.impressions, of)
  const name = callName(by, document)
  const isTheirs = pen === 'both' || pen === by
  if (!isTheirs) {
    const said = [out.felt[view?.felt ?? ''], view?.mark && out.marks[view.mark], view?.words, view?.next_time]
    return (
      <div class="app-stack app-stack--close">
        <p class="app-goal__by">
          <Hand by={by} document={document} /> {name}
        </p>
        {said.filter(Boolean).map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
    )
  }
  return (
    <div class="app-stack">
      <Choice
        label={out.feltBy(name)}
        shape="tiles"
        value={view?.felt ?? ''}
        options={FELT.map((value) => ({ value, label: out.felt[value] }))}
        onChoose={(felt) => withImpression(of, (id) => setFelt(id, felt))}
      />
      <Pick
        label={out.markBy(name)}
        value={view?.mark ?? ''}
        options={MARKS.map((value) => ({ value, label: out.marks[value] }))}
        onPick={(mark) => withImpression(of, (id) => setMark(id, mark))}
      />
      {view !== undefined && (
        <>
          <KeptBeside document={document} entity={`impressions/${view.id}`} fields={['felt', 'mark', 'size']} />
          <CoField entity="impressions" id={view.id} field="words" label={out.wordsBy(name)} document={document} />
          <CoField entity="impressions" id={view.id} field="next_time" label={out.nextBy(name)} document={document} />
          {view.next_time !== '' && (
            <div>
              <Button
                onPress={() => {
                  addSupport({ outing: outing.id, kind: 'other', words: view.next_time })
                  announce(out.supportAdded(view.next_time))
                }}
              >
                {out.nextToHelp}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
