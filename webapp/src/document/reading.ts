/** The frozen document, read again only where it was touched, so that five hundred people stay quick. */

import type { Document, Kept } from '../../../sync/document.ts'
import { compareDays, compareIds, compareOrder } from './order.ts'
import {
  readDisclosure,
  readGoal,
  readKept,
  readOffer,
  readPerson,
  readPicture,
  readSaid,
  readSaying,
  readStrength,
  readThing,
  readVoice,
  readWish,
  readYardstick,
} from './read.ts'
import { type Meta, readMeta, readSituations, readTies } from './read-flat.ts'
import { isSameValue } from './register.ts'
import type { Roots } from './roots.ts'
import { FlatShelf, Shelf } from './shelf.ts'

type Parts = Omit<Document, keyof Meta | 'kept'>

const NOTHING = Object.freeze([])

export class Reading {
  readonly #roots: Roots
  readonly #meta: FlatShelf<Meta>
  readonly #shelves: { readonly [Name in keyof Parts]: { read(): Parts[Name] } }
  #document: Document

  constructor(roots: Roots) {
    this.#roots = roots
    const arranged = { meeting: '', meeting_place: '', meeting_chosen: '', late: '', phones: ['', ''] } as const
    const meta = { schema: 1, kind: 'pair', names: ['', ''], ...arranged, resting: '' } as const
    this.#meta = new FlatShelf(roots.meta, readMeta, meta)
    this.#shelves = {
      people: new Shelf(roots.people, readPerson, compareIds),
      ties: new FlatShelf(roots.ties, readTies, NOTHING),
      help: new FlatShelf(roots.help, readSituations, NOTHING),
      strengths: new Shelf(roots.strengths, readSaid('strengths', readStrength), compareOrder),
      sayings: new Shelf(roots.sayings, readSaid('sayings', readSaying), compareOrder),
      feelings: new Shelf(roots.feelings, readSaid('feelings', readVoice('feelings')), compareDays),
      answers: new Shelf(roots.answers, readSaid('answers', readVoice('answers')), compareDays),
      pictures: new Shelf(roots.pictures, readPicture, compareDays),
      photographs: new Shelf(roots.photographs, readThing('photographs'), compareDays),
      offers: new Shelf(roots.offers, readSaid('offers', readOffer), compareIds),
      notes: new Shelf(roots.notes, readThing('notes'), compareIds),
      rounds: new Shelf(roots.rounds, readThing('rounds'), compareIds),
      wishes: new Shelf(roots.wishes, readSaid('wishes', readWish), compareOrder),
      goals: new Shelf(roots.goals, readSaid('goals', readGoal), compareOrder),
      steps: new Shelf(roots.steps, readThing('steps'), compareOrder),
      yardsticks: new Shelf(roots.yardsticks, readYardstick, compareIds),
      aims: new Shelf(roots.aims, readSaid('aims', readThing('aims')), compareDays),
      barriers: new Shelf(roots.barriers, readSaid('barriers', readThing('barriers')), compareOrder),
      disclosures: new Shelf(roots.disclosures, readSaid('disclosures', readDisclosure), compareOrder),
      outings: new Shelf(roots.outings, readSaid('outings', readThing('outings')), compareOrder),
      supports: new Shelf(roots.supports, readThing('supports'), compareOrder),
      worries: new Shelf(roots.worries, readSaid('worries', readVoice('worries')), compareOrder),
      occasions: new Shelf(roots.occasions, readThing('occasions'), compareDays),
      impressions: new Shelf(roots.impressions, readSaid('impressions', readVoice('impressions')), compareIds),
      needs: new Shelf(roots.needs, readSaid('needs', readVoice('needs')), compareOrder),
      meetings: new Shelf(roots.meetings, readSaid('meetings', readThing('meetings')), compareDays),
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
    const shelves = this.#shelves
    return {
      people: shelves.people.read(),
      ties: shelves.ties.read(),
      help: shelves.help.read(),
      strengths: shelves.strengths.read(),
      sayings: shelves.sayings.read(),
      feelings: shelves.feelings.read(),
      answers: shelves.answers.read(),
      pictures: shelves.pictures.read(),
      photographs: shelves.photographs.read(),
      offers: shelves.offers.read(),
      notes: shelves.notes.read(),
      rounds: shelves.rounds.read(),
      wishes: shelves.wishes.read(),
      goals: shelves.goals.read(),
      steps: shelves.steps.read(),
      yardsticks: shelves.yardsticks.read(),
      aims: shelves.aims.read(),
      barriers: shelves.barriers.read(),
      disclosures: shelves.disclosures.read(),
      outings: shelves.outings.read(),
      supports: shelves.supports.read(),
      worries: shelves.worries.read(),
      occasions: shelves.occasions.read(),
      impressions: shelves.impressions.read(),
      needs: shelves.needs.read(),
      meetings: shelves.meetings.read(),
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
