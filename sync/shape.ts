/** What a decoded item must look like. Each function gives the item back, typed, or throws Malformed. */

import type { Bytes } from './bytes.ts'
import type { Item } from './encoding.ts'
import { Malformed } from './errors.ts'

/** An array, of exactly `size` items if that is given. */
export function array(item: Item | undefined, size?: number): readonly Item[] {
  if (!isArray(item) || (size !== undefined && item.length !== size)) {
    throw new Malformed('not the array that was expected')
  }
  return item
}

/** A whole number between `low` and `high`, both included. */
export function whole(item: Item | undefined, low = 0, high = Number.MAX_SAFE_INTEGER): number {
  if (typeof item !== 'number' || item < low || item > high) throw new Malformed('not the number that was expected')
  return item
}

/** Bytes, of exactly `size` if that is given. */
export function octets(item: Item | undefined, size?: number): Bytes {
  if (!(item instanceof Uint8Array) || (size !== undefined && item.length !== size)) {
    throw new Malformed('not the bytes that were expected')
  }
  return item
}

/** Bytes as `octets` has them, or null. */
export function octetsOrNull(item: Item | undefined, size?: number): Bytes | null {
  return item === null ? null : octets(item, size)
}

export function text(item: Item | undefined): string {
  if (typeof item !== 'string') throw new Malformed('not the text that was expected')
  return item
}

export function flag(item: Item | undefined): boolean {
  if (typeof item !== 'boolean') throw new Malformed('not the yes or no that was expected')
  return item
}

/** Numbers in rising order, none of them twice. */
export function ascending(numbers: readonly number[]): readonly number[] {
  for (let at = 1; at < numbers.length; at++) {
    if ((numbers[at - 1] ?? 0) >= (numbers[at] ?? 0)) throw new Malformed('not in rising order')
  }
  return numbers
}

function isArray(item: Item | undefined): item is readonly Item[] {
  return Array.isArray(item)
}
