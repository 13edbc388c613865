/**
 * Shall we go on? Each answers for themselves: yes, not yet, only some of it, or not now. "Not now" may name a time from which on it
 * is asked once more, here and nowhere else; with none it is never asked.
 */

import { useState } from 'preact/hooks'
import type { Answer, Document, RoomName, Said } from '../../../sync/document.ts'
import { answerName } from '../history/values.ts'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { whenWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { answer, answerOf, takeBackAnswer } from './actions.ts'
import { through, voicesHere } from './voices.ts'

const ANSWERS: readonly Said[] = ['yes', 'not yet', 'some', 'not now']
const ROOMS = Object.keys(words.talk.rooms) as readonly RoomName[]
const IN_DAYS = { week: 7, fortnight: 14, month: 30 } as const

type AskIn = keyof typeof IN_DAYS | 'never'

export function GoOn({ document }: { readonly document: Document }) {
  const { talk } = words
  const voices = lookingBack.value === null ? voicesHere(document) : []
  return (
    <>
      <p>{talk.goOnFree}</p>
      {document.names.map((_, by) => {
        const given = answerOf(document.answers, 'go on', by)
        const who = callName(by, document)
        return (
          <section class="app-stack app-stack--close" aria-label={talk.goOnOf(who)} key={by}>
            {given === undefined ? (
              voices.includes(by) && <Asking by={by} document={document} />
            ) : (
              <Given given={given} who={who} isTheirs={voices.includes(by)} />
            )}
          </section>
        )
      })}
    </>
  )
}

/** Who said "not now" until a day that has come, and nothing since. */
export function mayAskAgain(answers: readonly Answer[], today: string): readonly number[] {
  return [...new Set(answers.map(({ by }) => by))].filter((by) => {
    const { again = '' } = answerOf(answers, 'go on', by) ?? {}
    return again !== '' && again <= today
  })
}

interface GivenProps {
  readonly given: Answer
  readonly who: string
  readonly isTheirs: boolean
}

function Given({ given, who, isTheirs }: GivenProps) {
  const { talk } = words
  return (
    <Notice kind={given.by === 0 ? 'blue' : 'green'}>
      <p>{talk.goOnSaid(who, answerName(given))}</p>
      {given.again !== '' && <p class="app-soft">{talk.askedFrom(whenWords({ kind: 'day', day: given.again }))}</p>}
      {given.through !== '' && <p class="app-soft">{talk.throughSaid(given.through)}</p>}
      {isTheirs && (
        <div>
          <Button onPress={() => done(takeBackAnswer(given.id), talk.tookBack)}>{talk.goOnTakeBack}</Button>
        </div>
      )}
    </Notice>
  )
}

function Asking({ by, document }: { readonly by: number; readonly document: Document }) {
  const { talk } = words
  const [said, setSaid] = useState<Said | null>(null)
  const [rooms, setRooms] = useState<readonly RoomName[]>([])
  const [askIn, setAskIn] = useState<AskIn>('never')
  const who = callName(by, document)

  function save(): void {
    if (said === null) return
    const again = said === 'not now' && askIn !== 'never' ? { againIn_days: IN_DAYS[askIn] } : {}
    const given = { question: 'go on' as const, said, by, through: through.value, ...again }
    done(answer(said === 'some' ? { ...given, rooms } : given), said === 'not now' ? talk.gentle : talk.answered)
  }

  return (
    <>
      <Choice
        label={talk.goOnOf(who)}
        shape="tiles"
        value={said}
        options={ANSWERS.map((value) => ({ value, label: value === '' ? '' : talk.said[value] }))}
        onChoose={setSaid}
      />
      {said === 'some' && (
        <fieldset class="app-choice app-choice--tiles">
          <legend class="app-field__label">{talk.whichRooms}</legend>
          <div class="app-choice__options">
            {ROOMS.map((room) => (
              <Tick
                key={room}
                label={talk.rooms[room]}
                checked={rooms.includes(room)}
                onChange={(on) => setRooms(on ? [...rooms, room] : rooms.filter((one) => one !== room))}
              />
            ))}
          </div>
        </fieldset>
      )}
      {said === 'not now' && (
        <Choice
          label={talk.askIn}
          shape="tiles"
          value={askIn}
          options={[
            { value: 'never', label: talk.never },
            ...(Object.keys(IN_DAYS) as readonly (keyof typeof IN_DAYS)[]).map((value) => ({
              value,
              label: talk.inDays[value],
            })),
          ]}
          onChoose={(value: AskIn) => setAskIn(value)}
        />
      )}
      {said !== null && (
        <div>
          <Button onPress={save}>{talk.goOnSave}</Button>
        </div>
      )}
    </>
  )
}
