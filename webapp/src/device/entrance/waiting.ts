/**
 * From an invitation to being let in: asks once, then looks again and again until the other side has answered. And from a
 * card whose visit ended in the middle: looks whether it had let this device in.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Refused, Suspicious, SyncError } from '../../../../sync/errors.ts'
import { buildRequest, comparisonWords, type Link } from '../../../../sync/joining.ts'
import { type DeviceKeys, deviceKeysFromSeeds, newDeviceKeys } from '../../../../sync/keys.ts'
import { at, replay } from '../../../../sync/membership.ts'
import { openEpochs } from '../../../../sync/opening.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import { Channel, Lost } from '../engine/channel.ts'
import { greet, hello } from '../engine/greeting.ts'
import { StorageDamaged } from '../errors.ts'
import type { JoiningState } from '../stage.ts'
import { type Change, NO_PROGRESS, type SpaceKeys, type SpaceStore } from '../store/store.ts'
import { heard, NO_REQUEST, type VisitParts } from './card-visit.ts'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 10_000
/** The entry that a card sent may still be on its way through the server when this device first asks after it. */
const LOOKS_BY_CARD = 3

/** Answers after which asking again gains nothing. */
const FINAL: Readonly<Record<string, JoiningState>> = {
  JOIN_DECLINED: 'declined',
  INVITE_EXPIRED: 'expired',
  INVITE_USED: 'used',
  INVITE_INVALID: 'invalid',
  SPACE_UNKNOWN: 'invalid',
}

/** What a device that asks keeps before it asks. The name may rest on the keys that it asks for. */
export async function asking(
  invited: Link,
  name: string | ((keys: DeviceKeys) => Promise<string>),
  crypto: Crypto,
  clock: Clock,
): Promise<Change> {
  const keys = await newDeviceKeys(crypto)
  const called = typeof name === 'string' ? name : await name(keys)
  const request = await buildRequest(invited, keys, called, unixSeconds(clock), crypto)
  return {
    keys: {
      space: invited.space,
      signSeed: keys.signing.private,
      boxSeed: keys.box.private,
      epochs: [],
      joining: { request, ctl: invited.ctl },
      invitations: [],
    },
    progress: NO_PROGRESS,
  }
}

export class Waiting {
  readonly words: readonly string[]
  /** Nothing was asked: a card was at the door, and may not have let this device in. */
  readonly isByCard: boolean
  readonly #parts: VisitParts
  readonly #store: SpaceStore
  readonly #stored: SpaceKeys & { readonly joining: { readonly request: Bytes; readonly ctl: Bytes } }
  readonly #keys: DeviceKeys
  #isAsked = false
  #looks = 0
  #isOver = false
  #channel: Channel | null = null
  #wakeUp: (() => void) | null = null

  private constructor(
    parts: VisitParts,
    store: SpaceStore,
    stored: SpaceKeys & { readonly joining: { readonly request: Bytes; readonly ctl: Bytes } },
    keys: DeviceKeys,
    words: readonly string[],
  ) {
    this.#parts = parts
    this.#store = store
    this.#stored = stored
    this.#keys = keys
    this.words = words
    this.isByCard = areEqual(stored.joining.request, NO_REQUEST)
  }

  static async open(parts: VisitParts, store: SpaceStore): Promise<Waiting> {
    const { keys: stored } = await store.read()
    if (!stored?.joining) throw new StorageDamaged('no request')
    const { joining } = stored
    const keys = await deviceKeysFromSeeds(stored.signSeed, stored.boxSeed, parts.crypto)
    const isAsking = !areEqual(joining.request, NO_REQUEST)
    const words = isAsking ? await comparisonWords(joining.request, joining.ctl, parts.crypto) : []
    return new Waiting(parts, store, { ...stored, joining }, keys, words)
  }

  /** Resolves with true once this device belongs and all it needs is kept; false when it was stopped or refused for good. */
  async run(tell: (state: JoiningState) => void): Promise<boolean> {
    let wait_ms = FIRST_WAIT_MS
    while (!this.#isOver) {
      const outcome = await this.#visit()
      if (outcome === 'let in') return true
      if (this.#isOver) return false
      const isFinal = Object.values(FINAL).includes(outcome)
      if (!isFinal || !this.isByCard) tell(outcome)
      if (isFinal) return false
      await this.#pause(wait_ms)
      wait_ms = Math.min(LONGEST_WAIT_MS, wait_ms * 1.3)
    }
    return false
  }

  wake(): void {
    this.#wakeUp?.()
  }

  stop(): void {
    this.#isOver = true
    this.#channel?.close()
    this.#wakeUp?.()
  }

  async #visit(): Promise<JoiningState | 'let in'> {
    try {
      if (this.isByCard) return await this.#lookAfterCard()
      if (!this.#isAsked) await this.#ask()
      this.#isAsked = true
      return (await this.#look()) ? 'let in' : 'waiting'
    } catch (error) {
      if (error instanceof Refused) return FINAL[error.code] ?? 'unreachable'
      // A server that shows another space than the invitation's is no way in, however often it is asked.
      if (error instanceof SyncError) return this.isByCard ? 'unreachable' : 'invalid'
      if (error instanceof Lost) return 'unreachable'
      throw error
    }
  }

  /** A card asks for nothing that could be asked again. */
  async #lookAfterCard(): Promise<JoiningState | 'let in'> {
    if (await this.#look()) return 'let in'
    return ++this.#looks < LOOKS_BY_CARD ? 'asking' : 'invalid'
  }

  /** Already let in: a request that was answered before a restart is not made again. */
  async #ask(): Promise<void> {
    if (await this.#look()) return
    await this.#withChannel(async (channel) => {
      await hello(channel, this.#stored.space, this.#keys.id)
      channel.send({ type: 'join', request: this.#stored.joining.request })
      await heard(channel, 'joined')
    })
  }

  async #look(): Promise<boolean> {
    return this.#withChannel(async (channel) => {
      const { crypto, origin } = this.#parts
      try {
        const greeter = { origin, space: this.#stored.space, keys: this.#keys, genesis: null }
        const { welcome } = await greet(channel, greeter, crypto)
        await this.#settle(channel, welcome.controlLength)
        return true
      } catch (error) {
        if (error instanceof Refused && error.code === 'DEVICE_UNKNOWN') return false
        throw error
      }
    })
  }

  /** P1: the chain must be that of the space in the link, and hold the entry that the link names, or that the card saw. */
  async #settle(channel: Channel, length: number): Promise<void> {
    const { crypto } = this.#parts
    const chain: Bytes[] = []
    while (chain.length < length) {
      channel.send({ type: 'ctl pull', fromN: chain.length })
      const { fromN, entries } = await heard(channel, 'ctl')
      if (fromN !== chain.length || entries.length === 0) throw new Suspicious('OMISSION', 'control entries')
      chain.push(...entries)
    }
    const state = await replay(chain, crypto, this.#stored.space)
    const { ctl } = this.#stored.joining
    const isInvited = this.isByCard || state.invites.some(({ hash }) => areEqual(hash.slice(0, 16), ctl))
    if (at(state, ctl) === null || !isInvited) throw new Suspicious('FORK_CONTROL')
    const epochs = await openEpochs(state, this.#keys, chain, crypto)
    await this.#store.write({
      keys: { ...this.#stored, joining: null, epochs },
      control: chain.map((bytes, n) => ({ n, bytes })),
      progress: { ...NO_PROGRESS, created: true },
    })
  }

  async #withChannel<Answer>(use: (channel: Channel) => Promise<Answer>): Promise<Answer> {
    const channel = new Channel(this.#parts.dial, this.#parts.clock)
    this.#channel = channel
    try {
      await channel.opened()
      return await use(channel)
    } finally {
      channel.close()
      this.#channel = null
    }
  }

  async #pause(wait_ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const callOff = this.#parts.clock.after(wait_ms, resolve)
      this.#wakeUp = () => {
        callOff()
        resolve()
      }
    })
    this.#wakeUp = null
  }
}
