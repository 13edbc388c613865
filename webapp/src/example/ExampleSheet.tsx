/** Two maps of made-up people to look at before one's own, and where somebody shows it, the way to a real one. */

import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { HELPER } from '../offers/asked.ts'
import { shownHere } from '../offers/copies.ts'
import { OneMap } from '../pictures/OneMap.tsx'
import { words } from '../words/en.ts'
import { room } from '../working/attention.ts'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { EXAMPLES, madeUp } from './made-up-maps.ts'

export function ExampleSheet({ document, onClose }: RoomProps) {
  const { example, map } = words
  return (
    <Sheet
      title={map.menuEntries.example.label}
      onClose={onClose}
      wide
      actions={
        <Button kind="main" onPress={onClose}>
          {example.close}
        </Button>
      }
    >
      <Notice kind="care" title={example.madeUp}>
        <p>{example.notKept}</p>
      </Notice>
      <div class="app-stills">
        {EXAMPLES.map((one) => {
          const { name, said } = example.maps[one]
          return <OneMap key={one} title={map.title(name)} middle={name} onIt={madeUp(one)} note={said} />
        })}
      </div>
      {shownHere(document).length > 0 && (
        <div>
          <Button onPress={() => (room.value = 'two maps')}>{example.theirs(callName(HELPER, document))}</Button>
        </div>
      )}
    </Sheet>
  )
}
