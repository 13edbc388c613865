/** How was this talk? Three taps each, on one tablet by turns, shown together or let go. */

import type { Document, Said } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { whenWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import {
  type Answers,
  beginCheck,
  type Check,
  check,
  hideOwn,
  isShown,
  keepCheck,
  letGoOfCheck,
  QUESTIONS,
  takeTablet,
  tapAnswer,
  wantShown,
} from './check.ts'
import { through, voicesHere } from './voices.ts'

const SAID = ['yes', 'partly', 'no', 'not sure'] as const satisfies readonly Said[]

export function TalkCheck({ document }: { readonly document: Document }) {
  const { talk } = words
  const now = check.value
  return (
    <div class="app-stack app-stack--close">
      {now === null ? (
        lookingBack.value === null && (
          <div>
            <Button onPress={() => beginCheck(voicesHere(document))}>{talk.checkStart}</Button>
          </div>
        )
      ) : (
        <Turn now={now} document={document} />
      )}
      <Before document={document} />
    </div>
  )
}

function Turn({ now, document }: { readonly now: Check; readonly document: Document }) {
  const { talk } = words
  const who = now.voices[now.turn]
  const isAlone = now.voices.length < 2
  if (who !== undefined && now.handing) {
    return (
      <Notice live>
        <p>{talk.checkHanded(callName(who, document))}</p>
        <div>
          <Button onPress={takeTablet}>{talk.checkReady}</Button>
        </div>
      </Notice>
    )
  }
  if (who !== undefined) {
    return (
      <section class="app-talkcard app-stack" aria-label={talk.checkTurn(callName(who, document))}>
        <p>
          <b>{talk.checkTurn(callName(who, document))}</b> {!isAlone && talk.checkHold}
        </p>
        {QUESTIONS.map((question) => (
          <Choice
            key={`${who} ${question}`}
            label={talk.asks[question]}
            shape="tiles"
            value={now.answers[who]?.[question] ?? null}
            options={SAID.map((value) => ({ value, label: talk.said[value] }))}
            onChoose={(value) => tapAnswer(question, value)}
          />
        ))}
        <div>
          <Button onPress={hideOwn}>{talk.checkNext}</Button>
        </div>
      </section>
    )
  }
  if (!isShown(now)) {
    return (
      <Notice live>
        <p>{isAlone ? talk.checkAlone : talk.checkBoth}</p>
        <div class="app-row">
          {now.voices.map((one) => (
            <Button key={one} pressed={now.wanted.includes(one)} onPress={() => wantShown(one)}>
              {isAlone ? talk.checkShowMine : talk.checkShow(callName(one, document))}
            </Button>
          ))}
          <LetGo />
        </div>
      </Notice>
    )
  }
  return (
    <Notice kind="both" title={isAlone ? talk.checkShownMine : talk.checkShown} live>
      {now.voices.map((one) => (
        <OfOne key={one} who={callName(one, document)} answers={now.answers[one] ?? {}} />
      ))}
      <div class="app-row">
        <Button onPress={() => done(keepCheck(through.value), talk.checkKept)}>{talk.checkKeep}</Button>
        <LetGo />
      </div>
    </Notice>
  )
}

function LetGo() {
  return (
    <Button
      kind="quiet"
      onPress={() => {
        letGoOfCheck()
        announce(words.talk.checkGone)
      }}
    >
      {words.talk.checkLetGo}
    </Button>
  )
}

function OfOne({ who, answers }: { readonly who: string; readonly answers: Answers }) {
  const { talk } = words
  const given = QUESTIONS.flatMap((question) => {
    const said = answers[question]
    return said === undefined || said === '' ? [] : [{ question, said }]
  })
  return (
    <div>
      <b>{who}</b>
      <ul>
        {given.length === 0 && <li>{talk.nothingYet}</li>}
        {given.map(({ question, said }) => (
          <li key={question}>
            {talk.asks[question]} <b>{talk.said[said]}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was kept of other days, day by day, each with whose it is. */
function Before({ document }: { readonly document: Document }) {
  const { talk } = words
  const kept = document.answers.filter(
    (one) => !one.archived && QUESTIONS.some((question) => question === one.question),
  )
  if (kept.length === 0) return null
  return (
    <details class="app-away">
      <summary class="app-away__head">{talk.checkBefore}</summary>
      <ul>
        {kept.map((one) => (
          <li class="app-away__row" key={one.id}>
            <span>
              {whenWords({ kind: 'day', day: one.day })}. {callName(one.by, document)}: {talk.asks[one.question]}{' '}
              <b>{one.said === '' ? talk.nothingYet : talk.said[one.said]}</b>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
