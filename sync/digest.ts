/**
 * One hash for a whole state of the document, the same from Yjs and from pycrdt, however either cut it into structs.
 * README.md section 4, "digest"; vectors/snapshots.json. All of the state counts: what can be seen, in which order it came
 * to stand there, what is gone, and roots that nobody here knows.
 */

import { areEqual, type Bytes, bytesOf, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { encode, type Item, tagged } from './encoding.ts'
import { Malformed } from './errors.ts'
import { type Id, read, type Item as Struct, type Update } from './yjs-update.ts'

/** Of what a document gives as its whole state in one update. Throws Malformed, also where something is missing. */
export async function digest(state: Bytes, crypto: Crypto): Promise<Bytes> {
  return crypto.sha256(tagged('digest', canonical(read(state))))
}

function canonical(update: Update): Item {
  const ends = new Map<number, number>()
  for (const [client, clock, length] of update.ranges) {
    if (ends.has(client) || clock !== 0) throw new Malformed('a state with a gap')
    ends.set(client, length)
  }
  if (update.deletes.some(([client, clock, length]) => clock + length > (ends.get(client) ?? 0))) {
    throw new Malformed('a state that deletes what is not there')
  }
  const gone = goneOf(update)
  const runs = new Map<number, Run[]>([...ends.keys()].map((client) => [client, []]))
  const inOrder = [...update.items].sort((left, right) => left.client - right.client || left.clock - right.clock)
  for (const item of inOrder) add(runs.get(item.client) ?? [], item, isGone(item, gone.get(item.client) ?? []))
  const clients = [...ends].sort(([left], [right]) => left - right)
  return clients.map(([client, end]) => [client, end, (runs.get(client) ?? []).map((run) => run.item())])
}

type Span = readonly [start: number, end: number]

/** What a state says is deleted: spans of clocks by client, in order, apart from each other. */
function goneOf({ deletes }: Update): Map<number, Span[]> {
  const gone = new Map<number, Span[]>()
  for (const [client, clock, length] of [...deletes].sort((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const spans = gone.get(client) ?? []
    gone.set(client, spans)
    const last = spans[spans.length - 1]
    if (last && last[1] >= clock) spans[spans.length - 1] = [last[0], Math.max(last[1], clock + length)]
    else spans.push([clock, clock + length])
  }
  return gone
}

/** Throws Malformed where only a part of the item is gone: a document cuts it there. */
function isGone(item: Struct, spans: readonly Span[]): boolean {
  if (item.content === 'deleted') return true
  const [start, end] = [item.clock, item.clock + item.length]
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.[0] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const before = spans[low - 1]?.[1] ?? 0
  const after = spans[low]?.[0] ?? end
  if ((start < before && before < end) || after < end) throw new Malformed('an item of which a part is deleted')
  return end <= before
}

type RunKind = 'd' | 't' | 'v' | 'y'
const KINDS = { text: 't', values: 'v', type: 'y', deleted: 'd' } as const

/** Items that one hand wrote in a row. */
class Run {
  readonly #first: Struct
  readonly #kind: RunKind
  #end: number
  #text = ''
  readonly #values: Bytes[] = []

  constructor(first: Struct, kind: RunKind) {
    this.#first = first
    this.#kind = kind
    this.#end = first.clock
    this.take(first)
  }

  /** Whether the item follows so that it could as well be one with those before. */
  goesOn(item: Struct, kind: RunKind): boolean {
    const isNext = item.clock === this.#end && isSame(item.origin, [item.client, item.clock - 1])
    return isNext && kind === this.#kind && kind !== 'y' && isSame(item.rightOrigin, this.#first.rightOrigin)
  }

  take(item: Struct): void {
    this.#end = item.clock + item.length
    if (this.#kind === 't') this.#text += item.text ?? ''
    if (this.#kind === 'v') for (const value of item.values) this.#values.push(formOf(value))
  }

  item(): Item {
    const { clock, origin, rightOrigin, parent, key } = this.#first
    return [clock, this.#end - clock, origin, rightOrigin, parent, key, this.#kind, this.#content()]
  }

  #content(): Item {
    if (this.#kind === 't') return this.#text
    if (this.#kind === 'v') return this.#values
    return this.#kind === 'y' ? (this.#first.of ?? -1) : null
  }
}

function add(runs: Run[], item: Struct, isDeleted: boolean): void {
  const kind = isDeleted ? 'd' : KINDS[item.content]
  const last = runs[runs.length - 1]
  if (last?.goesOn(item, kind)) last.take(item)
  else runs.push(new Run(item, kind))
}

function isSame(left: Id | null, right: Id | null): boolean {
  return left === null || right === null ? left === right : left[0] === right[0] && left[1] === right[1]
}

/** One form for each value: JavaScript has one kind of number, Python two. */
function formOf(value: unknown): Bytes {
  if (value === null || value === undefined) return encode(null)
  if (typeof value === 'boolean' || typeof value === 'string') return encode(value)
  if (typeof value === 'bigint') {
    const number = Number(value)
    return encode(Number.isSafeInteger(number) ? number : ['n', String(value)])
  }
  if (typeof value === 'number') return encode(Number.isSafeInteger(value) ? value + 0 : ['f', floatOf(value)])
  if (value instanceof Uint8Array) return encode(new Uint8Array(value))
  if (Array.isArray(value)) return encode(['a', value.map(formOf)])
  const pairs = Object.entries(value).map(([key, part]): [Bytes, Item] => [bytesOf(key), [key, formOf(part)]])
  return encode(['m', pairs.sort(([left], [right]) => compare(left, right)).map(([, pair]) => pair)])
}

function floatOf(value: number): Bytes {
  if (Number.isNaN(value)) return bytesOf('nan')
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value)
  return bytes
}

function compare(left: Bytes, right: Bytes): number {
  if (areEqual(left, right)) return 0
  return toHex(left) < toHex(right) ? -1 : 1
}
