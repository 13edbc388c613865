/** Placing somebody, and wondering where: only the hand of the owner, or of both, places. */

import type * as Y from 'yjs'
import type { Placing, Wonder } from '../../../sync/document.ts'
import { mayPlace } from './giving.ts'
import { isSameValue, type Register, toRegister } from './register.ts'
import { readSpot } from './spot.ts'

/** Whether a placing stands: anybody's hand puts somebody into the tray. */
export function isPlaced({ value, by }: Register): boolean {
  return readSpot(value).ring === 'tray' || mayPlace(by)
}

/** Where somebody stands, and where another wonders about, while nobody has answered that. */
export function readSpots(map: Y.Map<unknown>): { place: Placing; wonder: Wonder | null } {
  const placed = toRegister(map.get('place'))
  const wondered = toRegister(map.get('wonder'))
  const spot = readSpot(placed?.value)
  const by = placed?.by ?? 'both'
  const places = placed === null || isPlaced(placed)
  const place: Placing = places ? { ...spot, by } : { ring: 'tray', angle: 0, by }
  let wonder: Wonder | null = places ? null : { ...spot, by, at: placed?.at ?? 0 }
  if (wondered && Array.isArray(wondered.value)) {
    wonder = { ...readSpot(wondered.value), by: wondered.by, at: wondered.at }
  }
  const answered = toRegister(map.get('answered'))?.value
  if (wonder && isSameValue(answered, answerTo(wonder))) wonder = null
  return { place: Object.freeze(place), wonder: wonder && Object.freeze(wonder) }
}

/** What is stored when the owner has answered this wonder: a later one is a new question. */
export function answerTo(wonder: Wonder): unknown[] {
  return [wonder.ring, wonder.angle, wonder.by, wonder.at]
}
