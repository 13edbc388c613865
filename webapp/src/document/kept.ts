/**
 * Finds values that lost to another written at the same time, so that they are kept beside the field (P25).
 *
 * A value's author had seen what its `origin` chain holds. Whatever else stands to the left of the current item was not seen
 * by its author: it lost to chance, not to a decision. Both devices find it when they merge, under the same name.
 */

import * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'
import { isFlatRoot } from '../../../sync/making.ts'
import { isGiven } from './read-fields.ts'
import { currentItem, isSameValue, type Register, toRegister } from './register.ts'
import { isEntityName, type Roots } from './roots.ts'
import { isWritable, sizeOf } from './updates.ts'
import { isPlaced } from './wonders.ts'

export interface LostValue {
  /** The same on every device: the place and the item that lost. */
  readonly id: string
  readonly entity: string
  readonly field: string
  readonly value: unknown
  readonly author: By
  readonly when: number
}

export interface Met {
  readonly lost: LostValue[]
  readonly alike: Alike[]
}

/** One value that two hands gave at the same time, neither knowing of the other's. */
export interface Alike {
  readonly entity: string
  readonly field: string
  readonly value: unknown
  readonly by: readonly [By, By]
}

/** Fields whose loss nobody would miss: where a row stands, and which wonder was answered. */
export const SILENT: readonly string[] = ['order', 'answered']

/**
 * The values lost in this transaction, and those that two hands gave alike. Ask in `afterTransaction`: a moment later Yjs has thrown the contents away.
 */
export function findMet(transaction: Y.Transaction, roots: Roots): Met {
  const touched = new Map<Y.Map<unknown>, Set<string>>()
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0
    if (end === start) continue
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
      const item = structs[i]
      if (!(item instanceof Y.Item) || item.parentSub === null || !(item.parent instanceof Y.Map)) continue
      const keys = touched.get(item.parent) ?? new Set()
      touched.set(item.parent, keys.add(item.parentSub))
    }
  }
  for (const [type, keys] of transaction.changed) {
    if (!(type instanceof Y.Map)) continue
    const known = touched.get(type) ?? new Set()
    for (const key of keys) if (key !== null) known.add(key)
    touched.set(type, known)
  }
  const met: Met = { lost: [], alike: [] }
  for (const [map, keys] of touched) {
    const place = entityPath(map, roots)
    if (place !== null) for (const key of keys) meetIn(map, key, place, transaction, met)
  }
  return met
}

/**
 * The value that stands under a key and gives way to `after`, whose author had seen `before` there and not it. None where it is
 * the same as either, or nobody would miss it.
 */
export function givingWay(
  map: Y.Map<unknown>,
  key: string,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  roots: Roots,
): LostValue | null {
  const current = currentItem(map, key)
  const place = entityPath(map, roots)
  if (current === null || place === null || isSilent(place.entity, key)) return null
  const register = toRegister(last(current))
  const known = [before, after].map((one) => toRegister(one)?.value)
  if (register === null || known.some((value) => isSameValue(value, register.value))) return null
  return lostValue(current, register, key, place)
}

/** The last words of more at one key, found at once, are no honest devices': a changed app might have every other write them all down. */
const MOST_AT_A_KEY = 8
/** Of the names in which a note says where its value was lost: what is longer, no app of ours ever named. */
const NAME_CODE_UNITS = 250

/** The bytes that it takes to write it down, or somewhat more. */
export const noteSize = ({ id, value }: LostValue): number => sizeOf(value) + 3 * id.length + 100

/** Writes it down, in this hand; but not what no record would take, which nobody gave who writes with this app. */
export function note({ id, ...lost }: LostValue, kept: Y.Map<unknown>, by: By, at: number): void {
  if (id.length > NAME_CODE_UNITS || !isWritable(lost.value)) return
  const map = new Y.Map<unknown>()
  kept.set(id, map)
  for (const [field, value] of Object.entries(lost)) map.set(field, [value, by, at])
}

interface Place {
  readonly entity: string
  readonly prefix: string
}

/** Where the registers of a map belong: the entity, and what stands before their key in the name of the field. */
function entityPath(map: Y.Map<unknown>, roots: Roots): Place | null {
  const [root = '', id, links, ...deeper] = pathIn(map, roots) ?? []
  if (isFlatRoot(root) && id === undefined) return { entity: root, prefix: '' }
  if (!isEntityName(root) || id === undefined || deeper.length > 0) return null
  return { entity: `${root}/${id}`, prefix: links === undefined ? '' : `${links}/` }
}

/** Where an item stands: the root and the keys that lead to it, its own last where it has one; null outside the roots. */
export function pathOf(item: Y.Item, roots: Roots): readonly string[] | null {
  const path = pathIn(item.parent, roots)
  return path === null || item.parentSub === null ? path : [...path, item.parentSub]
}

function pathIn(type: unknown, roots: Roots): readonly string[] | null {
  if (!(type instanceof Y.AbstractType)) return null
  if (type._item !== null) return pathOf(type._item, roots)
  const root = Object.entries(roots).find(([, map]) => map === type)
  return root === undefined ? null : [root[0]]
}

/** Also what is gathered anew whenever it can be: let go of, nothing of it is to be left beside it. */
function isSilent(entity: string, key: string): boolean {
  if (entity === 'meta') return key.startsWith('kept/')
  if (entity.startsWith('rounds/')) return true
  return SILENT.includes(entity === 'help' ? key.slice(key.indexOf('/') + 1) : key)
}

function meetIn(map: Y.Map<unknown>, key: string, place: Place, transaction: Y.Transaction, met: Met): void {
  const { store } = transaction.doc
  const current = map._map.get(key)
  if (current === undefined || isSilent(place.entity, key)) return
  const seen = new Set<Y.Item>()
  walkBack(current, store, seen)
  const unseen: Y.Item[] = []
  for (let item = current.left; item !== null; item = item.left) if (!seen.has(item)) unseen.push(item)
  // One who wrote twice meant the second: only the last of a row of unseen values was lost.
  const superseded = new Set<Y.Item>()
  for (const item of unseen) walkBack(item, store, superseded)
  const lost = new Set(unseen.filter((item) => !superseded.has(item)).slice(0, MOST_AT_A_KEY))
  // Honest writers only ever write over, and nothing that is another's alone to say. What is taken away so is lost as well.
  const now = current.deleted ? null : toRegister(last(current))
  const isRead = (register: Register): boolean => isReadAt(register, map, key, place)
  const taken = now === null || !isRead(now) ? takenAway(current, isRead, transaction) : []
  for (const item of [...lost, ...taken.filter((one) => !lost.has(one))]) {
    const register = toRegister(last(item))
    if (register === null) continue
    const isSame = !taken.includes(item) && isSameValue(register.value, now?.value)
    if (!isSame) met.lost.push(lostValue(item, register, key, place))
    else if (now !== null && now.by !== register.by) {
      const field = place.prefix + key
      met.alike.push({ entity: place.entity, field, value: now.value, by: [now.by, register.by] })
    }
  }
}

/** What was last read there before nothing was, here and in what came. Of what was taken away earlier Yjs has thrown the content away. */
function takenAway(
  current: Y.Item,
  isRead: (register: Register) => boolean,
  { beforeState }: Y.Transaction,
): readonly Y.Item[] {
  const found: Y.Item[] = []
  for (let item: Y.Item | null = current; item !== null; item = item.left) {
    const register = toRegister(last(item))
    if (register === null) continue
    const isNew = item.id.clock >= (beforeState.get(item.id.client) ?? 0)
    if (isRead(register) && (found.length === 0 || !isNew)) found.push(item)
    if (!isNew) break
  }
  return found
}

/** Whether what stands under a key is read, by whose hand it is. */
function isReadAt(register: Register, map: Y.Map<unknown>, key: string, { entity, prefix }: Place): boolean {
  const [root = '', id] = entity.split('/')
  if (id === undefined || prefix !== '') return true
  return root === 'people' && key === 'place' ? isPlaced(register) : isGiven(register, root, key, map)
}

function lostValue(item: Y.Item, { value, by, at }: Register, key: string, { entity, prefix }: Place): LostValue {
  const { client, clock } = item.lastId
  const id = `${entity}/${prefix}${key}/${client}:${clock}`
  return { id, entity, field: prefix + key, value, author: by, when: at }
}

/** Adds what the author of an item had seen of this key to `found`; where it meets what is there, the rest is too. */
function walkBack(item: Y.Item, store: Y.Doc['store'], found: Set<Y.Item>): void {
  for (let origin = item.origin; origin !== null; ) {
    const older = Y.getItem(store, origin)
    if (!(older instanceof Y.Item) || found.has(older)) return
    found.add(older)
    origin = older.origin
  }
}

/** The content of an item: null when Yjs has already thrown it away, or it is no plain value. */
function last(item: Y.Item): unknown {
  return item.content instanceof Y.ContentAny ? item.content.arr[item.content.arr.length - 1] : null
}
