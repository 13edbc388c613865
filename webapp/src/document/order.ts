/** The order of goals and steps: fractional keys, equal keys by id. */

import { generateNKeysBetween } from 'fractional-indexing'

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Negative when `a` comes first. Every replica must answer alike, so plain code units decide, not the language. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return compareIds(a, b)
}

export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The oldest first. */
export function compareDays(a: { readonly id: string; readonly day: string }, b: typeof a): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return compareIds(a, b)
}

/**
 * The keys to write so that `moved` stands at `index` among `others` (sorted, without it).
 * Where neighbours share a key, those behind it get new ones too: nothing fits between equal keys.
 */
export function keysFor(moved: string, index: number, others: readonly Ordered[]): Map<string, string> {
  const before = lastUsable(others.slice(0, index))
  const ids = [moved]
  let next = index
  while (next < others.length && !isBehind(others[next]?.order ?? '', before)) ids.push(others[next++]?.id ?? '')
  const after = others[next]?.order ?? null
  const keys = generateNKeysBetween(before, after, ids.length)
  return new Map(ids.map((id, i) => [id, keys[i] ?? '']))
}

function lastUsable(sorted: readonly Ordered[]): string | null {
  const usable = sorted.filter((each) => isKey(each.order))
  return usable[usable.length - 1]?.order ?? null
}

function isBehind(key: string, before: string | null): boolean {
  return isKey(key) && (before === null || key > before)
}

/** Whether the generator could have made this key: a length mark, as many digits as it says, no zero at the end. */
function isKey(key: string): boolean {
  const mark = key.charCodeAt(0)
  const size = key[0] !== undefined && key[0] >= 'a' ? mark - 95 : 92 - mark
  if (!/^[A-Za-z][0-9A-Za-z]+$/.test(key) || /^A0+$/.test(key) || key.length < size) return false
  return key.length === size || !key.endsWith('0')
}
