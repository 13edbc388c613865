/** The sheets of what else is done with the map. Each comes when it is first opened. */

import type { Document } from '../../../sync/document.ts'
import { type Later, later } from '../kit/later.tsx'
import type { Room } from './attention.ts'

export interface RoomProps {
  readonly document: Document
  readonly onClose: () => void
}

export const ROOMS: Readonly<Record<Room, Later<RoomProps>>> = {
  more: later(async () => (await import('../map/MapMenu.tsx')).MapMenu),
  photographs: later(async () => (await import('../photographs/PhotographsSheet.tsx')).PhotographsSheet),
  pictures: later(async () => (await import('../pictures/PicturesSheet.tsx')).PicturesSheet),
  questions: later(async () => (await import('../help/QuestionsSheet.tsx')).QuestionsSheet),
  strengths: later(async () => (await import('../strengths/StrengthsSheet.tsx')).StrengthsSheet),
  help: later(async () => (await import('../help/HelpSheet.tsx')).HelpSheet),
  missing: later(async () => (await import('../help/MissingSheet.tsx')).MissingSheet),
  today: later(async () => (await import('../today/TodaySheet.tsx')).TodaySheet),
  meet: later(async () => (await import('../meet/MeetSheet.tsx')).MeetSheet),
  jar: later(async () => (await import('../jar/JarSheet.tsx')).JarSheet),
  'two maps': later(async () => (await import('../two-maps/TwoMapsSheet.tsx')).TwoMapsSheet),
  'on paper': later(async () => (await import('../paper/OnPaperSheet.tsx')).OnPaperSheet),
  example: later(async () => (await import('../example/ExampleSheet.tsx')).ExampleSheet),
  offers: later(async () => (await import('../offers/OffersSheet.tsx')).OffersSheet),
}
