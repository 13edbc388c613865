/** Signs that each of the two notices, side by side: a tick, and an example where somebody has one. There is no sum of them. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { brief, dayWords } from '../plan/said.ts'
import { takeBackAnswer } from '../talk/actions.ts'
import { through, voicesHere } from '../talk/voices.ts'
import { voiceOf, WhoSays } from '../talk/WhoSays.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { notice, noticedOf, noticeNoMore, type Sign, signsOf } from './noticed.ts'

export function Noticed({ document }: { readonly document: Document }) {
  const { noticed } = words.going
  const [chosen, setChosen] = useState(0)
  const by = voiceOf(chosen, document)
  return (
    <>
      <p class="app-soft">{noticed.lead}</p>
      {lookingBack.value === null && <WhoSays document={document} chosen={by} onChoose={setChosen} />}
      <ul class="app-said">
        {signsOf(document).map((sign) => (
          <OfOne key={sign.beside} sign={sign} by={by} document={document} />
        ))}
      </ul>
    </>
  )
}

interface OfOneProps {
  readonly sign: Sign
  /** Whose ticks these are just now. */
  readonly by: number
  readonly document: Document
}

function OfOne({ sign, by, document }: OfOneProps) {
  const { noticed } = words.going
  const { beside } = sign
  const what = brief(sign.words, words.history.nothing)
  const all = noticedOf(beside, document)
  const isNoticed = all.some((one) => one.by === by)
  const isNow = lookingBack.value === null
  const given = { beside, by, through: through.value }

  function tick(on: boolean): void {
    if (on) done(notice(given), words.talk.answered)
    else done(noticeNoMore(beside, by, document), words.talk.tookBack)
  }

  return (
    <li class="app-said__one app-stack app-stack--close" aria-label={what}>
      {isNow ? <Tick label={what} checked={isNoticed} onChange={tick} /> : <b>{what}</b>}
      {document.names.map((_, member) => {
        const own = all.filter((one) => one.by === member)
        // An example says so by itself.
        if (own.length === 0 || own.some((one) => one.words !== '')) return null
        return (
          <p class="app-said__words" key={member}>
            <Hand by={member} document={document} />
            <span class="app-soft">{noticed.by(callName(member, document))}</span>
          </p>
        )
      })}
      {all
        .filter((one) => one.words !== '')
        .map((one) => (
          <div class="app-said__beside app-said__row" key={one.id}>
            <span class="app-said__words">
              <Hand by={one.by} document={document} />
              <span>
                <span class="app-soft">{callName(one.by, document)}:</span> <b>{one.words}</b>
                <span class="app-soft app-said__through">
                  {[dayWords(one.day), one.through && words.talk.throughSaid(one.through)].filter(Boolean).join('. ')}
                </span>
              </span>
            </span>
            {isNow && voicesHere(document).includes(one.by) && (
              <Button
                kind="quiet"
                label={words.talk.putAway(brief(one.words, ''))}
                onPress={() => done(takeBackAnswer(one.id), words.talk.isAway(brief(one.words, '')))}
              >
                {words.talk.putAwayShort}
              </Button>
            )}
          </div>
        ))}
      {isNow && isNoticed && (
        <AddLine
          key={by}
          kind="quiet"
          open={noticed.example}
          called={noticed.exampleOf(what)}
          label={noticed.exampleOf(what)}
          name={`example ${beside} ${by}`}
          onAdd={(text) => notice({ ...given, words: text })}
          said={words.talk.written}
        />
      )}
    </li>
  )
}
