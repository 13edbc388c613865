/** A line for one more good thing: how it begins, the words, and where both hold the pen, who says so. */

import { useState } from 'preact/hooks'
import type { By, Document, StrengthKind } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { WhoSays } from '../working/WhoSays.tsx'
import { addStrength } from './actions.ts'
import { PromptCards } from './PromptCards.tsx'

export const KINDS: readonly StrengthKind[] = ['like', 'good at', 'said', 'bring']

interface AddGoodThingProps {
  readonly about: number
  readonly document: Document
  readonly pen: By
}

export function AddGoodThing({ about, document, pen }: AddGoodThingProps) {
  const { strengths, details } = words
  const [kind, setKind] = useState<StrengthKind>('like')
  const [chosen, setChosen] = useState(about)
  const by = pen === 'both' ? chosen : pen
  const name = callName(about, document)
  const begins = (one: StrengthKind) => (by === about ? details.strengths[one] : strengths.begins[one](name))
  return (
    <AddLine
      open={strengths.add}
      label={strengths.addFor(name)}
      hint={strengths.hint}
      name={`add strength ${about}`}
      about={strengths.of(name)}
      onAdd={(text) => addStrength({ words: text, kind, about, by })}
      said={(what) => (by === about ? strengths.added(what) : strengths.asks(what, name))}
      after={<PromptCards />}
    >
      <WhoSays label={strengths.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
      <Choice
        label={strengths.kind}
        shape="tiles"
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: begins(one) }))}
        onChoose={setKind}
      />
    </AddLine>
  )
}
