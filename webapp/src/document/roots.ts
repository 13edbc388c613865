/** The root maps of the Yjs document and the way to one of their entities. */

import * as Y from 'yjs'
import type { EntityName } from '../../../sync/document.ts'

export type RootName = EntityName | 'meta' | 'kept'

export type Roots = { readonly [Name in RootName]: Y.Map<unknown> }

export function rootsOf(doc: Y.Doc): Roots {
  return {
    meta: doc.getMap('meta'),
    people: doc.getMap('people'),
    goals: doc.getMap('goals'),
    steps: doc.getMap('steps'),
    kept: doc.getMap('kept'),
  }
}

/** The map of one entity; null when there is none or something else stands there. */
export function entityMap(roots: Roots, name: EntityName, id: string): Y.Map<unknown> | null {
  const entity = roots[name].get(id)
  return entity instanceof Y.Map ? entity : null
}

/** The map in which a register is stored, for the path of an entity (`people/<id>`, `meta`) and of a field (`name`, `people/<id>`). */
export function registerPlace(
  roots: Roots,
  entity: string,
  field: string,
): { map: Y.Map<unknown>; key: string } | null {
  if (entity === 'meta') return { map: roots.meta, key: field }
  const [root = '', id = ''] = entity.split('/')
  const map = isEntityName(root) ? entityMap(roots, root, id) : null
  const [links = '', link] = field.split('/')
  if (map === null || link === undefined) return map && { map, key: field }
  const linked = map.get(links)
  return linked instanceof Y.Map ? { map: linked, key: link } : null
}

export function isEntityName(name: string): name is EntityName {
  return name === 'people' || name === 'goals' || name === 'steps'
}
