/**
 * What was written upon something that not everybody has, as new edits upon what everybody has (P23): edit by edit, in the same
 * hands and order. Registers get the values that the screen showed, texts what was done to them, and whole things are made once
 * more under their names. A value that gives way to one whose author never saw it is kept beside the field (P25).
 */

import * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'
import { Malformed } from '../../../sync/errors.ts'
import limits from '../../../sync/limits.json'
import { type Piece, piecesIn, written as writtenPiece } from '../../../sync/piece.ts'
import { newClientId, type Randomness } from './ids.ts'
import { givingWay, note } from './kept.ts'
import { isSameValue, toRegister } from './register.ts'
import { type Roots, rootsOf } from './roots.ts'
import { findEdit, rebase } from './text-edit.ts'
import { emptyDoc, inParts, join } from './updates.ts'
import { inLots, inPieces } from './well-formed.ts'

export interface Written {
  readonly by: By
  readonly update: Uint8Array
}

/** What becomes of one edit: none where it is about something that is not there any more. */
export interface SaidAnew {
  readonly written: Written
  readonly anew: readonly Written[]
  /** Whether all that it did is in `anew`. */
  readonly isWhole: boolean
}

type Plain = { readonly [key: string]: unknown }
type Holder = Y.Map<unknown>

/** A text that people write letter by letter. */
class Words {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/**
 * What was on the screen and is not so; of what was written, the first `alone` without what everybody has had since. Nothing
 * is said in a hand that may not say it.
 */
export interface Seen {
  readonly updates: readonly Uint8Array[]
  readonly alone?: number
  readonly maySay?: (by: By) => boolean
}

/** `base`: what everybody has. `written`: upon that and upon what was `seen`; each as it was meant, not as later ones left it. */
export function saidAnew(
  base: readonly Uint8Array[],
  { updates, alone = 0, maySay = () => true }: Seen,
  written: readonly Written[],
  randomness: Randomness,
): readonly SaidAnew[] {
  const [there, here] = [emptyDoc(), emptyDoc()]
  for (const update of base) join(here, update)
  for (const update of updates) join(there, update)
  const taken = new Set([there, here].flatMap((doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]))
  const fresh = (): number => {
    const client = newClientId(new Map([...taken].map((one) => [one, 0])), randomness)
    taken.add(client)
    return client
  }
  here.clientID = fresh()
  try {
    let before = plainOf(there)
    return written.map((one, place) => {
      if (place === alone) {
        for (const update of base) join(there, update)
        before = plainOf(there)
      }
      join(there, one.update)
      const after = plainOf(there)
      const changes = new Changes(one.by, rootsOf(here))
      for (const [name, root] of Object.entries(rootsOf(here))) {
        changes.compare(plainIn(before[name]), plainIn(after[name]), root)
      }
      before = after
      const shown = piecesOf(one.update)
      if (!maySay(one.by)) {
        const isNothing = !changes.isShort && changes.all.length === 0 && shown.length === 0
        return { written: one, anew: [], isWhole: isNothing && isWhole(there) }
      }
      // No document shows these: as they were, under a client id of their own.
      const pieces = shown.map((piece) => writtenPiece([fresh(), 0], piece, one.by, 0))
      for (const update of pieces) Y.applyUpdate(here, update)
      const edits = [...pieces, ...changes.all.flatMap((change) => updateOf(here, change))]
      const anew = edits.map((update) => ({ by: one.by, update }))
      return { written: one, anew, isWhole: !changes.isShort && isWhole(there) }
    })
  } finally {
    there.destroy()
    here.destroy()
  }
}

/** Each new thing and each text alone, then all registers together: every one fits into a record. */
class Changes {
  readonly #by: By
  readonly #roots: Roots
  readonly #alone: (() => void)[] = []
  readonly #registers: (() => void)[] = []
  /** Something could not be done here. */
  isShort = false

  constructor(by: By, roots: Roots) {
    this.#by = by
    this.#roots = roots
  }

  get all(): readonly (() => void)[] {
    const registers = this.#registers
    if (registers.length === 0) return this.#alone
    const together = () => {
      for (const change of registers) change()
    }
    return [...this.#alone, together]
  }

  compare(before: Plain, after: Plain, holder: Holder): void {
    for (const [key, value] of Object.entries(after)) {
      const old = before[key]
      if (isSameValue(old, value)) continue
      const found = holder.get(key)
      if (isPlain(value) && found instanceof Y.Map) this.compare(plainIn(old), value, found)
      else if (value instanceof Words && found instanceof Y.Text) {
        // One that another has made anew has been gone on with: its beginning is in it, or goes before it.
        const write = old instanceof Words ? () => rewrite(found, old.text, value.text) : () => begin(found, value.text)
        this.#alone.push(write)
      } else if (found instanceof Y.AbstractType || isOfOneKind(value, old)) this.isShort = true
      else if (isPlain(value)) this.#alone.push(...makings(holder, key, value, this.#by))
      else if (value instanceof Words) this.#alone.push(() => holder.set(key, made(value, this.#by)))
      else if (found === undefined || old !== undefined || !isEmpty(value))
        this.#registers.push(() => this.#put(holder, key, old, inHand(value, this.#by)))
    }
  }

  #put(holder: Holder, key: string, before: unknown, register: readonly [unknown, By, unknown]): void {
    const lost = givingWay(holder, key, { before, after: register }, this.#roots)
    holder.set(key, register)
    if (lost !== null && !this.#roots.kept.has(lost.id)) note(lost, this.#roots.kept, this.#by, secondsOf(register))
  }
}

function piecesOf(update: Uint8Array): readonly Piece[] {
  try {
    return piecesIn(new Uint8Array(update))
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}

const plainOf = (doc: Y.Doc): Plain =>
  Object.fromEntries(Object.entries(rootsOf(doc)).map(([name, root]) => [name, plainMap(root)]))

function plainMap(map: Holder): Plain {
  const found: Record<string, unknown> = {}
  for (const [key, value] of map.entries()) {
    if (value instanceof Y.Map) found[key] = plainMap(value)
    else found[key] = value instanceof Y.Text ? new Words(value.toString()) : value
  }
  return found
}

const plainIn = (value: unknown): Plain => (isPlain(value) ? value : {})

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Words)
}

/** Whether what stands under a key was a thing, or a text, before and still is. */
function isOfOneKind(value: unknown, old: unknown): boolean {
  return (isPlain(value) && isPlain(old)) || (value instanceof Words && old instanceof Words)
}

/** Whether a field says nothing yet, as most do of a thing that has just been made. */
function isEmpty(value: unknown): boolean {
  return toRegister(value)?.value === ''
}

/** Makes a thing; what of its texts and rows is too long for one record comes behind it, piece by piece. */
function makings(holder: Holder, key: string, thing: Plain, by: By): (() => void)[] {
  const later: (() => void)[] = []
  const partOf = (name: string): unknown => {
    const there = holder.get(key)
    return there instanceof Y.Map ? there.get(name) : undefined
  }
  const first = Object.entries(thing).map(([name, part]): readonly [string, unknown] => {
    if (part instanceof Words) {
      const [start = '', ...rest] = inPieces(part.text, limits.insert_code_points)
      const write = (piece: string) => () => {
        const text = partOf(name)
        if (text instanceof Y.Text) text.insert(text.length, piece)
      }
      later.push(...rest.map(write))
      return [name, new Words(start)]
    }
    if (!isPlain(part) || !Object.values(part).every(Array.isArray)) return [name, part]
    const [start = [], ...rest] = inLots(
      Object.entries(part),
      ([id, row]) => id.length + JSON.stringify(toRegister(row)).length,
    )
    const write = (lot: typeof start) => () => {
      const rows = partOf(name)
      if (rows instanceof Y.Map) for (const [id, row] of lot) rows.set(id, inHand(row, by))
    }
    later.push(...rest.map(write))
    return [name, Object.fromEntries(start)]
  })
  return [() => holder.set(key, made(Object.fromEntries(first), by)), ...later]
}

function made(value: unknown, by: By): unknown {
  if (value instanceof Words) return new Y.Text(value.text)
  if (!isPlain(value)) return inHand(value, by)
  return new Y.Map(Object.entries(value).map(([key, each]) => [key, made(each, by)]))
}

/** A register as the hand of its record: it may have been in another, for which it could not be used. */
function inHand(value: unknown, by: By): readonly [unknown, By, unknown] {
  return Array.isArray(value) && value.length === 3 ? [value[0], by, value[2]] : [value, by, 0]
}

const secondsOf = (register: unknown): number => toRegister(register)?.at ?? 0

function begin(text: Y.Text, words: string): void {
  if (!text.toString().includes(words)) text.insert(0, words)
}

/** What was done to the text and no more: others' words that stand there now stay, and what was only seen does not come in. */
function rewrite(text: Y.Text, before: string, after: string): void {
  const here = text.toString()
  for (const { at, remove, insert } of rebase(
    findEdit(before, after, after.length),
    findEdit(before, here, here.length),
  )) {
    if (remove > 0) text.delete(at, remove)
    if (insert !== '') text.insert(at, insert)
  }
}

function updateOf(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array): number => updates.push(...inParts(update))
  doc.on('update', listen)
  doc.transact(change)
  doc.off('update', listen)
  return updates
}

/** Whether nothing in the document waits for something that is not there. */
function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}
