/** The root maps of the Yjs document and the way to one of their entities. */

import * as Y from 'yjs'
import { type EntityName, fields, type Stored } from '../../../sync/document.ts'
import { type FLAT_ROOTS, isFlatRoot } from '../../../sync/making.ts'

type Fields = Readonly<Record<string, Stored>>

/** What stands in a document may be called as what every object has of itself: `constructor` is no field. */
const bare = (all: Fields): Fields => Object.setPrototypeOf({ ...all }, null)
const FIELDS: ReadonlyMap<string, Fields> = new Map(Object.entries(fields).map(([name, all]) => [name, bare(all)]))
const NONE: Fields = bare({})

const ENTITY_NAMES: ReadonlySet<string> = new Set(Object.keys(fields))

export type FlatRoot = (typeof FLAT_ROOTS)[number]

export type RootName = EntityName | FlatRoot | 'kept'

export type Roots = { readonly [Name in RootName]: Y.Map<unknown> }

export function rootsOf(doc: Y.Doc): Roots {
  return {
    meta: doc.getMap('meta'),
    ties: doc.getMap('ties'),
    help: doc.getMap('help'),
    people: doc.getMap('people'),
    goals: doc.getMap('goals'),
    steps: doc.getMap('steps'),
    strengths: doc.getMap('strengths'),
    sayings: doc.getMap('sayings'),
    feelings: doc.getMap('feelings'),
    answers: doc.getMap('answers'),
    pictures: doc.getMap('pictures'),
    photographs: doc.getMap('photographs'),
    offers: doc.getMap('offers'),
    notes: doc.getMap('notes'),
    rounds: doc.getMap('rounds'),
    barriers: doc.getMap('barriers'),
    disclosures: doc.getMap('disclosures'),
    outings: doc.getMap('outings'),
    supports: doc.getMap('supports'),
    worries: doc.getMap('worries'),
    occasions: doc.getMap('occasions'),
    impressions: doc.getMap('impressions'),
    needs: doc.getMap('needs'),
    wishes: doc.getMap('wishes'),
    yardsticks: doc.getMap('yardsticks'),
    aims: doc.getMap('aims'),
    meetings: doc.getMap('meetings'),
    kept: doc.getMap('kept'),
  }
}

/** The map of one entity; null when there is none or something else stands there. */
export function entityMap(roots: Roots, name: EntityName | 'kept', id: string): Y.Map<unknown> | null {
  const entity = roots[name].get(id)
  return entity instanceof Y.Map ? entity : null
}

/**
 * The map in which a register is stored, for the path of an entity (`people/<id>`, `kept/<id>`, or a flat root) and of a field
 * (`name`, `people/<id>`, `contexts/family`; in a flat root its key).
 */
export function registerPlace(
  roots: Roots,
  entity: string,
  field: string,
): { map: Y.Map<unknown>; key: string } | null {
  if (isFlatRoot(entity)) return { map: roots[entity], key: field }
  const [root = '', ...id] = entity.split('/')
  const map = isEntityName(root) || root === 'kept' ? entityMap(roots, root, id.join('/')) : null
  const [name = '', key] = field.split('/')
  if (map === null || key === undefined || fieldsOf(root)[name]?.stored === 'flags') return map && { map, key: field }
  const inside = map.get(name)
  return inside instanceof Y.Map ? { map: inside, key } : null
}

/** How the fields of a root's things are stored; nothing for other names. */
export function fieldsOf(root: string): Fields {
  return FIELDS.get(root) ?? NONE
}

export function isEntityName(name: string): name is EntityName {
  return ENTITY_NAMES.has(name)
}
