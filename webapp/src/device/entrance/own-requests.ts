/**
 * Who asks to be let into an own space. The request holds, in the place of a name, a voucher by a device of the pair: only one
 * that the same person keeps is shown, and can be let in (P15).
 */

import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { Damaged, SyncError } from '../../../../sync/errors.ts'
import { type Link, parseRequest } from '../../../../sync/joining.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import { checkVoucher, vouch } from '../../../../sync/voucher.ts'
import type { Request } from '../stage.ts'
import type { OpenPlace } from './open-place.ts'

/** Known anew when a request comes, and when the pair's control chain grows: the device that asks may be new there, too. */
export class OwnRequests {
  readonly #shown = signal<readonly Request[]>([])
  readonly #own: OpenPlace
  readonly #pair: OpenPlace
  readonly stop: () => void
  #looks = 0

  constructor(own: OpenPlace, pair: OpenPlace) {
    this.#own = own
    this.#pair = pair
    this.stop = effect(() => {
      const waiting = own.space.requests.value
      if (pair.engine.replica.state.value) void this.#look(waiting)
    })
  }

  get shown(): ReadonlySignal<readonly Request[]> {
    return this.#shown
  }

  /** Raises Refused, and Damaged NOT_ALLOWED for whoever is not of the same person. */
  async letIn(id: string): Promise<void> {
    const { engine, space } = this.#own
    const request = space.requests.peek().find((one) => one.id === id)
    if (!request || !(await this.#isVouched(request))) throw new Damaged('NOT_ALLOWED')
    await engine.admissions.approve(id, engine.extend)
  }

  async #look(waiting: readonly Request[]): Promise<void> {
    const look = ++this.#looks
    const vouched = await Promise.all(waiting.map((request) => this.#isVouched(request)))
    if (look === this.#looks) this.#shown.value = waiting.filter((_, at) => vouched[at])
  }

  async #isVouched({ id, name }: Request): Promise<boolean> {
    const { self, state, parts } = this.#pair.engine.replica
    if (self === null) return false
    try {
      const asking = parseRequest(this.#own.engine.admissions.rawOf(id))
      await checkVoucher(name, state.peek(), self, asking, parts.crypto)
      return true
    } catch (error) {
      if (error instanceof SyncError) return false
      throw error
    }
  }
}

/** What stands in the place of a name: this device of the pair vouches for the keys that it asks for. */
export function vouching({ engine }: OpenPlace, { space, invitation }: Link): (keys: DeviceKeys) => Promise<string> {
  const { keys, stored, parts } = engine.replica
  return ({ signing, box }) => {
    const asking = { space, invite: invitation.id, ed: signing.public, x: box.public }
    return vouch(stored.space, keys, asking, parts.crypto)
  }
}
