/** The records that cannot be used, or not yet: kept with their reason, and tried again when what they waited for has come. */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { parse, type Record } from '../../../../sync/envelope.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { at, type Membership } from '../../../../sync/membership.ts'
import { SAID_ANEW } from '../../../../sync/remark.ts'
import type { Ledger } from '../store/ledger.ts'
import { type AsideRecord, WAITS } from '../store/store.ts'

interface Author {
  readonly device: string
  readonly seq: number
  readonly id: Bytes
  /** The control entry that the record names. */
  readonly ctl: Bytes
}
interface Known extends AsideRecord {
  /** Null for bytes that are no record. */
  readonly author: Author | null
  /** Whether it has been judged with the entry that it names at hand: until then nothing says whether it is forged. */
  readonly isJudged: boolean
}

const isOf = (id: Bytes, author: Author | null): boolean => author !== null && areEqual(author.id, id)

/** Devices of which what is not held here is said anew by the ones that go on for them. */
export function saidAnew({ notices }: Ledger, { devices }: Membership): readonly Bytes[] {
  return notices.flatMap(({ by, ix, code }) => {
    const gone = devices[ix]
    return gone && code === SAID_ANEW && devices[by]?.replaces === ix ? [gone.id] : []
  })
}

export class Aside {
  readonly #crypto: Crypto
  readonly #known = new Map<number, Known>()
  /** Devices whose words are said anew by others. */
  #over: ReadonlySet<string> = new Set()
  readonly #count = signal(0)
  readonly #failed = signal(0)

  constructor(crypto: Crypto) {
    this.#crypto = crypto
  }

  /** What there is, by who made it. Read with `count`, which says when it changes. */
  get authors(): readonly { readonly id: Uint8Array<ArrayBuffer> | null; readonly waits: boolean }[] {
    return this.#pending.map(({ why, author }) => ({ id: author?.id ?? null, waits: why === WAITS }))
  }

  get count(): ReadonlySignal<number> {
    return this.#count
  }

  /** How many of them do not only wait. */
  get failed(): ReadonlySignal<number> {
    return this.#failed
  }

  has(position: number): boolean {
    return this.#known.has(position)
  }

  /** Every one of them, those that a file brought (at positions below 1) included. */
  get all(): readonly AsideRecord[] {
    return [...this.#known.values()]
  }

  /** The earliest position whose record failed, so that it can be asked for again; null when none did. */
  get earliestFailed(): number | null {
    const failed = this.#pending.filter((record) => record.why !== WAITS && record.position > 0)
    return failed.length === 0 ? null : Math.min(...failed.map((record) => record.position))
  }

  get positions(): readonly number[] {
    return [...this.#known.keys()]
  }

  /** What is kept of these devices waits no more, and need not be told: it is said anew (P23). */
  giveUp(devices: readonly Bytes[]): void {
    if (devices.length === this.#over.size) return
    this.#over = new Set(devices.map(toHex))
    this.#counted()
  }

  /** What is not held of this device is said anew by the one that goes on for it. */
  isOver(id: Bytes): boolean {
    return this.#over.has(toHex(id))
  }

  get #pending(): readonly Known[] {
    return [...this.#known.values()].filter(({ author }) => author === null || !this.#over.has(author.device))
  }

  /** `state` is what they were judged by; null for those that are put as they were found. */
  async put(records: readonly AsideRecord[], state: Membership | null): Promise<void> {
    for (const record of records) {
      const parsed = await parse(record.bytes, this.#crypto).catch((error: unknown) => {
        if (error instanceof Damaged) return null
        throw error
      })
      const header = parsed?.header
      const author = header
        ? { device: toHex(header.device), seq: header.seq, id: header.device, ctl: header.ctl }
        : null
      const isJudged = state !== null && header !== undefined && at(state, header.ctl) !== null
      this.#known.set(record.position, { ...record, author, isJudged })
    }
    this.#counted()
  }

  remove(positions: readonly number[]): void {
    for (const position of positions) this.#known.delete(position)
    this.#counted()
  }

  /**
   * Those that only waited, and whose turn it is now, or has been: the same may have come another way. And those whose entry
   * is here since: one that is forged may claim a place that never comes, and must not wait for it.
   */
  due(ledger: Ledger, state: Membership): readonly AsideRecord[] {
    return [...this.#known.values()].filter(({ why, author, isJudged }) => {
      if (why !== WAITS || author === null) return false
      return author.seq <= ledger.head(author.id).seq + 1 || (!isJudged && at(state, author.ctl) !== null)
    })
  }

  /** What waits in this place of a device’s chain: anybody can make one that waits. */
  waitingAt(id: Bytes, seq: number): readonly Bytes[] {
    const name = toHex(id)
    const waiting = [...this.#known.values()].filter(({ why, author }) => why === WAITS && author?.device === name)
    return waiting.filter(({ author }) => author?.seq === seq).map(({ bytes }) => bytes)
  }

  /** How far this device’s records go from behind this one, usable or not, without one that is missing. */
  reach(device: string, held: number): number {
    const seqs = new Set([...this.#known.values()].map(({ author }) => (author?.device === device ? author.seq : 0)))
    let seq = held
    while (seqs.has(seq + 1)) seq++
    return seq
  }

  /** Those of this device that a server has shown. */
  shown(id: Bytes): Promise<readonly Record[]> {
    const known = [...this.#known.values()].filter(({ author, position }) => position > 0 && isOf(id, author))
    return Promise.all(known.map(({ bytes }) => parse(bytes, this.#crypto)))
  }

  #counted(): void {
    this.#count.value = this.#pending.length
    this.#failed.value = this.#pending.filter(({ why }) => why !== WAITS).length
  }
}
