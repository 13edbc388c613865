/** The one way in to what else can be done with the map: a tile for each. */

import { announce } from '../kit/Announce.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { beginTying, endTying } from '../ties/tying.ts'
import { words } from '../words/en.ts'
import { lifted, type Room, room } from '../working/attention.ts'
import type { RoomProps } from '../working/rooms.ts'
import { couldSit, sitAcross } from './table.ts'

interface MapEntry {
  readonly label: string
  /** One short line. */
  readonly hint: string
  /** The menu is closed by then. */
  readonly onChoose: () => void
}

const { menuEntries } = words.map

function opens(which: Room): () => void {
  return () => {
    room.value = which
  }
}

/** In the order of a conversation. */
const ENTRIES: readonly MapEntry[] = [
  { ...menuEntries.questions, onChoose: opens('questions') },
  { ...menuEntries.ties, onChoose: beginTying },
  { ...menuEntries.strengths, onChoose: opens('strengths') },
  { ...menuEntries.help, onChoose: opens('help') },
  { ...menuEntries.missing, onChoose: opens('missing') },
  { ...menuEntries.offers, onChoose: opens('offers') },
  { ...menuEntries.twoMaps, onChoose: opens('two maps') },
  { ...menuEntries.photographs, onChoose: opens('photographs') },
  { ...menuEntries.pictures, onChoose: opens('pictures') },
  { ...menuEntries.onPaper, onChoose: opens('on paper') },
  { ...menuEntries.example, onChoose: opens('example') },
]

/** Only on a tablet that is both people's, and large enough to lie between them. */
function across(): readonly MapEntry[] {
  const both = couldSit.value
  if (both === null) return []
  const sit = () => {
    lifted.value = null
    endTying()
    sitAcross(...both)
    announce(words.table.opened)
  }
  return [{ ...menuEntries.table, onChoose: sit }]
}

export function MapMenu({ onClose }: RoomProps) {
  return (
    <Sheet title={words.map.menu} onClose={onClose}>
      <ul class="app-tiles">
        {[...ENTRIES, ...across()].map(({ label, hint, onChoose }) => (
          <li class="app-tiles__item" key={label}>
            <button
              type="button"
              class="app-tiles__tile"
              onClick={() => {
                onClose()
                onChoose()
              }}
            >
              <span class="app-tiles__label">{label}</span>
              <span class="app-soft">{hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
