/** The document while one action changes it. Every write carries the hand and the time, and is noted so that it can be undone. */

import * as Y from 'yjs'
import type { By, Document, EntityName } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { isPutAway } from './away.ts'
import { mayGive } from './giving.ts'
import type { Ids } from './ids.ts'
import type { Entities } from './read.ts'
import { initialOf, readAt } from './read.ts'
import { currentItem, isSameValue } from './register.ts'
import { entityMap, fieldsOf, type Roots, registerPlace } from './roots.ts'
import type { CreatedEntity, WrittenRegister } from './undo.ts'
import { isWritable } from './updates.ts'
import { inLots, inPieces, wellFormed, wellFormedValue } from './well-formed.ts'

interface DraftOptions {
  readonly roots: Roots
  readonly document: Document
  readonly by: By
  readonly now_ms: number
  readonly ids: Ids
}

export class Draft {
  /** As it was before this action. */
  readonly document: Document
  readonly by: By
  readonly written: WrittenRegister[] = []
  readonly created: CreatedEntity[] = []
  /** What of a new entity is too long for one update: written behind the change, piece by piece. */
  readonly later: (() => void)[] = []
  readonly #roots: Roots
  readonly #now_ms: number
  readonly #ids: Ids

  constructor({ roots, document, by, now_ms, ids }: DraftOptions) {
    this.document = document
    this.by = by
    this.#roots = roots
    this.#now_ms = now_ms
    this.#ids = ids
  }

  /** `2026-11-30`, as this device has it. */
  get today(): string {
    const now = new Date(this.#now_ms)
    const two = (part: number): string => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

  /** An id that nobody has used, for what is no entity. */
  newId(): string {
    return this.#ids.next()
  }

  /**
   * Makes an entity whole: its texts, links and rows are there from the start, so that no two devices ever make them. A new
   * picture's rows by the person's id. What this hand may not give of it is left out: a copy answers for nobody.
   */
  create(
    entity: EntityName,
    registers: Readonly<Record<string, unknown>>,
    texts: Readonly<Record<string, string>> = {},
    rows: ReadonlyMap<string, unknown> = new Map(),
  ): string {
    const id = this.#ids.next()
    const map = new Y.Map<unknown>()
    this.#roots[entity].set(id, map)
    const whose = (field: string): unknown => registers[field] ?? initialOf(entity, field)
    for (const [field, value] of Object.entries(registers)) {
      if (mayGive(this.by, entity, field, whose) && isWritable(value)) map.set(field, this.#register(value))
    }
    for (const [field, { stored }] of Object.entries(fieldsOf(entity))) {
      if (stored === 'text') this.#createText(map, field, texts[field] ?? '')
      if (stored === 'links') map.set(field, new Y.Map())
      if (stored === 'rows') this.#createRows(map, field, rows)
    }
    this.created.push({ entity, id, map, client: map.doc?.clientID ?? 0 })
    return id
  }

  /** Writes a field. The same value again is no change; an entity that is not there stays so. */
  set<Name extends EntityName, Field extends keyof Entities[Name] & string>(
    entity: Name,
    id: string,
    field: Field,
    value: Entities[Name][Field],
  ): void {
    this.write(`${entity}/${id}`, field, value)
  }

  /** Links a person to a wish, a goal or a step, or takes the link away. */
  link(entity: 'wishes' | 'goals' | 'steps', id: string, person: string, on: boolean): void {
    this.write(`${entity}/${id}`, `people/${person}`, on)
  }

  /** Writes a register under the paths that kept values use: `people/<id>` and `name`, `ties` and `<a>/<b>`. */
  write(entity: string, field: string, value: unknown): void {
    const place = registerPlace(this.#roots, entity, field)
    // Over what a changed app put where a register belongs, nobody would take it; and none but one gives what no record takes.
    if (place === null || place.map.get(place.key) instanceof Y.AbstractType || !isWritable(value)) return
    if (field === 'archived' && value === false) this.#bringBack(entity)
    // As it is read: taking this back must not say in this hand what another had no right to.
    const before = readAt(entity, field, place)
    if (isSameValue(before, value)) return
    const replaced = currentItem(place.map, place.key)?.lastId ?? null
    place.map.set(place.key, this.#register(value))
    const mine = currentItem(place.map, place.key)?.lastId
    if (!mine) return
    // Written twice in one action, it is one thing to take back.
    const again = this.written.find(({ map, key }) => map === place.map && key === place.key)
    if (again) again.mine = mine
    else this.written.push({ entity, field, ...place, before, replaced, mine })
  }

  /** Writes a text anew, whole. No step takes it back: for what is a copy of something, and is not written letter by letter. */
  rewrite(entity: EntityName, id: string, field: string, words: string): void {
    const text = entityMap(this.#roots, entity, id)?.get(field)
    if (!(text instanceof Y.Text) || text.toString() === words) return
    text.delete(0, text.length)
    this.#fill(text, words)
  }

  /** Whether an entity is there to be changed. */
  has(entity: EntityName, id: string): boolean {
    return entityMap(this.#roots, entity, id) !== null
  }

  /** What was brought back need not be told of as put away: not now, nor when it is put away another time. */
  #bringBack(entity: string): void {
    for (const kept of this.document.kept) {
      if (kept.entity === entity && isPutAway(kept)) this.write('meta', `kept/${kept.id}`, 'put back')
    }
  }

  #createText(map: Y.Map<unknown>, field: string, words: string): void {
    const text = new Y.Text()
    map.set(field, text)
    this.#fill(text, words)
  }

  #fill(text: Y.Text, words: string): void {
    const [first = '', ...rest] = inPieces(wellFormed(words), limits.insert_code_points)
    text.insert(0, first)
    this.later.push(...rest.map((piece) => () => text.insert(text.length, piece)))
  }

  #createRows(map: Y.Map<unknown>, field: string, rows: ReadonlyMap<string, unknown>): void {
    const made = new Y.Map<unknown>()
    map.set(field, made)
    const [first = [], ...rest] = inLots([...rows], ([id, row]) => id.length + JSON.stringify(row).length)
    const write = (lot: typeof first): void => {
      for (const [id, row] of lot) if (isWritable(row)) made.set(id, this.#register(row))
    }
    write(first)
    this.later.push(...rest.map((lot) => () => write(lot)))
  }

  #register(value: unknown): unknown[] {
    return [wellFormedValue(value), this.by, Math.floor(this.#now_ms / 1000)]
  }
}
