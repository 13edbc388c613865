/**
 * Where letters and registers stand and are rubbed out: who may, in whose text (P10, P22), and none out of place.
 * README.md section 4, "honest"; vectors/letters.json.
 */

import type { By } from './envelope.ts'
import { Damaged, Suspicious } from './errors.ts'
import { Coming, type Ends, type Known, nameOf, type Row, rowOf, type Stretch } from './standing.ts'
import { isAtKey, LIST, Pin, type Spot, type Thing, Words } from './whose-text.ts'
import type { Id, Item, Range, Update } from './yjs-update.ts'

/** What the updates taken so far have made of statements and agreed words. */
export class Letters implements Known {
  readonly #things = new Map<string, Thing>()
  readonly #words = new Map<string, Words>()
  readonly #rows = new Map<number, Row>()
  /** This device's own, whose ground is still to come: from which clock, and what. */
  #loose: (readonly [start: number, item: Item])[] = []

  /**
   * Throws Damaged ACTOR_WRONG where this hand writes in what is not its own. `items`: what is new of the update. What is made
   * in the same update is in the same hand. Suspicious OMISSION where nobody can tell yet, because this device's own words have
   * come without their ground.
   */
  check(update: Update, items: readonly Item[], by: By, ends: Ends): void {
    const coming = new Coming(items, this, ends)
    const deletes = apart(update.deletes)
    const isAnyLoose = this.#loose.length > 0 && coming.all.some(([item, spot]) => standsNowhere(coming, item, spot))
    if (isAnyLoose || this.#isAnyLoose(deletes)) throw new Suspicious('OMISSION', 'beside what stands nowhere yet')
    checkStands(coming)
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
    for (const gone of deletes) {
      const isWrong = ([, , spot]: Stretch) => spot instanceof Words && !spot.mayShrink(by)
      const isUnmade = ([, , spot]: Stretch) => spot instanceof Words && spot.rule.isSettled
      if (this.within(gone).some(isWrong) || coming.within(gone).some(isUnmade)) {
        throw new Damaged('ACTOR_WRONG', "letters out of another's words")
      }
    }
    const again = coming.writtenAgain
    if (!coming.unpinned(deletes).every((id) => again.has(id))) {
      throw new Damaged('ACTOR_WRONG', 'words from under their name')
    }
  }

  /** Take in what is new of an update that has been checked. */
  learn(items: readonly Item[], ends: Ends): void {
    const coming = new Coming(items, this, ends)
    for (const [name, thing] of coming.things) this.#things.set(name, thing)
    for (const [name, words] of coming.words) this.#words.set(name, words)
    for (const [item, spot] of coming.all) {
      const start = Math.max(item.clock, ends.get(item.client) ?? 0)
      if (!this.#put(start, item, spot)) this.#loose.push([start, item])
    }
    for (let before = -1; this.#loose.length > 0 && this.#loose.length !== before; ) {
      before = this.#loose.length
      this.#loose = this.#loose.filter(([start, item]) => !this.#put(start, item, spotOf(item, this)))
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

  #isAnyLoose(ranges: readonly Range[]): boolean {
    return this.#loose.some(([start, item]) =>
      ranges.some(
        ([client, clock, length]) =>
          client === item.client && clock < item.clock + item.length && start < clock + length,
      ),
    )
  }

  /** Whether it stands there now. */
  #put(start: number, { client, clock, length, content }: Item, spot: Spot | null): boolean {
    if (spot === null) return false
    const end = clock + length
    rowOf(this.#rows, client).add(start, end, spot)
    if (spot instanceof Words && content === 'text') spot.length += end - start
    return true
  }
}

const spotOf = (item: Item, known: Known): Spot | null => new Coming([item], known, new Map()).all[0]?.[1] ?? null

function standsNowhere(coming: Coming, { rightOrigin }: Item, spot: Spot | null): boolean {
  return spot === null || (rightOrigin !== null && coming.at(rightOrigin) === null)
}

/** Registers and no letters at a key, each behind another or first; letters and no registers in a list. */
function checkStands(coming: Coming): void {
  const atKeys = new Set<string>()
  for (const [item, spot] of coming.all) {
    const { client, origin, rightOrigin, parent, key, content, length } = item
    const right = rightOrigin === null ? LIST : coming.at(rightOrigin)
    if (spot === null || right === null) throw new Damaged('ACTOR_WRONG', 'beside what is gone')
    if (!isAtKey(spot)) {
      const isBetweenNothing = origin !== null && rightOrigin !== null && nameOf(origin) === nameOf(rightOrigin)
      if (content === 'values' || isAtKey(right) || isBetweenNothing) {
        throw new Damaged('ACTOR_WRONG', 'no letters among letters')
      }
      continue
    }
    if (content === 'text' || rightOrigin !== null || (spot instanceof Pin && length > 1)) {
      throw new Damaged('ACTOR_WRONG', 'no register at a key, or one before another')
    }
    const place = JSON.stringify([client, origin ?? [parent, key]])
    if (atKeys.has(place)) throw new Damaged('ACTOR_WRONG', 'two of one hand in one place')
    atKeys.add(place)
  }
}

/** The same ranges, none over another. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const found: [number, number, number][] = []
  for (const [client, clock, length] of [...ranges].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = found[found.length - 1]
    if (last?.[0] === client && clock <= last[1] + last[2]) last[2] = Math.max(last[2], clock + length - last[1])
    else found.push([client, clock, length])
  }
  return found
}

/** What an item also touches: what goes on from clocks that came before, Yjs puts behind what stands there. */
function besideOf({ client, clock, rightOrigin }: Item, ends: Ends): readonly Id[] {
  const end = ends.get(client) ?? 0
  const own: readonly Id[] = clock < end ? [[client, end - 1]] : []
  return rightOrigin === null ? own : [...own, rightOrigin]
}
