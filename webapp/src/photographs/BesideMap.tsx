/** A photograph where a room is otherwise, so that two people can look at it and put on the map who is on it. */

import type { Photograph } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { beside, enterRoom } from '../working/attention.ts'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { Look } from './Look.tsx'
import { titleOf } from './shown.ts'

export function BesideMap({ photograph }: { readonly photograph: Photograph }) {
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{titleOf(photograph)}</RoomTitle>
      <Look photograph={photograph} />
      <Button wide onPress={() => enterRoom(beside.peek())}>
        {words.photographs.besideClose}
      </Button>
    </section>
  )
}
