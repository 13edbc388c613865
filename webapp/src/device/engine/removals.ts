/**
 * What ends something: an invitation taken back, a device turned, removed, or leaving; a person removed; a new key; all of it
 * closed, and opened again. Each is one entry of the control chain, by this device or by a card scanned for that one act.
 */

import { effect } from '@preact/signals-core'
import { furthest } from '../../../../sync/acceptance.ts'
import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import * as control from '../../../../sync/control.ts'
import { Malformed, Refused, SyncError } from '../../../../sync/errors.ts'
import { device, isClosedAt, isRotationDueAt, type Membership } from '../../../../sync/membership.ts'
import type { Heads } from '../../../../sync/operation.ts'
import { closure } from '../../../../sync/removal.ts'
import { isActive } from '../../../../sync/rights.ts'
import { unixSeconds } from '../clock.ts'
import type { Extend } from './admissions.ts'
import { authorOf } from './author.ts'
import { presentKeyOf } from './epoch-keys.ts'
import { indicesOf, namesOf } from './meant.ts'
import type { Replica } from './replica.ts'

const SEND_LIMIT_MS = 3000

/** Every verb raises Damaged, NOT_ALLOWED among others, before anything is sent; and Refused. */
export class Removals {
  readonly #replica: Replica
  readonly #extend: Extend

  constructor(replica: Replica, extend: Extend) {
    this.#replica = replica
    this.#extend = extend
  }

  takeBack(invite: Bytes): Promise<void> {
    const { keys, parts } = this.#replica
    return this.#extend((state) => control.revoke(state, keys, invite, this.#ts, parts.crypto))
  }

  /** A shared device becomes that of these members. */
  async turn(ix: number, members: readonly number[], card: CardSecret | null): Promise<void> {
    const names = namesOf(this.#replica.state.peek().devices, [ix])
    const author = await authorOf(this.#replica, card)
    await this.#extend(async (state) => {
      const [now] = indicesOf(state.devices, names)
      if (now === undefined) throw new Malformed('a device that does not belong')
      return control.turn(state, author, now, members, this.#ts, this.#replica.parts.crypto)
    })
  }

  /**
   * Devices, cards and people go, with all that goes with them. Raises Refused UNSENT where this device is one of those, and
   * the server has not got all that was said here.
   */
  async remove(devices: readonly number[], members: readonly number[], card: CardSecret | null): Promise<void> {
    const names = namesOf(this.#replica.state.peek().devices, devices)
    const author = await authorOf(this.#replica, card)
    const { self } = this.#replica
    await this.#extend(async (state) => {
      const meant = indicesOf(state.devices, names)
      const going = closure(state.devices, meant, members).devices
      if (self !== null && going.has(self.ix) && this.unsent > 0) throw new Refused('UNSENT')
      const isLeaving = going.has(device(state, author.id)?.ix ?? -1)
      const removal = { devices: meant, members, heads: await this.#heads(state), ts: this.#ts }
      const epochKeys = isLeaving ? null : this.#nextKeys(state)
      return control.remove(state, author, { ...removal, epochKeys }, this.#replica.parts.crypto)
    })
  }

  /** "Remove this tablet": what was said here goes out first. Raises Refused UNSENT when that takes too long. */
  async leave(flush: () => Promise<void>): Promise<void> {
    await flush()
    await this.#sent()
    const { self } = this.#replica
    if (self === null) throw new Refused('GONE')
    try {
      await this.remove([self.ix], [], null)
    } catch (error) {
      // The server may close the socket of one who has gone before it has answered them.
      if (!(error instanceof Refused) || this.#isHere) throw error
    }
  }

  /**
   * A new key, where one is due: until then nothing can be said (P16). Somebody else may be first, or the connection end:
   * after the next WELCOME it is looked at again.
   */
  async rotateIfDue(): Promise<void> {
    const { keys, parts, state } = this.#replica
    const isDue = ({ n }: Membership) => isRotationDueAt(state.peek(), n) && !isClosedAt(state.peek(), n)
    if (!isDue(state.peek()) || !this.#isHere) return
    try {
      await this.#extend(async (now) => {
        return isRotationDueAt(now, now.n)
          ? control.rotate(now, keys, this.#nextKeys(now), this.#ts, parts.crypto)
          : null
      })
    } catch (error) {
      refused(error)
    }
  }

  /** Nothing more is written, until it is opened again; or for ever. */
  async close(
    how: { readonly successor: Bytes | null; readonly erase: boolean },
    card: CardSecret | null,
  ): Promise<void> {
    const author = await authorOf(this.#replica, card)
    await this.#extend((state) => control.close(state, author, how, this.#ts, this.#replica.parts.crypto))
  }

  async reopen(card: CardSecret | null): Promise<void> {
    const author = await authorOf(this.#replica, card)
    await this.#extend((state) => control.reopen(state, author, this.#ts, this.#replica.parts.crypto))
  }

  /** How much of what was said here the server has not got. */
  get unsent(): number {
    const { outbox, unacked } = this.#replica
    return outbox.size.peek() + unacked.peek().length
  }

  get #isHere(): boolean {
    const { self } = this.#replica
    return self !== null && isActive(self)
  }

  /** Resolves when the server has everything, or after a while. */
  #sent(): Promise<void> {
    const { outbox, unacked, parts } = this.#replica
    let stop = (): void => undefined
    const isSent = new Promise<void>((resolve) => {
      stop = effect(() => {
        if (outbox.size.value + unacked.value.length === 0) resolve()
      })
    })
    const late = new Promise<void>((resolve) => parts.clock.after(SEND_LIMIT_MS, resolve))
    return Promise.race([isSent, late]).finally(() => stop())
  }

  /** The last record of each device that the server can have, as far as it has shown them. */
  async #heads(state: Membership): Promise<Heads> {
    const { ledger, aside, keys, parts } = this.#replica
    const known = state.devices.map(async ({ ix, id }) => {
      const applied = ledger.value.head(id)
      const shown = areEqual(id, keys.id) ? [] : await aside.shown(id)
      const last = await furthest(shown, state, applied, ledger.value.lastCtl(id), parts.crypto)
      return last.seq > 0 ? [[ix, last.seq, last.hash] as const] : []
    })
    return (await Promise.all(known)).flat()
  }

  #nextKeys(state: Membership): control.EpochKeys {
    return { present: presentKeyOf(this.#replica, state), next: this.#replica.parts.crypto.randomBytes(32) }
  }

  get #ts(): number {
    return unixSeconds(this.#replica.parts.clock)
  }
}

/** It is not to be, or not now: the list of who can open this shows what stands. */
function refused(error: unknown): void {
  if (!(error instanceof SyncError)) throw error
}
