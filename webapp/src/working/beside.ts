/** The rooms beside the map, in the order in which they are offered. None is locked, counted, or ever done. */

import type { FunctionComponent } from 'preact'
import type { Document } from '../../../sync/document.ts'
import { later } from '../kit/later.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import { words } from '../words/en.ts'
import type { Beside } from './attention.ts'

export interface BesideProps {
  readonly document: Document
}

interface RoomBeside {
  readonly name: Beside
  readonly label: string
  readonly Room: FunctionComponent<BesideProps>
}

/** The plan is there from the beginning; every other room comes when it is first entered. */
export const BESIDE: readonly RoomBeside[] = [
  { name: 'talk', label: words.talk.title, Room: later(async () => (await import('../talk/TalkRoom.tsx')).TalkRoom) },
  { name: 'plan', label: words.plan.title, Room: PlanView },
  { name: 'out', label: words.out.title, Room: later(async () => (await import('../out/OutRoom.tsx')).OutRoom) },
  {
    name: 'going',
    label: words.going.title,
    Room: later(async () => (await import('../going/GoingRoom.tsx')).GoingRoom),
  },
  {
    name: 'barriers',
    label: words.barriers.title,
    Room: later(async () => (await import('../barriers/BarriersRoom.tsx')).BarriersRoom),
  },
]
