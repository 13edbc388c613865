/** The frozen document, read again only where it was touched, so that five hundred people stay quick. */

import type * as Y from 'yjs'
import type { Document, EntityName, Goal, Kept, Person, Step } from '../../../sync/document.ts'
import { compareIds, compareOrder } from './order.ts'
import { readGoal, readKept, readMeeting, readNames, readPerson, readSchema, readStep } from './read.ts'
import { isSameValue } from './register.ts'
import { entityMap, isEntityName, type Roots } from './roots.ts'

export class Reading {
  readonly #roots: Roots
  readonly #people = new Map<string, Person>()
  readonly #goals = new Map<string, Goal>()
  readonly #steps = new Map<string, Step>()
  readonly #touched: Record<EntityName, Set<string>> = { people: new Set(), goals: new Set(), steps: new Set() }
  #metaTouched = true
  #keptTouched = true
  #document: Document = Object.freeze({
    schema: 1,
    names: ['', ''],
    meeting: '',
    people: [],
    goals: [],
    steps: [],
    kept: [],
  })

  constructor(roots: Roots) {
    this.#roots = roots
    for (const [name, root] of Object.entries(roots)) {
      root.observeDeep((events) => {
        for (const event of events) this.#touch(name, root, event)
      })
      if (isEntityName(name)) for (const id of root.keys()) this.#touched[name].add(id)
    }
  }

  /** The document as it is now; the same object when nothing was touched. */
  read(): Document {
    const { people, goals, steps } = this.#touched
    const touched = people.size + goals.size + steps.size > 0
    if (!touched && !this.#metaTouched && !this.#keptTouched) return this.#document
    const { meta } = this.#roots
    const old = this.#document
    this.#document = Object.freeze({
      schema: this.#metaTouched ? readSchema(meta) : old.schema,
      names: this.#metaTouched ? readNames(meta) : old.names,
      meeting: this.#metaTouched ? readMeeting(meta) : old.meeting,
      people: this.#readTouched('people', this.#people, readPerson)?.sort(compareIds) ?? old.people,
      goals: this.#readTouched('goals', this.#goals, readGoal)?.sort(compareOrder) ?? old.goals,
      steps: this.#readTouched('steps', this.#steps, readStep)?.sort(compareOrder) ?? old.steps,
      kept: this.#readKept(old.kept),
    })
    for (const list of [this.#document.people, this.#document.goals, this.#document.steps]) Object.freeze(list)
    this.#metaTouched = false
    this.#keptTouched = false
    return this.#document
  }

  /** What was lost shows only while the field says something else, so any change may matter; most do not. */
  #readKept(old: readonly Kept[]): readonly Kept[] {
    const kept = this.#roots.kept.size > 0 ? readKept(this.#roots) : old
    return isSameValue(kept, old) ? old : kept
  }

  #touch(name: string, root: Y.Map<unknown>, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (name === 'meta') this.#metaTouched = true
    if (name === 'kept') this.#keptTouched = true
    if (!isEntityName(name)) return
    if (event.target === root) for (const id of event.keys.keys()) this.#touched[name].add(id)
    else this.#touched[name].add(String(event.path[0]))
  }

  #readTouched<Part>(
    name: EntityName,
    known: Map<string, Part>,
    read: (id: string, map: Y.Map<unknown>) => Part,
  ): Part[] | null {
    const touched = this.#touched[name]
    if (touched.size === 0) return null
    for (const id of touched) {
      const map = entityMap(this.#roots, name, id)
      if (map === null) known.delete(id)
      else known.set(id, read(id, map))
    }
    touched.clear()
    return [...known.values()]
  }
}
