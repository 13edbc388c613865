/** One's own words over time, to look back on together; out of sight whenever whoever said them would rather not. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { answer, takeBackAnswer } from './actions.ts'
import { asideOf, BESIDE_WORDS, saidOverTime } from './over-time.ts'
import { voicesHere } from './voices.ts'

/** So many days at first, and so many more at each press. */
const DAYS = 7

export function OverTime({ document }: { readonly document: Document }) {
  const { overTime } = words.talk
  const [whose, setWhose] = useState(0)
  return (
    <>
      <p class="app-soft">{overTime.lead}</p>
      {document.names.length > 1 && (
        <Choice
          label={overTime.whose}
          shape="tiles"
          value={String(whose)}
          options={document.names.map((_, member) => ({
            value: String(member),
            label: callName(member, document),
            picture: <Hand by={member} document={document} />,
          }))}
          onChoose={(value) => setWhose(Number(value))}
        />
      )}
      <OfOne key={whose} by={whose} document={document} />
    </>
  )
}

function OfOne({ by, document }: { readonly by: number; readonly document: Document }) {
  const { talk } = words
  const { overTime } = talk
  const [most, setMost] = useState(DAYS)
  const who = callName(by, document)
  const isTheirs = lookingBack.value === null && voicesHere(document).includes(by)
  const aside = asideOf(by, document)
  if (aside !== undefined) {
    return (
      <>
        <p>{overTime.isAside(who)}</p>
        {isTheirs && (
          <div>
            <Button onPress={() => done(takeBackAnswer(aside.id), overTime.isBack)}>{overTime.back(who)}</Button>
          </div>
        )}
      </>
    )
  }
  const days = saidOverTime(document, by)
  if (days.length === 0) return <p class="app-soft">{talk.nothingYet}</p>
  return (
    <>
      {days.slice(0, most).map(({ day, lines }) => (
        <section class="app-stack app-stack--close" key={day} aria-label={dayWords(day) || overTime.noDay}>
          <h4 class="app-said__title">{dayWords(day) || overTime.noDay}</h4>
          <ul class="app-said">
            {lines.map((line) => (
              <li class="app-said__one" key={line.id}>
                <span class="app-soft">{line.about}:</span> <b>{line.words}</b>
                {line.through !== '' && (
                  <span class="app-soft app-said__through">{talk.throughSaid(line.through)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div class="app-row">
        {days.length > most && <Button onPress={() => setMost(most + DAYS)}>{overTime.furtherBack}</Button>}
        {isTheirs && (
          <Button
            kind="quiet"
            onPress={() =>
              done(answer({ question: 'look back', said: 'not now', by, beside: BESIDE_WORDS }), overTime.isAside(who))
            }
          >
            {overTime.hide(who)}
          </Button>
        )}
      </div>
    </>
  )
}
