/** The last two minutes: three taps begin "Today we…", both say yes to the words, and they go along on paper, copied or scanned. */

import { useState } from 'preact/hooks'
import { current, mayWriteAs } from '../document/current.ts'
import { Choice, Tick } from '../kit/Choice.tsx'
import { TextArea } from '../kit/Field.tsx'
import { takeUp, typing } from '../kit/half-typed.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { type Answers, type Did, draftOf, type Felt } from './draft.ts'
import { KeepIt, type KeptWords } from './KeepIt.tsx'
import { TakeAlong } from './TakeAlong.tsx'

const HALF_TYPED = 'today'
const MOST_STEPS = 6

export function TodaySheet({ document, onClose }: RoomProps) {
  const { today, plan } = words
  const [answers, setAnswers] = useState<Answers>({ did: null, felt: null, next: '', meeting: document.meeting })
  /** Their own words, once they changed any; null while it is still as the answers say. */
  const [changed, setChanged] = useState<string | null>(() => takeUp(HALF_TYPED) || null)
  const [agreed, setAgreed] = useState<readonly number[]>([])
  const [kept, setKept] = useState<KeptWords | null>(null)
  const pen = current.value?.pen.value // whose yes can be given here
  const text = changed ?? draftOf(answers)
  const steps = document.steps.filter(({ archived, done }) => !archived && done === 'open').slice(0, MOST_STEPS)
  const isAgreed = text.trim() !== '' && document.names.every((_, member) => agreed.includes(member))

  function write(next: string): void {
    setChanged(next)
    setAgreed([])
    typing(HALF_TYPED, today.title, next)
  }

  function answer(said: Partial<Answers>): void {
    setAnswers({ ...answers, ...said })
    if (changed === null) setAgreed([])
  }

  /** Half typed no more: another time it would pass for words of that time. */
  function putBy(words: KeptWords): void {
    setKept(words)
    typing(HALF_TYPED, today.title, '')
  }

  return (
    <Sheet title={today.title} onClose={onClose}>
      <p>{today.lead}</p>
      <Choice
        label={today.whatDid}
        shape="tiles"
        value={answers.did}
        options={(Object.keys(today.dids) as Did[]).map((did) => ({ value: did, label: today.dids[did] }))}
        onChoose={(did) => answer({ did })}
      />
      <Choice
        label={today.howFelt}
        shape="tiles"
        value={answers.felt}
        options={(Object.keys(today.felts) as Felt[]).map((felt) => ({ value: felt, label: today.felts[felt] }))}
        onChoose={(felt) => answer({ felt })}
      />
      {steps.length > 0 && (
        <Choice
          label={today.whatNext}
          shape="tiles"
          value={answers.next}
          options={[
            ...steps.map(({ what }) => ({ value: what, label: brief(what, plan.untitledStep) })),
            { value: '', label: today.nothingYet },
          ]}
          onChoose={(next) => answer({ next })}
        />
      )}
      <TextArea label={today.text} value={text} onInput={write} rows={4} />
      <p class="app-soft">{today.kept}</p>
      <fieldset class="app-choice">
        <legend class="app-field__label">{today.agree}</legend>
        <div class="app-choice__options">
          {document.names.map((_, member) => {
            const who = callName(member, document)
            if (!mayWriteAs(member)) {
              return (
                <p class="app-soft" key={member}>
                  {today.notTheirs(who)}
                </p>
              )
            }
            return (
              <Tick
                key={`${member} ${pen}`}
                label={today.yes(who)}
                checked={agreed.includes(member)}
                onChange={(on) => setAgreed(on ? [...agreed, member] : agreed.filter((one) => one !== member))}
              />
            )
          })}
        </div>
      </fieldset>
      {isAgreed && <KeepIt text={text.trim()} did={answers.did} kept={kept} onKept={putBy} />}
      {isAgreed ? <TakeAlong text={text} /> : <p class="app-soft">{today.waits}</p>}
    </Sheet>
  )
}
