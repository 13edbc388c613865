/** The room where a first meeting begins: cards to talk about, with nothing that has to be written. */

import { words } from '../words/en.ts'
import type { BesideProps } from '../working/beside.ts'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { TalkCards } from './TalkCards.tsx'

export function TalkRoom(_: BesideProps) {
  const { talk } = words
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{talk.title}</RoomTitle>
      <p class="app-soft">{talk.intro}</p>
      <TalkCards />
    </section>
  )
}
