/** A spot on rings, as it is stored and as it is read. */

import { isAngle, isRing, type Ring } from '../../../sync/document.ts'

export interface Spot {
  readonly ring: Ring
  readonly angle: number
}

/** A stored spot, `[ring, angle]`; what cannot be read is in the tray. */
export function readSpot(value: unknown): Spot {
  const [ring, angle] = Array.isArray(value) ? (value as unknown[]) : []
  return { ring: isRing(ring) ? ring : 'tray', angle: isAngle(angle) ? angle : 0 }
}

export function isSpot(value: unknown): value is Spot {
  return typeof value === 'object' && value !== null && 'ring' in value && 'angle' in value && isRing(value.ring)
}
