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

/** What is read where this is stored: as vectors have it, text as a string, a map as an object. */
export function readPlain(stored: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Document {
  const doc = new Y.Doc()
  for (const [root, content] of Object.entries(stored)) {
    for (const [key, value] of Object.entries(content)) doc.getMap(root).set(key, asStored(value))
  }
  return new Reading(rootsOf(doc)).read()
}

function asStored(value: unknown): unknown {
  if (typeof value === 'string') return new Y.Text(value)
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return new Y.Map(Object.entries(value).map(([key, part]) => [key, asStored(part)]))
}
