/** Questions that bring people up: one at a time, read out, with a line for whoever comes to mind. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import type { QuestionCode } from '../words/help.ts'
import type { RoomProps } from '../working/rooms.ts'
import { ComesToMind } from './ComesToMind.tsx'
import { QUESTIONS } from './questions.ts'

export function QuestionsSheet({ document, onClose }: RoomProps) {
  const [at, setAt] = useState(0)
  const [isAsking, setAsking] = useState(false)
  const { asking } = words.help
  const code = QUESTIONS[at] ?? 'talk'
  return (
    <Sheet
      title={asking.title}
      onClose={onClose}
      step={code}
      actions={
        <>
          {!isAsking && at > 0 && <Button onPress={() => setAt(at - 1)}>{asking.back}</Button>}
          {!isAsking && at + 1 < QUESTIONS.length && <Button onPress={() => setAt(at + 1)}>{asking.next}</Button>}
          <Button kind="quiet" onPress={onClose}>
            {asking.done}
          </Button>
        </>
      }
    >
      <p class="app-asking__question">{asking.questions[code]}</p>
      <ComesToMind key={code} code={code} document={document} onAsking={setAsking} />
      <Brought code={code} document={document} />
      <p class="app-soft">{asking.intro}</p>
    </Sheet>
  )
}

/** Whoever this question brought up, on any day. */
function Brought({ code, document }: { readonly code: QuestionCode; readonly document: Document }) {
  const brought = document.people.filter(({ question, archived }) => question === code && !archived)
  if (brought.length === 0) return null
  return (
    <p>
      {words.help.asking.here}: <b>{brought.map(({ name }) => name).join(', ')}</b>
    </p>
  )
}
