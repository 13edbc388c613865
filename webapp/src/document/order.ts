/** The order of goals and steps: fractional keys, equal keys by id. */

import { generateNKeysBetween } from 'fractional-indexing'

export interface Ordered {
  readonly id: string
  readonly order: string
}

/**
 * Negative when `a` comes first. Every replica must answer alike, so code points decide, as Python and SQLite have it, neither the
 * language nor the code units by which `<` goes here.
 */
export function compareText(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  for (let at = 0; at < most; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (one !== other) return rank(one) - rank(other)
  }
  return a.length - b.length
}

/** Halves of what is beyond 16 bits come behind all that is not. */
function rank(unit: number): number {
  return unit < SURROGATES || unit > LAST_SURROGATE ? unit : unit + BEYOND
}

const SURROGATES = 0xd800
const LAST_SURROGATE = 0xdfff
const BEYOND = 0x10000

export function compareOrder(a: Ordered, b: Ordered): number {
  return compareText(a.order, b.order) || compareIds(a, b)
}

export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}

/** The oldest first. */
export function compareDays(a: { readonly id: string; readonly day: string }, b: typeof a): number {
  return compareText(a.day, b.day) || compareIds(a, b)
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

/** The key of one more, behind all that are there (sorted). */
export function keyAtEnd(all: readonly Ordered[]): string {
  return keysFor('', all.length, all).get('') ?? ''
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
