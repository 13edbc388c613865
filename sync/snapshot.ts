/**
 * A whole state of the document inside the log, so that a cold device need not wait for all of it (P28).
 * Snapshots are additional: the log stays, and wins. README.md section 4, "snapshots"; vectors/snapshots.json.
 */

import { areEqual, type Bytes, joined } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { digest } from './digest.ts'
import { decode, encode } from './encoding.ts'
import { Damaged, Malformed, SyncError } from './errors.ts'
import { LIMITS } from './limits.ts'
import type { Membership } from './membership.ts'
import { type Attest, type Cover, MOST_PARTS, type Part, type Remark } from './remark.ts'
import { isActive } from './rights.ts'
import { array, ascending, octets, whole } from './shape.ts'

/** What all records that it covers make together. */
export interface Snapshot {
  /** The first that is not in it. */
  readonly position: number
  readonly covers: readonly Cover[]
  /** Of the state. */
  readonly digest: Bytes
  /** As one Yjs update. */
  readonly state: Bytes
  /** Yjs client id, index of the device that uses it; ascending. */
  readonly actors: readonly (readonly [client: number, ix: number])[]
}

/** A snapshot as it stands in its device's chain: all its parts, in a row. */
export interface Series {
  readonly ix: number
  readonly firstSeq: number
  /** Of the record with the last part. */
  readonly lastHash: Bytes
  /** The part that says what the snapshot is of. */
  readonly first: Part
  readonly parts: readonly Part[]
}

export type Verdict = 'trusted' | 'bad' | 'open'

/** Whether this platform can pack and open snapshots at all: browsers of before 2023 cannot, and do without. */
export function hasSnapshots(): boolean {
  try {
    return new CompressionStream('deflate-raw') !== new DecompressionStream('deflate-raw')
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) return false
    throw error
  }
}

/** The parts of a snapshot. Throws Damaged TOO_LARGE where it has more in it than a snapshot may. */
export async function split({ position, covers, digest, state, actors }: Snapshot): Promise<readonly Part[]> {
  const plain = encode([state, actors])
  if (plain.length > LIMITS.snapshot_bytes) throw new Damaged('TOO_LARGE')
  const packed = await piped(plain, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
  const size = LIMITS.snapshot_part_bytes
  const count = Math.ceil(packed.length / size)
  if (count > MOST_PARTS) throw new Damaged('TOO_LARGE')
  return Array.from({ length: count }, (_, index): Part => {
    const piece = packed.slice(index * size, (index + 1) * size)
    const first = { position, covers, digest }
    const later = { position: 0, covers: [], digest: new Uint8Array() }
    return { type: 'part', index, count, ...(index === 0 ? first : later), piece }
  })
}

/**
 * The snapshot of these parts, its state being the one that its digest names.
 * Throws Damaged TOO_LARGE where more would come out than a snapshot may hold (no more is inflated), else SNAPSHOT_BAD.
 */
export async function join(parts: readonly Part[], crypto: Crypto): Promise<Snapshot> {
  const [first] = parts
  const isOutOfPlace = parts.some(({ index, count }, at) => index !== at || count !== parts.length)
  if (first === undefined || isOutOfPlace) throw new Damaged('SNAPSHOT_BAD', 'not its parts in their order')
  const plain = await inflated(joined(...parts.map(({ piece }) => piece)))
  const { state, actors, found } = await contents(plain, crypto).catch((error: unknown) => {
    if (error instanceof Malformed) throw new Damaged('SNAPSHOT_BAD', error.message)
    throw error
  })
  if (!areEqual(found, first.digest)) throw new Damaged('SNAPSHOT_BAD', 'another state than it says')
  return { position: first.position, covers: first.covers, digest: first.digest, state, actors }
}

/** Snapshots and what is said of them, put together again from the records they came in, in any order. */
export class Shelf {
  /** By device index and seq. */
  readonly #parts = new Map<number, Map<number, { readonly hash: Bytes; readonly part: Part }>>()
  readonly #attests: { readonly ix: number; readonly attest: Attest }[] = []

  /** What a device says in a record. Notices are for others. */
  add(ix: number, seq: number, hash: Bytes, remark: Remark): void {
    if (remark.type === 'attest') this.#attests.push({ ix, attest: remark })
    if (remark.type !== 'part') return
    const ofDevice = this.#parts.get(ix) ?? new Map()
    this.#parts.set(ix, ofDevice.set(seq, { hash, part: remark }))
  }

  /** Those that are whole, the one that reaches furthest first. */
  series(): readonly Series[] {
    const found = [...this.#parts.keys()].sort((left, right) => left - right).flatMap((ix) => this.#ofDevice(ix))
    return found.sort((left, right) => right.first.position - left.first.position)
  }

  /**
   * What the devices of the space have said of it. One device that found it wrong is enough. Right is what a device found
   * that does not list the same members, so that nobody vouches for themselves; where all devices that still belong list
   * the same members, any of them.
   */
  verdict(series: Series, state: Membership): Verdict {
    const lists = new Map(state.devices.filter(({ paper }) => !paper).map(({ ix, members }) => [ix, String(members)]))
    const about = this.#about(series)
    if (about.some(({ attest }) => !attest.ok)) return 'bad'
    const oks = about.filter(({ ix, attest }) => areEqual(attest.digest, series.first.digest) && lists.has(ix))
    const still = state.devices.filter((each) => !each.paper && isActive(each))
    const isAlone = new Set(still.map(({ members }) => String(members))).size === 1
    const isTrusted = oks.some(({ ix }) => isAlone || lists.get(ix) !== lists.get(series.ix))
    return isTrusted ? 'trusted' : 'open'
  }

  /** Whether this device has said what it found. */
  isJudgedBy(ix: number, series: Series): boolean {
    return this.#about(series).some((said) => said.ix === ix)
  }

  /** The trusted one that reaches furthest. */
  newestTrusted(state: Membership): Series | null {
    return this.series().find((series) => this.verdict(series, state) === 'trusted') ?? null
  }

  #about({ ix, firstSeq, lastHash }: Series) {
    return this.#attests.filter(
      ({ attest }) => attest.ix === ix && attest.firstSeq === firstSeq && areEqual(attest.lastHash, lastHash),
    )
  }

  #ofDevice(ix: number): Series[] {
    const parts = this.#parts.get(ix) ?? new Map()
    return [...parts].flatMap(([firstSeq, { part: first }]): Series[] => {
      if (first.index !== 0) return []
      const row = Array.from({ length: first.count }, (_, at) => parts.get(firstSeq + at))
      const isWhole = row.every((each, at) => each?.part.index === at && each.part.count === first.count)
      const last = row[row.length - 1]
      if (!isWhole || last === undefined) return []
      return [{ ix, firstSeq, lastHash: last.hash, first, parts: row.flatMap((each) => (each ? [each.part] : [])) }]
    })
  }
}

async function contents(plain: Bytes, crypto: Crypto) {
  const [state, listed] = array(decode(plain), 2)
  const actors = array(listed).map((pair) => {
    const [client, ix] = array(pair, 2)
    return [whole(client), whole(ix)] as const
  })
  ascending(actors.map(([client]) => client))
  return { state: octets(state), actors, found: await digest(octets(state), crypto) }
}

async function inflated(packed: Bytes): Promise<Bytes> {
  try {
    return await piped(packed, new DecompressionStream('deflate-raw'), LIMITS.snapshot_bytes)
  } catch (error) {
    if (error instanceof SyncError) throw error
    // Whatever the platform says: browsers a TypeError, Node what its zlib says.
    throw new Damaged('SNAPSHOT_BAD', 'parts that do not inflate')
  }
}

/** Throws Damaged TOO_LARGE as soon as more than `most` bytes have come out. */
async function piped(bytes: Bytes, through: CompressionStream | DecompressionStream, most: number): Promise<Bytes> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader()
  const found: Bytes[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(...found)
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new Damaged('TOO_LARGE')
    }
    found.push(value)
  }
}
