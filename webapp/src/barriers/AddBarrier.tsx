/** A line for one more thing in the way: the words, and under them where both hold the pen, who says so, where it is, and what kind. */

import { useState } from 'preact/hooks'
import { type BarrierKind, type By, type Document, isBarrierKind } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { Pick } from '../kit/Pick.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { WhoSays } from '../working/WhoSays.tsx'
import { addBarrier } from './actions.ts'

interface AddBarrierProps {
  readonly document: Document
  readonly pen: By
}

export function AddBarrier({ document, pen }: AddBarrierProps) {
  const { barriers } = words
  const [side, setSide] = useState('elsewhere') // with nobody, till somebody says so
  const [kind, setKind] = useState<BarrierKind>('')
  const [chosen, setChosen] = useState(0)
  const where = side === 'service' || side === 'elsewhere' ? side : Number(side)
  return (
    <AddLine
      kind="main"
      open={barriers.add}
      label={barriers.what}
      hint={barriers.whatHint}
      name="add barrier"
      wordsFirst
      about={barriers.title}
      onAdd={(text) => addBarrier({ words: text, kind, side: where, by: pen === 'both' ? chosen : pen })}
      said={barriers.added}
    >
      <WhoSays label={barriers.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
      <SideChoice document={document} value={side} onChoose={setSide} />
      <KindPick value={kind} onPick={setKind} />
    </AddLine>
  )
}

interface SideChoiceProps {
  readonly document: Document
  readonly value: string
  readonly onChoose: (side: string) => void
}

/** With one of the two, with the service, or somewhere else. */
export function SideChoice({ document, value, onChoose }: SideChoiceProps) {
  const { barriers } = words
  const members = document.names.map((_, member) => ({
    value: String(member),
    label: barriers.sideOf(callName(member, document)),
    picture: <Hand by={member} document={document} />,
  }))
  return (
    <Choice
      label={barriers.side}
      shape="tiles"
      value={value}
      options={[
        ...members,
        { value: 'service', label: barriers.ofService },
        { value: 'elsewhere', label: barriers.elsewhere },
      ]}
      onChoose={onChoose}
    />
  )
}

export function KindPick({ value, onPick }: { value: BarrierKind; onPick: (kind: BarrierKind) => void }) {
  const { kinds, kind } = words.barriers
  const options = Object.entries(kinds).flatMap(([code, label]) =>
    isBarrierKind(code) ? [{ value: code, label }] : [],
  )
  return <Pick label={kind} options={options} value={value} onPick={onPick} />
}
