/** One root of the document, read: all that stands there, kept as long as nobody touches it. */

import * as Y from 'yjs'

/** Things under their ids, in order. Only those that were touched are read again. */
export class Shelf<Thing> {
  readonly #root: Y.Map<unknown>
  readonly #read: (id: string, map: Y.Map<unknown>) => Thing | null
  readonly #order: (a: Thing, b: Thing) => number
  readonly #known = new Map<string, Thing>()
  readonly #touched: Set<string>
  #all: readonly Thing[] = Object.freeze([])

  constructor(
    root: Y.Map<unknown>,
    read: (id: string, map: Y.Map<unknown>) => Thing | null,
    order: (a: Thing, b: Thing) => number,
  ) {
    this.#root = root
    this.#read = read
    this.#order = order
    this.#touched = new Set(root.keys())
    root.observeDeep((events) => {
      for (const event of events) this.#touch(event)
    })
  }

  /** As it is now; the same list when nothing was touched. */
  read(): readonly Thing[] {
    if (this.#touched.size === 0) return this.#all
    for (const id of this.#touched) {
      const map = this.#root.get(id)
      const thing = map instanceof Y.Map ? this.#read(id, map) : null
      if (thing === null) this.#known.delete(id)
      else this.#known.set(id, thing)
    }
    this.#touched.clear()
    this.#all = Object.freeze([...this.#known.values()].sort(this.#order))
    return this.#all
  }

  #touch(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (event.target === this.#root) for (const id of event.keys.keys()) this.#touched.add(id)
    else this.#touched.add(String(event.path[0]))
  }
}

/** A root of registers, read whole whenever it is touched; what came out the same stays the same object. */
export class FlatShelf<Part> {
  readonly #root: Y.Map<unknown>
  readonly #read: (root: Y.Map<unknown>, before: Part) => Part
  #isTouched = true
  #part: Part

  constructor(root: Y.Map<unknown>, read: (root: Y.Map<unknown>, before: Part) => Part, empty: Part) {
    this.#root = root
    this.#read = read
    this.#part = empty
    root.observeDeep(() => {
      this.#isTouched = true
    })
  }

  read(): Part {
    if (this.#isTouched) this.#part = this.#read(this.#root, this.#part)
    this.#isTouched = false
    return this.#part
  }
}
