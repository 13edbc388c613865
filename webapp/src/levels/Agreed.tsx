/** The words that the two agreed on, to be read: those that stand, and those before them with what was said of them. */

import type { Aim, Document, Goal } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { brief, dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { keepAim } from './actions.ts'
import { saidOf } from './number.ts'
import { earlier, LEVELS, wordingsOf } from './wordings.ts'

interface OfGoal {
  readonly goal: Pick<Goal, 'id'>
  readonly document: Document
}

export function Agreed({ goal, document }: OfGoal) {
  const { levels } = words
  const wordings = wordingsOf(document.aims, goal.id)
  return (
    <>
      {wordings.length > 1 && <p>{levels.twoAtOnce}</p>}
      {wordings.map(([aim]) => (
        <Notice key={aim.id} kind="both" title={agreedTitle(aim, document)}>
          <Wording aim={aim} />
          {wordings.length > 1 && <Keep aim={aim} />}
        </Notice>
      ))}
    </>
  )
}

export function Earlier({ goal, document }: OfGoal) {
  const { levels } = words
  const before = earlier(document.aims, goal.id)
  if (before.length === 0) return null
  const isNoneLeft = wordingsOf(document.aims, goal.id).length === 0
  return (
    <details class="app-away">
      <summary class="app-away__head">{levels.earlier}</summary>
      <div class="app-stack">
        {before.map((aim) => (
          <section class="app-stack app-stack--close" key={aim.id} aria-label={brief(aim.hoped, levels.earlier)}>
            <p class="app-soft">{agreedTitle(aim, document)}</p>
            <Wording aim={aim} />
            <SaidOf aim={aim} document={document} />
            <KeptBeside document={document} entity={`aims/${aim.id}`} fields={['replaced']} />
            {isNoneLeft && <Keep aim={aim} />}
          </section>
        ))}
      </div>
    </details>
  )
}

/** Level by level, as it was agreed; a level that has no words is not there. */
export function Wording({ aim }: { readonly aim: Aim }) {
  const { levels } = words
  return (
    <>
      {LEVELS.map(
        (level) =>
          aim[level].trim() !== '' && (
            <p key={level}>
              <span class="app-soft">{level === 'hoped' ? levels.hopedShort : levels.levels[level]}: </span>
              {aim[level]}
            </p>
          ),
      )}
      {aim.start !== '' && <p class="app-soft">{levels.beganAt(levels.starts[aim.start])}</p>}
      {aim.by_day !== '' && <p class="app-soft">{levels.byDaySaid(dayWords(aim.by_day))}</p>}
      {aim.why !== '' && <p class="app-soft">{levels.whySaid(aim.why)}</p>}
    </>
  )
}

/** What each said of these very words. */
function SaidOf({ aim, document }: { readonly aim: Aim; readonly document: Document }) {
  const { levels, talk } = words
  return (
    <>
      {document.names.map((_, by) => {
        const answer = saidOf(document.answers, [aim], by)
        if (answer === undefined || answer.said === '') return null
        return <p key={by}>{levels.saidBefore(callName(by, document), talk.said[answer.said], dayWords(answer.day))}</p>
      })}
    </>
  )
}

function Keep({ aim }: { readonly aim: Aim }) {
  const { levels } = words
  if (lookingBack.value !== null) return null
  return (
    <div>
      <Button
        label={levels.keepWhat(brief(LEVELS.flatMap((level) => aim[level] || []).join(', '), words.history.nothing))}
        onPress={() => done(keepAim(aim.id), levels.isKept)}
      >
        {levels.keepThis}
      </Button>
    </div>
  )
}

function agreedTitle({ by, day }: Aim, document: Document): string {
  const { levels } = words
  const whose = by === 'both' ? levels.agreedBoth : levels.agreedBy(callName(by, document))
  return `${whose}, ${dayWords(day)}`
}
