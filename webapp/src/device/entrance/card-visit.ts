/**
 * A key card at the server's door: it proves itself, is shown the control chain, checks that the space is its own (P1, P2),
 * and admits a fresh device of its holder's. The card's secret is in memory only, for as long as this takes.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { type CardKeys, type CardSecret, openWithCard } from '../../../../sync/card.ts'
import { admit, remove } from '../../../../sync/control.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged, Refused, Suspicious } from '../../../../sync/errors.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import { apply, device, type Membership, replay } from '../../../../sync/membership.ts'
import type { Message, Welcome } from '../../../../sync/messages.ts'
import type { Heads } from '../../../../sync/operation.ts'
import { closure } from '../../../../sync/removal.ts'
import { type Device, isActive, OWNER } from '../../../../sync/rights.ts'
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
  readonly #welcome: Welcome
  #epochKeys: readonly Bytes[]
  #chain: readonly Bytes[]
  #state: Membership
  #stored: SpaceKeys | null = null
  #mayBeIn = false

  private constructor(
    parts: VisitParts,
    channel: Channel,
    card: CardKeys,
    welcome: Welcome,
    epochKeys: readonly Bytes[],
    chain: readonly Bytes[],
    state: Membership,
  ) {
    this.#parts = parts
    this.#channel = channel
    this.#card = card
    this.#welcome = welcome
    this.#epochKeys = epochKeys
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
      const epochKeys = await openWithCard(card, state, chain, crypto)
      return new CardVisit(parts, channel, card, welcome, epochKeys, chain, state)
    } catch (error) {
      channel.close()
      if (error instanceof Refused && error.code === 'DEVICE_REMOVED') throw new Refused('CARD_REMOVED')
      throw error
    }
  }

  get space(): Bytes {
    return this.#state.space
  }

  /** The server was given the entry that lets the device in, and has not refused it: an answer that was lost says nothing. */
  get mayBeIn(): boolean {
    return this.#mayBeIn
  }

  /** What a device with these keys must keep before it is admitted: a crash after that loses no key of a known device. */
  keptBy(keys: DeviceKeys): Change {
    const stored: SpaceKeys = {
      space: this.#state.space,
      signSeed: keys.signing.private,
      boxSeed: keys.box.private,
      epochs: this.#epochKeys,
      joining: { request: NO_REQUEST, ctl: this.#state.head.slice(0, 16) },
      invitations: [],
    }
    const control = this.#chain.map((bytes, n) => ({ n, bytes }))
    this.#stored = stored
    return { keys: stored, control, progress: { ...NO_PROGRESS, created: true } }
  }

  /** Admits the device as one of the holder's; the chain that has it in is what to keep then. Raises Refused or Lost. */
  admit(keys: DeviceKeys): Promise<Change> {
    return this.#admit(keys, [this.#holder.holder ?? OWNER])
  }

  /**
   * The device becomes that of the owner and somebody new; then whoever shared devices with the owner before goes, with all
   * they could open, and the space gets a new key (P9). In this order, because the card may go with the one who introduced it.
   * Raises Refused, Lost, and Damaged where the card may not.
   */
  async handOver(keys: DeviceKeys): Promise<Change> {
    const { crypto, clock } = this.#parts
    const before = this.#state
    await this.#admit(keys, [OWNER, before.members])
    const members = [...Array(before.members).keys()].filter(
      (member) => member !== OWNER && !before.removedMembers.includes(member),
    )
    if (members.length === 0) return this.#kept()
    await this.#append(async (state) => {
      const isLeaving = closure(state.devices, [], members).devices.has(this.#holder.ix)
      const next = crypto.randomBytes(32)
      const epochKeys = isLeaving ? null : { present: this.#present(), next }
      const removal = { devices: [], members, heads: this.#heads(), epochKeys, ts: unixSeconds(clock) }
      return remove(state, this.#card.device, removal, crypto)
    })
    return this.#kept()
  }

  async #admit(keys: DeviceKeys, members: readonly number[]): Promise<Change> {
    const { crypto, clock } = this.#parts
    const fresh = { ed: keys.signing.public, x: keys.box.public, members }
    await this.#append((state) => {
      const admission = { request: null, device: fresh, epochKey: this.#present(), heads: [], ts: unixSeconds(clock) }
      return admit(state, this.#card.device, admission, crypto)
    })
    return this.#kept()
  }

  /** The card in the control chain. Raises Damaged AUTHOR_UNKNOWN. */
  get #holder(): Device {
    const known = device(this.#state, this.#card.device.id)
    if (known === null) throw new Damaged('AUTHOR_UNKNOWN')
    return known
  }

  /** What the server has of each device, by index. */
  #heads(): Heads {
    const heads = this.#welcome.heads.flatMap(([id, seq, hash]) => {
      const ix = device(this.#state, id)?.ix
      return ix === undefined ? [] : [[ix, seq, hash] as const]
    })
    return heads.sort(([left], [right]) => left - right)
  }

  #present(): Bytes {
    const key = this.#epochKeys[this.#state.epochs.length - 1]
    if (!key) throw new Damaged('WRAP_BAD')
    return key
  }

  #kept(): Change {
    const control = this.#chain.map((bytes, n) => ({ n, bytes }))
    return { control, ...(this.#stored && { keys: { ...this.#stored, epochs: this.#epochKeys, joining: null } }) }
  }

  async #append(build: (state: Membership) => Promise<Bytes>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const entry = await build(this.#state)
      await apply(this.#state, entry, this.#parts.crypto)
      const wasIn = this.#mayBeIn
      this.#mayBeIn = true
      this.#channel.send({ type: 'ctl append', entry })
      const refused = await this.#appended()
      if (refused === null) return this.#take([entry])
      this.#mayBeIn = wasIn
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
    const isHere = isActive(this.#holder)
    if (isHere && this.#epochKeys.length < this.#state.epochs.length) {
      this.#epochKeys = await openWithCard(this.#card, this.#state, this.#chain, this.#parts.crypto)
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
