/** Documents and people as they read when nothing was said: for tests of what knows no Yjs. */

import * as Y from 'yjs'
import type { Document, Person } from '../../../sync/document.ts'
import { readPerson } from './read.ts'
import { Reading } from './reading.ts'
import { rootsOf } from './roots.ts'

export const EMPTY: Document = new Reading(rootsOf(new Y.Doc())).read()

/** Somebody of whom only this was said. */
export function plainPerson(id: string, said: Partial<Person> = {}): Person {
  const people = new Y.Doc().getMap<Y.Map<unknown>>('people')
  const stored = people.set(id, new Y.Map<unknown>())
  return { ...readPerson(id, stored), ...said }
}
