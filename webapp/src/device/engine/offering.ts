/**
 * What the server lacks of anybody: a file brought it, or a backup of the server forgot it. Offered again, signed as it is,
 * as much at a time as one PUSH takes, until it has all of it or will not take more.
 */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/envelope.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device, type Membership } from '../../../../sync/membership.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import { appliedRow, ownRow } from '../store/rows.ts'
import type { Channel } from './channel.ts'
import type { Replica } from './replica.ts'

interface Offer {
  readonly device: string
  readonly seq: number
  readonly bytes: Bytes
}

/** Each device has the right to this many at once, and its own words come first. */
const MOST_BYTES = LIMITS.push_bytes / 2

/** Whether a device's record that the server says it has is neither applied nor set aside here. */
export function lacks(heads: Welcome['heads'], { ledger, aside }: Replica): boolean {
  return heads.some(([id, seq]) => seq > aside.reach(toHex(id), ledger.value.head(id).seq))
}

/** What is to be had by now, by the index of its device: what the server says that it has, and all up to the ends in the chain. */
export function owed(heads: Welcome['heads'], state: Membership): readonly (readonly [ix: number, seq: number])[] {
  const there = heads.flatMap(([id, seq]) => {
    const known = device(state, id)
    return known === null ? [] : [[known.ix, seq] as const]
  })
  const ends = state.devices.flatMap(({ ix, final }) => (final === null ? [] : [[ix, final.seq] as const]))
  return [...there, ...ends]
}

/** The records of these devices that are good here and that the server had not at WELCOME, each device’s in order. */
async function* lackedBy(heads: Welcome['heads'], replica: Replica, devices: readonly Bytes[]): AsyncGenerator<Offer> {
  const theirs = new Map(heads.map(([device, seq]) => [toHex(device), seq]))
  const { ledger, parts, keys } = replica
  const behind = devices.filter((id) => ledger.peek().head(id).seq > (theirs.get(toHex(id)) ?? 0))
  if (behind.length === 0) return
  const wanted = new Set(behind.map((id) => toHex(id)))
  const own = toHex(keys.id)
  if (wanted.has(own)) {
    for await (const page of ownRow(parts.store, (theirs.get(own) ?? 0) + 1)) {
      for (const one of page) yield { device: own, ...one }
    }
  }
  for await (const page of appliedRow(parts.store)) {
    for (const { bytes } of page) {
      const { header } = await parse(bytes, parts.crypto)
      const author = toHex(header.device)
      if (wanted.has(author) && header.seq > (theirs.get(author) ?? 0)) yield { device: author, seq: header.seq, bytes }
    }
  }
}

export class Offering {
  readonly #replica: Replica
  readonly #channel: Channel
  readonly #offers: AsyncGenerator<Offer>
  /** Of whom the server will take no more now. */
  readonly #refused = new Set<string>()
  /** Has been drawn, and did not fit. */
  #next: Offer | null = null
  #batch: readonly Offer[] = []
  /** Of each device in the batch, the last record that is not answered for. */
  readonly #open = new Map<string, number>()
  #callOff: (() => void) | null = null
  #isOver = false

  /** `heads`: of WELCOME. */
  constructor(replica: Replica, channel: Channel, heads: Welcome['heads'], devices: readonly Bytes[]) {
    this.#replica = replica
    this.#channel = channel
    this.#offers = lackedBy(heads, replica, devices)
  }

  /** All other devices. */
  static ofOthers(replica: Replica, channel: Channel, heads: Welcome['heads']): Offering {
    const others = replica.state.peek().devices.filter(({ id }) => !areEqual(id, replica.keys.id))
    return new Offering(
      replica,
      channel,
      heads,
      others.map(({ id }) => id),
    )
  }

  /** Offers all of it, hearing the server’s answers. */
  async through(hear: () => Promise<void>): Promise<void> {
    await this.go()
    while (!this.#isOver) await hear()
  }

  /** Sends as much as one PUSH takes, or is over. */
  async go(): Promise<void> {
    const batch: Offer[] = []
    let size = 0
    while (batch.length < LIMITS.push_records) {
      const offer = this.#next ?? (await this.#draw())
      this.#next = null
      if (offer === null) break
      if (this.#refused.has(offer.device)) continue
      size += offer.bytes.length
      if (batch.length > 0 && size > MOST_BYTES) {
        this.#next = offer
        break
      }
      batch.push(offer)
    }
    this.#batch = batch
    for (const { device, seq } of batch) this.#open.set(device, seq)
    if (batch.length === 0) this.#isOver = true
    else this.#send()
  }

  /** The server has this record. */
  async stored(device: Bytes, seq: number): Promise<void> {
    const name = toHex(device)
    if ((this.#open.get(name) ?? Number.POSITIVE_INFINITY) > seq) return
    this.#open.delete(name)
    if (this.#open.size === 0) await this.go()
  }

  /** The server takes no more of this device. */
  async refused(device: Bytes): Promise<void> {
    const name = toHex(device)
    this.#refused.add(name)
    if (this.#open.delete(name) && this.#open.size === 0) await this.go()
  }

  /** The server may have dropped what was sent: once more after this long. */
  later(wait_ms: number): void {
    if (this.#open.size === 0) return
    this.#callOff?.()
    this.#callOff = this.#replica.parts.clock.after(wait_ms, () => this.#send())
  }

  stop(): void {
    this.#callOff?.()
  }

  #send(): void {
    this.#channel.send({ type: 'push', records: this.#batch.map(({ bytes }) => bytes) })
  }

  async #draw(): Promise<Offer | null> {
    const { value, done } = await this.#offers.next()
    return done ? null : value
  }
}
