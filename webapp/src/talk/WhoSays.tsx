/** Whose words these are: asked only where both hold the pen. */

import type { Document } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { voicesHere } from './voices.ts'

interface WhoSaysProps {
  readonly document: Document
  readonly chosen: number
  readonly onChoose: (member: number) => void
}

export function WhoSays({ document, chosen, onChoose }: WhoSaysProps) {
  const voices = voicesHere(document)
  if (voices.length < 2) return null
  return (
    <Choice
      label={words.talk.whoSays}
      shape="tiles"
      value={String(chosen)}
      options={voices.map((member) => ({
        value: String(member),
        label: callName(member, document),
        picture: <Hand by={member} document={document} />,
      }))}
      onChoose={(value) => onChoose(Number(value))}
    />
  )
}

/** The one who speaks, of those who can here. */
export function voiceOf(chosen: number, document: Document): number {
  const voices = voicesHere(document)
  return voices.includes(chosen) ? chosen : (voices[0] ?? 0)
}
