/** Waiting to be let in: four words, large, that both read aloud; with a card there is nothing to read. */

import { kith } from '../device/kith.ts'
import type { JoiningState } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { ComparedWords } from './ComparedWords.tsx'
import { Frame } from './Frame.tsx'

export function JoiningDoor({
  words: compared,
  state,
}: {
  readonly words: readonly string[]
  readonly state: JoiningState
}) {
  const waits = state === 'asking' || state === 'waiting' || state === 'unreachable'
  const asked = compared.length > 0 ? words.doors.waitingTitle : words.doors.cardTitle
  return (
    <Frame title={waits ? asked : words.doors.invitationTitle}>
      {waits && compared.length > 0 && (
        <>
          <ComparedWords words={compared} />
          <p>{words.doors.waitingLead}</p>
        </>
      )}
      <p role="status">{words.doors.joining[state]}</p>
      <Button onPress={() => void kith.stopJoining()}>{waits ? words.doors.stopAsking : words.doors.back}</Button>
    </Frame>
  )
}
