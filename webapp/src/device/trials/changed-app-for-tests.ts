/** Bytes as a changed app may write them, and devices that judge and join them: running, and opened again. */

import { type Authors, check } from '../../../../sync/authorship.ts'
import type { By } from '../../../../sync/document.ts'
import type { Device } from '../../../../sync/rights.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { KnownAuthors } from '../engine/known-authors.ts'

export const NOW_MS = Date.UTC(2026, 10, 23)
export type Name = readonly [client: number, clock: number]

export interface Place {
  readonly origin?: Name
  readonly right?: Name
  readonly parent?: string | Name
  readonly key?: string
}

export const varint = (number: number): number[] => {
  const bytes: number[] = []
  let left = number
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return [...bytes, left]
}
export const text = (words: string): number[] => {
  const bytes = [...new TextEncoder().encode(words)]
  return [...varint(bytes.length), ...bytes]
}
export const any = (value: unknown): number[] => {
  if (value === null) return [126]
  if (value === undefined) return [127]
  if (value === true) return [120]
  if (value === false) return [121]
  if (typeof value === 'string') return [119, ...text(value)]
  if (typeof value === 'number') {
    const positive = Math.abs(value)
    if (positive < 64) return [125, (value < 0 ? 64 : 0) | positive]
    return [125, (positive % 64) | 128 | (value < 0 ? 64 : 0), ...varint(Math.floor(positive / 64))]
  }
  if (Array.isArray(value)) return [117, ...varint(value.length), ...value.flatMap(any)]
  throw new Error('not written here')
}
export interface Struct {
  readonly length: number
  readonly bytes: readonly number[]
}
const item = (kind: number, length: number, { origin, right, parent, key }: Place, content: number[]): Struct => {
  const info = kind | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key !== undefined ? 0x20 : 0)
  const bytes = [info]
  for (const name of [origin, right]) if (name) bytes.push(...varint(name[0]), ...varint(name[1]))
  if (!origin && !right) {
    if (typeof parent === 'string') bytes.push(1, ...text(parent))
    else if (parent) bytes.push(0, ...varint(parent[0]), ...varint(parent[1]))
    if (key !== undefined) bytes.push(...text(key))
  }
  return { length, bytes: [...bytes, ...content] }
}
export const gone = (length: number): Struct => ({ length, bytes: [0, ...varint(length)] })
export const deleted = (length: number, place: Place): Struct => item(1, length, place, varint(length))
export const letters = (words: string, place: Place): Struct => item(4, words.length, place, text(words))
export const value = (register: unknown, place: Place): Struct => item(8, 1, place, [1, ...any(register)])
export const map = (place: Place): Struct => item(7, 1, place, [1])
export const textType = (place: Place): Struct => item(7, 1, place, [2])

export type Section = readonly [client: number, clock: number, structs: readonly Struct[]]
export type Range = readonly [client: number, clock: number, length: number]

/** Delete ranges are written in runs of one client. */
export function update(sections: readonly Section[], deletes: readonly Range[] = []): Uint8Array<ArrayBuffer> {
  const chunks: number[][] = [varint(sections.length)]
  for (const [client, clock, structs] of sections) {
    chunks.push([...varint(structs.length), ...varint(client), ...varint(clock)])
    for (const { bytes } of structs) chunks.push([...bytes])
  }
  const byClient = new Map<number, Range[]>()
  for (const range of deletes) byClient.set(range[0], [...(byClient.get(range[0]) ?? []), range])
  chunks.push(varint(byClient.size))
  for (const [client, ranges] of byClient) {
    chunks.push([...varint(client), ...varint(ranges.length)])
    for (const [, clock, length] of ranges) chunks.push([...varint(clock), ...varint(length)])
  }
  return new Uint8Array(chunks.flat())
}

export const IDS = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)] as const
const DEVICES = IDS.map((id, ix) => ({ id, ix, replaces: null })) as unknown as readonly Device[]

/** The owner's device (0), which takes what the changed app (1) says: judged, learnt, joined. */
export class Victim {
  readonly document: SharedDocument
  readonly said: { readonly update: Uint8Array<ArrayBuffer>; readonly by: By }[] = []
  readonly clients = new Map<number, number>()
  authors: Authors

  constructor(member: By = 0, state?: Uint8Array, clients: ReadonlyMap<number, number> = new Map()) {
    const options = { now: () => NOW_MS, thisMember: member }
    this.document = new SharedDocument(state ? { ...options, state } : options)
    this.clients = new Map(clients)
    // As the engine makes them at its start.
    this.authors = new KnownAuthors(this.clients).authors(DEVICES, this.document)
    this.document.onLocal((update, by) => this.#own(new Uint8Array(update), by))
  }

  /** As a device that was closed and opened from its cache. */
  again(): Victim {
    return new Victim(0, this.document.encodeState(), this.clients)
  }

  takes(update: Uint8Array<ArrayBuffer>, by: By = 1, from = 1): void {
    const id = IDS[from] ?? IDS[1]
    const read = check(update, by, id, this.authors)
    this.authors.learn(id, read)
    for (const [client] of read.ranges) this.clients.set(client, from)
    this.document.applyRemote([update], true)
  }

  /** What the judge answers, learning nothing. */
  judges(update: Uint8Array<ArrayBuffer>, by: By = 1, from = 1): string {
    try {
      check(update, by, IDS[from] ?? IDS[1], this.authors)
      return 'ok'
    } catch (error) {
      return String(error)
    }
  }

  #own(update: Uint8Array<ArrayBuffer>, by: By): void {
    this.said.push({ update, by })
    const read = check(update, by, IDS[0], this.authors)
    this.authors.learn(IDS[0], read)
    for (const [client] of read.ranges) this.clients.set(client, 0)
  }
}
