/**
 * Where letters of two halves stand (UTF-16). Nothing is put between the two, and neither is rubbed out alone: what would be left of
 * them no two libraries read alike. README.md section 4, "honest".
 */

import { Damaged } from './errors.ts'
import type { Ends } from './standing.ts'
import type { Item, Range } from './yjs-update.ts'

const IS_SECOND = /[\udc00-\udfff]/g

/** Of letters that still stand: what was rubbed out can be parted, and nobody sees it. */
export class Halves {
  /** By client id: the clocks of second halves, in rising order. */
  readonly #seconds = new Map<number, number[]>()

  /** Take in what is new of an update. */
  learn(items: readonly Item[], deletes: readonly Range[], ends: Ends): void {
    for (const { client, clock, text = '' } of items) {
      for (const { index } of text.matchAll(IS_SECOND)) {
        if (clock + index >= (ends.get(client) ?? 0)) this.#add(client, clock + index)
      }
    }
    for (const [client, clock, length] of deletes) {
      const seconds = this.#seconds.get(client) ?? []
      const first = placeOf(seconds, clock)
      seconds.splice(first, placeOf(seconds, clock + length) - first)
    }
  }

  /** Throws Damaged ACTOR_WRONG where an update parts one. `items`: what is new of it. */
  check(items: readonly Item[], deletes: readonly Range[], ends: Ends): void {
    const fresh = new Halves()
    fresh.learn(items, [], ends)
    const parts = (client: number, clock: number) => [this, fresh].some((each) => each.#has(client, clock))
    const isParting = ({ origin, rightOrigin }: Item) =>
      (origin !== null && parts(origin[0], origin[1] + 1)) || (rightOrigin !== null && parts(...rightOrigin))
    const isCutting = ([client, clock, length]: Range) => parts(client, clock) || parts(client, clock + length)
    if (items.some(isParting) || deletes.some(isCutting)) throw new Damaged('ACTOR_WRONG', 'half a letter')
  }

  #add(client: number, clock: number): void {
    const seconds = this.#seconds.get(client) ?? []
    const place = placeOf(seconds, clock)
    if (seconds[place] !== clock) seconds.splice(place, 0, clock)
    this.#seconds.set(client, seconds)
  }

  #has(client: number, clock: number): boolean {
    const seconds = this.#seconds.get(client) ?? []
    return seconds[placeOf(seconds, clock)] === clock
  }
}

/** Where `clock` stands, or would stand, in numbers in rising order. */
export function placeOf(clocks: readonly number[], clock: number): number {
  let low = 0
  let high = clocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((clocks[middle] ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low
}
