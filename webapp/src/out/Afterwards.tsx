/** How it was: each time out with who went, and each one's own view of it, side by side. */

import { useRef } from 'preact/hooks'
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
import type { Beside } from '../working/attention.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import {
  addOccasion,
  archiveOccasion,
  beginImpression,
  bringBackOccasion,
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
import { TakeAway } from './TakeAway.tsx'
import { type OneView, type Slots, viewsOf } from './views.ts'

interface AfterwardsProps {
  readonly outing: Outing
  /** Those that were put away as well. */
  readonly times: readonly Occasion[]
  readonly document: Document
  readonly pen: By
  /** Out of the sheet and into another room: to think of something else, or to say what was in the way. */
  readonly onElsewhere: (room: Beside) => void
}

export function Afterwards({ outing, times, document, pen, onElsewhere }: AfterwardsProps) {
  const { out } = words
  const shown = times.filter(({ archived }) => !archived)
  const away = times.filter(({ archived }) => archived)
  const held = useRef<Slots>(new Map()).current
  const before = viewsOf(document, outing.id, '', held)
  const sizes = before.flatMap(({ view }) => (view === undefined || view.size === '' ? [] : [view.size]))
  return (
    <>
      <Fold title={out.before} said={sizes.join(', ')} hint={out.beforeHint}>
        {before.map((one) => (
          <Size key={one.name} {...one} document={document} pen={pen} />
        ))}
      </Fold>
      <Fold title={out.after} said={shown.map(({ day }) => dayOf(day)).join(', ')} hint={out.afterHint}>
        {shown.map((time) => (
          <OneTime
            key={time.id}
            outing={outing}
            time={time}
            document={document}
            pen={pen}
            held={held}
            onElsewhere={onElsewhere}
          />
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
        <PutAway
          title={out.putAway}
          away={away.map(({ id, day }) => ({ id, what: dayOf(day), back: () => bringBackOccasion(id) }))}
          called={words.plan.bringBack}
          said={words.plan.isBack}
        />
      </Fold>
    </>
  )
}

const dayOf = (day: string): string => (day === '' ? words.out.someDay : dayWords(day))

interface OneViewProps extends OneView {
  readonly document: Document
  readonly pen: By
}

function Size({ name, of, view, document, pen }: OneViewProps) {
  const { by } = of
  const size = view?.size ?? ''
  const label = words.out.sizeOf(callName(by, document))
  if (pen !== 'both' && pen !== by) return size === '' ? null : <p>{`${callName(by, document)}: ${size}`}</p>
  return (
    <LineField
      label={label}
      value={size}
      name={name}
      onWrite={(text) => write({ of, view }, (id) => setSize(id, text))}
    />
  )
}

/** Writes in a view, begun where they had none yet. */
function write({ of, view }: Pick<OneView, 'of' | 'view'>, act: (id: string) => unknown): void {
  const id = view?.id ?? beginImpression(of)
  if (typeof id === 'string') act(id)
}

interface OneTimeProps extends Pick<AfterwardsProps, 'outing' | 'document' | 'pen'> {
  readonly time: Occasion
  readonly held: Slots
}

function OneTime({
  outing,
  time,
  document,
  pen,
  held,
  onElsewhere,
}: OneTimeProps & Pick<AfterwardsProps, 'onElsewhere'>) {
  const { out } = words
  const { id, day, company } = time
  const title = dayOf(day)
  const all = viewsOf(document, outing.id, id, held)
  const views = all.flatMap(({ view }) => view ?? [])
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
        {all.map((one) => (
          <View key={one.name} {...one} document={document} pen={pen} />
        ))}
      </div>
      {seeItDifferently(views) && <p class="app-soft">{out.differ}</p>}
      {views.some(({ felt }) => felt === 'did not go') && (
        <div>
          <Button onPress={() => onElsewhere('barriers')}>{out.toBarriers}</Button>
        </div>
      )}
      {views.some(({ felt }) => felt === 'not for me') && (
        <div class="app-stack app-stack--close">
          <p class="app-soft">{out.newWish}</p>
          <div>
            <Button onPress={() => onElsewhere('plan')}>{out.toWishes}</Button>
          </div>
        </div>
      )}
      <TakeAway what={title} onTake={() => archiveOccasion(id)} />
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
function View({ of, view, document, pen }: OneViewProps) {
  const { out } = words
  const { by } = of
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
        onChoose={(felt) => write({ of, view }, (id) => setFelt(id, felt))}
      />
      {view?.felt === 'did not go' && <p class="app-soft">{out.didNotGo}</p>}
      <Pick
        label={out.markBy(name)}
        value={view?.mark ?? ''}
        options={MARKS.map((value) => ({ value, label: out.marks[value] }))}
        onPick={(mark) => write({ of, view }, (id) => setMark(id, mark))}
      />
      {view !== undefined && (
        <>
          <KeptBeside document={document} entity={`impressions/${view.id}`} fields={['felt', 'mark', 'size']} />
          <CoField
            entity="impressions"
            id={view.id}
            field="words"
            label={out.wordsBy(name)}
            by={by}
            document={document}
          />
          <CoField
            entity="impressions"
            id={view.id}
            field="next_time"
            label={out.nextBy(name)}
            by={by}
            document={document}
          />
          {view.next_time !== '' && (
            <div>
              <Button
                onPress={() => {
                  addSupport({ outing: of.outing, kind: 'other', words: view.next_time })
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
