/**
 * Whose work an update is: under its own device's client ids, in one hand, with nothing whole taken away.
 * README.md section 4, "honest" (P10, P22); vectors/authorship.json.
 */

import { areEqual, type Bytes, toHex } from './bytes.ts'
import type { By } from './envelope.ts'
import { Damaged, Malformed, Suspicious } from './errors.ts'
import { Halves, placeOf } from './halves.ts'
import { Letters } from './letters.ts'
import { KEPT_ROOT, Making } from './making.ts'
import { type Id, type Item, type Parent, type Range, read, type Update } from './yjs-update.ts'

/** What the records taken so far have shown: whose each client id is, how far it goes, and which types there are. */
export class Authors {
  readonly #owners = new Map<number, Bytes>()
  readonly #ends = new Map<number, number>()
  readonly #types = new Map<number, number[]>()
  readonly #places = new Set<string>()
  readonly #replaced = new Map<string, Bytes>()
  readonly #letters = new Letters()
  readonly #halves = new Halves()

  /** The device that first used this client id. */
  ownerOfClient(client: number): Bytes | null {
    return this.#owners.get(client) ?? null
  }

  /** The device goes on for another, and may write under its client ids (P22). */
  succeed(device: Bytes, replaced: Bytes): void {
    this.#replaced.set(toHex(device), replaced)
  }

  /** Whether the client id is free, this device's, or that of one that it goes on for. */
  mayUse(device: Bytes, client: number): boolean {
    const owner = this.ownerOfClient(client)
    if (owner === null) return true
    let one: Bytes | undefined = device
    while (one !== undefined && !areEqual(one, owner)) one = this.#replaced.get(toHex(one))
    return one !== undefined
  }

  /** The clock after the last that is known of this client id. */
  endOf(client: number): number {
    return this.#ends.get(client) ?? 0
  }

  /** Whether the item came before: Yjs passes over whatever stands at its clocks now. */
  knows({ client, clock, length }: Item): boolean {
    return clock + length <= this.endOf(client)
  }

  /** Whether a type was made in this range of clocks. */
  holdsType(client: number, clock: number, length = 1): boolean {
    const clocks = this.#types.get(client) ?? []
    const next = clocks[placeOf(clocks, clock)]
    return next !== undefined && next < clock + length
  }

  /** Whether a type stands at this key of this parent. */
  isTaken(parent: Parent, key: string | null): boolean {
    return this.#places.has(nameOf(parent, key))
  }

  /** Take in an update that has been checked. */
  learn(device: Bytes, update: Update): void {
    this.learnItems(update)
    for (const range of update.ranges) {
      if (!this.#owners.has(range[0])) this.#owners.set(range[0], device)
      this.learnRange(range)
    }
  }

  /** Throws Damaged ACTOR_WRONG where what is new of the update is in another's own words, or out of place. */
  checkLetters(update: Update, items: readonly Item[], by: By): void {
    this.#letters.check(update, items, by, this.#ends)
    this.#halves.check(items, update.deletes, this.#ends)
  }

  /** Take in what is new of it, but for how far its client ids go. */
  learnItems(update: Pick<Update, 'items' | 'deletes'>): void {
    const items = update.items.filter((item) => !this.knows(item))
    this.#letters.learn(items, this.#ends)
    this.#halves.learn(items, update.deletes, this.#ends)
    for (const item of items) this.learnType(item)
  }

  /** Take in how far a client id goes. */
  learnRange([client, clock, length]: Range): void {
    this.#ends.set(client, Math.max(this.endOf(client), clock + length))
  }

  /** Take in what an item makes, if it makes a type. */
  learnType({ client, clock, content, parent, key }: Item): void {
    if (content !== 'type') return
    const clocks = this.#types.get(client) ?? []
    clocks.splice(placeOf(clocks, clock), 0, clock)
    this.#types.set(client, clocks)
    if (parent !== null) this.#places.add(nameOf(parent, key))
  }
}

/**
 * The update, read, if it is this device's own work in this hand. Throws Damaged ACTOR_WRONG; Suspicious OMISSION when it
 * rests on something that has not come, and must wait for it: taken sooner, it could say what is to become of words that
 * nobody has written yet.
 */
export function check(bytes: Bytes, by: By, device: Bytes, authors: Authors): Update {
  const update = readUpdate(bytes)
  if (!update.ranges.every(([client]) => authors.mayUse(device, client)))
    throw new Damaged('ACTOR_WRONG', "another device's client id")
  const items = update.items.filter((item) => !authors.knows(item))
  if (items.some(({ client, clock }) => clock < authors.endOf(client))) {
    throw new Damaged('ACTOR_WRONG', 'goes on from the middle of what came')
  }
  const fresh = new Authors()
  const making = new Making()
  const isType = ({ content }: Item) => content === 'type'
  // What stands before a type in the bytes may be over it in the document.
  for (const item of [...items.filter(isType), ...items.filter((one) => !isType(one))]) {
    checkContent(item, by)
    making.take(item)
    checkPlace(item, authors, fresh)
    fresh.learnType(item)
  }
  const known = [authors, fresh]
  const isOverType = (id: Id | null) => id !== null && known.some((each) => each.holdsType(...id))
  if (items.some((item) => isOverType(item.origin))) throw new Damaged('ACTOR_WRONG', 'writes over a type')
  if (update.deletes.some((gone) => known.some((each) => each.holdsType(...gone)))) {
    throw new Damaged('ACTOR_WRONG', 'deletes a type')
  }
  const endOf = endAfter(update, authors)
  checkCome(update, items, endOf)
  const isNoType = (id: Parent | null) => id !== null && typeof id !== 'string' && !isOverType(id)
  if (items.some(({ parent }) => isNoType(parent))) throw new Damaged('ACTOR_WRONG', 'in what is no type')
  authors.checkLetters(update, items, by)
  checkOrder(update, endOf)
  return update
}

/** The author in a register, `[value, by, at]`; null if it is no register. */
export function authorOf(value: unknown): By | null {
  if (!Array.isArray(value) || value.length !== 3) return null
  const by: unknown = value[1]
  if (by === 'both') return by
  const member = typeof by === 'bigint' ? Number(by) : by
  return typeof member === 'number' && Number.isInteger(member) && member >= 0 ? member : null
}

function readUpdate(bytes: Bytes): Update {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof Malformed) throw new Damaged('ACTOR_WRONG', error.message)
    throw error
  }
}

function checkContent(item: Item, by: By): void {
  // Yjs may part them, and what is left of them undeleted.
  if (item.values.length > 1) throw new Damaged('ACTOR_WRONG', 'several values in one')
  if (item.values.some((value) => authorOf(value) !== by))
    throw new Damaged('ACTOR_WRONG', 'a register in another hand')
}

function checkPlace(item: Item, authors: Authors, fresh: Authors): void {
  const { content, parent, key } = item
  const mayMeet = content === 'type' && parent === KEPT_ROOT
  if (parent !== null && !mayMeet && (authors.isTaken(parent, key) || fresh.isTaken(parent, key))) {
    throw new Damaged('ACTOR_WRONG', 'writes over a type')
  }
}

/** How far each client id goes with this update. Throws Suspicious OMISSION where it begins behind a gap. */
function endAfter(update: Update, authors: Authors): (client: number) => number {
  const ends = new Map<number, number>()
  const endOf = (client: number) => ends.get(client) ?? authors.endOf(client)
  for (const [client, clock, length] of update.ranges) {
    if (clock > endOf(client)) throw new Suspicious('OMISSION', 'words before these')
    ends.set(client, Math.max(endOf(client), clock + length))
  }
  return endOf
}

function checkCome(update: Update, items: readonly Item[], endOf: (client: number) => number): void {
  const isMissing = (id: Parent | null) => id !== null && typeof id !== 'string' && id[1] >= endOf(id[0])
  const restsOnMissing = items.some(({ origin, rightOrigin, parent }) => [origin, rightOrigin, parent].some(isMissing))
  if (restsOnMissing || update.deletes.some(([client, clock, length]) => clock + length > endOf(client))) {
    throw new Suspicious('OMISSION', 'words that these rest on')
  }
}

/** Yjs takes each client id's items in their order, and each behind all that it names; what it cannot, it would keep waiting. */
function checkOrder(update: Update, endOf: (client: number) => number): void {
  const rows = new Map<number, Item[]>()
  for (const item of update.items) {
    const row = rows.get(item.client)
    if (row) row.push(item)
    else rows.set(item.client, [item])
  }
  const taken = new Map<number, number>()
  const nextOf = (client: number): Item | undefined => rows.get(client)?.[taken.get(client) ?? 0]
  const isMissing = (id: Parent | null): id is Id =>
    id !== null && typeof id !== 'string' && id[1] >= (nextOf(id[0])?.clock ?? endOf(id[0]))
  // A client id, and those whose next item names one of its items.
  const waiting = new Map<number, number[]>()
  const ready = [...rows.keys()]
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const before = taken.get(client) ?? 0
    for (let item = nextOf(client); item !== undefined; item = nextOf(client)) {
      const missing = [item.origin, item.rightOrigin, item.parent].find(isMissing)
      if (missing !== undefined && missing !== null) {
        const those = waiting.get(missing[0])
        if (those) those.push(client)
        else waiting.set(missing[0], [client])
        break
      }
      taken.set(client, (taken.get(client) ?? 0) + 1)
    }
    if ((taken.get(client) ?? 0) > before) {
      ready.push(...(waiting.get(client) ?? []))
      waiting.delete(client)
    }
  }
  if ([...rows.keys()].some((client) => nextOf(client) !== undefined)) {
    throw new Damaged('ACTOR_WRONG', 'names what comes behind it')
  }
}

function nameOf(parent: Parent, key: string | null): string {
  return JSON.stringify([parent, key])
}
