/** Whose idea something was: of one of the two, of both, of somebody else. Nobody has to say. */

import { type Document, isWhose, type Whose } from '../../../sync/document.ts'
import { Pick } from '../kit/Pick.tsx'
import { words } from '../words/en.ts'
import { callName } from './names.ts'

interface WhosePickProps {
  readonly label: string
  readonly value: Whose
  readonly document: Pick<Document, 'names'>
  readonly onPick: (whose: Whose) => void
}

export function WhosePick({ label, value, document, onPick }: WhosePickProps) {
  const { whose } = words.working
  return (
    <Pick
      label={label}
      value={String(value)}
      options={[
        { value: '', label: whose.unsaid },
        ...document.names.map((_, member) => ({ value: String(member), label: callName(member, document) })),
        { value: 'both', label: words.working.both },
        { value: 'someone else', label: whose.someoneElse },
      ]}
      onPick={(code) => {
        const picked: unknown = /^\d+$/.test(code) ? Number(code) : code
        if (isWhose(picked)) onPick(picked)
      }}
    />
  )
}
