/** Whose words these are, in the room for talking. */

import type { Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { words } from '../words/en.ts'
import { WhoSays as Asked, type WhoSaysProps } from '../working/WhoSays.tsx'
import { voicesHere } from './voices.ts'

export function WhoSays(props: Omit<WhoSaysProps, 'label' | 'pen'>) {
  return <Asked {...props} label={words.talk.whoSays} pen={current.value?.pen.value ?? 'both'} />
}

/** The one who speaks, of those who can here. */
export function voiceOf(chosen: number, document: Document): number {
  const voices = voicesHere(document)
  return voices.includes(chosen) ? chosen : (voices[0] ?? 0)
}
