/**
 * Where letters are written and rubbed out: who may, in whose text (P10, P22). README.md section 4, "honest";
 * vectors/letters.json.
 */

import type { By } from './envelope.ts'
import { Damaged } from './errors.ts'
import { Pin, RULES, type Spot, Thing, Words } from './whose-text.ts'
import { type Id, type Item, type Range, TEXT, type Update } from './yjs-update.ts'

/** How far each client id went before. */
type Ends = ReadonlyMap<number, number>

/** From, up to, and what stands there. */
type Stretch = readonly [start: number, end: number, spot: Spot]

/** What stands where among the clocks of one client id, from the lowest on. */
class Row {
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

/** What the updates taken so far have made of statements and agreed words. */
export class Letters {
  readonly #things = new Map<string, Thing>()
  readonly #words = new Map<string, Words>()
  readonly #rows = new Map<number, Row>()

  /**
   * Throws Damaged ACTOR_WRONG where this hand writes in what is not its own. `items`: what is new of the update. What is made
   * in the same update is in the same hand.
   */
  check(update: Update, items: readonly Item[], by: By, ends: Ends): void {
    const coming = new Coming(items, this, ends)
    for (const [item, spot] of coming.all) {
      for (const touched of [spot, ...besideOf(item, ends).map((id) => coming.at(id))]) {
        if (touched instanceof Words && !coming.makes(touched) && !touched.mayGrow(by)) {
          throw new Damaged('ACTOR_WRONG', "letters in another's words")
        }
      }
      if (spot instanceof Pin && !item.values.every((value) => spot.thing.saysAsBefore(spot.key, value))) {
        throw new Damaged('ACTOR_WRONG', "another's words under another name")
      }
    }
    for (const gone of update.deletes) {
      if (this.within(gone).some(([, , spot]) => spot instanceof Words && !spot.mayShrink(by))) {
        throw new Damaged('ACTOR_WRONG', "letters out of another's words")
      }
    }
    const again = coming.writtenAgain
    if (!coming.unpinned(update.deletes).every((id) => again.has(id))) {
      throw new Damaged('ACTOR_WRONG', 'words from under their name')
    }
  }

  /** Take in what is new of an update that has been checked. */
  learn(items: readonly Item[], ends: Ends): void {
    const coming = new Coming(items, this, ends)
    for (const [name, thing] of coming.things) this.#things.set(name, thing)
    for (const [name, words] of coming.words) this.#words.set(name, words)
    for (const [{ client, clock, length, content }, spot] of coming.all) {
      if (spot === null) continue
      const [start, end] = [Math.max(clock, ends.get(client) ?? 0), clock + length]
      rowOf(this.#rows, client).add(start, end, spot)
      if (spot instanceof Words && content === 'text') spot.length += end - start
    }
  }

  /** The thing that this item made. */
  thing(name: string): Thing | null {
    return this.#things.get(name) ?? null
  }

  /** The text that this item made. */
  words(name: string): Words | null {
    return this.#words.get(name) ?? null
  }

  within([client, clock, length]: Range): readonly Stretch[] {
    return this.#rows.get(client)?.within(clock, clock + length) ?? []
  }
}

/** What is new in an update, and where each of its items stands, in whatever order they come. */
class Coming {
  readonly all: readonly (readonly [item: Item, spot: Spot | null])[]
  readonly things = new Map<string, Thing>()
  readonly words = new Map<string, Words>()
  readonly #items: readonly Item[]
  readonly #known: Letters
  readonly #ends: Ends
  readonly #found = new Map<number, Spot | null>()
  /** By client: clock, and place among the items. */
  readonly #places = new Map<number, (readonly [clock: number, place: number])[]>()
  readonly #pins: readonly (readonly [item: Item, pin: Pin])[]
  readonly #made: ReadonlySet<unknown>

  constructor(items: readonly Item[], known: Letters, ends: Ends) {
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

  /** Those that are taken away, or that say nothing. */
  unpinned(deletes: readonly Range[]): readonly string[] {
    const gone: string[] = []
    const rows = new Map<number, Row>()
    for (const [{ content, client, clock, length }, pin] of this.#pins) {
      if (content === 'values') rowOf(rows, client).add(clock, clock + length, pin)
      else gone.push(nameOf([client, clock]))
    }
    for (const range of deletes) {
      const [client, clock, length] = range
      const fresh = rows.get(client)?.within(clock, clock + length) ?? []
      for (const [start, end, spot] of [...this.#known.within(range), ...fresh]) {
        if (spot instanceof Pin) for (let at = start; at < end; at++) gone.push(nameOf([client, at]))
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
    if (parent === null || typeof parent === 'string') return null
    const name = nameOf(parent)
    const words = this.words.get(name) ?? this.#known.words(name)
    if (words) return words
    const thing = this.things.get(name) ?? this.#known.thing(name)
    return thing && key !== null && thing.isPinned(key) ? new Pin(thing, key) : null
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

/** What an item also touches: what goes on from clocks that came before, Yjs puts behind what stands there. */
function besideOf({ client, clock, rightOrigin }: Item, ends: Ends): readonly Id[] {
  const end = ends.get(client) ?? 0
  const own: readonly Id[] = clock < end ? [[client, end - 1]] : []
  return rightOrigin === null ? own : [...own, rightOrigin]
}

function rowOf(rows: Map<number, Row>, client: number): Row {
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

const nameOf = ([client, clock]: Id): string => `${client}:${clock}`
