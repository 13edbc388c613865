/** Which door is up, for every stage without an open map: first, card, invitation, lock, and the plain refusals. */

import type { Stage } from '../device/stage.ts'
import { later } from '../kit/later.tsx'
import { FirstDoor } from './FirstDoor.tsx'
import { arrived } from './fragment.ts'
import { LockDoor } from './LockDoor.tsx'
import { openDoor } from './open-door.ts'
import { ElsewhereDoor, RemovedDoor, StartingDoor, StorageGoneDoor, StuckDoor, TooOldDoor } from './PlainDoors.tsx'

const CopyDoor = later(async () => (await import('../files/CopyDoor.tsx')).CopyDoor)
const CopyPage = later(async () => (await import('../files/CopyPage.tsx')).CopyPage)
const CardDoor = later(async () => (await import('./CardDoor.tsx')).CardDoor)
const ChooseDoor = later(async () => (await import('./ChooseDoor.tsx')).ChooseDoor)
const InvitationDoor = later(async () => (await import('./InvitationDoor.tsx')).InvitationDoor)
const JoiningDoor = later(async () => (await import('./JoiningDoor.tsx')).JoiningDoor)

export function Door({ stage }: { readonly stage: Stage }) {
  const came = arrived.value
  switch (stage.name) {
    case 'starting':
      return <StartingDoor />
    case 'tooOld':
      return <TooOldDoor />
    case 'stuck':
      return <StuckDoor why={stage.why} />
    case 'elsewhere':
      return <ElsewhereDoor />
    case 'removed':
      return <RemovedDoor label={stage.label} unsent={stage.unsent} until={stage.until} />
    case 'joining':
      return <JoiningDoor words={stage.words} state={stage.state} />
    case 'copy':
      return <CopyPage document={stage.document} />
    case 'first':
    case 'locked':
    case 'choose':
    case 'storageGone':
      if (came?.kind === 'card' || openDoor.value === 'card') return <CardDoor />
      if (came?.kind === 'invitation' || openDoor.value === 'invitation') return <InvitationDoor />
      if (openDoor.value === 'copy') return <CopyDoor />
      if (stage.name === 'locked') return <LockDoor places={stage.places} />
      if (stage.name === 'storageGone') return <StorageGoneDoor since={stage.since} />
      if (stage.name === 'choose') return <ChooseDoor places={stage.places} />
      return <FirstDoor />
    case 'demo':
    case 'unkept':
    case 'open':
      return null
  }
}
