/** How each of the two feels: faces with words, several at once, own words, or "I don't know". Days of before stay below. */

import { useState } from 'preact/hooks'
import type { Document, FeelingCode } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { feelingName } from '../history/values.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { useHalfTyped } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { PictureChoice } from '../kit/PictureChoice.tsx'
import { whenWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { addFeeling, archiveFeeling, bringBackFeeling } from './actions.ts'
import { Face } from './Face.tsx'
import { through, voicesHere } from './voices.ts'
import { voiceOf, WhoSays } from './WhoSays.tsx'

const FEELINGS = Object.keys(words.talk.feelings) as readonly FeelingCode[]

interface FeelingsProps {
  readonly document: Document
  /** What it is about, as `steps/<id>`; '' for just now. */
  readonly beside?: string
}

export function Feelings({ document, beside = '' }: FeelingsProps) {
  const { talk } = words
  const [chosen, setChosen] = useState(0)
  const [feels, setFeels] = useState<readonly FeelingCode[]>([])
  const [own, setOwn] = useHalfTyped(`feel ${beside}`, talk.feelWords)
  const [error, setError] = useState<string | undefined>(undefined)
  const by = voiceOf(chosen, document)
  const said = document.feelings.filter((one) => !one.archived && one.beside === beside)

  function write(text: string): void {
    setOwn(text)
    setError(undefined)
  }

  function keep(): void {
    const outcome = addFeeling({ feels, words: own, by, beside, through: through.value })
    if (isRefused(outcome)) return setError(words.working.refusals[outcome.refused])
    announce(talk.written(feelingName({ feels: [...feels], words: own })))
    setFeels([])
    write('')
  }

  return (
    <div class="app-stack app-stack--close">
      {lookingBack.value === null && (
        <>
          <WhoSays document={document} chosen={by} onChoose={setChosen} />
          <PictureChoice
            label={talk.feelNew}
            hint={talk.feelHint}
            options={FEELINGS.map((value) => ({
              value,
              label: talk.feelings[value],
              picture: <Face feeling={value} />,
            }))}
            chosen={feels}
            onChoose={(next) => {
              setFeels(next)
              setError(undefined)
            }}
          />
          <Field label={talk.feelWords} value={own} error={error} onInput={write} enterKey="done" onEnter={keep} />
          <div>
            <Button onPress={keep}>{talk.feelKeep}</Button>
          </div>
        </>
      )}
      {said.length > 0 && (
        <ul class="app-said">
          {[...said].reverse().map((one) => {
            const what = feelingName(one)
            return (
              <li class="app-said__one app-said__row" key={one.id}>
                <span class="app-said__words">
                  <Hand by={one.by} document={document} />
                  <span>
                    <span class="app-soft">{callName(one.by, document)}:</span> <b>{what}</b>
                    <span class="app-soft app-said__through">
                      {[whenWords({ kind: 'day', day: one.day }), one.through && talk.throughSaid(one.through)]
                        .filter(Boolean)
                        .join('. ')}
                    </span>
                  </span>
                </span>
                {lookingBack.value === null && voicesHere(document).includes(one.by) && (
                  <Button
                    kind="quiet"
                    label={talk.putAway(what)}
                    onPress={() => done(archiveFeeling(one.id), talk.isAway(what))}
                  >
                    {talk.putAwayShort}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <PutAway
        title={talk.off}
        away={document.feelings
          .filter((one) => one.archived && one.beside === beside)
          .map((one) => ({
            id: one.id,
            what: feelingName(one),
            note: `${callName(one.by, document)}, ${whenWords({ kind: 'day', day: one.day })}`,
            back: voicesHere(document).includes(one.by) ? () => bringBackFeeling(one.id) : undefined,
          }))}
        button={talk.bringBackShort}
        called={talk.bringBack}
        said={talk.isBack}
      />
    </div>
  )
}
