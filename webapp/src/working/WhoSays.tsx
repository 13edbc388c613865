/** Whose words it is, where both hold the pen: asked only for what somebody says of how they see it. */

import type { By, Document } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { Hand } from './Hand.tsx'
import { callName } from './names.ts'

export interface WhoSaysProps {
  readonly label: string
  readonly pen: By
  readonly chosen: number
  readonly document: Document
  readonly onChoose: (member: number) => void
}

export function WhoSays({ label, pen, chosen, document, onChoose }: WhoSaysProps) {
  if (pen !== 'both') return null
  return (
    <Choice
      label={label}
      shape="tiles"
      value={String(chosen)}
      options={document.names.map((_, member) => ({
        value: String(member),
        label: callName(member, document),
        picture: <Hand by={member} document={document} />,
      }))}
      onChoose={(value) => onChoose(Number(value))}
    />
  )
}
