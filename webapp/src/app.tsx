/** The frame: a door while nothing is open, the working screen when something is, and what lies above both. */

import { kith } from './device/kith.ts'
import { current } from './document/current.ts'
import { Door } from './doors/Door.tsx'
import { DoorNotices } from './doors/DoorNotices.tsx'
import { StartingDoor } from './doors/PlainDoors.tsx'
import { Announce } from './kit/Announce.tsx'
import { later } from './kit/later.tsx'

/** All that is behind the doors. */
export const Inside = later(async () => (await import('./inside.tsx')).Inside, <StartingDoor />)

export function App() {
  const stage = kith.stage.value
  const shared = stage.name === 'open' ? stage.space.document : current.value
  const working = stage.name === 'demo' || stage.name === 'unkept' || stage.name === 'open'
  return (
    <>
      {/* Hidden, not taken away: what was being typed is there again after the cover. */}
      <div hidden={kith.covered.value}>
        {working && shared !== null ? <Inside stage={stage} shared={shared} /> : <Door stage={stage} />}
      </div>
      <DoorNotices />
      {/* What was said aloud holds names: it is covered too. */}
      {!kith.covered.value && <Announce />}
    </>
  )
}
