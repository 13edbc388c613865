/** The frozen document, read again only where it was touched, so that five hundred people stay quick. */

import type { Document, Kept } from '../../../sync/document.ts'
import { compareDays, compareIds, compareOrder } from './order.ts'
import { readKept, readPerson, readPicture, readStrength, readThing } from './read.ts'
import { readMeta, readSituations, readTies } from './read-flat.ts'
import { isSameValue } from './register.ts'
import type { Roots } from './roots.ts'
import { FlatShelf, Shelf } from './shelf.ts'

type Parts = Omit<Document, 'schema' | 'kind' | 'names' | 'meeting' | 'kept'>

const NOTHING = Object.freeze([])

export class Reading {
  readonly #roots: Roots
  readonly #meta: FlatShelf<Pick<Document, 'schema' | 'kind' | 'names' | 'meeting'>>
  readonly #shelves: { readonly [Name in keyof Parts]: { read(): Parts[Name] } }
  #document: Document

  constructor(roots: Roots) {
    this.#roots = roots
    const meta = { schema: 1, kind: 'pair', names: ['', ''], meeting: '' } as const
    this.#meta = new FlatShelf(roots.meta, readMeta, meta)
    this.#shelves = {
      people: new Shelf(roots.people, readPerson, compareIds),
      ties: new FlatShelf(roots.ties, readTies, NOTHING),
      help: new FlatShelf(roots.help, readSituations, NOTHING),
      strengths: new Shelf(roots.strengths, readStrength, compareOrder),
      pictures: new Shelf(roots.pictures, readPicture, compareDays),
      offers: new Shelf(roots.offers, readThing('offers'), compareIds),
      notes: new Shelf(roots.notes, readThing('notes'), compareIds),
      goals: new Shelf(roots.goals, readThing('goals'), compareOrder),
      steps: new Shelf(roots.steps, readThing('steps'), compareOrder),
    }
    this.#document = Object.freeze({ ...meta, ...this.#readParts(), kept: NOTHING })
  }

  /** The document as it is now; the same object when nothing was touched. */
  read(): Document {
    const old = this.#document
    const now = { ...this.#meta.read(), ...this.#readParts(), kept: this.#readKept(old.kept) }
    if (isSameInEveryPart(old, now)) return old
    this.#document = Object.freeze(now)
    return this.#document
  }

  #readParts(): Parts {
    const { people, ties, help, strengths, pictures, offers, notes, goals, steps } = this.#shelves
    return {
      people: people.read(),
      ties: ties.read(),
      help: help.read(),
      strengths: strengths.read(),
      pictures: pictures.read(),
      offers: offers.read(),
      notes: notes.read(),
      goals: goals.read(),
      steps: steps.read(),
    }
  }

  /** What was lost shows only while the field says something else, so any change may matter; most do not. */
  #readKept(old: readonly Kept[]): readonly Kept[] {
    const kept = this.#roots.kept.size > 0 ? readKept(this.#roots) : old
    return isSameValue(kept, old) ? old : kept
  }
}

function isSameInEveryPart(left: Document, right: Document): boolean {
  return (Object.keys(right) as (keyof Document)[]).every((part) => left[part] === right[part])
}
