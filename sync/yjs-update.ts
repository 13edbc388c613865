/**
 * Reading a Yjs update (version 1) without applying it: which items it brings and what it deletes.
 * Yjs's own decoder does the reading, so that nothing can be read one way here and applied another way there; what
 * that decoder lets pass and yjs_update.py refuses is refused here as well.
 */

import * as Y from 'yjs'
import type { Bytes } from './bytes.ts'
import { Malformed } from './errors.ts'

/** Client, clock. */
export type Id = readonly [client: number, clock: number]
export type Range = readonly [client: number, clock: number, length: number]
/** The name of a root, or the item that holds a type. */
export type Parent = string | Id
export type Content = 'deleted' | 'text' | 'type' | 'values'

/** One item of an update. The parent is given only where there is no origin on either side. */
export interface Item {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  readonly parent: Parent | null
  readonly key: string | null
  readonly content: Content
  /** Of content 'values'. */
  readonly values: readonly unknown[]
  /** Of content 'text'. */
  readonly text?: string
  /** Of content 'type': which type, as Yjs numbers them. */
  readonly of?: number
}

/** What an update brings: ranges of clocks, items, and deleted ranges, in the order in which they stand. */
export interface Update {
  readonly ranges: readonly Range[]
  readonly items: readonly Item[]
  readonly deletes: readonly Range[]
}

/** Types, as Yjs numbers them. */
export const MAP = 1
export const TEXT = 2

const MAX_DEPTH = 32
/** Yrs has 32 bits for it. */
const MAX_CLOCK = 2 ** 32 - 1
const STRUCT_KIND = 0b11111
/** Values, as lib0 numbers them. */
const OBJECT = 118
const ARRAY = 117

/** The update in these bytes. Throws Malformed. */
export function read(update: Bytes): Update {
  const { structs, ds } = decoded(update)
  const ranges: [number, number, number][] = []
  const items: Item[] = []
  for (const struct of structs) {
    const [client, clock] = idOf(struct.id)
    if (exact(struct.length) < 1) throw new Malformed('a struct without length')
    if (struct instanceof Y.Skip) continue
    const last = ranges[ranges.length - 1]
    if (last?.[0] === client && last[1] + last[2] === clock) last[2] += struct.length
    else ranges.push([client, clock, struct.length])
    if (struct instanceof Y.Item) items.push(itemOf(struct))
  }
  const deletes = [...ds.clients].flatMap(([client, gone]) =>
    gone.map(({ clock, len }): Range => [exact(client), exact(clock), exact(len)]),
  )
  if (deletes.some(([, , length]) => length < 1)) throw new Malformed('a deleted range without length')
  const isTooFar = ([, clock, length]: Range): boolean => clock + length > MAX_CLOCK
  if (ranges.some(isTooFar) || deletes.some(isTooFar)) throw new Malformed('a clock too large')
  return { ranges, items, deletes }
}

function decoded(update: Bytes): ReturnType<typeof Y.decodeUpdate> {
  // A copy where needed, because Yjs reads from the buffer under a view, beyond the view's end.
  const own = update.length === update.buffer.byteLength ? update : update.slice()
  try {
    const found = Y.decodeUpdateV2(own, StrictDecoder)
    StrictDecoder.newest?.end()
    if (StrictDecoder.newest?.restDecoder.pos !== update.length) throw new Malformed('spare bytes after an update')
    return found
  } catch (error) {
    if (error instanceof Malformed || !(error instanceof Error)) throw error
    throw new Malformed(`an update that Yjs cannot read: ${error.message}`)
  } finally {
    StrictDecoder.newest = null
  }
}

/** One class for all, and `private` for #: a log is thousands of updates, and what is made anew for each is never quick. */
class StrictDecoder extends Y.UpdateDecoderV1 {
  /** The one at work: reading is never interrupted. */
  static newest: StrictDecoder | null = null
  private readonly clients = new Set<number>()
  private isBare = false

  constructor(rest: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    super(rest)
    StrictDecoder.newest = this
  }

  override readClient(): number {
    this.begin()
    const client = super.readClient()
    if (this.clients.has(client)) throw new Malformed('a client id twice: only the last would be applied')
    this.clients.add(client)
    return client
  }

  override readInfo(): number {
    const info = super.readInfo()
    if ((info & STRUCT_KIND) === 0 && info !== 0) throw new Malformed('a struct of no known kind')
    this.isBare = false
    return info
  }

  override resetDsCurVal(): void {
    this.begin()
    super.resetDsCurVal()
  }

  override readDsClock(): number {
    this.isBare = false
    return super.readDsClock()
  }

  override readParentInfo(): boolean {
    const { arr, pos } = this.restDecoder
    if ((arr[pos] ?? 0) > 1) throw new Malformed('a parent that is neither a root nor an item')
    return super.readParentInfo()
  }

  /** Of two parts under one key JavaScript keeps the last, and of one named __proto__ none: nobody could look into the others. */
  override readAny(): unknown {
    const { pos } = this.restDecoder
    const value: unknown = super.readAny()
    if (holdsObject(value)) {
      this.restDecoder.pos = pos
      this.checkKeys()
    }
    return value
  }

  private checkKeys(): void {
    const kind = this.restDecoder.arr[this.restDecoder.pos]
    if (kind !== OBJECT && kind !== ARRAY) return void super.readAny()
    this.restDecoder.pos += 1
    const keys = new Set(['__proto__'])
    for (let left = super.readLen(); left > 0; left -= 1) {
      if (kind === OBJECT) {
        const key = super.readString()
        if (keys.has(key)) throw new Malformed('a key twice, or one that hides what is under it')
        keys.add(key)
      }
      this.checkKeys()
    }
  }

  /** A client id is next, of those with structs or of those with deleted ranges. */
  private begin(): void {
    this.end()
    this.isBare = true
  }

  /** Yjs reads past a client id of which nothing follows, however long the number. */
  end(): void {
    if (this.isBare) throw new Malformed('a client id, and nothing of it')
  }
}

function holdsObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return !Array.isArray(value) || value.some(holdsObject)
}

function itemOf(item: Y.Item): Item {
  const { id, length, origin, rightOrigin, parent, parentSub, content } = item
  return {
    client: id.client,
    clock: id.clock,
    length,
    origin: origin && idOf(origin),
    rightOrigin: rightOrigin && idOf(rightOrigin),
    parent: parent === null || typeof parent === 'string' ? parent : parent instanceof Y.ID ? idOf(parent) : null,
    key: parentSub,
    ...contentOf(content),
  }
}

function contentOf(content: Y.Item['content']): Pick<Item, 'content' | 'values' | 'text' | 'of'> {
  if (content instanceof Y.ContentAny) {
    const values: readonly unknown[] = content.arr
    if (values.some((value) => isDeeper(value, MAX_DEPTH))) throw new Malformed('a value too deep')
    return { content: 'values', values }
  }
  if (content instanceof Y.ContentDeleted) return { content: 'deleted', values: [] }
  if (content instanceof Y.ContentString) return { content: 'text', values: [], text: content.str }
  if (content instanceof Y.ContentType) return { content: 'type', values: [], of: typeOf(content) }
  throw new Malformed('content without an author')
}

/** Written first, and below 128: one byte. */
function typeOf(content: Y.ContentType): number {
  const encoder = new Y.UpdateEncoderV1()
  content.write(encoder, 0)
  return encoder.toUint8Array()[0] ?? -1
}

function idOf({ client, clock }: Y.ID): Id {
  return [exact(client), exact(clock)]
}

/** Yjs lets a last number through that it can no longer hold exactly. */
function exact(number: number): number {
  if (!Number.isSafeInteger(number)) throw new Malformed('a number too large')
  return number
}

/** Looks no deeper than it must: an update may be nested further than a stack is high. */
function isDeeper(value: unknown, most: number): boolean {
  if (most < 1) return true
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return Object.values(value).some((part) => isDeeper(part, most - 1))
}
