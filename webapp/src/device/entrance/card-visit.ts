/**
 * A key card at the server's door: it proves itself, is shown the control chain, checks that the space is its own (P1, P2),
 * and admits a fresh device of its holder's. The card's secret is in memory only, for as long as this takes.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { type CardKeys, type CardSecret, openWithCard } from '../../../../sync/card.ts'
import { admit } from '../../../../sync/control.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged, Refused, Suspicious } from '../../../../sync/errors.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import { apply, device, type Membership, replay } from '../../../../sync/membership.ts'
import type { Message } from '../../../../sync/messages.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import { Channel, type Dial, isOfType } from '../engine/channel.ts'
import { greet } from '../engine/greeting.ts'
import type { Change, SpaceKeys } from '../store/store.ts'
import { NO_PROGRESS } from '../store/store.ts'

export interface VisitParts {
  readonly dial: Dial
  readonly clock: Clock
  readonly crypto: Crypto
  readonly origin: string
}

/** What stands for the request of a device that a card lets in: kept until it is in, in case all ends in between. */
export const NO_REQUEST: Bytes = new Uint8Array()

const ANSWER_LIMIT_MS = 20_000
const ATTEMPTS = 3

export class CardVisit {
  readonly #parts: VisitParts
  readonly #channel: Channel
  readonly #card: CardKeys
  readonly #epochKey: Bytes
  #chain: readonly Bytes[]
  #state: Membership
  #stored: SpaceKeys | null = null

  private constructor(
    parts: VisitParts,
    channel: Channel,
    card: CardKeys,
    epochKey: Bytes,
    chain: readonly Bytes[],
    state: Membership,
  ) {
    this.#parts = parts
    this.#channel = channel
    this.#card = card
    this.#epochKey = epochKey
    this.#chain = chain
    this.#state = state
  }

  /** Raises Refused (CARD_UNKNOWN), Lost, and Damaged or Suspicious when the server shows a space that is not the card's. */
  static async begin(parts: VisitParts, secret: CardSecret): Promise<CardVisit> {
    const { dial, clock, crypto, origin } = parts
    const card = await secret.keys(crypto)
    const channel = new Channel(dial, clock)
    try {
      await channel.opened()
      const { space, welcome } = await greet(channel, { origin, space: null, keys: card.device, genesis: null }, crypto)
      const chain: Bytes[] = []
      while (chain.length < welcome.controlLength) {
        channel.send({ type: 'ctl pull', fromN: chain.length })
        const { fromN, entries } = await heard(channel, 'ctl')
        if (fromN !== chain.length || entries.length === 0) throw new Suspicious('OMISSION', 'control entries')
        chain.push(...entries)
      }
      const state = await replay(chain, crypto, space)
      if (!areEqual(state.hashes[welcome.controlLength - 1] ?? state.nonce, welcome.controlHead)) {
        throw new Suspicious('FORK_CONTROL')
      }
      const epochKey = await openWithCard(card, state, chain, crypto)
      return new CardVisit(parts, channel, card, epochKey, chain, state)
    } catch (error) {
      channel.close()
      throw error
    }
  }

  get space(): Bytes {
    return this.#state.space
  }

  /** What a device with these keys must keep before it is admitted: a crash after that loses no key of a known device. */
  keptBy(keys: DeviceKeys): Change {
    const stored: SpaceKeys = {
      space: this.#state.space,
      signSeed: keys.signing.private,
      boxSeed: keys.box.private,
      epochs: [this.#epochKey],
      joining: { request: NO_REQUEST, ctl: this.#state.head.slice(0, 16) },
      invitations: [],
    }
    const control = this.#chain.map((bytes, n) => ({ n, bytes }))
    this.#stored = stored
    return { keys: stored, control, progress: { ...NO_PROGRESS, created: true } }
  }

  /** Admits the device; the chain that has it in is what to keep then. Raises Refused or Lost. */
  async admit(keys: DeviceKeys): Promise<Change> {
    const { crypto, clock } = this.#parts
    const holder = device(this.#state, this.#card.device.id)?.holder ?? null
    if (holder === null) throw new Damaged('AUTHOR_UNKNOWN')
    const fresh = { ed: keys.signing.public, x: keys.box.public, members: [holder] }
    for (let attempt = 1; ; attempt++) {
      const admission = { request: null, device: fresh, epochKey: this.#epochKey, heads: [], ts: unixSeconds(clock) }
      const entry = await admit(this.#state, this.#card.device, admission, crypto)
      this.#channel.send({ type: 'ctl append', entry })
      const refused = await this.#appended()
      if (refused === null) {
        await this.#take([entry])
        const control = this.#chain.map((bytes, n) => ({ n, bytes }))
        return { control, ...(this.#stored && { keys: { ...this.#stored, joining: null } }) }
      }
      if (refused.code !== 'CTL_CONFLICT' || attempt === ATTEMPTS) throw refused
      this.#channel.send({ type: 'ctl pull', fromN: this.#state.n + 1 })
      await this.#take((await heard(this.#channel, 'ctl')).entries)
    }
  }

  close(): void {
    this.#channel.close()
  }

  async #appended(): Promise<Refused | null> {
    try {
      await heard(this.#channel, 'ctl ack')
      return null
    } catch (error) {
      if (error instanceof Refused) return error
      throw error
    }
  }

  async #take(entries: readonly Bytes[]): Promise<void> {
    for (const entry of entries) {
      this.#state = await apply(this.#state, entry, this.#parts.crypto)
      this.#chain = [...this.#chain, entry]
    }
  }
}

/** The next message of this type; whatever else the server tells everybody is passed over. Raises Refused for ERR. */
export async function heard<Type extends Message['type']>(
  channel: Channel,
  type: Type,
): Promise<Extract<Message, { type: Type }>> {
  for (;;) {
    const message = await channel.next(ANSWER_LIMIT_MS)
    if (isOfType(message, type)) return message
    if (message.type === 'err') throw new Refused(message.code, message.retryAfterMs)
  }
}
