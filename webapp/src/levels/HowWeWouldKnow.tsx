/** Folded away under a goal, for whoever wants it: what would be as hoped, where it is now, and what the two agree on. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Document, Goal, Yardstick } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { useHalfTyped } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { CoField } from '../plan/CoField.tsx'
import { brief } from '../plan/said.ts'
import { isSuggested } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { PutAway } from '../working/PutAway.tsx'
import { Agreed, Earlier } from './Agreed.tsx'
import { agree, archiveYardstick, beginAgain, beginYardstick, bringBackYardstick, setStart } from './actions.ts'
import { MoreLevels } from './MoreLevels.tsx'
import { areTwoThings, awayOf, begunOf, isSameWording, remarksOn, wordingsOf } from './wordings.ts'

interface OfGoal {
  readonly goal: Goal
  readonly document: Document
}

export function HowWeWouldKnow({ goal, document }: OfGoal) {
  const { levels } = words
  const [inside, begins] = useFieldAfter()
  const wordings = wordingsOf(document.aims, goal.id)
  const begun = begunOf(document, goal.id)
  const [agreed] = wordings[0] ?? []
  return (
    <Fold title={levels.title} said={brief((agreed ?? begun[0])?.hoped ?? '', '')} hint={levels.hint}>
      <div class="app-stack" ref={inside}>
        {areTwoThings(goal.title) && <p class="app-soft">{levels.twoThings}</p>}
        <Agreed goal={goal} document={document} />
        {begun.length > 1 && <p class="app-soft">{levels.begunTwice}</p>}
        {begun.map((one) => (
          <Writing
            key={one.id}
            yardstick={one}
            waits={isSuggested(goal)}
            isOnly={begun.length === 1}
            document={document}
          />
        ))}
        {begun.length === 0 && agreed !== undefined && (
          <div>
            <Button onPress={() => done(beginAgain(agreed), levels.begun)}>{levels.change}</Button>
          </div>
        )}
        {begun.length === 0 && agreed === undefined && (
          <AddLine
            open={levels.levels.hoped}
            label={levels.levels.hoped}
            name={`hoped ${goal.id}`}
            hint={levels.hopedHint}
            onAdd={(text) => begins(beginYardstick(goal.id, text))}
            said={() => levels.begun}
          />
        )}
        <PutAway
          title={levels.away}
          away={awayOf(document, goal.id).map(({ id, hoped }) => ({
            id,
            what: brief(hoped, words.history.nothing),
            back: () => bringBackYardstick(id),
          }))}
          called={levels.bringBack}
          said={() => levels.isBack}
        />
        <Earlier goal={goal} document={document} />
      </div>
    </Fold>
  )
}

/** Once the line has made way for the field that both write in, whoever wrote is in that. */
function useFieldAfter() {
  const inside = useRef<HTMLDivElement>(null)
  const [hasBegun, setBegun] = useState(false)
  useEffect(() => {
    if (hasBegun) inside.current?.querySelector('textarea')?.focus()
  }, [hasBegun])
  const begins = <Answer,>(outcome: Answer): Answer => {
    if (!isRefused(outcome)) setBegun(true)
    return outcome
  }
  return [inside, begins] as const
}

interface WritingProps {
  readonly yardstick: Yardstick
  /** What still waits for the owner's yes is nothing to agree on yet. */
  readonly waits: boolean
  readonly isOnly: boolean
  readonly document: Document
}

function Writing({ yardstick, waits, isOnly, document }: WritingProps) {
  const { levels } = words
  const [isOpen, setOpen] = useState(false)
  const { id, goal, start } = yardstick
  const wordings = wordingsOf(document.aims, goal)
  const isAgreed = wordings.some(([aim]) => isSameWording(aim, yardstick))
  const isNew = wordings.length > 0
  if (isAgreed && !isOpen) {
    return (
      <div class="app-stack app-stack--close">
        <p class="app-soft">{levels.changeHint}</p>
        <div>
          <Button onPress={() => setOpen(true)}>{levels.change}</Button>
        </div>
      </div>
    )
  }
  return (
    <section class="app-stack" aria-label={isNew ? levels.changed : levels.title}>
      <CoField
        entity="yardsticks"
        id={id}
        field="hoped"
        label={levels.levels.hoped}
        hint={levels.hopedHint}
        document={document}
      />
      <Choice
        label={levels.start}
        shape="tiles"
        value={start}
        options={(['much less', 'less', 'expected', ''] as const).map((value) => ({
          value,
          label: levels.starts[value],
        }))}
        onChoose={(value) => setStart(id, value)}
      />
      <KeptBeside document={document} entity={`yardsticks/${id}`} fields={['start']} />
      <MoreLevels yardstick={yardstick} document={document} />
      {remarksOn(yardstick).map((remark) => (
        <p class="app-soft" key={remark}>
          {levels[remark]}
        </p>
      ))}
      {!waits && !isAgreed && yardstick.hoped.trim() !== '' && (
        <Agreeing yardstick={yardstick} isNew={isNew} onAgreed={() => setOpen(false)} />
      )}
      <div class="app-row">
        {isAgreed && (
          <Button kind="quiet" onPress={() => setOpen(false)}>
            {levels.leave}
          </Button>
        )}
        {!isOnly && (
          <Button
            kind="quiet"
            label={levels.putAwayWhat(brief(yardstick.hoped, words.history.nothing))}
            onPress={() => done(archiveYardstick(id), levels.isAway)}
          >
            {levels.putAway}
          </Button>
        )}
      </div>
    </section>
  )
}

interface AgreeingProps {
  readonly yardstick: Yardstick
  /** Another wording was agreed on before: what has changed is asked. */
  readonly isNew: boolean
  readonly onAgreed: () => void
}

function Agreeing({ yardstick, isNew, onAgreed }: AgreeingProps) {
  const { levels } = words
  const [why, setWhy] = useHalfTyped(`why ${yardstick.id}`, levels.why)
  return (
    <>
      {isNew && <Field label={levels.why} hint={levels.whyHint} value={why} onInput={setWhy} capitals="sentences" />}
      <div>
        <Button
          onPress={() => {
            const outcome = agree(yardstick.id, isNew ? why : '')
            done(outcome, levels.agreed)
            if (isRefused(outcome)) return
            setWhy('')
            onAgreed()
          }}
        >
          {levels.agree}
        </Button>
      </div>
    </>
  )
}
