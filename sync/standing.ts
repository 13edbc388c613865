/**
 * Where items stand: at a key or in a list, and in whose words. What stands behind or before something stands where that does.
 * README.md section 4, "honest".
 */

import { KEY, LIST, Pin, RULES, type Spot, Thing, Words } from './whose-text.ts'
import { type Id, type Item, type Range, TEXT } from './yjs-update.ts'

/** How far each client id went before. */
export type Ends = ReadonlyMap<number, number>

/** From, up to, and what stands there. */
export type Stretch = readonly [start: number, end: number, spot: Spot]

/** What stands where among the clocks of one client id, from the lowest on. */
export class Row {
  readonly #stretches: Stretch[] = []

  add(start: number, end: number, spot: Spot): void {
    const at = this.#after(start)
    const before = this.#stretches[at - 1]
    if (before && before[1] === start && before[2] === spot) this.#stretches[at - 1] = [before[0], end, spot]
    else this.#stretches.splice(at, 0, [start, end, spot])
  }

  within(start: number, end: number): readonly Stretch[] {
    const found: Stretch[] = []
    for (let at = Math.max(0, this.#after(start) - 1); at < this.#stretches.length; at++) {
      const stretch = this.#stretches[at]
      if (!stretch || stretch[0] >= end) break
      if (stretch[1] > start) found.push([Math.max(start, stretch[0]), Math.min(end, stretch[1]), stretch[2]])
    }
    return found
  }

  /** The place behind all that begin at `start` or before. */
  #after(start: number): number {
    return placeAfter(this.#stretches, start)
  }
}

/** What came before, as far as it matters where something new stands. */
export interface Known {
  /** The thing that this item made. */
  thing(name: string): Thing | null
  /** The text that this item made. */
  words(name: string): Words | null
  within(range: Range): readonly Stretch[]
}

/** What is new in an update, and where each of its items stands, in whatever order they come. */
export class Coming {
  readonly all: readonly (readonly [item: Item, spot: Spot | null])[]
  readonly things = new Map<string, Thing>()
  readonly words = new Map<string, Words>()
  readonly #items: readonly Item[]
  readonly #known: Known
  readonly #ends: Ends
  readonly #found = new Map<number, Spot | null>()
  /** By client: clock, and place among the items. */
  readonly #places = new Map<number, (readonly [clock: number, place: number])[]>()
  readonly #pins: readonly (readonly [item: Item, pin: Pin])[]
  readonly #made: ReadonlySet<unknown>
  readonly #rows = new Map<number, Row>()

  constructor(items: readonly Item[], known: Known, ends: Ends) {
    this.#items = items
    this.#known = known
    this.#ends = ends
    items.forEach(({ client, clock }, place) => {
      const places = this.#places.get(client)
      if (places) places.push([clock, place])
      else this.#places.set(client, [[clock, place]])
    })
    for (const places of this.#places.values()) places.sort(([one], [other]) => one - other)
    this.#make()
    this.all = items.map((item, place) => [item, this.#spot(place)] as const)
    for (const [{ client, clock, length }, spot] of this.all) {
      if (spot !== null) rowOf(this.#rows, client).add(clock, clock + length, spot)
    }
    this.#pins = this.all.flatMap(([item, spot]) => (spot instanceof Pin ? [[item, spot] as const] : []))
    this.#made = new Set<unknown>([...this.things.values(), ...this.words.values()])
    this.#name()
  }

  /** Whether the text is new. */
  makes(words: Words): boolean {
    return this.#made.has(words)
  }

  /** Where the item of this name stands. */
  at(id: Id): Spot | null {
    const place = this.#placeOf(id)
    return place === null ? this.#knownAt(id) : this.#spot(place)
  }

  /** The registers that say whose a thing is and give way to another. */
  get writtenAgain(): ReadonlySet<string> {
    const isNew = ({ content, client, clock }: Item) => content === 'values' && clock >= (this.#ends.get(client) ?? 0)
    return new Set(this.#pins.flatMap(([item]) => (isNew(item) && item.origin ? [nameOf(item.origin)] : [])))
  }

  /** What is new in this range of clocks. */
  within([client, clock, length]: Range): readonly Stretch[] {
    return this.#rows.get(client)?.within(clock, clock + length) ?? []
  }

  /** Those that are taken away, or that say nothing. */
  unpinned(deletes: readonly Range[]): readonly string[] {
    const gone: string[] = []
    for (const [{ content, client, clock }] of this.#pins) {
      if (content !== 'values') gone.push(nameOf([client, clock]))
    }
    for (const range of deletes) {
      for (const [start, end, spot] of [...this.#known.within(range), ...this.within(range)]) {
        if (spot instanceof Pin) for (let at = start; at < end; at++) gone.push(nameOf([range[0], at]))
      }
    }
    return gone
  }

  #make(): void {
    const types = this.#items.filter(({ content, key }) => content === 'type' && key !== null)
    for (const { client, clock, parent } of types) {
      const rules = typeof parent === 'string' ? RULES.get(parent) : undefined
      if (rules) this.things.set(nameOf([client, clock]), new Thing(rules))
    }
    for (const { client, clock, parent, key, of } of types) {
      const thing = parent === null || typeof parent === 'string' ? undefined : this.things.get(nameOf(parent))
      const rule = thing?.rules.get(key ?? '')
      if (thing && rule && of === TEXT) this.words.set(nameOf([client, clock]), new Words(thing, rule))
    }
  }

  /** Whose each new thing is, and of what kind. */
  #name(): void {
    const told = new Map<Thing, Set<string>>()
    for (const [{ values }, { thing, key }] of this.#pins) {
      const keys = told.get(thing) ?? new Set()
      if (values.length === 0 || !this.#made.has(thing) || keys.has(key)) continue
      thing.take(key, values[0])
      told.set(thing, keys.add(key))
    }
  }

  /** Where an item stands: with the one that it came behind, or before. */
  #spot(first: number): Spot | null {
    const path: number[] = []
    let spot: Spot | null = null
    for (let place = first; ; ) {
      const found = this.#found.get(place)
      if (found !== undefined) {
        spot = found
        break
      }
      this.#found.set(place, null) // two that each came behind the other stand nowhere
      path.push(place)
      const item = this.#items[place]
      const beside = item?.origin ?? item?.rightOrigin ?? null
      if (!item || beside === null) {
        spot = item ? this.#spotIn(item) : null
        break
      }
      const next = this.#placeOf(beside)
      if (next === null) {
        spot = this.#knownAt(beside)
        break
      }
      place = next
    }
    for (const place of path) this.#found.set(place, spot)
    return spot
  }

  #spotIn({ parent, key }: Item): Spot | null {
    if (parent !== null && typeof parent !== 'string') {
      if (this.at(parent) === null) return null
      const name = nameOf(parent)
      const words = this.words.get(name) ?? this.#known.words(name)
      if (words) return words
      const thing = this.things.get(name) ?? this.#known.thing(name)
      if (thing && key !== null && thing.isPinned(key)) return new Pin(thing, key)
    }
    return key === null ? LIST : KEY
  }

  #knownAt([client, clock]: Id): Spot | null {
    return this.#known.within([client, clock, 1])[0]?.[2] ?? null
  }

  #placeOf([client, clock]: Id): number | null {
    const places = this.#places.get(client)
    if (!places || clock < (this.#ends.get(client) ?? 0)) return null
    const [start, place] = places[placeAfter(places, clock) - 1] ?? []
    const length = place === undefined ? undefined : this.#items[place]?.length
    return start !== undefined && place !== undefined && length !== undefined && clock < start + length ? place : null
  }
}

export function rowOf(rows: Map<number, Row>, client: number): Row {
  const row = rows.get(client) ?? new Row()
  rows.set(client, row)
  return row
}

/** The place behind all that begin at `clock` or before, in rising order. */
function placeAfter(sorted: readonly (readonly [clock: number, ...unknown[]])[], clock: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.[0] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}

export const nameOf = ([client, clock]: Id): string => `${client}:${clock}`
