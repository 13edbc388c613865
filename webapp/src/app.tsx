/** The frame: a door while nothing is open, the working screen when something is, and what lies above both. */

import { kith } from './device/kith.ts'
import { current } from './document/current.ts'
import { Door } from './doors/Door.tsx'
import { DoorNotices } from './doors/DoorNotices.tsx'
import { helping, showUrgentHelp } from './doors/helping.ts'
import { StartingDoor } from './doors/PlainDoors.tsx'
import { UrgentHelp } from './doors/UrgentHelp.tsx'
import { Announce } from './kit/Announce.tsx'
import { later } from './kit/later.tsx'
import { type Ways, WaysOut } from './kit/WaysOut.tsx'

/** All that is behind the doors. */
export const Inside = later(async () => (await import('./inside.tsx')).Inside, <StartingDoor />)

/** Out of every sheet. At a door nothing is open that could be left. */
const AT_A_DOOR: Ways = { onUrgentHelp: showUrgentHelp }
const INSIDE: Ways = {
  ...AT_A_DOOR,
  onLeave: () => {
    helping.value = false
    kith.leaveQuickly()
  },
}

export function App() {
  const stage = kith.stage.value
  const shared = stage.name === 'open' ? stage.space.document : current.value
  const working = stage.name === 'demo' || stage.name === 'unkept' || stage.name === 'open'
  return (
    <WaysOut.Provider value={working ? INSIDE : AT_A_DOOR}>
      {/* Hidden, not taken away: what was being typed is there again after the cover. */}
      <div hidden={kith.covered.value}>
        {working && shared !== null ? <Inside stage={stage} shared={shared} /> : <Door stage={stage} />}
        <UrgentHelp />
      </div>
      <DoorNotices />
      {/* What was said aloud holds names: it is covered too. */}
      {!kith.covered.value && <Announce />}
    </WaysOut.Provider>
  )
}
