/** One value that is written whole: `[value, by, at]`, so that who wrote it stays with it. `at` is in unix seconds. */

import * as Y from 'yjs'
import { type By, isBy } from '../../../sync/document.ts'

export interface Register {
  readonly value: unknown
  readonly by: By
  readonly at: number
}

/** The register stored under a key, or null when nothing, or something else, is stored there. */
export function toRegister(stored: unknown): Register | null {
  if (!Array.isArray(stored) || stored.length < 3) return null
  const value: unknown = whole(stored[0])
  const by: unknown = whole(stored[1])
  const at: unknown = whole(stored[2])
  return {
    value: value instanceof Uint8Array ? value : Object.freeze(value), // bytes, which nobody writes, cannot be frozen
    by: isBy(by) ? by : 'both',
    at: typeof at === 'number' && Number.isInteger(at) ? at : 0,
  }
}

/** The item that holds the current value of a key, if there is one. */
export function currentItem(map: Y.Map<unknown>, key: string): Y.Item | null {
  const item = map._map.get(key)
  return item === undefined || item.deleted ? null : item
}

/** Whether two ids name the same item. */
export function isSameItem(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === b || (a !== null && b !== null && Y.compareIDs(a, b))
}

/** Whether two values of registers are equal, however deep. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && isSameValue(part(a, key), part(b, key)))
  )
}

function part(value: object, key: string): unknown {
  return Reflect.get(value, key)
}

/** No value that anybody writes is nested nearly so deep; what is deeper reads as nothing. The same in sync/register.py. */
const DEEPEST = 16

/** Python writes some whole numbers as big integers. */
function whole(value: unknown, depth = DEEPEST): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((part) => whole(part, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, whole(part, depth - 1)]))
}
