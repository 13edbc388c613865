/** The number, for whoever asks for it: as each sees it, with what it is not for. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { numbersOf, type SaidOfGoal } from './number.ts'

export function TheNumber({ document }: { readonly document: Document }) {
  const { levels } = words
  const [isShown, setShown] = useState(false)
  return (
    <div class="app-stack app-stack--close">
      <div>
        <Button kind="quiet" expanded={isShown} onPress={() => setShown(!isShown)}>
          {isShown ? levels.hideNumber : levels.showNumber}
        </Button>
      </div>
      {isShown && <Shown document={document} />}
    </div>
  )
}

function Shown({ document }: { readonly document: Document }) {
  const { levels, plan } = words
  const { numbers, areOne, apart, leftOut } = numbersOf(document)
  const [one] = numbers
  const isNone = numbers.every((number) => number === null)
  return (
    <Notice title={levels.number} live>
      {isNone && <p>{levels.noNumber}</p>}
      {!isNone && areOne && typeof one === 'number' && <p>{levels.numberBoth(inWords(one))}</p>}
      {!isNone &&
        !areOne &&
        numbers.map((number, by) => {
          const who = callName(by, document)
          return <p key={by}>{number === null ? levels.numberNotSaid(who) : levels.numberOf(who, inWords(number))}</p>
        })}
      {apart.map((said) => (
        <p class="app-soft" key={said.goal.id}>
          {apartWords(said, document)}
        </p>
      ))}
      {leftOut.length > 0 && (
        <p class="app-soft">{levels.leftOut(leftOut.map(({ title }) => brief(title, plan.untitledGoal)).join(', '))}</p>
      )}
      {!isNone && <p class="app-soft">{levels.numberMeans}</p>}
      <p class="app-soft">{levels.notCompare}</p>
    </Notice>
  )
}

function apartWords({ goal, words: said }: SaidOfGoal, document: Document): string {
  const { levels, plan, talk } = words
  const [one = '', other = ''] = said.map((word, by) =>
    word === null ? '' : talk.says(callName(by, document), talk.said[word]),
  )
  return levels.apart(brief(goal.title, plan.untitledGoal), one, other)
}

const inWords = (number: number): string => String(Math.round(number))
