/** The sheets of this folder that open over the working screen, by name. */

import { kith } from '../device/kith.ts'
import { later } from '../kit/later.tsx'
import { ReadySheet } from './ReadySheet.tsx'

const ChangesSheet = later(async () => (await import('../files/ChangesSheet.tsx')).ChangesSheet)
const CopySheet = later(async () => (await import('../files/CopySheet.tsx')).CopySheet)
const AddCardSheet = later(async () => (await import('./AddCardSheet.tsx')).AddCardSheet)
const DiscardSheet = later(async () => (await import('./DiscardSheet.tsx')).DiscardSheet)
const HowItOpensSheet = later(async () => (await import('./HowItOpensSheet.tsx')).HowItOpensSheet)
const InviteSheet = later(async () => (await import('./InviteSheet.tsx')).InviteSheet)
const KeepSheet = later(async () => (await import('./KeepSheet.tsx')).KeepSheet)
const MeetingSheet = later(async () => (await import('./MeetingSheet.tsx')).MeetingSheet)
const WhoCanOpenSheet = later(async () => (await import('./WhoCanOpenSheet.tsx')).WhoCanOpenSheet)

export type DoorSheetName =
  | 'keep'
  | 'discard'
  | 'who can open'
  | 'how it opens'
  | 'invite'
  | 'card'
  | 'meeting until'
  | 'ready'
  | 'copy'
  | 'changes'

export function DoorSheet({ name, onClose }: { readonly name: DoorSheetName; readonly onClose: () => void }) {
  const stage = kith.stage.value
  const space = stage.name === 'open' ? stage.space : null
  switch (name) {
    case 'keep':
      return <KeepSheet onClose={onClose} />
    case 'discard':
      return <DiscardSheet onClose={onClose} />
    case 'ready':
      return <ReadySheet onClose={onClose} />
    case 'card':
      return space && <AddCardSheet space={space} tries={false} onClose={onClose} />
    case 'copy':
      return <CopySheet onClose={onClose} />
    case 'changes':
      return <ChangesSheet onClose={onClose} />
    case 'meeting until':
      return <MeetingSheet onClose={onClose} />
    case 'who can open':
      return space && <WhoCanOpenSheet space={space} onClose={onClose} />
    case 'how it opens':
      return space && <HowItOpensSheet space={space} onClose={onClose} />
    case 'invite':
      return space && <InviteSheet space={space} onClose={onClose} />
  }
}
